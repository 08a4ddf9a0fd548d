/** What every tab begins with: its heading, which the tab itself already shows, and what the step is for. */
import { Caption1 } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import type { WorkStep } from '../../commands/command';
import { useLook } from './look';
import { usePane } from './pane';

export interface TabPageProps {
  section: WorkStep;
  /** Where the step's own words do not fit. */
  hint?: string | undefined;
  children: ReactNode;
}

export function TabPage({ section, hint, children }: TabPageProps): ReactElement {
  const look = useLook();
  const { words } = usePane();
  return (
    <div className={look.stack}>
      <h2 className={look.unseen}>{words.sections[section]}</h2>
      <Caption1 className={look.hint}>{hint ?? words[section].hint}</Caption1>
      {children}
    </div>
  );
}
