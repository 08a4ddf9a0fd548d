import fc from 'fast-check';
import { clusters, criteriaSets } from '../../src/covenant/catalogue';
import type { Covenant } from '../../src/covenant/covenant';
import { allLines } from '../../src/covenant/criteria';
import { covenantPlan } from '../../src/sheets/covenant/plan';
import { criteriaPlan } from '../../src/sheets/criteria/plan';
import type { Area, SheetPlan } from '../../src/sheets/plan';
import { summaryPlan } from '../../src/sheets/summary/plan';
import { unitLayout } from '../../src/sheets/unit/layout';
import { unitPlan } from '../../src/sheets/unit/plan';
import { covenantArbitrary } from '../support/arbitraries';
import { clusterOf, criteriaOf } from '../support/covenants';
import { formulasOf, holds, isLocked } from '../support/plans';

/** All four plans of a covenant, by name. */
function plansOf(covenant: Covenant): Record<'covenant' | 'criteria' | 'unit' | 'summary', SheetPlan> {
  const [unit] = covenant.cluster.units;
  if (!unit) throw new Error('a covenant without units');
  const refs = covenant.cluster.units.map(({ id, name }) => ({ unit: id, sheet: name, layout: unitLayout(covenant) }));
  return {
    covenant: covenantPlan(covenant, 'Giao ước'),
    criteria: criteriaPlan(covenant.criteria, 'Tiêu chí'),
    unit: unitPlan(covenant, unit, unit.name),
    summary: summaryPlan(covenant, refs, 'Tổng hợp'),
  };
}

function catalogueCovenant(): Covenant {
  const [criteria] = criteriaSets();
  const [cluster] = clusters();
  if (!criteria || !cluster) throw new Error('an empty catalogue');
  return { criteria, cluster, rules: criteria.rules };
}
const CATALOGUE = catalogueCovenant();
const LARGE: Covenant = { criteria: criteriaOf(120), cluster: clusterOf(70), rules: CATALOGUE.rules };

/** The plans of the catalogue's covenant, of a large one and of random ones, drawn once. */
const DRAWN = [CATALOGUE, LARGE, ...fc.sample(covenantArbitrary, { numRuns: 20, seed: 11 })].map((covenant) => ({
  covenant,
  plans: plansOf(covenant),
}));

/** Runs a rule on every plan. */
function everyPlan(rule: (plan: SheetPlan, kind: keyof ReturnType<typeof plansOf>, covenant: Covenant) => void): void {
  for (const { covenant, plans } of DRAWN)
    for (const kind of ['covenant', 'criteria', 'unit', 'summary'] as const) rule(plans[kind], kind, covenant);
}

const width = (plan: SheetPlan): number => plan.cells[0]?.length ?? 0;

function isInside(plan: SheetPlan, { row, column, rows, columns }: Area): boolean {
  const fits = row >= 0 && column >= 0 && rows > 0 && columns > 0;
  return fits && row + rows <= plan.cells.length && column + columns <= width(plan);
}
function overlap(left: Area, right: Area): boolean {
  const apart = (a: number, aSize: number, b: number, bSize: number): boolean => a + aSize <= b || b + bSize <= a;
  return (
    !apart(left.row, left.rows, right.row, right.rows) && !apart(left.column, left.columns, right.column, right.columns)
  );
}

/** Every formula of a plan: of cells, validations and conditional formats. */
function allFormulas(plan: SheetPlan): string[] {
  return [
    ...formulasOf(plan).map(({ formula }) => formula),
    ...plan.conditionals.map(({ formula }) => formula),
    ...plan.validations.flatMap(({ rule }) => (rule.type === 'custom' ? [rule.formula] : [])),
  ];
}
const ALLOWED = new Set(
  (
    'SUM SUMPRODUCT SUMIFS COUNTIFS IF IFERROR AND OR ROUND MIN MAX INDEX MATCH VLOOKUP ' +
    'ISNUMBER ISTEXT EXACT LEN ABS INT COLUMN'
  ).split(' '),
);
const withoutTexts = (formula: string): string =>
  formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/'(?:[^']|'')*'/g, "''");

