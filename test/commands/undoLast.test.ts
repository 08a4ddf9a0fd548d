import {
  complete,
  applyFixes,
  checkFigures,
  insertSheets,
  newCovenant,
  rankUnits,
  undoLast,
} from '../support/commands';
import { text } from '../support/checking';
import { clusterOf, criteriaOf } from '../support/covenants';
import { setStage } from '../support/sealed';
import { areaOf, BASE, brief, closeScoring, must, openScoring, refusal } from '../support/scoringBench';

const covenant = { criteria: criteriaOf(11), cluster: clusterOf(2) };
afterEach(closeScoring);

describe('undo of added sheets', () => {
  it('all of them, and the workbook is as before', async () => {
    const bench = await openScoring();
    must(await newCovenant(covenant));
    const before = await bench.state();
    const { result, undo } = await complete('insertSheets', undefined);
    const undone = must(await undoLast(undo));
    expect(undone.removed.sort()).toEqual([...result.added, BASE].sort());
    expect(await bench.state()).toEqual(before);
  });

  it('is refused while figures stand on one of them: nothing is removed', async () => {
    const bench = await openScoring();
    must(await newCovenant(covenant));
    const { undo } = await complete('insertSheets', undefined);
    await bench.enter('Đơn vị 2', 'C1', 1);
    const before = await bench.state();
    expect(refusal(await undoLast(undo)).map(brief)).toEqual(['Đơn vị 2! sheet-in-use']);
    expect(await bench.state()).toEqual(before);
  });

  it('a covenant as long as no unit has a sheet', async () => {
    const bench = await openScoring();
    const { undo } = await complete('newCovenant', covenant);
    must(await insertSheets());
    expect(refusal(await undoLast(undo))).toHaveLength(2);
    const second = await openScoring();
    const again = await complete('newCovenant', covenant);
    must(await undoLast(again.undo));
    expect(second.names()).toEqual(['Sheet1']);
    expect(bench.names()).toContain('Giao ước');
  });

  it("a sheet of the user's own under such a name is left alone", async () => {
    const bench = await openScoring();
    const inverse = { type: 'removeAdded', name: 'Sheet1' } as const;
    const change = { type: 'activate', name: 'Sheet1' } as const;
    const undone = must(await undoLast([{ change, inverse, sheet: 'Sheet1', sheetId: '', rowKeys: [] }]));
    expect(undone.removed).toEqual([]);
    expect(bench.names()).toEqual(['Sheet1']);
  });
});

