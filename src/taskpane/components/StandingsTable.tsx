/** The standings, best first, each with the explanation as it stands in the workbook. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { RankResult } from '../../commands/rankUnits';
import { usePane } from './pane';

type Standings = RankResult['standings'];
type Row = Standings[number];

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', fontSize: tokens.fontSizeBase200 },
  caption: { position: 'absolute', clipPath: 'inset(50%)', width: '1px', height: '1px', overflow: 'hidden' },
  heading: { fontWeight: tokens.fontWeightSemibold, padding: tokens.spacingVerticalXS, textAlign: 'start' },
  cell: {
    padding: tokens.spacingVerticalXS,
    textAlign: 'start',
    verticalAlign: 'top',
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightRegular,
  },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  explanation: {
    padding: `0 ${tokens.spacingVerticalXS} ${tokens.spacingVerticalS}`,
    color: tokens.colorNeutralForeground3,
    lineHeight: tokens.lineHeightBase200,
  },
});

export function StandingsTable({ standings }: { standings: Standings }): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const { columns, caption } = words.rank;
  const number = mergeClasses(styles.heading, styles.number);
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={number}>
            {columns.rank}
          </th>
          <th scope="col" className={styles.heading}>
            {columns.unit}
          </th>
          <th scope="col" className={number}>
            {columns.total}
          </th>
          <th scope="col" className={number}>
            {columns.bonus}
          </th>
          <th scope="col" className={number}>
            {columns.penalty}
          </th>
        </tr>
      </thead>
      {byRank(standings).map((row) => (
        <StandingRows key={row.unit} row={row} />
      ))}
    </table>
  );
}

function StandingRows({ row }: { row: Row }): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const { rank, score } = row;
  const number = mergeClasses(styles.cell, styles.number);
  const points = (of: 'total' | 'bonus' | 'penalty'): string => (score ? words.points(score[of]) : '');
  return (
    <tbody>
      <tr>
        <td className={mergeClasses(number, styles.strong)}>
          {rank ?? <span aria-label={words.rank.noRankLabel}>{words.rank.noRank}</span>}
        </td>
        <th scope="row" className={mergeClasses(styles.cell, styles.strong)}>
          {row.name}
        </th>
        <td className={mergeClasses(number, styles.strong)}>{points('total')}</td>
        <td className={number}>{points('bonus')}</td>
        <td className={number}>{points('penalty')}</td>
      </tr>
      <tr>
        <td />
        <td colSpan={4} className={styles.explanation}>
          {/* Written in Vietnamese whatever the language of the pane. */}
          <span lang="vi">{row.explanation}</span>
          {row.title !== '' && <div>{words.rank.proposed(row.title)}</div>}
          {row.rankWithoutDeferred !== null && row.rankWithoutDeferred !== rank && (
            <div>{words.rank.withoutDeferred(row.rankWithoutDeferred)}</div>
          )}
        </td>
      </tr>
    </tbody>
  );
}

/** Ranked units first; the others, and equals, stay in the covenant's order. */
function byRank(standings: Standings): Standings {
  return [...standings].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0);
}
