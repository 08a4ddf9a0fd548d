/** Every cell of every sealed sheet, and of the seal: another content is told by the live words and named by the check; put back, the seal holds. */
import type { IWorkbookData } from '@univerjs/core';
import { areaAddress } from '../../src/spreadsheet/plan';
import { readWorkbookSnapshot } from '../../src/excel/read';
import type { WorkbookSnapshot } from '../../src/spreadsheet/snapshot';
import { readXlsx } from '../../src/xlsx';
import { coveredSources } from '../../src/sheets/seal/extents';
import type { CellWrite } from '../../src/stand-in/workbook/cellContent';
import { readWorkbook } from '../../src/workbook/covenantWorkbook';
import { cluster11 } from '../support/cluster11';
import { evaluateNow } from '../support/evaluateNow';
import { areaOf, closeScoring, must, openScoring, type ScoringBench } from '../support/scoringBench';
import { CHANGED, decideAll, seal, sealedBooks, sealState } from '../support/sealed';
import { isSoak, SOAK_TIMEOUT } from '../support/soak';

/** Of each sheet so many cells are tried; in the soak all cells of Cluster 11. */
const NAMED = isSoak ? Infinity : 40;
const TOLD_LIVE = isSoak ? Infinity : 8;

let sealed: IWorkbookData;
let snapshot: WorkbookSnapshot;
let cells: readonly { sheet: string; cells: string[] }[];
beforeAll(async () => {
  if (isSoak) {
    const bench = await openScoring(await readXlsx(await cluster11('final')));
    await decideAll(bench);
    must(await seal());
    sealed = await bench.snapshot();
    await closeScoring();
  } else ({ sealed } = await sealedBooks());
  const bench = await openScoring(sealed);
  snapshot = await readWorkbookSnapshot();
  cells = printedCells(bench, snapshot);
  await closeScoring();
}, SOAK_TIMEOUT);
afterEach(closeScoring);

/** By sheet: the cells that a seal compares and that a reader sees, of merged ones the first. */
function printedCells(bench: ScoringBench, of: WorkbookSnapshot): typeof cells {
  return coveredSources(readWorkbook(of)).map(({ sheet: { snapshot: read }, compared }) => {
    const merges = bench.workbook.merges(bench.sheet(read.name));
    const isCovered = (row: number, column: number): boolean =>
      merges.some(
        (one) =>
          row >= one.row &&
          row < one.row + one.rows &&
          column >= one.column &&
          column < one.column + one.columns &&
          (row > one.row || column > one.column),
      );
    const all = compared.flatMap((area) =>
      Array.from({ length: area.rows * area.columns }, (_none, index) => ({
        row: area.row + Math.floor(index / area.columns),
        column: area.column + (index % area.columns),
      })),
    );
    const shown = all.filter(({ row, column }) => !isCovered(row, column));
    return { sheet: read.name, cells: shown.map((one) => areaAddress({ ...one, rows: 1, columns: 1 })) };
  });
}

/** As many of them as are wanted, from the first to the last. */
function sample(all: readonly string[], wanted: number): string[] {
  const step = Math.max(1, all.length / wanted);
  return Array.from({ length: Math.min(all.length, wanted) }, (_none, index) => all[Math.floor(index * step)] ?? 'A1');
}

/** Another content: another number, other capitals, another text, something in an empty cell. */
function another(value: unknown): string | number {
  if (typeof value === 'number') return value + 1;
  const text = String(value ?? '');
  const turned = text.toLocaleUpperCase('vi') === text ? text.toLocaleLowerCase('vi') : text.toLocaleUpperCase('vi');
  return turned === text ? `${text}x` : turned;
}

const writeOf = (content: string | number): CellWrite =>
  typeof content === 'number' ? { kind: 'number', number: content } : { kind: 'text', text: content };

/** What the check names, where one cell of what was read holds something else. */
function namedCells(sheet: string, cell: string): string[] {
  const { row, column } = areaOf(cell);
  const sheets = snapshot.sheets.map((one) => {
    if (one.name !== sheet) return one;
    const values = one.values.map((line) => [...line]);
    while (values.length <= row) values.push([]);
    values[row]?.splice(column, 1, another(values[row]?.[column] ?? ''));
    return { ...one, values };
  });
  const { findings } = evaluateNow(readWorkbook({ ...snapshot, sheets }));
  return findings.flatMap(({ code, place }) =>
    code === 'sealed-cell-differs' && place?.cell ? [`${place.sheet}!${place.cell}`] : [],
  );
}

test(
  'the check names each cell that was changed',
  () => {
    for (const { sheet, cells: all } of cells) {
      const tried = sample(all, NAMED);
      const missed = tried.filter((cell) => !namedCells(sheet, cell).includes(`${sheet}!${cell}`));
      expect({ sheet, missed }).toEqual({ sheet, missed: [] });
    }
  },
  SOAK_TIMEOUT,
);

test(
  'the live words tell each change, and the same content again makes the seal hold again',
  async () => {
    const bench = await openScoring(sealed);
    const words = await sealState(bench);
    expect(words).toMatch(/^Đã chốt/);
    for (const { sheet, cells: all } of cells) {
      const silent: string[] = [];
      for (const cell of sample(all, TOLD_LIVE)) {
        const { value, formula } = await bench.read(sheet, cell);
        const put = (write: CellWrite): void =>
          bench.unlocked(sheet, (id) => bench.workbook.write(id, areaOf(cell), [[write]]));
        put(writeOf(another(value)));
        if ((await sealState(bench)) !== CHANGED) silent.push(cell);
        put(before(value, formula));
        if ((await sealState(bench)) !== words) silent.push(`${cell} put back`);
      }
      expect({ sheet, silent }).toEqual({ sheet, silent: [] });
    }
  },
  SOAK_TIMEOUT,
);

function before(value: unknown, formula: string | null): CellWrite {
  if (formula !== null) return { kind: 'formula', formula };
  if (typeof value === 'string' || typeof value === 'number') return writeOf(value);
  return { kind: 'empty' };
}
