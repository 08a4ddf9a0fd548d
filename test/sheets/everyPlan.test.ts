import { allLines } from '../../src/covenant/criteria';
import { kindOf } from '../../src/covenant/kinds';
import { definitionOf } from '../../src/sheets';
import { looksOf, newForm } from '../../src/sheets/summary/forms';
import { layoutOfPlan } from '../../src/spreadsheet/layout';
import { COLORS } from '../../src/spreadsheet/draft';
import { type Area, entireRows, type SheetPlan } from '../../src/spreadsheet/plan';
import { offsetFormula } from '../../src/xlsx/model/references';
import { CATALOGUE, everyPlan, type PlanKind, plansOf } from '../support/drawnPlans';
import { formulasOf, holds, isLocked } from '../support/plans';

/** Rows of a unit's sheet for the screen alone. */
const UNPRINTED = new Set(['field:stage', 'field:reviewer', 'field:columns', 'total:missing', 'total:open']);

const width = (plan: SheetPlan): number => plan.cells[0]?.length ?? 0;

const isEntireRows = ({ row, rows, columns }: Area): boolean => columns === entireRows(row, rows).columns;

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
    'ISNUMBER ISTEXT EXACT LEN ABS INT MOD CHOOSE COLUMN ROW CHAR LEFT MID UPPER SUBSTITUTE FIXED NOT TRIM FIND'
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

  it('are hidden in the columns that the type does not call shown, and in the row of the keys', () => {
    everyPlan((plan, type, covenant) => {
      const [keys = []] = plan.cells;
      const hidden = plan.hiddenColumns.flatMap(({ column, columns }) => keys.slice(column, column + columns));
      const shown = definitionOf({ key: { type, unit: '', version: '' } })?.shownColumns?.(
        covenant,
        layoutOfPlan(plan),
      );
      if (shown) expect(keys.filter((key) => !hidden.includes(key))).toEqual(shown);
      const below = definitionOf({ key: { type, unit: '', version: '' } })?.hiddenRows ?? [];
      expect(plan.hiddenRows).toEqual([{ row: 0, rows: 1 + below.length }]);
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
        // What is entire rows goes to the last column of the sheet.
        ...plan.styles.flatMap((one) => one.areas.filter((area) => !isEntireRows(area))),
        ...plan.validations.flatMap((one) => one.areas),
        ...plan.conditionals.map((one) => one.area),
        ...plan.charts.flatMap(({ covers, series }) => [
          covers,
          ...series.flatMap(({ values, categories }) => [values, categories]),
        ]),
        plan.page.printArea,
      ];
      expect(areas.filter((area) => !isInside(plan, area))).toEqual([]);
    });
  });

  it('unlock rows that may be deleted over all columns of the sheet, and nothing else as far', () => {
    everyPlan(({ styles, protection: { deleteRows } }) => {
      const entire = styles.filter(({ areas }) => areas.some(isEntireRows));
      expect(entire.map(({ style }) => style)).toEqual(deleteRows ? [{ locked: false }] : []);
    });
  });

  it('are in rows of a height that Excel takes', () => {
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

  it('are on one area only where the rule is relative to it', () => {
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

  it('never name their own sheet; the summary names units, these the table of targets and the summary, and charts the summary', () => {
    everyPlan((plan, kind, { cluster }) => {
      const named = allFormulas(plan).flatMap((formula) =>
        [...formula.matchAll(/'((?:[^']|'')*)'!/g)].map((found) => found[1]?.replaceAll("''", "'") ?? ''),
      );
      const allowed: Partial<Record<PlanKind, string[]>> = {
        unit: ['Giao chỉ tiêu', 'Tổng hợp'],
        summary: cluster.units.map(({ name }) => name),
        charts: ['Tổng hợp'],
      };
      expect([...new Set(named)].filter((name) => !allowed[kind]?.includes(name))).toEqual([]);
    });
  });

  it('are, where they are filled from others, those moved along', () => {
    everyPlan(({ cells, fills }) => {
      for (const { from, to } of fills) {
        expect([to.rows % from.rows, to.columns % from.columns]).toEqual([0, 0]);
        for (let row = 0; row < to.rows; row += 1)
          for (let column = 0; column < to.columns; column += 1) {
            const [down, right] = [row % from.rows, column % from.columns];
            const source = cells[from.row + down]?.[from.column + right];
            const formula = typeof source === 'object' ? (source?.formula ?? '') : '';
            expect(cells[to.row + row]?.[to.column + column]).toEqual({
              formula: offsetFormula(formula, to.row + row - from.row - down, to.column + column - from.column - right),
            });
          }
      }
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

  it("opens on a unit's sheet the entries of each line, the stage and the reviewer, and nothing else", () => {
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
      const expected = allLines(criteria).flatMap((line) =>
        [
          ...(kindOf(line).targetRule?.(line)?.source === 'sheet' ? ['target'] : []),
          graded.has(`line:${line.code}`) ? 'self' : 'figure',
          ...['reviewed', 'agreed', 'evidence', 'note'],
        ].map((column) => `line:${line.code}/${column}`),
      );
      const above = ['stage', 'reviewer'].flatMap((field) =>
        ['standard', 'target', 'figure', 'self', 'reviewed'].map((column) => `field:${field}/${column}`),
      );
      expect(open.sort()).toEqual([...above, ...expected].sort());
    });
  });

  it.each<[PlanKind, RegExp]>([
    ['summary', /^(eligibility|reason|basis|decidedOn|decidedBy|vote)$/],
    ['targets', /^target:/],
    ['titles', /^(fact|votes|order):|^resolutionBasis$/],
  ])('opens on %s what is entered of each unit, also in the row that new units are opened above', (which, entries) => {
    everyPlan((plan, kind, { cluster }) => {
      if (kind !== which) return;
      const open = plan.cells.flatMap((line, row) =>
        line.flatMap((_cell, column) =>
          isLocked(plan, row, column) ? [] : [`${String(line[0])}/${String(plan.cells[0]?.[column])}`],
        ),
      );
      const rows = [...cluster.units.map(({ id }) => `unit:${id}`), 'end'];
      const columns = (plan.cells[0] ?? [])
        .slice(1)
        .map(String)
        .filter((key) => entries.test(key));
      expect(columns.length).toBeGreaterThan(0);
      expect(open).toEqual(rows.flatMap((row) => columns.map((column) => `${row}/${column}`)));
    });
  });

  it('hides the row and the column of the keys', () => {
    everyPlan((plan) => {
      expect(plan.hiddenRows[0]?.row).toBe(0);
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
    everyPlan((plan, kind, covenant) => {
      const { printArea } = plan.page;
      // What is beside the summary's table is for the cluster, not for the signed paper.
      const [from = 0, to = 0] = looksOf(covenant, newForm(covenant)).beside.map((key) => plan.cells[0]?.indexOf(key));
      const last = plan.cells[0]?.indexOf('remarks') ?? 0;
      const isBeside = (column: number): boolean =>
        (kind === 'summary' && column >= from && column <= to) || (kind === 'unit' && column > last);
      const isOnScreen = (row: number): boolean => kind === 'unit' && UNPRINTED.has(String(plan.cells[row]?.[0]));
      const columns = new Set(visible(plan).filter((column) => !isBeside(column)));
      const left = plan.cells.flatMap((line, row) =>
        (isOnScreen(row) ? [] : line).flatMap((cell, column) => {
          const spare = kind === 'criteria' && typeof cell === 'object';
          const printed = row === 0 || cell === null || !columns.has(column) || spare || holds(printArea, row, column);
          return printed ? [] : [[row, column]];
        }),
      );
      expect(left).toEqual([]);
      expect([...columns].every((column) => holds(printArea, printArea.row, column))).toBe(true);
    });
  });

  /** Sheets that are worked on and not signed; their aids are another matter. */
  const WORKED_ON = new Set<PlanKind>(['covenant', 'criteria']);
  const isIn =
    (row: number) =>
    (one: { row: number; rows: number }): boolean =>
      row >= one.row && row < one.row + one.rows;
  const heightOf = ({ rowHeights, hiddenRows }: SheetPlan, row: number): number =>
    hiddenRows.some(isIn(row)) ? 0 : (rowHeights.find(isIn(row))?.height ?? 15);

  it('prints no aid for those who fill it in: nothing grey is on signed paper', () => {
    everyPlan((plan, kind) => {
      const grey = plan.styles.filter(({ style }) => style.fontColor === COLORS.grey).flatMap(({ areas }) => areas);
      const printed = grey.flatMap(({ row, column }) =>
        holds(plan.page.printArea, row, column) ? [[row, column]] : [],
      );
      if (!WORKED_ON.has(kind)) expect(printed).toEqual([]);
    });
  });

  it('draws no second line below the last one of a table', () => {
    everyPlan((plan, kind) => {
      const end = plan.cells.findIndex(([key]) => key === 'end');
      const lined = plan.styles.filter(({ style }) => style.borders === 'all').flatMap(({ areas }) => areas);
      if (end >= 0 && !WORKED_ON.has(kind))
        expect(lined.filter(({ row, rows }) => row <= end && end < row + rows)).toEqual([]);
    });
  });

  it('keeps no letterhead in sight while its table is scrolled', () => {
    everyPlan((plan, kind) => {
      const heights = Array.from({ length: plan.freeze.rows }, (_none, row) => heightOf(plan, row));
      const height = heights.reduce((sum, one) => sum + one, 0);
      expect(height < 110 ? [] : [kind, height]).toEqual([]);
    });
  });

  it('keeps to the margins of Decree 30/2020/NĐ-CP', () => {
    everyPlan(({ page: { margins } }) => {
      for (const edge of ['top', 'bottom'] as const) expect(margins[edge] >= 20 && margins[edge] <= 25).toBe(true);
      expect(margins.left >= 30 && margins.left <= 35).toBe(true);
      expect(margins.right >= 15 && margins.right <= 20).toBe(true);
    });
  });

  it.each([
    ['portrait12', 165],
    ['portrait11', 165],
    ['landscape', 252],
  ] as const)("the printed columns of a unit's sheet fill the page between its margins: %s, %d mm", (form, width) => {
    const { cluster } = CATALOGUE;
    const { unit } = plansOf({ ...CATALOGUE, cluster: { ...cluster, paper: { ...cluster.paper, unitForm: form } } });
    const { printArea } = unit.page;
    const printed = visible(unit).filter((column) => holds(printArea, printArea.row, column));
    const points = printed.reduce((sum, column) => sum + (unit.columnWidths[column] ?? 0), 0);
    expect(Math.abs(points - (width / 25.4) * 72)).toBeLessThan(1);
  });

  it('never parts the heading from the first row, nor the signatures from what they sign', () => {
    everyPlan(({ cells, page: { breaks } }) => {
      const at = (key: string): number => cells.findIndex((line) => line[0] === key);
      const parted = (first: number, last: number): number[] => breaks.filter((row) => row > first && row <= last);
      if (at('header') >= 0) expect(parted(at('header'), at('header') + 1)).toEqual([]);
      if (at('field:signatures') >= 0) expect(parted(at('field:signatures') - 1, at('field:room'))).toEqual([]);
    });
  });

  it('begins every page with a row of the print area, in order', () => {
    everyPlan(({ page: { breaks, printArea } }) => {
      expect(breaks).toEqual([...new Set(breaks)].sort((left, right) => left - right));
      for (const row of breaks) expect(row > printArea.row && row < printArea.row + printArea.rows).toBe(true);
    });
  });

  it('repeats the heading row of each table that may go over a page', () => {
    everyPlan(({ page: { titleRows, breaks }, cells }, kind) => {
      if (kind === 'covenant') return;
      // Where the table ends on the first page nothing below it is its own.
      if (kind === 'titles' && titleRows === null)
        return expect(cells.findIndex(([key]) => key === 'end')).toBeLessThan(breaks[0] ?? Infinity);
      expect(String(cells[titleRows?.first ?? 0]?.[0])).toMatch(/^header/);
      expect(String(cells[titleRows?.last ?? 0]?.[0])).toMatch(/^header/);
      expect(String(cells[(titleRows?.last ?? 0) + 1]?.[0])).not.toMatch(/^header/);
    });
  });
});
