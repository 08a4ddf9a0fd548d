/** What came of a section's last command: done or refused, and how to take it back. */
import { Button, Caption1, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { type ReactElement, useId } from 'react';
import type { SectionId } from '../sessionState';
import { FindingItem } from './FindingItem';
import { activitySentences } from './activityText';
import { useLook } from './look';
import { usePane } from './pane';

export function Outcome({ section }: { section: SectionId }): ReactElement | null {
  const look = useLook();
  const { words, state } = usePane();
  const { log, undo, refused } = state;
  const [latest] = log;
  const shown = latest?.section === section ? latest.what : null;
  return (
    <>
      {refused?.section === section && <Refused />}
      {shown && !refused && (
        <MessageBar intent={isDoubtful(shown) ? 'warning' : 'success'} layout="multiline">
          <MessageBarBody>
            <div className={look.lines}>
              {activitySentences(shown, words).map((sentence) => (
                <div key={sentence}>{sentence}</div>
              ))}
            </div>
          </MessageBarBody>
        </MessageBar>
      )}
      {undo?.section === section && <TakeBack />}
    </>
  );
}

function isDoubtful(what: Parameters<typeof activitySentences>[0]): boolean {
  if (what.type === 'fixed') return what.skipped.length > 0;
  if (what.type === 'rolledBack') return what.left.length > 0;
  return what.type === 'checked' ? what.errors > 0 : what.type === 'ranked' && what.provisional;
}

function TakeBack(): ReactElement | null {
  const look = useLook();
  const hint = useId();
  const { words, session, state } = usePane();
  if (!state.undo) return null;
  const ofSheets = state.undo.undo.type === 'sheets';
  return (
    <div className={look.lines}>
      <Button
        className={look.start}
        disabledFocusable={state.running !== null}
        aria-describedby={hint}
        onClick={() => void session.takeBack()}
      >
        {ofSheets ? words.undo.sheets : words.undo.cells}
      </Button>
      <Caption1 id={hint} className={look.hint}>
        {ofSheets ? words.undo.hint : words.undo.hintCells}
      </Caption1>
    </div>
  );
}

/** The findings that kept a command from being done. */
function Refused(): ReactElement | null {
  const look = useLook();
  const { words, state } = usePane();
  if (!state.refused) return null;
  return (
    <>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{words.refused}</MessageBarBody>
      </MessageBar>
      <ul className={look.list}>
        {state.refused.findings.map((one, index) => (
          // Findings have no identity of their own; the list is replaced as a whole.
          <FindingItem key={index} finding={one} />
        ))}
      </ul>
    </>
  );
}
