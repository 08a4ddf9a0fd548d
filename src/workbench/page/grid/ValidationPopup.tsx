/** What stands beside a cell that has validation: its message, and the arrow of its list with the list itself. */
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';

export interface ValidationHint {
  title: string;
  message: string;
  /** What the list offers; empty where the cell has none. */
  choices: readonly string[];
  /** What a screen reader calls the arrow. */
  label: string;
  choose(text: string): void;
  /** Gives the keyboard back to the grid. */
  leave(): void;
  /** Told how the list is opened by the keyboard. */
  onOpener(open: (() => void) | null): void;
}

/** Univer hands a popup to its component. */
interface Props {
  popup: { extraProps?: { aid?: ValidationHint } };
}

export function ValidationPopup({ popup }: Props): ReactElement | null {
  const aid = popup.extraProps?.aid;
  const [open, setOpen] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    aid?.onOpener(() => setOpen(true));
    return () => aid?.onOpener(null);
  }, [aid]);
  useEffect(() => {
    if (open) list.current?.querySelector('button')?.focus();
  }, [open]);
  if (!aid) return null;
  const close = (): void => {
    setOpen(false);
    aid.leave();
  };
  const move = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') close();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <div className="aid">
      {aid.choices.length > 0 && (
        <button
          type="button"
          className="arrow"
          aria-label={aid.label}
          aria-expanded={open}
          onClick={() => (open ? close() : setOpen(true))}
        />
      )}
      {open ? (
        <ul ref={list} onKeyDown={move} aria-label={aid.label}>
          {aid.choices.map((text) => (
            <li key={text}>
              <button
                type="button"
                onClick={() => {
                  aid.choose(text);
                  close();
                }}
              >
                {text}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        aid.message !== '' && (
          <p>
            {aid.title !== '' && <strong>{aid.title}</strong>}
            {aid.message}
          </p>
        )
      )}
    </div>
  );
}
