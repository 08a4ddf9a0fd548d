import fc from 'fast-check';
import type { Covenant, Unit } from '../../../src/covenant/covenant';
import { allLines } from '../../../src/covenant/criteria';
import { fingerprint } from '../../../src/covenant/fingerprint';
import { targetColumn } from '../../../src/sheets/shared/sheetRefs';
import { readSheetKey } from '../../../src/spreadsheet/keys';
import { addressesOf, layoutOfPlan } from '../../../src/spreadsheet/layout';
import type { PlanCell, SheetPlan } from '../../../src/spreadsheet/plan';
import { unitLayout } from '../../../src/sheets/unit/layout';
import { unitPatches, unitPlan } from '../../../src/sheets/unit/plan';
import { checkUnitSheet, readUnit } from '../../../src/sheets/unit/read';
import { covenantArbitrary, entriesArbitrary } from '../../support/arbitraries';
import { clusterPlansOf } from '../../support/clusterPlans';
import { CATALOGUE } from '../../support/drawnPlans';
import { imageOf, keyed } from '../../support/plans';

const planOf = (covenant: Covenant, unit: Unit): SheetPlan =>
  unitPlan(covenant, unit, unit.name, clusterPlansOf(covenant).refs);

/** The cells of a plan once patches are laid over them. */
function patched(plan: SheetPlan, patches: ReturnType<typeof unitPatches>): PlanCell[][] {
  const cells = plan.cells.map((line) => [...line]);
  for (const patch of patches)
    patch.cells.forEach((line, down) =>
      line.forEach((cell, right) => {
        const target = cells[patch.row + down];
        if (target && cell !== undefined) target[patch.column + right] = cell;
      }),
    );
  return cells;
}

/** The table of Cluster 11: 23 lines of one to seven lines of text each. */
test.each([
  ['portrait12', 3],
  ['portrait11', 2],
] as const)('Cluster 11 of 2020 in form %s takes %i pages', (form, pages) => {
  const { cluster } = CATALOGUE;
  const [unit] = cluster.units;
  if (!unit || CATALOGUE.cluster.id !== 'cum-11-2020') throw new Error('another cluster');
  const plan = unitPlan(CATALOGUE, unit, 'Tờ', clusterPlansOf(CATALOGUE).refs, { form });
  expect(plan.page.breaks).toHaveLength(pages - 1);
});

describe("a unit's sheet", () => {
  it('carries its unit and the fingerprint of its covenant', () => {
    fc.assert(
      fc.property(covenantArbitrary, (covenant) => {
        for (const unit of covenant.cluster.units)
          expect(readSheetKey(planOf(covenant, unit).cells[0]?.[0])).toEqual({
            type: 'unit',
            unit: unit.id,
            version: fingerprint(covenant),
          });
      }),
      { numRuns: 20 },
    );
  });

  it("a copy of the master's with its patches is the sheet that would be drawn for the unit", () => {
    fc.assert(
      fc.property(covenantArbitrary, (covenant) => {
        const [master] = covenant.cluster.units;
        if (!master) return;
        for (const unit of covenant.cluster.units)
          expect(patched(planOf(covenant, master), unitPatches(covenant, master, unit))).toEqual(
            planOf(covenant, unit).cells,
          );
      }),
      { numRuns: 20 },
    );
  });

  it('gives back what was entered in it and given to it, and nothing is wrong with it', () => {
    const filled = covenantArbitrary.chain((covenant) =>
      fc.record({ covenant: fc.constant(covenant), figures: entriesArbitrary(covenant.criteria) }),
    );
    fc.assert(
      fc.property(filled, ({ covenant, figures }) => {
        const unit = covenant.cluster.units[1];
        if (!unit) return;
        const { targets, refs } = clusterPlansOf(covenant);
        const at = addressesOf<string>(unitLayout(covenant));
        const table = targets && addressesOf(layoutOfPlan(targets));
        const edits = figures.lines.flatMap(({ code, column, target, entry, ...rest }) =>
          Object.entries({
            [column]: entry,
            ...rest,
            ...(target?.source === 'sheet' ? { target: target.value } : {}),
          }).map(([key, value]) => [at.cell(`line:${code}`, key), value ?? '']),
        );
        const given = figures.lines.flatMap(({ code, target }) =>
          target?.source === 'table'
            ? [[table?.cell(`unit:${unit.id}`, targetColumn(code)) ?? '', target.value ?? '']]
            : [],
        );
        const sheet = keyed(imageOf(unitPlan(covenant, unit, unit.name, refs), Object.fromEntries(edits)));
        expect(checkUnitSheet(covenant, unit, sheet, refs)).toEqual([]);
        const found = targets && keyed(imageOf(targets, Object.fromEntries(given)));
        const { lines, stage } = readUnit(covenant, unit, sheet, found);
        expect(stage).toBe('self');
        expect([...lines.keys()]).toEqual(allLines(covenant.criteria).map(({ code }) => code));
        for (const line of figures.lines) {
          const read = lines.get(line.code);
          expect([
            read?.[line.column]?.value,
            read?.target && read.target.value,
            read?.target && read.target.place.sheet,
            read?.reviewed.value,
            read?.agreed.value,
            read?.evidence.value,
            read?.note.value,
          ]).toEqual([
            line.entry,
            line.target && line.target.value,
            line.target && (line.target.source === 'table' ? targets?.name : unit.name),
            line.reviewed,
            line.agreed,
            line.evidence,
            line.note,
          ]);
        }
      }),
      { numRuns: 30 },
    );
  });
});
