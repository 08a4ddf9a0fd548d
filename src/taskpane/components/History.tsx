/** What was done since the pane was opened, newest first. */
import { Caption1 } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { clockText } from '../../locales/times';
import { Disclosure } from './Disclosure';
import { useLook } from './look';
import { usePane } from './pane';

export function History(): ReactElement | null {
  const look = useLook();
  const { words, commandWords, state } = usePane();
  if (state.log.length === 0) return null;
  return (
    <Disclosure level="h2" title={words.log.title(state.log.length)}>
      <ol className={look.list}>
        {state.log.map(({ at, sentences }, index) => (
          // Entries are only ever added at the head.
          <li key={state.log.length - index} className={look.item}>
            <Caption1 className={look.hint}>{clockText(at)}</Caption1>
            {sentences(commandWords).map((sentence) => (
              <div key={sentence}>{sentence}</div>
            ))}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
