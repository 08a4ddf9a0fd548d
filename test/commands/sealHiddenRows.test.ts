/** Every cell inside the print area of *Chốt*, in its hidden rows too: written in and shown, it is told by live words, check and verify. */
import type { IWorkbookData } from '@univerjs/core';
import { holdsCell } from '../../src/spreadsheet/areas';
import { address, parseAddress } from '../../src/spreadsheet/plan';
import type { CellWrite } from '../../src/stand-in/workbook/cellContent';
import { checkFigures, complete } from '../support/commands';
import { areaOf, closeScoring, openScoring, type ScoringBench } from '../support/scoringBench';
import { SEAL, sealedBooks, sealState, status, UNITS } from '../support/sealed';
import { isSoak, SOAK_TIMEOUT } from '../support/soak';

let sealed: IWorkbookData;
beforeAll(async () => {
  ({ sealed } = await sealedBooks());
}, SOAK_TIMEOUT);
afterEach(closeScoring);

const SUMMARY = 'Tổng hợp';
const [UNIT = ''] = UNITS;

const text = (content: string): CellWrite => ({ kind: 'text', text: content });
const write = (bench: ScoringBench, sheet: string, cell: string, content: CellWrite): void =>
  bench.unlocked(sheet, (id) => bench.workbook.write(id, areaOf(cell), [[content]]));
const setHidden = (bench: ScoringBench, row: number, hidden: boolean): void =>
  bench.unlocked(SEAL, (id) => bench.workbook.setRowsHidden(id, row, 1, { hidden }));
const codeOf = async (bench: ScoringBench): Promise<string> =>
  String(await bench.value(SEAL, 'field:record', 'standard'));
const verify = async (code: string) => (await complete('verifySeal', { code })).result;

/** The cells of the print area that show something of their own: of merged ones the first. */
function printedCells(bench: ScoringBench): string[] {
  const sheet = bench.sheet(SEAL);
  const { printArea } = bench.workbook.page(sheet);
  if (!printArea) throw new Error('no print area');
  const merges = bench.workbook.merges(sheet);
  return Array.from({ length: printArea.rows * printArea.columns }, (_none, index) => ({
    row: printArea.row + Math.floor(index / printArea.columns),
    column: printArea.column + (index % printArea.columns),
  })).flatMap((cell) => {
    const merge = merges.find((one) => holdsCell(one, cell));
    const isCovered = merge !== undefined && (merge.row !== cell.row || merge.column !== cell.column);
    return isCovered ? [] : [address(cell.row, cell.column)];
  });
}

/** Of each kind of hidden row some cells, by the key of the row and the column; in the soak all of the print area. */
const SAMPLE: readonly [row: string, column: string][] = [
  ['field:state', 'number'],
  ['field:state', 'title'],
  ['field:state', 'unit:u2'],
  ['field:record', 'unit:u3'],
  ['field:changed:covenant', 'number'],
  ['field:changed:criteria', 'title'],
  // Nothing was there to be copied.
  ['field:changed:amendments', 'number'],
  ['field:changed', 'title'],
  ['field:changed', 'unit:u1'],
  ['field:copy', 'unit:u2'],
];

const tried = async (bench: ScoringBench): Promise<string[]> =>
  isSoak ? printedCells(bench) : Promise.all(SAMPLE.map(([row, column]) => bench.addressOf(SEAL, row, column)));

test(
  'another content in a row that is shown: live words, check and verify agree that it differs; put back, the seal holds',
  async () => {
    const bench = await openScoring(sealed);
    const [words, code] = [await sealState(bench), await codeOf(bench)];
    expect(words).toMatch(/^Đã chốt/);
    expect(await verify(code)).toMatchObject({ same: true });
    const silent: unknown[] = [];
    for (const cell of await tried(bench)) {
      const { row } = parseAddress(cell);
      const { value, formula } = await bench.read(SEAL, cell);
      const wasHidden = bench.workbook.rowHidden(bench.sheet(SEAL), row);
      write(bench, SEAL, cell, text(`${String(value ?? '')}x`));
      const hiddenNow = { live: (await status(bench)) !== words, verify: !(await verify(code)).same };
      setHidden(bench, row, false);
      const found = (await checkFigures()).filter(({ code: one }) => one !== 'rows-shown');
      const told = { ...hiddenNow, check: found.some(({ place }) => place?.sheet === SEAL) };
      if (!told.live || !told.verify || !told.check) silent.push({ cell, ...told });
      write(bench, SEAL, cell, before(value, formula));
      setHidden(bench, row, wasHidden);
      if ((await status(bench)) !== words) silent.push(`${cell} put back`);
    }
    expect(silent).toEqual([]);
    expect(await verify(code)).toMatchObject({ same: true });
  },
  SOAK_TIMEOUT * 3,
);

function before(value: unknown, formula: string | null): CellWrite {
  if (formula !== null) return { kind: 'formula', formula };
  if (typeof value === 'number') return { kind: 'number', number: value };
  return typeof value === 'string' && value !== '' ? text(value) : { kind: 'empty' };
}

test('cells beside the message of a unit and beside the status of the summary, parted from them, are told too', async () => {
  const bench = await openScoring(sealed);
  const [words, code] = [await sealState(bench), await codeOf(bench)];
  for (const [sheet, row, column] of [
    [UNIT, 'field:stage', 'how'],
    [UNIT, 'field:stage', 'note'],
    [SUMMARY, 'field:status', 'unit'],
  ] as const) {
    const cell = await bench.addressOf(sheet, row, column);
    write(bench, sheet, cell, text('Chữ lạ'));
    expect({ sheet, column, live: await sealState(bench) }).not.toMatchObject({ live: words });
    expect((await verify(code)).cells.map(({ place }) => place)).toEqual([{ sheet, cell }]);
    write(bench, sheet, cell, { kind: 'empty' });
    expect(await sealState(bench)).toBe(words);
  }
});

test('a key above the table, which is printed where its row is shown, is told', async () => {
  const bench = await openScoring(sealed);
  const [words, code] = [await sealState(bench), await codeOf(bench)];
  write(bench, SUMMARY, 'C1', text('Chữ lạ'));
  expect(await sealState(bench)).not.toBe(words);
  expect(await verify(code)).toMatchObject({ same: false });
});

test('rows of the add-in that are shown again are a finding, and verify lists them; blank ones print nothing', async () => {
  const bench = await openScoring(sealed);
  const { row } = areaOf(await bench.addressOf(SEAL, 'field:record', 'number'));
  const blank = areaOf(await bench.addressOf(SEAL, 'field:changed:amendments', 'number')).row;
  setHidden(bench, blank, false);
  expect(await verify(await codeOf(bench))).toMatchObject({ same: true });
  setHidden(bench, row, false);
  setHidden(bench, row + 1, false);
  const place = { sheet: SEAL, cell: address(row, 1) };
  const [found] = (await checkFigures()).filter(({ code }) => code === 'rows-shown');
  expect(found).toMatchObject({ severity: 'warning', place, data: { rows: `${row + 1}–${row + 2}` } });
  expect(await verify(await codeOf(bench))).toMatchObject({ same: false, intact: true, cells: [], shown: [place] });
});
