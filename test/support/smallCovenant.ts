/** Small covenants whose lines, units and awards a test names, and how they get onto the sheets of an open workbook. */
import { type Covenant, clusterSchema } from '../../src/covenant/covenant';
import { criteriaSetSchema } from '../../src/covenant/criteria';
import { rulesSchema } from '../../src/covenant/rules';
import { covenantPlan } from '../../src/sheets/covenant/plan';
import { criteriaPlan } from '../../src/sheets/criteria/plan';
import type { CellWrite } from '../../src/stand-in/workbook/cellContent';
import type { StandInWorkbook } from '../../src/stand-in/workbook/contract';
import { constant } from './formulas';

export const line = (code: string, kind: string, rest: object): object => ({
  kind,
  code,
  title: `Tiêu chí ${code}`,
  ...rest,
});
export const graded = (code: string, standard = 2): object => line(code, 'graded', { standard, step: 0.25 });

export interface Parts {
  lines?: readonly object[];
  units?: readonly string[];
  awards?: readonly object[];
  rules?: object;
}

/** Lines of one section, and units that are called after their codes: "Tỉnh u1". */
export function covenantOf({
  lines = [graded('A'), graded('B'), graded('C')],
  units = ['u1', 'u2', 'u3'],
  awards = [],
  rules = {},
}: Parts): Covenant {
  const points = lines.reduce<number>((sum, one) => sum + ('standard' in one ? Number(one.standard) : 0), 0);
  const criteria = criteriaSetSchema.parse({
    id: 'bo',
    title: 'Bộ tiêu chí',
    version: '1',
    scale: points,
    rules,
    sections: [{ kind: 'section', code: 'I', title: 'Mục một', standard: points, children: lines }],
    bonuses: [],
    penalties: [],
  });
  const cluster = clusterSchema.parse({
    id: 'cum',
    title: 'Cụm',
    units: units.map((id) => ({ id, name: `Tỉnh ${id}` })),
    awards,
  });
  return { criteria, cluster, rules: rulesSchema.parse(rules) };
}

/** *Giao ước* and *Tiêu chí* of an open workbook, written over with another covenant, as people do who edit them. */
export function writeCovenant(workbook: StandInWorkbook, covenant: Covenant): void {
  for (const { name, cells, merges } of [
    covenantPlan(covenant, 'Giao ước'),
    criteriaPlan(covenant.criteria, 'Tiêu chí'),
  ]) {
    const id = workbook.sheets().find((sheet) => sheet.name === name)?.id;
    if (id === undefined) throw new Error(`no sheet ${name}`);
    const below = { row: 1, column: 0, rows: 300, columns: cells[0]?.length ?? 0 };
    const protection = workbook.protection(id);
    workbook.unprotect(id, null);
    workbook.unmerge(id, below);
    workbook.clear(id, below, 'contents');
    const lines = cells
      .slice(1)
      .map((line) =>
        line.map((cell): CellWrite =>
          cell !== null && typeof cell === 'object' ? { kind: 'formula', formula: cell.formula } : constant(cell),
        ),
      );
    workbook.write(id, { ...below, rows: lines.length }, lines);
    for (const area of merges) workbook.merge(id, area);
    if (protection) workbook.protect(id, protection);
  }
}
