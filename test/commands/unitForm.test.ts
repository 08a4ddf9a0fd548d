/** Units' sheets in another form: upright or landscape, as *Giao ước* chooses, and those of earlier versions, which are all landscape. */
import type { IWorkbookData } from '@univerjs/core';
import type { UnitForm } from '../../src/covenant/covenant';
import { words } from '../../src/sheets/covenant/words';
import { words as unitWords } from '../../src/sheets/unit/words';
import { text } from '../support/checking';
import { checkFigures, complete, fitPages, insertSheets, rankUnits, undoLast } from '../support/commands';
import { closeScoring, must, openScoring, preparedWorkbook, type ScoringBench } from '../support/scoringBench';
import { covenantOf, graded, line } from '../support/smallCovenant';

const COVENANT = covenantOf({
  lines: [graded('A'), { ...graded('B'), proposed: true }, line('D', 'deduction', { standard: 3, rate: 0.5 })],
});
const UNITS = ['Tỉnh u1', 'Tỉnh u2', 'Tỉnh u3'];
const SHEET = 'Tỉnh u1';

const inForm = (unitForm: UnitForm): typeof COVENANT => {
  const { cluster } = COVENANT;
  return { ...COVENANT, cluster: { ...cluster, paper: { ...cluster.paper, unitForm } } };
};

const fill = async (bench: ScoringBench): Promise<void> => {
  for (const unit of UNITS) {
    await bench.enter(unit, 'A', 1.5);
    await bench.enter(unit, 'B', 1.25);
    await bench.enter(unit, 'D', 1);
  }
  await bench.enter(SHEET, 'B', 1, 'agreed');
  await bench.paste(SHEET, 'A', text('Báo cáo số 12'), 'evidence');
  await bench.paste(SHEET, 'A', text('đã kiểm tra'), 'note');
};

let upright: IWorkbookData;
let landscape: IWorkbookData;
beforeAll(async () => {
  upright = await preparedWorkbook(inForm('portrait12'), { fill });
  landscape = await preparedWorkbook(inForm('landscape'), { fill });
});
afterEach(closeScoring);

const choose = async (bench: ScoringBench, form: UnitForm): Promise<void> =>
  bench.type('Giao ước', await bench.addressOf('Giao ước', 'field:paper.unitForm', 'c4'), words.unitForms[form]);
const update = () => complete('updateSheets', undefined);
const entries = async (bench: ScoringBench): Promise<unknown[]> => {
  const found: unknown[] = [];
  for (const [row, column] of [
    ...(['self', 'agreed', 'official', 'evidence', 'note'] as const).flatMap((key) =>
      ['line:A', 'line:B'].map((code) => [code, key] as const),
    ),
    ['total:total', 'official'] as const,
  ])
    found.push(await bench.value(SHEET, row, column));
  return found;
};
const page = (bench: ScoringBench): string => bench.workbook.page(bench.sheet(SHEET)).orientation;
/** What an update leaves for the ranking is none of this. */
const findings = async (): Promise<string[]> => {
  must(await rankUnits());
  return (await checkFigures()).map(({ code, place }) => `${place?.sheet ?? ''} ${code}`);
};

test.each<[UnitForm, UnitForm]>([
  ['portrait12', 'landscape'],
  ['landscape', 'portrait12'],
  ['landscape', 'portrait11'],
])('from %s to %s: entries and points go along, and back with undo', async (from, to) => {
  const bench = await openScoring(from === 'landscape' ? landscape : upright);
  const [before, asMade] = [await entries(bench), await findings()];
  await choose(bench, to);
  const { result } = await complete('previewUpdate', undefined);
  expect(result.parts).toEqual(['form']);
  const { result: updated, undo } = await update();
  expect(updated.redrawn).toEqual(expect.arrayContaining(UNITS));
  expect(page(bench)).toBe(to === 'landscape' ? 'landscape' : 'portrait');
  expect(await entries(bench)).toEqual(before);
  expect(await findings()).toEqual(asMade);
  must(await undoLast(undo));
  expect(page(bench)).toBe(from === 'landscape' ? 'landscape' : 'portrait');
  expect(await entries(bench)).toEqual(before);
});

test('a landscape sheet that an earlier version made: nothing is found, the pages are fitted, an update makes it upright', async () => {
  const bench = await openScoring(landscape);
  // Those versions had no such row.
  await choose(bench, 'landscape');
  const asMade = await findings();
  await bench.type('Giao ước', await bench.addressOf('Giao ước', 'field:paper.unitForm', 'c4'), null);
  expect(await findings()).toEqual(asMade);
  must(await fitPages());
  expect(await findings()).toEqual(asMade);
  expect((await complete('previewUpdate', undefined)).result.parts).toEqual(['form']);
  const before = await entries(bench);
  await update();
  expect(page(bench)).toBe('portrait');
  expect(await entries(bench)).toEqual(before);
  expect(await findings()).toEqual(asMade);
});

test('a unit that joins a landscape workbook gets an upright sheet beside the others', async () => {
  const bench = await openScoring(landscape);
  await bench.type('Giao ước', await bench.addressOf('Giao ước', 'field:paper.unitForm', 'c4'), null);
  bench.workbook.deleteSheet(bench.sheet(SHEET));
  must(await insertSheets());
  expect(page(bench)).toBe('portrait');
  expect((await checkFigures()).filter(({ severity, code }) => severity === 'error' && code !== 'line-blank')).toEqual(
    [],
  );
});

test('an upright page shows evidence and reason in one column, and the agreed points as the official ones', async () => {
  const bench = await openScoring(upright);
  expect(await bench.value(SHEET, 'line:A', 'remarks')).toBe('Báo cáo số 12; đã kiểm tra');
  expect(await bench.value(SHEET, 'line:D', 'remarks')).toBe('');
  expect(await bench.value(SHEET, 'line:B', 'official')).toBe(1);
  const standing = await bench.value(SHEET, 'field:standing', 'number');
  expect(standing).toContain('Giai đoạn: Tự chấm');
});

test('what is proposed is marked on an upright page until the sheet is agreed, and the words of the mark go with it', async () => {
  const bench = await openScoring(upright);
  const marks = async (): Promise<unknown[]> => [
    await bench.value(SHEET, 'line:B', 'remarks'),
    await bench.value(SHEET, 'line:B', 'title'),
    await bench.value(SHEET, 'field:proposed', 'number'),
  ];
  expect(await marks()).toEqual(['(*) ', 'Tiêu chí B', unitWords.notYetAgreed]);
  await bench.type(SHEET, await bench.addressOf(SHEET, 'field:stage', 'standard'), 'Thống nhất');
  expect(await marks()).toEqual(['', 'Tiêu chí B', '']);
});