describe('what was typed on an added sheet keeps all of them, whatever else has happened', () => {
  const inserted = async () => {
    const bench = await openScoring();
    must(await newCovenant(covenant));
    const { undo } = await complete('insertSheets', undefined);
    return { bench, undo };
  };
  type Bench = Awaited<ReturnType<typeof inserted>>['bench'];

  test.each<[string, (bench: Bench) => Promise<unknown>]>([
    ['the covenant is gone', (bench) => Promise.resolve(bench.workbook.deleteSheet(bench.sheet('Giao ước')))],
    [
      'the covenant cannot be read',
      async (bench) => {
        const cell = await bench.addressOf('Tiêu chí', 'field:scale', 'title');
        bench.workbook.write(bench.sheet('Tiêu chí'), areaOf(cell), [[text('không rõ')]]);
      },
    ],
    [
      'the sheet has another name',
      (bench) => Promise.resolve(bench.workbook.renameSheet(bench.sheet('Đơn vị 2'), 'X')),
    ],
  ])('%s', async (_, happens) => {
    const { bench, undo } = await inserted();
    await bench.enter('Đơn vị 2', 'C1', 1);
    const id = bench.sheet('Đơn vị 2');
    await happens(bench);
    const before = await bench.state();
    const name = bench.workbook.sheets().find((one) => one.id === id)?.name ?? '';
    expect(refusal(await undoLast(undo)).map(brief)).toEqual([`${name}! sheet-in-use`]);
    expect(await bench.state()).toEqual(before);
  });

  test.each<[string, (bench: Bench) => Promise<void>, string]>([
    ['the stage of a unit', (bench) => setStage(bench, 'Đơn vị 1', 'Thống nhất'), 'Đơn vị 1'],
    ['a note', (bench) => bench.enter('Đơn vị 1', 'C1', 'đang xem', 'note'), 'Đơn vị 1'],
    [
      'whether a unit is eligible',
      async (bench) => bench.type('Tổng hợp', await bench.addressOf('Tổng hợp', 'unit:u1', 'eligibility'), 'Không xét'),
      'Tổng hợp',
    ],
  ])('%s', async (_, typed, sheet) => {
    const { bench, undo } = await inserted();
    await typed(bench);
    expect(refusal(await undoLast(undo)).map(brief)).toEqual([`${sheet}! sheet-in-use`]);
  });

  it('what ranking wrote is not typed', async () => {
    const { bench, undo } = await inserted();
    must(await rankUnits());
    must(await undoLast(undo));
    expect(bench.names()).toEqual(['Sheet1', 'Giao ước', 'Tiêu chí']);
  });

  it('a unit that was added to the new covenant', async () => {
    const bench = await openScoring();
    const { undo } = await complete('newCovenant', covenant);
    await bench.addUnit('Mới');
    expect(refusal(await undoLast(undo)).map(brief)).toEqual(['Giao ước! sheet-in-use']);
  });

  it('another sheet under the name of one that was added is none of ours', async () => {
    const { bench, undo } = await inserted();
    bench.workbook.deleteSheet(bench.sheet('Đơn vị 2'));
    const id = bench.workbook.addSheet('Đơn vị 2');
    must(await undoLast(undo));
    expect(bench.sheet('Đơn vị 2')).toBe(id);
    expect(bench.names()).not.toContain('Tổng hợp');
  });

  it('sheets whose formulas refer to a removed one are named', async () => {
    const { bench } = await inserted();
    await bench.addUnit('Mới');
    const { undo } = await complete('insertSheets', undefined);
    expect(must(await undoLast(undo))).toMatchObject({ removed: ['Mới'], referring: ['Tổng hợp'] });
  });
});

describe('undo of fixes', () => {
  const prepared = async () => {
    const bench = await openScoring();
    must(await newCovenant(covenant));
    must(await insertSheets());
    const cells = [
      await bench.paste('Đơn vị 1', 'C1', { kind: 'text', text: '1,5' }),
      await bench.paste('Đơn vị 2', 'C1', { kind: 'text', text: '0,5' }),
    ];
    const { undo, fixed } = await applyFixes(await checkFigures());
    expect(fixed).toHaveLength(2);
    return { bench, cells, undo };
  };

  it('each cell holds again what it held', async () => {
    const { bench, cells, undo } = await prepared();
    const undone = must(await undoLast(undo));
    expect(undone).toMatchObject({ removed: [], left: [] });
    expect((await bench.read('Đơn vị 1', cells[0] ?? '')).value).toBe('1,5');
    expect((await bench.read('Đơn vị 2', cells[1] ?? '')).value).toBe('0,5');
  });

  it('a cell that somebody has changed since is left alone and named', async () => {
    const { bench, cells, undo } = await prepared();
    await bench.enter('Đơn vị 1', 'C1', 2);
    const undone = must(await undoLast(undo));
    expect(undone.left).toEqual([{ sheet: 'Đơn vị 1', cell: cells[0] }]);
    expect((await bench.read('Đơn vị 1', cells[0] ?? '')).value).toBe(2);
    expect((await bench.read('Đơn vị 2', cells[1] ?? '')).value).toBe('0,5');
  });
});

test('undo of a fix of the page set-up says that the page stays as the fix has left it', async () => {
  const bench = await openScoring();
  must(await newCovenant(covenant));
  must(await insertSheets());
  const summary = bench.sheet('Tổng hợp');
  bench.workbook.setPage(summary, { orientation: 'portrait' });
  const { undo } = await applyFixes((await checkFigures()).filter(({ code }) => code === 'page-changed'));
  expect(bench.workbook.page(summary).orientation).toBe('landscape');
  expect(must(await undoLast(undo))).toMatchObject({ pagesLeft: ['Tổng hợp'], restored: [], left: [] });
  expect(bench.workbook.page(summary).orientation).toBe('landscape');
});
