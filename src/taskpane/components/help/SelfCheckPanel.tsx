/** The self-check: its button, its progress, and its report to copy with what the person has answered. */
import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { selfCheckWords } from '../../../locales/selfCheck';
import { type Answers, formatReport } from '../../../selfCheck/report';
import type { SelfCheckResult } from '../../../selfCheck/result';
import { Bar } from '../Bar';
import { Card } from '../Card';
import { useLook } from '../look';
import { usePane } from '../pane';
import { Questions } from './Questions';

const useStyles = makeStyles({
  area: { minWidth: 0, width: '100%' },
  // By itself Fluent shows ten lines at most.
  report: {
    maxHeight: 'none',
    minWidth: 0,
    width: '100%',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export function SelfCheckPanel(): ReactElement {
  const look = useLook();
  const { words, session, state } = usePane();
  const { pane } = selfCheckWords(words.language);
  const { progress, result } = state.selfCheck;
  return (
    <Card title={pane.title}>
      <p className={look.hint}>{pane.intro}</p>
      <Button
        className={look.start}
        disabledFocusable={state.running !== null}
        onClick={() => void session.selfCheck()}
      >
        {result ? pane.again : pane.start}
      </Button>
      {progress && (
        <div className={look.lines}>
          <span className={look.number}>{pane.progress(progress.done, progress.of)}</span>
          <Bar label={pane.progress(progress.done, progress.of)} done={progress.done} of={progress.of} />
        </div>
      )}
      {result && <Report result={result} />}
    </Card>
  );
}

function Report({ result }: { result: SelfCheckResult }): ReactElement {
  const look = useLook();
  const styles = useStyles();
  const { words } = usePane();
  const all = selfCheckWords(words.language);
  const { pane } = all;
  const [answers, setAnswers] = useState<Answers>({});
  const [copied, setCopied] = useState<'copied' | 'copyByHand' | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  useFocusUnlessElsewhere(area);
  const copy = async (): Promise<void> => {
    const text = area.current;
    if (text) setCopied((await copyText(text)) ? 'copied' : 'copyByHand');
  };
  const answer = (changed: Answers): void => {
    setAnswers({ ...answers, ...changed });
    setCopied(null);
  };
  return (
    <>
      <Textarea
        readOnly
        resize="vertical"
        className={styles.area}
        aria-label={pane.report}
        value={formatReport(result, answers, all)}
        textarea={{ ref: area, rows: 20, spellCheck: false, className: styles.report }}
      />
      <div className={look.row}>
        <Button appearance="primary" onClick={() => void copy()}>
          {pane.copy}
        </Button>
        <span aria-live="polite">{copied && pane[copied]}</span>
      </div>
      <p className={look.hint}>{pane.whereTo}</p>
      <Questions result={result} answers={answers} onAnswer={answer} />
    </>
  );
}

/** Leads the keyboard to the report, unless the person has gone on to something else meanwhile. */
function useFocusUnlessElsewhere(area: React.RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const { activeElement, body } = document;
    const card = area.current?.closest('section');
    if (activeElement === body || card?.contains(activeElement)) area.current?.focus();
  }, [area]);
}

/** Some web views of Office forbid the newer way; the text stays selected where both are forbidden. */
async function copyText(area: HTMLTextAreaElement): Promise<boolean> {
  area.focus();
  area.select();
  try {
    await navigator.clipboard.writeText(area.value);
    return true;
  } catch {
    return document.execCommand('copy');
  }
}
