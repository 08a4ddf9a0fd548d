/** What every part of the pane is given: the words, the session and what it shows now. */
import { createContext, useContext } from 'react';
import type { Words } from '../../locales/languages';
import type { Wordings } from '../actions';
import type { Session, SessionState } from '../session';

export interface Pane {
  words: Words['ui'];
  commandWords: Words['commands'];
  wordings: Wordings;
  session: Session;
  state: SessionState;
}

const PaneContext = createContext<Pane | null>(null);
export const PaneProvider = PaneContext.Provider;

/** Throws where a part is used outside the pane. */
export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('usePane outside PaneProvider');
  return pane;
}
