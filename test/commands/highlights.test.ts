/** Rules that colour cells (conditional formats), lost, changed or added by hand: found, given again, and undone. */
import fc from 'fast-check';
import type { IWorkbookData } from '@univerjs/core';
import { clusterSchema } from '../../src/covenant/covenant';
import type { Finding, FindingCode } from '../../src/covenant/findings';
import { readWorkbookSnapshot } from '../../src/excel/read';
import { ReadingMemory } from '../../src/excel/memory';
import { holdsCell } from '../../src/spreadsheet/areas';
import type { FoundHighlight } from '../../src/spreadsheet/highlights';
import { address, type Area } from '../../src/spreadsheet/plan';
import { readWorkbook } from '../../src/workbook/covenantWorkbook';
import { detailsOf } from '../../src/workbook/details';
import { guardsOf } from '../../src/workbook/plannedSheets';
import { offsetFormula } from '../../src/xlsx/model/references';
import type { ConditionalFormat } from '../../src/xlsx/model/rules';
import { applyFixes, checkFigures, rankUnits, undoLast } from '../support/commands';
import { UNIT } from '../support/checking';
import { clusterOf, criteriaOf } from '../support/covenants';
import { evaluateNow } from '../support/evaluateNow';
import {
  areaOf,
  brief,
  closeScoring,
  must,
  openScoring,
  preparedWorkbook,
  scoreAll,
  type ScoringBench,
} from '../support/scoringBench';
import { sealedBooks } from '../support/sealed';
import { SOAK_TIMEOUT, tries } from '../support/soak';

const SUMMARY = 'Tổng hợp';
const SHEETS = ['Tiêu chí', UNIT, 'Đơn vị 2', SUMMARY];
const CODES: readonly FindingCode[] = ['highlights-changed', 'highlights-hide', 'highlights-other'];

let scored: IWorkbookData;
beforeAll(async () => {
  const award = { id: 'A', name: 'Tập thể lao động xuất sắc', quota: { type: 'fixed', number: 1 }, conditions: [] };
  const cluster = clusterSchema.parse({ ...clusterOf(2), awards: [award] });
  scored = await preparedWorkbook(
    { criteria: criteriaOf(11), cluster },
    {
      fill: async (bench) => {
        for (const unit of [UNIT, 'Đơn vị 2']) await scoreAll(bench, unit, 1.5);
        await bench.enter('Đơn vị 2', 'C1', 1);
      },
    },
  );
});
afterEach(closeScoring);

const highlightFindings = async (): Promise<Finding[]> =>
  (await checkFigures()).filter(({ code }) => CODES.includes(code));

/** What colours each cell of a sheet, the rule that counts first in front, each as it reads from the cell. */
function coloured(bench: ScoringBench, sheet: string): Record<string, unknown[]> {
  const formats = bench.workbook.conditionalFormats(bench.sheet(sheet));
  const found: Record<string, unknown[]> = {};
  for (const { areas, formula, style, stopIfTrue } of formats.toSorted((one, other) => one.priority - other.priority)) {
    const [first] = areas;
    for (const area of areas)
      for (let index = 0; index < area.rows * area.columns; index += 1) {
        const row = area.row + Math.floor(index / area.columns);
        const column = area.column + (index % area.columns);
        const moved = offsetFormula(formula, row - (first?.row ?? 0), column - (first?.column ?? 0));
        (found[address(row, column)] ??= []).push({ formula: moved, style, stopIfTrue });
      }
  }
  return found;
}

/** The same areas without one of their cells, as they are once something was pasted there. */
function without(areas: readonly Area[], cell: Area): Area[] {
  return areas.flatMap((area) => {
    if (!holdsCell(area, cell)) return [area];
    const rows = [area.row, cell.row, cell.row + 1, area.row + area.rows];
    const columns = [area.column, cell.column, cell.column + 1, area.column + area.columns];
    const part = (top: number, left: number, bottom: number, right: number): Area => ({
      ...{ row: rows[top] ?? 0, column: columns[left] ?? 0 },
      rows: (rows[bottom] ?? 0) - (rows[top] ?? 0),
      columns: (columns[right] ?? 0) - (columns[left] ?? 0),
    });
    return [part(0, 0, 1, 3), part(1, 0, 2, 1), part(1, 2, 2, 3), part(2, 0, 3, 3)].filter(
      (one) => one.rows > 0 && one.columns > 0,
    );
  });
}

type Harm = (bench: ScoringBench, sheet: string, format: ConditionalFormat, cell: Area) => void;

const update =
  (patch: (format: ConditionalFormat) => Partial<ConditionalFormat>): Harm =>
  (bench, sheet, format) => {
    bench.workbook.updateConditionalFormat(bench.sheet(sheet), format.id, patch(format));
  };