describe('the cells of every plan', () => {
  it('are a rectangle, with a width for each column', () => {
    everyPlan((plan) => {
      expect(new Set(plan.cells.map((line) => line.length))).toEqual(new Set([width(plan)]));
      expect(plan.columnWidths).toHaveLength(width(plan));
      expect(plan.columnWidths.every((points) => points > 0)).toBe(true);
    });
  });

  it('hold no text longer than Excel takes', () => {
    everyPlan((plan) => {
      for (const cell of plan.cells.flat()) if (typeof cell === 'string') expect(cell.length).toBeLessThan(32_767);
    });
  });

  it('merge only inside the sheet, never across each other, and hold nothing under a merge', () => {
    everyPlan((plan) => {
      plan.merges.forEach((merge, index) => {
        expect(isInside(plan, merge) && merge.rows * merge.columns > 1).toBe(true);
        expect(plan.merges.slice(index + 1).filter((other) => overlap(merge, other))).toEqual([]);
        const covered = plan.cells
          .slice(merge.row, merge.row + merge.rows)
          .flatMap((line, down) =>
            line.slice(merge.column, merge.column + merge.columns).filter((_cell, right) => down > 0 || right > 0),
          );
        expect(covered.every((cell) => cell === null)).toBe(true);
      });
    });
  });

  it('are styled, validated and coloured only inside the sheet', () => {
    everyPlan((plan) => {
      const areas = [
        ...plan.styles.flatMap((one) => one.areas),
        ...plan.validations.flatMap((one) => one.areas),
        ...plan.conditionals.map((one) => one.area),
        plan.page.printArea,
      ];
      expect(areas.filter((area) => !isInside(plan, area))).toEqual([]);
    });
  });

  it('stand in rows of a height that Excel takes', () => {
    everyPlan((plan) => {
      for (const { row, rows, height } of plan.rowHeights) {
        expect(row + rows).toBeLessThanOrEqual(plan.cells.length);
        expect(height).toBeGreaterThan(0);
        expect(height).toBeLessThanOrEqual(409);
      }
    });
  });

  it('have a number format set on one rectangle at a time', () => {
    everyPlan((plan) => {
      for (const { areas, style } of plan.styles) if (style.numberFormat !== undefined) expect(areas).toHaveLength(1);
    });
  });
});

describe('the validations of every plan', () => {
  it('keep within the lengths of Excel: 32 letters in a title, 255 in a text, a list or a formula', () => {
    everyPlan((plan) => {
      for (const { rule, error, prompt } of plan.validations) {
        for (const { title, message } of prompt ? [error, prompt] : [error]) {
          expect(title.length).toBeLessThanOrEqual(32);
          expect(message.length).toBeLessThanOrEqual(255);
        }
        const source = rule.type === 'custom' ? rule.formula : rule.type === 'list' ? rule.values.join(',') : '';
        expect(source.length).toBeLessThanOrEqual(255);
        if (rule.type === 'list') expect(rule.values.filter((value) => value.includes(','))).toEqual([]);
      }
    });
  });

  it('stand on one area only where the rule is relative to it', () => {
    everyPlan((plan) => {
      for (const { rule, areas } of plan.validations) if (rule.type === 'custom') expect(areas).toHaveLength(1);
    });
  });
});

