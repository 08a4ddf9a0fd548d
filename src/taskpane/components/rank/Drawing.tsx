/** The ranking as bars: standard points and bonus to the right, the penalty to the left. All of it is said in the list too. */
import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { OverviewStanding } from '../../../workbook/overview';
import { Card } from '../Card';
import { useLook } from '../look';
import { usePane } from '../pane';
import { byRank } from './Standings';

const FORCED = { forcedColorAdjust: 'none' } as const;

const useStyles = makeStyles({
  bars: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 5fr)',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'center',
  },
  name: { overflowWrap: 'anywhere' },
  // A gap separates neighbouring parts; a border would hide those of a few hundredths.
  bar: { display: 'flex', columnGap: '1px', height: '0.9em' },
  part: { boxSizing: 'border-box', flexShrink: 0, minWidth: '2px' },
  // Forced colours take backgrounds away, and a theme's own may not be seen on the colours that are forced.
  standard: {
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { ...FORCED, backgroundColor: 'Canvas', border: '1px solid CanvasText' },
  },
  bonus: {
    backgroundColor: tokens.colorPaletteGreenForeground1,
    '@media (forced-colors: active)': { ...FORCED, backgroundColor: 'Highlight' },
  },
  penalty: {
    backgroundColor: tokens.colorPaletteRedForeground1,
    '@media (forced-colors: active)': { ...FORCED, backgroundColor: 'CanvasText' },
  },
  swatch: { display: 'inline-block', width: '0.9em', height: '0.9em', verticalAlign: 'middle' },
});

type PartName = 'standard' | 'bonus' | 'penalty';
const PARTS: readonly PartName[] = ['standard', 'bonus', 'penalty'];

type Scored = OverviewStanding & { score: NonNullable<OverviewStanding['score']> };
const isScored = (one: OverviewStanding): one is Scored => one.score !== null;

export function Drawing({ standings }: { standings: readonly OverviewStanding[] }): ReactElement | null {
  const look = useLook();
  const styles = useStyles();
  const { words } = usePane();
  const { drawing } = words.rank;
  const drawn = byRank(standings.filter(isScored), ({ rank }) => rank).filter(isScored);
  if (drawn.length === 0) return null;
  const left = Math.max(...drawn.map(({ score }) => score.penalty));
  const right = Math.max(1, ...drawn.map(({ score }) => score.standard + score.bonus));
  const share = (points: number): string => `${(100 * points) / (left + right)}%`;
  const label = drawn.map(({ name, score }) =>
    drawing.bar(name, words.points(score.provisionalTotal), words.points(score.bonus), words.points(score.penalty)),
  );
  return (
    <Card title={drawing.title}>
      <div className={styles.bars} role="img" aria-label={drawing.label(label.join('; '))}>
        {drawn.map(({ unit, name, score }) => (
          <Bar key={unit} name={name} score={score} before={share(left - score.penalty)} share={share} />
        ))}
      </div>
      <Caption1 className={look.row} aria-hidden>
        {PARTS.map((part) => (
          <span key={part}>
            <span className={mergeClasses(styles.part, styles.swatch, styles[part])} /> {drawing[part]}
          </span>
        ))}
      </Caption1>
    </Card>
  );
}

interface BarProps {
  name: string;
  score: Scored['score'];
  /** What stays free left of the penalty, as a share of the whole width. */
  before: string;
  share(points: number): string;
}

function Bar({ name, score, before, share }: BarProps): ReactElement {
  const styles = useStyles();
  const part = (which: PartName): ReactElement | null =>
    score[which] > 0 ? (
      <span className={mergeClasses(styles.part, styles[which])} style={{ width: share(score[which]) }} />
    ) : null;
  return (
    <>
      <Caption1 className={styles.name}>{name}</Caption1>
      <span className={styles.bar} style={{ paddingInlineStart: before }}>
        {part('penalty')}
        {part('standard')}
        {part('bonus')}
      </span>
    </>
  );
}
