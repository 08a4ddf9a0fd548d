/** Excel takes long to answer: what may be the reason, and after a while how to go on without the answer. */
import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Wording, Words } from '../../locales';
import { SILENT_AFTER, type Waiting } from '../watchdog';
import { usePane } from './pane';

export function WaitingNote({ waiting }: { waiting: Waiting }): ReactElement {
  const { words, session, state } = usePane();
  const { message, remedy } = waitingWording(waiting, words);
  const silent = waiting.reason === 'silent';
  return (
    <MessageBar intent={silent ? 'warning' : 'info'} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{message}</MessageBarTitle>
        <div>{remedy}</div>
        {silent && state.undo && <div>{words.waiting.undoLost}</div>}
      </MessageBarBody>
      {silent && (
        <MessageBarActions>
          <Button size="small" onClick={session.reload}>
            {words.waiting.reload}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

/** What a person reads while Excel does not answer. */
export function waitingWording({ reason, phase }: Waiting, { waiting }: Words['ui']): Wording {
  return reason === 'cell'
    ? waiting.cell
    : { message: waiting.silent(SILENT_AFTER / 1000), remedy: waiting.silentRemedy[phase] };
}
