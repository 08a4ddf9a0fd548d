/** The findings that kept a command from being done. */
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Finding } from '../../covenant/findings';
import type { SectionId } from '../session';
import { FindingList } from './FindingList';
import { usePane } from './pane';

export function Refused({ section, findings }: { section: SectionId; findings: Finding[] }): ReactElement {
  const { words } = usePane();
  return (
    <>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{words.refused}</MessageBarBody>
      </MessageBar>
      <FindingList section={section} findings={findings} />
    </>
  );
}
