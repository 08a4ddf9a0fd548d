/** What a command added to the workbook. */
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Words } from '../../locales';
import type { Result } from '../session';
import { usePane } from './pane';

type AddedResult = Omit<Result & { type: 'added' }, 'type'>;

export function Added(result: AddedResult): ReactElement {
  const { words } = usePane();
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>
        {addedSentences(result, words).map((sentence) => (
          <div key={sentence}>{sentence}</div>
        ))}
      </MessageBarBody>
    </MessageBar>
  );
}

/** Sheets and rows that were added, and how many sheets were there already. */
export function addedSentences({ added, kept, rowsAdded }: AddedResult, { done }: Words['ui']): string[] {
  const additions = [
    ...(added.length > 0 ? [done.added(added.join(', '))] : []),
    ...(rowsAdded.length > 0 ? [done.rowsAdded(rowsAdded.join(', '))] : []),
  ];
  return [...(additions.length > 0 ? additions : [done.nothing]), ...(kept.length > 0 ? [done.kept(kept.length)] : [])];
}
