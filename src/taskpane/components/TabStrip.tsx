/**
 * The tabs of the pane. Fluent's own TabList would add more to the first load than all other controls together; these follow
 * the same pattern: one stop of the Tab key, arrows, Home and End between them.
 */
import { createFocusOutlineStyle, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactElement, useRef } from 'react';
import { WORK_STEPS, type WorkStep } from '../../commands/command';
import { usePane } from './pane';

const useStyles = makeStyles({
  strip: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXXS },
  tab: {
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalXS}`,
    border: 'none',
    borderBottom: `${tokens.strokeWidthThicker} solid transparent`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground2Hover, borderBottomColor: tokens.colorNeutralStroke1Hover },
    // Forced colours would show the line under every tab.
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
    ...createFocusOutlineStyle({ style: { outlineOffset: '-2px' } }),
  },
  selected: {
    borderBottomColor: tokens.colorCompoundBrandStroke,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { borderBottomColor: tokens.colorCompoundBrandStroke },
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
});

/** Ids that tabs and panels know each other by. */
export const tabId = (section: WorkStep): string => `tab-${section}`;
export const panelId = (section: WorkStep): string => `panel-${section}`;

export function TabStrip({ selected }: { selected: WorkStep }): ReactElement {
  const styles = useStyles();
  const { words, session } = usePane();
  const strip = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = neighbour(selected, event.key);
    if (target === null) return;
    event.preventDefault();
    session.show(target);
    strip.current?.querySelector<HTMLElement>(`#${tabId(target)}`)?.focus();
  };
  return (
    <div ref={strip} role="tablist" aria-label={words.sectionsLabel} className={styles.strip}>
      {WORK_STEPS.map((section) => (
        <button
          key={section}
          type="button"
          role="tab"
          id={tabId(section)}
          aria-selected={section === selected}
          aria-controls={section === selected ? panelId(section) : undefined}
          tabIndex={section === selected ? 0 : -1}
          className={mergeClasses(styles.tab, section === selected && styles.selected)}
          onClick={() => session.show(section)}
          onKeyDown={onKeyDown}
        >
          {words.sections[section]}
        </button>
      ))}
    </div>
  );
}

/** The section that a key leads to; null for keys that lead nowhere. */
function neighbour(from: WorkStep, key: string): WorkStep | null {
  const at = WORK_STEPS.indexOf(from);
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    Home: 0,
    End: WORK_STEPS.length - 1,
  };
  const to = steps[key];
  return to === undefined ? null : (WORK_STEPS.at(to % WORK_STEPS.length) ?? null);
}
