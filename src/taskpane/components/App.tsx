/** The whole pane: the header, what went wrong, the five steps as tabs, what was done, and help. */
import { makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { type ReactElement, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Words } from '../../locales/languages';
import type { Wordings } from '../actions';
import type { Session } from '../session';
import type { Brightness } from '../theme';
import { Announcer } from './Announcer';
import { FailureNote } from './FailureNote';
import { Frame } from './Frame';
import { Header } from './Header';
import { Help } from './help/Help';
import { History } from './History';
import { useLook } from './look';
import { PaneProvider, usePane } from './pane';
import { Tabs } from './Tabs';
import { WaitingNote } from './WaitingNote';

export interface AppProps {
  session: Session;
  words: Words;
  wordings: Wordings;
  brightness: Brightness;
}

export function App({ session, words, wordings, brightness }: AppProps): ReactElement {
  const state = useSyncExternalStore(session.subscribe, session.state);
  const pane = useMemo(
    () => ({ words: words.ui, commandWords: words.commands, wordings, session, state }),
    [words, wordings, session, state],
  );
  useEffect(() => session.open(), [session]);
  return (
    <Frame brightness={brightness}>
      <PaneProvider value={pane}>
        <Header />
        <Body />
        <Announcer />
      </PaneProvider>
    </Frame>
  );
}

const useStyles = makeStyles({
  body: {
    flexGrow: 1,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL}`,
  },
});

function Body(): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const { words, state } = usePane();
  const { overview, workStep, failure, waiting } = state;
  const opening = overview === null && failure === null;
  return (
    <main className={mergeClasses(look.stack, styles.body)} aria-busy={opening}>
      {waiting && <WaitingNote waiting={waiting} />}
      {failure && <FailureNote thrown={failure.thrown} />}
      {opening && <Spinner label={words.steps.reading} />}
      {overview && workStep && <Tabs selected={workStep} />}
      <History />
      <Help />
    </main>
  );
}
