/** The standings, best first, as a list: a table of so many columns would not fit a narrow pane. */
import { Caption1, makeStyles, mergeClasses, Switch, tokens } from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import type { OverviewStanding } from '../../../workbook/overview';
import { Card } from '../Card';
import { Disclosure } from '../Disclosure';
import { useLook } from '../look';
import { usePane } from '../pane';

const useStyles = makeStyles({
  rank: { minWidth: '1.6em', fontSize: tokens.fontSizeBase400, textAlign: 'end' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, flexBasis: '4em', minWidth: 0 },
});

export function Standings({ standings }: { standings: readonly OverviewStanding[] }): ReactElement {
  const look = useLook();
  const { words } = usePane();
  const [without, setWithout] = useState(false);
  const deferred = standings.some(({ eligibility }) => eligibility === 'deferred');
  const rankOf = (one: OverviewStanding): number | null => (deferred && without ? one.rankWithoutDeferred : one.rank);
  const moved = standings.some(hasMoved);
  return (
    <Card title={words.rank.standings}>
      {deferred && (
        <Switch
          label={words.rank.withoutDeferred}
          checked={without}
          onChange={(_, { checked }) => setWithout(checked)}
        />
      )}
      <ol className={look.list}>
        {byRank(standings, rankOf).map((one) => (
          <Standing key={one.unit} standing={one} rank={rankOf(one)} />
        ))}
      </ol>
      {moved && <Caption1 className={look.hint}>{words.rank.movementHint}</Caption1>}
    </Card>
  );
}

/** Ranked units first; the others, and equals, stay in the covenant's order. */
export function byRank(
  standings: readonly OverviewStanding[],
  rankOf: (one: OverviewStanding) => number | null,
): OverviewStanding[] {
  return [...standings].sort((a, b) => (rankOf(a) ?? Infinity) - (rankOf(b) ?? Infinity) || 0);
}

function Standing({ standing, rank }: { standing: OverviewStanding; rank: number | null }): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const { words } = usePane();
  const { score, title, explanation, name } = standing;
  return (
    <li className={look.item}>
      <div className={styles.row}>
        <span className={mergeClasses(styles.rank, look.strong, look.number)}>
          <span aria-hidden>{rank ?? words.rank.noRank}</span>
          <span className={look.unseen}>{rank === null ? words.rank.noRankLabel : words.rank.rank(rank)}</span>
        </span>
        <span className={mergeClasses(styles.name, look.strong)}>{name}</span>
        <span className={mergeClasses(look.strong, look.number)}>
          <span className={look.unseen}>{words.rank.total} </span>
          {score ? words.points(score.provisionalTotal) : words.rank.noRank}
        </span>
      </div>
      <Caption1 className={mergeClasses(look.hint, look.row)}>
        {score && <span>{words.rank.bonus(words.points(score.bonus))}</span>}
        {score && <span>{words.rank.penalty(words.points(score.penalty))}</span>}
        <Movement standing={standing} />
      </Caption1>
      {title !== '' && <Caption1 lang="vi">{words.rank.proposed(title)}</Caption1>}
      <Disclosure title={words.rank.why} label={words.rank.whyOf(name)}>
        {/* Written in Vietnamese whatever the language of the pane. */}
        <Caption1 lang="vi">{explanation}</Caption1>
      </Disclosure>
    </li>
  );
}

/** Whether a unit had a rank at any stage. */
function hasMoved({ movement }: OverviewStanding): boolean {
  return movement !== null && Object.values(movement).some(({ rank }) => rank !== null);
}

/** The rank at each stage: arrows for the eye, words for the ear. */
function Movement({ standing }: { standing: OverviewStanding }): ReactElement | null {
  const look = useLook();
  const { words } = usePane();
  const { movement } = standing;
  if (movement === null || !hasMoved(standing)) return null;
  const worded = (say: (self: string, reviewed: string, agreed: string) => string, none: string): string => {
    const { self, reviewed, agreed } = movement;
    const text = (rank: number | null): string => (rank === null ? none : String(rank));
    return say(text(self.rank), text(reviewed.rank), text(agreed.rank));
  };
  return (
    <span className={look.number}>
      <span aria-hidden>{worded(words.rank.movement, words.rank.noRank)}</span>
      <span className={look.unseen}>
        {worded(words.rank.movementLabel, words.rank.noRankLabel.toLocaleLowerCase())}
      </span>
    </span>
  );
}