/** A rule of a person's own on a cell. */
const add =
  (style: ConditionalFormat['style']): Harm =>
  (bench, sheet, _format, cell) => {
    const own = { areas: [cell], formula: '=TRUE', priority: 0, stopIfTrue: true, style };
    const id = bench.sheet(sheet);
    for (const one of bench.workbook.conditionalFormats(id))
      bench.workbook.updateConditionalFormat(id, one.id, { priority: one.priority + 1 });
    bench.workbook.addConditionalFormat(id, own);
  };

const HARMS: Readonly<Record<string, Harm>> = {
  removed: (bench, sheet, { id }) => bench.workbook.deleteConditionalFormat(bench.sheet(sheet), id),
  'never true': update(() => ({ formula: '=FALSE' })),
  'with references that are not fixed': update(({ formula }) => ({ formula: formula.replaceAll('$', '') })),
  colourless: update(() => ({ style: {} })),
  'hiding what the cell holds': update(({ style }) => ({ style: { ...style, fontColor: style.fill ?? '#FFFFFF' } })),
  'showing no number': update(({ style }) => ({ style: { ...style, numberFormat: ';;;' } })),
  'gone from one cell': (bench, sheet, format, cell) => {
    const areas = without(format.areas, cell);
    const id = bench.sheet(sheet);
    if (areas.length === 0) bench.workbook.deleteConditionalFormat(id, format.id);
    else {
      const [before, first] = [format.areas[0], areas[0]];
      const down = (first?.row ?? 0) - (before?.row ?? 0);
      const right = (first?.column ?? 0) - (before?.column ?? 0);
      bench.workbook.updateConditionalFormat(id, format.id, {
        areas,
        formula: offsetFormula(format.formula, down, right),
      });
    }
  },
  'white letters by a rule of a person': add({ fontColor: '#FFFFFF' }),
  'no number by a rule of a person': add({ numberFormat: ';;;' }),
  'a colour of a person': add({ fill: '#00FF00' }),
};
const HIDING = new Set([
  'hiding what the cell holds',
  'showing no number',
  'white letters by a rule of a person',
  'no number by a rule of a person',
]);

test('a workbook as it was made, ranked and sealed has nothing to be restored', async () => {
  await openScoring(scored);
  expect(await highlightFindings()).toEqual([]);
  await closeScoring();
  const bench = await openScoring((await sealedBooks()).sealed);
  expect(await highlightFindings()).toEqual([]);
  const { id } = bench.workbook.conditionalFormats(bench.sheet(UNIT)).at(-1) ?? {};
  bench.unlocked(UNIT, (sheet) => bench.workbook.deleteConditionalFormat(sheet, id ?? ''));
  expect((await highlightFindings()).map(({ place }) => place?.sheet)).toEqual([UNIT]);
});

test(
  'any rule of any sheet, harmed in any way: found there, restored by the fix, harmed again by its undo',
  async () => {
    const bench = await openScoring(scored);
    const rules = SHEETS.flatMap((sheet) =>
      bench.workbook.conditionalFormats(bench.sheet(sheet)).map((_, index) => ({ sheet, index })),
    );
    expect(new Set(rules.map(({ sheet }) => sheet)).size).toBe(SHEETS.length);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...rules),
        fc.constantFrom(...Object.keys(HARMS)),
        fc.nat(),
        async ({ sheet, index }, harm, place) => {
          const before = coloured(bench, sheet);
          const format = bench.workbook.conditionalFormats(bench.sheet(sheet))[index];
          const area = format?.areas[0];
          if (!format || !area) throw new Error(`no rule ${index} on ${sheet}`);
          const at = place % (area.rows * area.columns);
          const [row, column] = [area.row + Math.floor(at / area.columns), area.column + (at % area.columns)];
          bench.unlocked(sheet, () => HARMS[harm]?.(bench, sheet, format, { row, column, rows: 1, columns: 1 }));
          const harmed = coloured(bench, sheet);
          expect(harmed).not.toEqual(before);
          const findings = await highlightFindings();
          // Where the cells hold something, a rule that hides it is an error.
          const hides = HIDING.has(harm) && findings.some(({ code }) => code === 'highlights-hide');
          const told = hides ? ['highlights-hide', 'error'] : ['highlights-changed', 'warning'];
          expect(findings.map(({ code, severity, place: at, fix }) => [code, severity, at?.sheet, fix?.put])).toEqual([
            [...told, sheet, { look: 'highlights' }],
          ]);
          const { undo } = await applyFixes(findings);
          expect(coloured(bench, sheet)).toEqual(before);
          expect(await highlightFindings()).toEqual([]);
          must(await undoLast(undo));
          expect(coloured(bench, sheet)).toEqual(harmed);
          await applyFixes(findings);
          expect(coloured(bench, sheet)).toEqual(before);
        },
      ),
      // The workbook is the same for all runs: after a failure it is not as it was.
      { ...tries(12, 400), endOnFailure: true },
    );
  },
  SOAK_TIMEOUT,
);

