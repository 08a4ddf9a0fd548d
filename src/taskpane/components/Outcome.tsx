/** The outcome of a step's last command: done or refused, and its undo. */
import { Button, Caption1, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { type ReactElement, useId, useState } from 'react';
import type { WorkStep } from '../../commands/command';
import { placeName } from '../../locales/commandWords';
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
              {shown.meanwhile.length > 0 && <div>{words.meanwhile(shown.meanwhile.join(', '))}</div>}
              {shown.lost.map(({ sheet, cell, value }) => (
                <div key={`${sheet}!${cell}`}>{words.lost(placeName({ sheet, cell }), value)}</div>
              ))}
            </div>
          </MessageBarBody>
        </MessageBar>
      )}
      {undo?.workStep === workStep && <Undo />}
    </>
  );
}

/** Undo; where it removes sheets, it shows which, and asks first. */
function Undo(): ReactElement | null {
  const look = useLook();
  const hint = useId();
  const { words, session, state } = usePane();
  const [asked, setAsked] = useState(false);
  if (!state.undo) return null;
  const sheets = state.undo.steps.flatMap(({ inverse, sheet }) => (inverse.type === 'removeAdded' ? [sheet] : []));
  const isUpdate = state.undo.steps.some(({ inverse }) => inverse.type === 'remakeSheet');
  const run = isUpdate ? words.undo.update : sheets.length > 0 ? words.undo.sheets : words.undo.cells;
  const told = isUpdate ? words.undo.hintUpdate : sheets.length > 0 ? words.undo.hint : words.undo.hintCells;
  const asks = sheets.length > 0 && asked;
  const undo = (): void => {
    setAsked(false);
    void session.undo();
  };
  return (
    <div className={look.lines}>
      {asks && <div>{words.undo.wouldGo(sheets.join(', '))}</div>}
      <Button
        className={look.start}
        disabledFocusable={state.running !== null}
        aria-describedby={hint}
        onClick={sheets.length === 0 || asks ? undo : () => setAsked(true)}
      >
        {asks ? words.undo.confirm(sheets.length) : run}
      </Button>
      {asks && (
        <Button className={look.start} onClick={() => setAsked(false)}>
          {words.undo.keep}
        </Button>
      )}
      <Caption1 id={hint} className={look.hint}>
        {told}
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
