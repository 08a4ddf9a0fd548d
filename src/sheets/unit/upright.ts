/** What an upright page shows by formula of the cells that stand beside and above it. */
import { type CriteriaSet, type Node, isSection, walk } from '../../covenant/criteria';
import type { RowKey } from '../../spreadsheet/keys';
import type { Addresses, KeyedFormula, Layout } from '../../spreadsheet/layout';
import type { UnitColumn } from '../shared/columns';
import { sharedWords } from '../shared/words';
import {
  isUpright,
  nodeKey,
  nodesOf,
  PARTS,
  printedColumns,
  PROPOSED_KEY,
  REVIEWER_KEY,
  STAGE_COLUMN,
  STAGE_KEY,
  STANDING_KEY,
} from './layout';
import { hasProposals } from './table';
import { words } from './words';

/** Stage, reviewer and seal in one line; evidence and reason of each line in one column, with the mark of what is proposed. */
export function uprightFormulas(
  criteria: CriteriaSet,
  layout: Layout<UnitColumn>,
  at: Addresses<UnitColumn>,
): KeyedFormula<UnitColumn>[] {
  if (!isUpright(layout)) return [];
  const choice = (row: RowKey, column: UnitColumn): string => at.fixed(row, column) ?? '#REF!';
  const [stage, reviewer] = [choice(STAGE_KEY, STAGE_COLUMN), choice(REVIEWER_KEY, STAGE_COLUMN)];
  const standing = words.standing(stage, reviewer, choice(STAGE_KEY, printedColumns(layout).message[0]));
  const note = choice(PROPOSED_KEY, 'number');
  const remarks = (node: Node): string | null => {
    const cell = (column: UnitColumn): string => at.fixedColumn(nodeKey(node), column) ?? '#REF!';
    if (isSection(node)) return node.proposed ? words.markedSection(note) : null;
    const joined = words.joined(cell('evidence'), cell('note'));
    return node.proposed ? words.markedLine(note, joined) : joined;
  };
  return [
    { row: STANDING_KEY, column: 'number', formula: `=${standing}` },
    ...PARTS.flatMap((part) => walk(nodesOf(criteria, part))).flatMap((node): KeyedFormula<UnitColumn>[] => {
      const formula = remarks(node);
      return formula === null ? [] : [{ row: nodeKey(node), column: 'remarks', formula: `=${formula}` }];
    }),
    ...(hasProposals(criteria)
      ? [
          {
            row: PROPOSED_KEY,
            column: 'number',
            formula: `=IF(EXACT(${stage},"${sharedWords.stages.agreed}"),"","${words.notYetAgreed}")`,
          } as const,
        ]
      : []),
  ];
}