test('rows that were inserted into a table are coloured as it is, and no finding', async () => {
  const bench = await openScoring(scored);
  const { row } = areaOf(await bench.addressOf(SUMMARY, 'unit:u2', 'missing'));
  bench.unlocked(SUMMARY, (id) => bench.workbook.insertRows(id, row, 1));
  expect(await highlightFindings()).toEqual([]);
});

test('what a person colours beside our cells is left alone', async () => {
  const bench = await openScoring(scored);
  const beside = { row: 3, column: 70, rows: 2, columns: 2 };
  bench.unlocked(UNIT, (id) => {
    bench.workbook.addConditionalFormat(id, {
      ...{ areas: [beside], formula: '=TRUE', priority: 50, stopIfTrue: false },
      style: { fontColor: '#FFFFFF' },
    });
  });
  expect(await highlightFindings()).toEqual([]);
});

describe('on builds that do not tell all', () => {
  test('rules without their cells: a rule that is gone is still found and given again', async () => {
    const bench = await openScoring(scored);
    bench.workbook.behaviours.conditionalRules = 'withoutCells';
    expect(await highlightFindings()).toEqual([]);
    const before = coloured(bench, SUMMARY);
    const [first] = bench.workbook.conditionalFormats(bench.sheet(SUMMARY));
    bench.unlocked(SUMMARY, (id) => bench.workbook.deleteConditionalFormat(id, first?.id ?? ''));
    const findings = await highlightFindings();
    expect(findings.map(({ code, place }) => [code, place?.sheet])).toEqual([['highlights-changed', SUMMARY]]);
    await applyFixes(findings);
    expect(coloured(bench, SUMMARY)).toEqual(before);
  });

  test('no rules at all: everything else is read, and nothing is said of them', async () => {
    const bench = await openScoring(scored);
    const before = (await checkFigures()).map(brief);
    bench.workbook.behaviours.conditionalRules = 'refused';
    expect((await checkFigures()).map(brief)).toEqual(before);
    must(await rankUnits());
  });
});

test('a fix that fails half-way leaves all rules as they were', async () => {
  const bench = await openScoring(scored);
  bench.unlocked(UNIT, (id) => {
    for (const { id: format } of bench.workbook.conditionalFormats(id).slice(1))
      bench.workbook.deleteConditionalFormat(id, format);
  });
  const before = coloured(bench, UNIT);
  const findings = await highlightFindings();
  for (const afterActions of [4, 12, 30]) {
    bench.host.resetCounters();
    bench.host.failOn({ batch: 4, code: 'InvalidOperationInCellEditMode', afterActions });
    await expect(applyFixes(findings)).rejects.toMatchObject({ failure: 'cellBeingEdited' });
    expect(coloured(bench, UNIT)).toEqual(before);
  }
});

test('rules of other kinds are named, and left to a person: undo could not give them back', async () => {
  await openScoring(scored);
  const workbook = await readWorkbookSnapshot({ guards: 'all' }, detailsOf, new ReadingMemory(), guardsOf);
  const scale = { type: 'ColorScale', formula: '', style: NO_STYLE, stopIfTrue: false };
  const withScale = (areas: FoundHighlight['areas']) => ({
    ...workbook,
    sheets: workbook.sheets.map((sheet) =>
      sheet.name === UNIT
        ? { ...sheet, highlights: [{ ...scale, areas }, ...(sheet.highlights ?? []).slice(1)] }
        : sheet,
    ),
  });
  const codes = (areas: FoundHighlight['areas']): unknown[] =>
    evaluateNow(readWorkbook(withScale(areas)))
      .findings.filter(({ code }) => CODES.includes(code))
      .map(({ code, fix }) => [code, fix]);
  // A rule of ours is gone as well: the fix would take the scale away.
  expect(codes([{ row: 5, column: 3, rows: 2, columns: 2 }])).toEqual([
    ['highlights-other', undefined],
    ['highlights-changed', undefined],
  ]);
  expect(codes([{ row: 5, column: 90, rows: 2, columns: 2 }])).toEqual([
    ['highlights-changed', expect.objectContaining({ put: { look: 'highlights' } })],
  ]);
});

const NO_STYLE = { fill: null, fontColor: null, bold: null, italic: null, numberFormat: null };
