/** The five steps of the work. Each comes when it is first looked at and then keeps what was opened, filtered and scrolled in it. */
import { createFocusOutlineStyle, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import {
  Activity,
  type ComponentType,
  lazy,
  type ReactElement,
  Suspense,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { WORK_STEPS, type WorkStep } from '../../commands/command';
import { ErrorBoundary } from './ErrorBoundary';
import { usePane } from './pane';
import { panelId, tabId, TabStrip } from './TabStrip';

/** Loads once more where the network failed the first time. */
function later<T>(load: () => Promise<T>): () => Promise<T> {
  return () => load().catch(load);
}

const LOADERS: Readonly<Record<WorkStep, () => Promise<{ default: ComponentType }>>> = {
  covenant: later(() => import('./covenant/CovenantTab')),
  score: later(() => import('./score/ScoreTab')),
  check: later(() => import('./check/CheckTab')),
  rank: later(() => import('./rank/RankTab')),
  print: later(() => import('./print/PrintTab')),
};

const useStyles = makeStyles({
  panel: createFocusOutlineStyle({ style: { outlineOffset: tokens.spacingVerticalXXS } }),
});

export function Tabs({ selected }: { selected: WorkStep }): ReactElement {
  const styles = useStyles();
  const { state } = usePane();
  const [seen, setSeen] = useState<readonly WorkStep[]>([selected]);
  if (!seen.includes(selected)) setSeen([...seen, selected]);
  useKeptScroll(selected);
  useFocusOnShow(selected, state.led);
  useKeptFocus(selected);
  return (
    <>
      <TabStrip selected={selected} />
      {WORK_STEPS.filter((section) => seen.includes(section)).map((section) => (
        <Activity key={section} mode={section === selected ? 'visible' : 'hidden'}>
          {/* A stop of the Tab key: Office goes on from what has the keyboard only where it is one. */}
          <div
            role="tabpanel"
            id={panelId(section)}
            aria-labelledby={tabId(section)}
            tabIndex={0}
            className={styles.panel}
          >
            <Step section={section} />
          </div>
        </Activity>
      ))}
    </>
  );
}

/** The content of a step; where it could not be loaded it can be loaded again, which React does not do by itself. */
function Step({ section }: { section: WorkStep }): ReactElement {
  const { words } = usePane();
  const [Content, setContent] = useState(() => lazy(LOADERS[section]));
  return (
    <ErrorBoundary onAgain={() => setContent(lazy(LOADERS[section]))}>
      <Suspense fallback={<Spinner label={words.loading} />}>
        <Content />
      </Suspense>
    </ErrorBoundary>
  );
}

/** Keeps the scroll position of each tab. */
function useKeptScroll(selected: WorkStep): void {
  const places = useRef(new Map<WorkStep, number>());
  useLayoutEffect(() => {
    const page = document.documentElement;
    page.scrollTop = places.current.get(selected) ?? 0;
    const keep = (): void => void places.current.set(selected, page.scrollTop);
    window.addEventListener('scroll', keep, { passive: true });
    return () => window.removeEventListener('scroll', keep);
  }, [selected]);
}

/** When a command or a link turns to a step, the keyboard focus moves to it as well. */
function useFocusOnShow(selected: WorkStep, led: number): void {
  const followed = useRef(led);
  useEffect(() => {
    if (followed.current === led) return;
    followed.current = led;
    document.getElementById(panelId(selected))?.focus();
  }, [selected, led]);
}

/**
 * The focused element may be removed, as the button of a finding that was fixed: then the focus moves to its step. Not after the
 * person has gone to the sheet: what is typed there would end up in the pane.
 */
function useKeptFocus(selected: WorkStep): void {
  useEffect(() => {
    let last: EventTarget | null = null;
    const keep = ({ target }: FocusEvent): void => void (last = target);
    const follow = new MutationObserver(() => {
      const gone = last instanceof Element && !last.isConnected;
      if (gone && document.activeElement === document.body) document.getElementById(panelId(selected))?.focus();
    });
    const leave = (): void => void (last = null);
    document.addEventListener('focusin', keep);
    window.addEventListener('blur', leave);
    follow.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', keep);
      window.removeEventListener('blur', leave);
      follow.disconnect();
    };
  }, [selected]);
}
