/** Figures pasted into a workbook whose covenant is changed afterwards. */
import fc from 'fast-check';
import { parseAddress } from '../../src/spreadsheet/plan';
import { entriesArbitrary, type UnitFigures } from './arbitraries';
import { changedCovenantArbitrary, type ChangedCovenant } from './arbitraryChange';
import { describeWorkbook } from './commands';
import { constant } from './formulas';
import { must, openScoring, preparedWorkbook, type ScoringBench } from './scoringBench';
import { writeCovenant } from './smallCovenant';

export interface ChangedCase {
  change: ChangedCovenant;
  figures: UnitFigures[];
}

/** A covenant, the one that it is changed into, and what was entered before. */
export const changedCaseArbitrary: fc.Arbitrary<ChangedCase> = changedCovenantArbitrary.chain((change) => {
  const { criteria, cluster } = change.before;
  const { length } = cluster.units;
  return fc.record({
    change: fc.constant(change),
    figures: fc.array(entriesArbitrary(criteria), { minLength: length, maxLength: length }),
  });
});

/** The workbook with the covenant changed and the sheets as they were; gives what was entered. */
export async function openChanged({
  change,
  figures,
}: ChangedCase): Promise<{ bench: ScoringBench; entries: Entry[] }> {
  const { criteria, cluster, rules } = change.before;
  const bench = await openScoring(await preparedWorkbook({ criteria: { ...criteria, rules }, cluster }));
  const entries = await fill(bench, figures);
  writeCovenant(bench.workbook, change.after);
  return { bench, entries };
}

/** A cell of a unit's line and what was entered there. */
export interface Entry {
  unit: string;
  sheet: string;
  code: string;
  column: 'target' | 'figure' | 'self' | 'reviewed' | 'agreed' | 'evidence';
  value: string | number;
}

/** Pastes the figures of every unit; gives what was written. */
async function fill(bench: ScoringBench, figures: readonly UnitFigures[]): Promise<Entry[]> {
  const at = must(await describeWorkbook());
  return at.units.flatMap(({ id, sheet, lines }, unit) =>
    lines.flatMap(({ code, cells }, index) => {
      const typed = figures[unit]?.lines[index];
      if (!typed) return [];
      const { entry, reviewed, agreed, evidence, target } = typed;
      const values = {
        [typed.column]: entry,
        reviewed,
        agreed,
        evidence,
        target: target?.source === 'sheet' ? target.value : null,
      };
      return (['target', 'figure', 'self', 'reviewed', 'agreed', 'evidence'] as const).flatMap((column): Entry[] => {
        const [cell, value] = [cells[column], values[column] ?? null];
        if (cell === null || value === null || typeof value === 'boolean') return [];
        bench.workbook.write(bench.sheet(sheet), { ...parseAddress(cell), rows: 1, columns: 1 }, [[constant(value)]]);
        return [{ unit: id, sheet, code, column, value }];
      });
    }),
  );
}
