/** The whole pane: four sections, from the covenant to the ranking. */
import { type ReactElement, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Words } from '../../locales';
import type { Wordings } from '../actions';
import type { Session } from '../session';
import type { Brightness } from '../theme';
import { Announcer } from './Announcer';
import { CheckSection } from './CheckSection';
import { CovenantSection } from './CovenantSection';
import { Frame } from './Frame';
import { InsertSection } from './InsertSection';
import { PaneProvider } from './pane';
import { RankSection } from './RankSection';

export interface AppProps {
  session: Session;
  words: Words;
  wordings: Wordings;
  brightness: Brightness;
}

export function App({ session, words, wordings, brightness }: AppProps): ReactElement {
  const state = useSyncExternalStore(session.subscribe, session.state);
  const pane = useMemo(() => ({ words: words.ui, wordings, session, state }), [words, wordings, session, state]);
  useEffect(() => {
    // Reports its own failures in the session.
    void session.loadCatalogue();
  }, [session]);
  return (
    <Frame brightness={brightness} title={words.ui.title}>
      <PaneProvider value={pane}>
        <CovenantSection />
        <InsertSection />
        <CheckSection />
        <RankSection />
        <Announcer />
      </PaneProvider>
    </Frame>
  );
}
