/** The five steps of the work. Each comes when it is first looked at and then keeps what was opened, filtered and scrolled in it. */
import { makeStyles, Spinner } from '@fluentui/react-components';
import {
  Activity,
  type ComponentType,
  lazy,
  type LazyExoticComponent,
  type ReactElement,
  Suspense,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { SECTIONS, type SectionId } from '../sessionState';
import { Fallible } from './Fallible';
import { usePane } from './pane';
import { panelId, tabId, TabStrip } from './TabStrip';

/** Once more where the network failed the first time. */
function later<T>(load: () => Promise<T>): () => Promise<T> {
  return () => load().catch(load);
}

const LOADERS = {
  covenant: later(() => import('./covenant/CovenantTab')),
  score: later(() => import('./score/ScoreTab')),
  check: later(() => import('./check/CheckTab')),
  rank: later(() => import('./rank/RankTab')),
  print: later(() => import('./print/PrintTab')),
};

const CONTENTS: Readonly<Record<SectionId, LazyExoticComponent<ComponentType>>> = {
  covenant: lazy(LOADERS.covenant),
  score: lazy(LOADERS.score),
  check: lazy(LOADERS.check),
  rank: lazy(LOADERS.rank),
  print: lazy(LOADERS.print),
};

const useStyles = makeStyles({ panel: { outlineStyle: 'none' } });

export function Tabs({ selected }: { selected: SectionId }): ReactElement {
  const styles = useStyles();
  const { words, state } = usePane();
  const [seen, setSeen] = useState<readonly SectionId[]>([selected]);
  if (!seen.includes(selected)) setSeen([...seen, selected]);
  useKeptScroll(selected);
  useLedFocus(selected, state.led);
  return (
    <>
      <TabStrip selected={selected} />
      {SECTIONS.filter((section) => seen.includes(section)).map((section) => {
        const Content = CONTENTS[section];
        return (
          <Activity key={section} mode={section === selected ? 'visible' : 'hidden'}>
            <div
              role="tabpanel"
              id={panelId(section)}
              aria-labelledby={tabId(section)}
              tabIndex={-1}
              className={styles.panel}
            >
              <Fallible>
                <Suspense fallback={<Spinner label={words.loading} />}>
                  <Content />
                </Suspense>
              </Fallible>
            </div>
          </Activity>
        );
      })}
    </>
  );
}

/** Each tab is found again where it was left. */
function useKeptScroll(selected: SectionId): void {
  const places = useRef(new Map<SectionId, number>());
  useLayoutEffect(() => {
    const page = document.documentElement;
    page.scrollTop = places.current.get(selected) ?? 0;
    const keep = (): void => void places.current.set(selected, page.scrollTop);
    window.addEventListener('scroll', keep, { passive: true });
    return () => window.removeEventListener('scroll', keep);
  }, [selected]);
}

/** Whoever is led to a section arrives there with the keyboard too. */
function useLedFocus(selected: SectionId, led: number): void {
  const followed = useRef(led);
  useEffect(() => {
    if (followed.current === led) return;
    followed.current = led;
    document.getElementById(panelId(selected))?.focus();
  }, [selected, led]);
}
