/** Ties across a quota's edge: the cluster decides, and records its order in a cell. */
import { Link, mergeClasses } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Finding } from '../../../covenant/findings';
import { Card } from '../Card';
import { useLook } from '../look';
import { usePane } from '../pane';

export function Ties({ findings }: { findings: readonly Finding[] }): ReactElement | null {
  const look = useLook();
  const { words, session, state } = usePane();
  const ties = findings.flatMap((one) => (one.code === 'tie-at-quota' ? [{ ...one.data, place: one.place }] : []));
  if (ties.length === 0) return null;
  return (
    <Card title={words.rank.ties}>
      <ul className={look.list}>
        {ties.map(({ title, units, places, place }) => (
          <li key={title} className={look.item}>
            <span>{words.rank.tie(title, units, places)}</span>
            {place && (
              <Link
                as="button"
                className={mergeClasses(look.start, look.link)}
                disabledFocusable={state.running !== null}
                aria-label={words.rank.resolveOf(title)}
                onClick={() => void session.goTo(place)}
              >
                {words.rank.resolve}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
