/** The live cells of documents: whatever is typed or pasted over one is found and restored, so that no figure stays behind. */
import type { IWorkbookData } from '@univerjs/core';
import type { Finding } from '../../src/covenant/findings';
import { words as detailWords } from '../../src/sheets/detail/words';
import { STALE_KEY } from '../../src/sheets/shared/stale';
import { address } from '../../src/spreadsheet/plan';
import type { Position } from '../../src/spreadsheet/references';
import type { CellWrite } from '../../src/stand-in/workbook/cellContent';
import { number, text } from '../support/checking';
import { applyFixes, checkFigures, makeDocument, rankUnits } from '../support/commands';
import { clusterOf, criteriaOf } from '../support/covenants';
import { brief, closeScoring, must, openScoring, type ScoringBench } from '../support/scoringBench';
import { DAY, sealedBooks } from '../support/sealed';
import { writeCovenant } from '../support/smallCovenant';

const DETAIL = 'Chi tiết';
const CHARTS = 'Biểu đồ';
const MINUTES = 'Biên bản';
const AREA = { row: 0, column: 0, rows: 80, columns: 40 };

let made: IWorkbookData;
beforeAll(async () => {
  const { ranked } = await sealedBooks();
  const bench = await openScoring(ranked);
  for (const type of ['detail', 'charts', 'minutes', 'decisions'] as const) must(await makeDocument(type, {}, DAY));
  must(await rankUnits());
  made = await bench.snapshot();
  await closeScoring();
});
afterEach(closeScoring);

interface LiveCell {
  row: number;
  column: number;
  formula: string;
}

/** The formulas of a sheet, but for the line that says whether it is out of date. */
async function liveCells(bench: ScoringBench, sheet: string): Promise<LiveCell[]> {
  const lines = await bench.workbook.read(bench.sheet(sheet), AREA);
  return lines.flatMap((line, row) =>
    line[0]?.value === STALE_KEY
      ? []
      : line.flatMap(({ formula }, column) => (formula === null || column === 0 ? [] : [{ row, column, formula }])),
  );
}

function put(
  bench: ScoringBench,
  sheet: string,
  { row, column }: Pick<LiveCell, 'row' | 'column'>,
  to: CellWrite,
): void {
  const area = { row, column, rows: 1, columns: 1 };
  bench.unlocked(sheet, (id) => bench.workbook.write(id, area, [[to]]));
}

const on = async (sheet: string): Promise<Finding[]> =>
  (await checkFigures()).filter(({ place }) => place?.sheet === sheet);
const cellOf = (sheet: string, { row, column }: Position): string => `${sheet}!${address(row, column)}`;

test('nothing is said of documents as they were made', async () => {
  await openScoring(made);
  for (const sheet of [DETAIL, CHARTS, MINUTES]) expect((await on(sheet)).map(brief)).toEqual([]);
});

test('Chi tiết pasted as values: each figure, total and rank is named and becomes a formula again', async () => {
  const bench = await openScoring(made);
  const cells = await liveCells(bench, DETAIL);
  for (const cell of cells) {
    const [[found] = []] = await bench.workbook.read(bench.sheet(DETAIL), { ...cell, rows: 1, columns: 1 });
    const value = found?.value ?? '';
    put(bench, DETAIL, cell, typeof value === 'number' ? number(value) : text(String(value)));
  }
  const findings = await on(DETAIL);
  const missing = findings.map(({ code, place }) => [code, `${DETAIL}!${place?.cell}`]);
  expect(missing).toEqual(cells.map((cell) => ['formula-overwritten', cellOf(DETAIL, cell)]));
  const [rank] = findings.slice(-1);
  expect(rank?.data).toEqual({ what: detailWords.rank });
  await applyFixes(findings);
  expect(await liveCells(bench, DETAIL)).toEqual(cells);
  expect((await on(DETAIL)).map(brief)).toEqual([]);
});

test('two figures of Chi tiết exchanged: both are named', async () => {
  const bench = await openScoring(made);
  const [first, , , second] = await liveCells(bench, DETAIL);
  if (!first || !second) throw new Error('too few figures');
  put(bench, DETAIL, first, { kind: 'formula', formula: second.formula });
  put(bench, DETAIL, second, { kind: 'formula', formula: first.formula });
  expect((await on(DETAIL)).map(brief)).toEqual(
    [first, second].map((cell) => `${cellOf(DETAIL, cell)} formula-overwritten`),
  );
});

test('a figure of Chi tiết that is emptied, and rows that somebody inserted above it', async () => {
  const bench = await openScoring(made);
  const [first] = await liveCells(bench, DETAIL);
  if (!first) throw new Error('no figures');
  bench.unlocked(DETAIL, (id) => bench.workbook.insertRows(id, first.row, 1));
  expect((await on(DETAIL)).map(brief).filter((one) => one.includes('formula'))).toEqual([]);
  const moved = { ...first, row: first.row + 1 };
  put(bench, DETAIL, moved, { kind: 'empty' });
  expect((await on(DETAIL)).map(brief)).toContain(`${cellOf(DETAIL, moved)} formula-missing`);
});

test('each live cell of Biểu đồ that was typed over is named, or the charts are out of date', async () => {
  const bench = await openScoring(made);
  const cells = await liveCells(bench, CHARTS);
  const silent: string[] = [];
  for (const cell of cells) {
    put(bench, CHARTS, cell, text('KẾT QUẢ ĐÃ THỐNG NHẤT'));
    const found = (await on(CHARTS)).map(brief);
    const at = cellOf(CHARTS, cell);
    if (!found.some((one) => one.includes('document-outdated') || one === `${at} formula-overwritten`)) silent.push(at);
    put(bench, CHARTS, cell, { kind: 'formula', formula: cell.formula });
  }
  expect(cells.length).toBeGreaterThan(10);
  expect(silent).toEqual([]);
});

test.each([DETAIL, CHARTS, MINUTES])(
  'the line that says %s is out of date, with a formula that never says so',
  async (sheet) => {
    const bench = await openScoring(made);
    const [line] = (await bench.workbook.read(bench.sheet(sheet), AREA)).flatMap((cells, row) =>
      cells[0]?.value === STALE_KEY
        ? cells.flatMap(({ formula }, column) => (formula === null ? [] : [{ row, column }]))
        : [],
    );
    if (!line) throw new Error('no line');
    put(bench, sheet, line, { kind: 'formula', formula: '=""' });
    expect((await on(sheet)).map(brief)).toEqual([`${cellOf(sheet, line)} document-outdated`]);
  },
);

test('units that change places in Giao ước leave the formulas of Chi tiết as they are', async () => {
  const bench = await openScoring(made);
  const criteria = criteriaOf(11);
  const cluster = clusterOf(3);
  const reversed = { ...cluster, units: cluster.units.toReversed() };
  writeCovenant(bench.workbook, { criteria, cluster: reversed, rules: criteria.rules });
  expect((await on(DETAIL)).map(brief).filter((one) => one.includes('formula'))).toEqual([]);
});
