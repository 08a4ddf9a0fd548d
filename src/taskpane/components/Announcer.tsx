/** Says in one sentence, for those who cannot see it, what a command is doing and what came of it. */
import type { ReactElement } from 'react';
import { failureWording } from './FailureNote';
import { useLook } from './look';
import { type Pane, usePane } from './pane';
import { waitingWording } from './WaitingNote';

export function Announcer(): ReactElement {
  const look = useLook();
  const pane = usePane();
  return (
    <div className={look.unseen} role="status" aria-live="polite">
      {announcement(pane)}
    </div>
  );
}

function announcement({ words, commandWords, wordings, state }: Pane): string {
  const { running, waiting, failure, refused, log, changed, overview } = state;
  if (waiting) return Object.values(waitingWording(waiting, words)).join(' ');
  if (running) return running.cancelling ? words.cancelling : words.steps[running.phase];
  if (failure) return failureWording(failure.thrown, words, wordings).message;
  if (refused) return words.refused;
  if (overview === null) return words.steps.reading;
  if (changed) return changed === 'remote' ? words.header.changedRemote : words.header.changed;
  const [latest] = log;
  return latest ? latest.sentences(commandWords).join(' ') : '';
}
