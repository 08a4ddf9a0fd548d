/** The outcome of a step's last command: done or refused, and its undo. */
import { Button, Caption1, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { type ReactElement, useId } from 'react';
import type { WorkStep } from '../../commands/command';
import { FindingItem } from './FindingItem';
import { useLook } from './look';
import { usePane } from './pane';

export function Outcome({ workStep }: { workStep: WorkStep }): ReactElement | null {
  const look = useLook();
  const { commandWords, words, state } = usePane();
  const { log, undo, refused } = state;
  const [latest] = log;
  const shown = latest?.workStep === workStep ? latest : null;
  return (
    <>
      {refused?.workStep === workStep && <Refused />}
      {shown && !refused && (
        <MessageBar intent={shown.needsAttention ? 'warning' : 'success'} layout="multiline">
          <MessageBarBody>
            <div className={look.lines}>
              {shown.sentences(commandWords).map((sentence) => (
                <div key={sentence}>{sentence}</div>
              ))}
              {shown.skipped.map((part) => (
                <div key={part}>{words.skipped[part]}</div>
              ))}
            </div>
          </MessageBarBody>
        </MessageBar>
      )}
      {undo?.workStep === workStep && <Undo />}
    </>
  );
}

function Undo(): ReactElement | null {
  const look = useLook();
  const hint = useId();
  const { words, session, state } = usePane();
  if (!state.undo) return null;
  const ofSheets = state.undo.steps.some(({ inverse }) => inverse.type === 'removeAdded');
  return (
    <div className={look.lines}>
      <Button
        className={look.start}
        disabledFocusable={state.running !== null}
        aria-describedby={hint}
        onClick={() => void session.undo()}
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
