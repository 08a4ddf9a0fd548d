/** The last part of the pane: what helps where something does not work. It is loaded when it is opened. */
import { Spinner } from '@fluentui/react-components';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { Disclosure } from '../Disclosure';
import { ErrorBoundary } from '../ErrorBoundary';
import { usePane } from '../pane';

const load = () => import(/* webpackChunkName: "help" */ './HelpPanel');

export function Help(): ReactElement {
  const { words, session, state } = usePane();
  const [Panel, setPanel] = useState(() => lazy(load));
  return (
    <Disclosure
      level="h2"
      title={words.help.title}
      open={state.helpOpen}
      onToggle={(open) => session.showHelp({ open })}
    >
      <ErrorBoundary onAgain={() => setPanel(lazy(load))}>
        <Suspense fallback={<Spinner label={words.loading} />}>
          <Panel />
        </Suspense>
      </ErrorBoundary>
    </Disclosure>
  );
}
