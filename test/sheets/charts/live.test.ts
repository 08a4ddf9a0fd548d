/** The figures of *Biểu đồ* in a live workbook: the order of ranks, and what each bar shows. */
import type { Covenant } from '../../../src/covenant/covenant';
import { chartsPlan, drawnUnits } from '../../../src/sheets/charts/plan';
import { sectionColumn } from '../../../src/sheets/summary/layout';
import { layoutOfPlan } from '../../../src/spreadsheet/layout';
import { keyedCell, keyedSheets, type WorkbookSnapshot } from '../../../src/spreadsheet/snapshot';
import type { CellValue } from '../../../src/stand-in/workbook/cellContent';
import { clusterPlansOf } from '../../support/clusterPlans';
import { LiveBook } from '../../support/liveBook';
import { cellOf, COVENANT } from '../clusterBook';

const open: LiveBook[] = [];
afterEach(() => {
  for (const live of open.splice(0)) live.dispose();
});

const SECTION = sectionColumn(COVENANT.criteria.sections[0]?.code ?? '');

/** What the summary shows of a unit: rank, points of the first section, standard, bonus, penalty, total. */
type Row = readonly CellValue[];
const COLUMNS = ['rank', SECTION, 'standard', 'bonus', 'penalty', 'total'];

class Charts {
  private constructor(
    private readonly live: LiveBook,
    private readonly covenant: Covenant,
  ) {}

  /** The sheet over a summary whose figures are put in as they are. */
  static async of(rows: readonly Row[], covenant: Covenant = COVENANT): Promise<Charts> {
    const { summary } = clusterPlansOf(covenant);
    const ref = { sheet: summary.name, layout: layoutOfPlan(summary) };
    const live = await LiveBook.of([
      summary,
      chartsPlan(covenant, ref, { units: drawnUnits(covenant, ref), deepest: 0 }, 'Biểu đồ'),
    ]);
    open.push(live);
    const charts = new Charts(live, covenant);
    await charts.put(rows);
    return charts;
  }

  async put(rows: readonly Row[]): Promise<void> {
    const snapshot = await this.live.snapshot();
    this.covenant.cluster.units.forEach(({ id }, index) =>
      COLUMNS.forEach((column, at) =>
        this.live.put('Tổng hợp', cellOf(snapshot, 'Tổng hợp', `unit:${id}`, column), rows[index]?.[at] ?? null),
      ),
    );
  }

  async shows(column: string): Promise<unknown[]> {
    const sheet = sheetOf(await this.live.snapshot());
    return this.covenant.cluster.units.map((_, index) => keyedCell(sheet, `place:${index + 1}`, column)?.value ?? null);
  }

  insertRow(row: number): void {
    const id = this.live.book.sheets().find(({ name }) => name === 'Tổng hợp')?.id ?? '';
    this.live.book.insertRows(id, row, 1);
  }
}

function sheetOf(snapshot: WorkbookSnapshot) {
  const found = keyedSheets(snapshot).find(({ key }) => key.type === 'charts');
  if (!found) throw new Error('no charts');
  return found;
}

const ROWS: Row[] = [
  [3, 10, 20, 1, 2, 19],
  [1, 12, 30, 0.5, 0, 30.5],
  ['', 2, 4, 0, 0, 4],
  [1, 12, 29, 1.5, 0, 30.5],
  [4, 5, 10, 0, 1.25, 8.75],
];

test('units are in the order of their ranks; equals in the covenant’s order, those without a rank last', async () => {
  const charts = await Charts.of(ROWS);
  expect(await charts.shows('unit')).toEqual(['Hậu Giang', 'Bạc Liêu', 'Kiên Giang', "M'Đrắk", 'An Giang']);
  expect(await charts.shows('rank')).toEqual([1, 1, 3, 4, '–']);
});

test('each place shows the figures of its unit, the penalty below zero', async () => {
  const charts = await Charts.of(ROWS);
  expect(await charts.shows('standard')).toEqual([30, 29, 20, 10, 4]);
  expect(await charts.shows('bonus')).toEqual([0.5, 1.5, 1, 0, 0]);
  expect(await charts.shows('penalty')).toEqual([0, 0, -2, -1.25, 0]);
  expect(await charts.shows('total')).toEqual([30.5, 30.5, 19, 8.75, 4]);
  expect(await charts.shows(SECTION)).toEqual([12, 12, 10, 5, 2]);
});

test('a bar is called by rank, unit and total, with what was added and taken off', async () => {
  expect(await (await Charts.of(ROWS)).shows('label')).toEqual([
    '1. Hậu Giang: 30.50 (+0.50)',
    '1. Bạc Liêu: 30.50 (+1.50)',
    '3. Kiên Giang: 19.00 (+1.00; -2.00)',
    "4. M'Đrắk: 8.75 (-1.25)",
    '– An Giang: 4.00',
  ]);
});

test('what is no number yet is left out of its bar', async () => {
  const charts = await Charts.of(ROWS.map((row, index) => (index === 2 ? ['', '', '', '', '', ''] : row)));
  expect((await charts.shows('total')).at(-1)).toBeNull();
  expect((await charts.shows('penalty')).at(-1)).toBeNull();
  expect((await charts.shows('label')).at(-1)).toBe('– An Giang');
});

test('the order follows the ranks as they change', async () => {
  const charts = await Charts.of(ROWS);
  await charts.put(ROWS.map(([, ...rest], index) => [5 - index, ...rest]));
  expect(await charts.shows('unit')).toEqual(["M'Đrắk", 'Bạc Liêu', 'An Giang', 'Hậu Giang', 'Kiên Giang']);
  await charts.put(ROWS.map(([, ...rest]) => ['', ...rest]));
  expect(await charts.shows('unit')).toEqual(COVENANT.cluster.units.map(({ name }) => name));
});

test('rows opened on the summary do not part names from figures', async () => {
  const charts = await Charts.of(ROWS);
  charts.insertRow(10);
  expect(await charts.shows('label')).toEqual([
    '1. Hậu Giang: 30.50 (+0.50)',
    '1. Bạc Liêu: 30.50 (+1.50)',
    '3. Kiên Giang: 19.00 (+1.00; -2.00)',
    "4. M'Đrắk: 8.75 (-1.25)",
    '– An Giang: 4.00',
  ]);
});
