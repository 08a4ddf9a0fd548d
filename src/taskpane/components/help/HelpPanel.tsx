/** What the last part of the pane holds. */
import { type ReactElement } from 'react';
import { RecordPanel } from './RecordPanel';
import { SelfCheckPanel } from './SelfCheckPanel';

export default function HelpPanel(): ReactElement {
  return (
    <>
      <RecordPanel />
      <SelfCheckPanel />
    </>
  );
}