describe('the formulas of every plan', () => {
  it('use only plain functions that Excel 2016 to 365 and LibreOffice have, none of them volatile', () => {
    everyPlan((plan) => {
      const used = allFormulas(plan).flatMap((formula) =>
        [...withoutTexts(formula).matchAll(/([A-Z][A-Z0-9.]*)\(/g)].map((found) => found[1] ?? ''),
      );
      expect([...new Set(used)].filter((name) => !ALLOWED.has(name))).toEqual([]);
    });
  });

  it('never name their own sheet; only the summary names others', () => {
    everyPlan((plan, kind) => {
      const naming = allFormulas(plan).filter((formula) => withoutTexts(formula).includes('!'));
      if (kind === 'summary') expect(naming.filter((formula) => formula.includes(`'${plan.name}'!`))).toEqual([]);
      else expect(naming).toEqual([]);
    });
  });

  it('point at cells, begin with =, close what they open and keep within the lengths of Excel', () => {
    everyPlan((plan) => {
      for (const formula of allFormulas(plan)) {
        expect(formula).toMatch(/^=[^=]/);
        expect(formula).not.toMatch(/#REF!|undefined|null|NaN/);
        expect(formula.length).toBeLessThan(8_192);
        const code = withoutTexts(formula);
        expect(code.split('(').length).toBe(code.split(')').length);
        for (const [text] of formula.matchAll(/"(?:[^"]|"")*"/g)) expect(text.length).toBeLessThanOrEqual(257);
      }
    });
  });

  it('write numbers with a point, never an exponent', () => {
    everyPlan((plan) => {
      for (const formula of allFormulas(plan)) expect(withoutTexts(formula)).not.toMatch(/\dE[+-]?\d/i);
    });
  });
});

describe('the protection of every plan', () => {
  it('locks every formula, but for the sums of Tiêu chí, whose rows a person may delete', () => {
    everyPlan((plan, kind) => {
      const open = formulasOf(plan).filter(({ row, column }) => !isLocked(plan, row, column));
      if (kind !== 'criteria') expect(open).toEqual([]);
      else expect(new Set(open.map(({ column }) => plan.cells[0]?.[column]))).toEqual(new Set(['sum']));
    });
  });

  it("opens on a unit's sheet the entries of each line and the stage, and nothing else", () => {
    everyPlan((plan, kind, { criteria }) => {
      if (kind !== 'unit') return;
      const graded = new Set(
        allLines(criteria).flatMap(({ kind: id, code }) => (id === 'graded' ? [`line:${code}`] : [])),
      );
      const open = plan.cells.flatMap((line, row) =>
        line.flatMap((_cell, column) =>
          isLocked(plan, row, column) ? [] : [`${String(line[0])}/${String(plan.cells[0]?.[column])}`],
        ),
      );
      const expected = allLines(criteria).flatMap(({ code }) =>
        [graded.has(`line:${code}`) ? 'self' : 'figure', 'reviewed', 'agreed', 'evidence', 'note'].map(
          (column) => `line:${code}/${column}`,
        ),
      );
      expect(open.sort()).toEqual(['field:stage/standard', 'field:stage/how', ...expected].sort());
    });
  });

  it('opens on the summary eligibility and reason of each unit, and of the row that new units are opened above', () => {
    everyPlan((plan, kind, { cluster }) => {
      if (kind !== 'summary') return;
      const open = plan.cells.flatMap((line, row) =>
        line.flatMap((_cell, column) =>
          isLocked(plan, row, column) ? [] : [`${String(line[0])}/${String(plan.cells[0]?.[column])}`],
        ),
      );
      const rows = [...cluster.units.map(({ id }) => `unit:${id}`), 'end'];
      expect(open).toEqual(rows.flatMap((row) => [`${row}/eligibility`, `${row}/reason`]));
    });
  });

  it('hides the row and the column of the keys', () => {
    everyPlan((plan) => {
      expect(plan.hiddenRows).toContainEqual({ row: 0, rows: 1 });
      expect(plan.hiddenColumns.some(({ column, columns }) => column === 0 && columns >= 1)).toBe(true);
    });
  });
});

describe('the paper of every plan', () => {
  const visible = (plan: SheetPlan): number[] =>
    plan.columnWidths.flatMap((_width, column) =>
      plan.hiddenColumns.some((hidden) => column >= hidden.column && column < hidden.column + hidden.columns)
        ? []
        : [column],
    );

  it('prints every filled cell that is not hidden', () => {
    everyPlan((plan, kind) => {
      const { printArea } = plan.page;
      const columns = new Set(visible(plan));
      const left = plan.cells.flatMap((line, row) =>
        line.flatMap((cell, column) => {
          const spare = kind === 'criteria' && typeof cell === 'object';
          const printed = row === 0 || cell === null || !columns.has(column) || spare || holds(printArea, row, column);
          return printed ? [] : [[row, column]];
        }),
      );
      expect(left).toEqual([]);
      expect([...columns].every((column) => holds(printArea, printArea.row, column))).toBe(true);
    });
  });

  it('keeps to the margins of Decree 30/2020/NĐ-CP', () => {
    everyPlan(({ page: { margins } }) => {
      for (const edge of ['top', 'bottom'] as const) expect(margins[edge] >= 20 && margins[edge] <= 25).toBe(true);
      expect(margins.left >= 30 && margins.left <= 35).toBe(true);
      expect(margins.right >= 15 && margins.right <= 20).toBe(true);
    });
  });

  it("the columns of a unit's sheet fill the landscape page between its margins, 252 mm", () => {
    const { unit } = plansOf(CATALOGUE);
    const points = visible(unit).reduce((sum, column) => sum + (unit.columnWidths[column] ?? 0), 0);
    expect(Math.abs(points - (252 / 25.4) * 72)).toBeLessThan(1);
  });

  it('repeats the heading row of each table', () => {
    const { criteria, unit, summary } = plansOf(CATALOGUE);
    for (const plan of [criteria, unit, summary]) {
      const { titleRows } = plan.page;
      expect(String(plan.cells[titleRows?.first ?? 0]?.[0])).toMatch(/^header/);
      expect(titleRows?.last).toBe(titleRows?.first);
    }
  });
});
