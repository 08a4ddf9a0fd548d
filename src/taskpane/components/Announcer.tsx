/** Says in one sentence, for those who cannot see it, what a command is doing and what came of it. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Result } from '../session';
import { countOf } from './counts';
import { addedSentences } from './Added';
import { failureWording } from './FailureNote';
import { type Pane, usePane } from './pane';

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

export function Announcer(): ReactElement {
  const styles = useStyles();
  const pane = usePane();
  return (
    <div className={styles.hidden} role="status" aria-live="polite">
      {announcement(pane)}
    </div>
  );
}

function announcement({ words, wordings, state }: Pane): string {
  const { running, failure, results } = state;
  if (running) return running.cancelling ? words.cancelling : words.steps[running.step];
  if (failure) return failureWording(failure.thrown, words, wordings).message;
  return Object.values(results)
    .map((result) => sentence(result, words))
    .join(' ');
}

function sentence(result: Result, words: Pane['words']): string {
  if (result.type === 'refused') return words.refused;
  if (result.type === 'added') return addedSentences(result, words).join(' ');
  if (result.type === 'ranked') return result.ranking.provisional ? words.rank.provisionalHint : words.rank.final;
  const fixed = result.fixed ? `${words.check.fixed(result.fixed.fixed.length)} ` : '';
  return fixed + (result.findings ? countOf(result.findings, words) : '');
}
