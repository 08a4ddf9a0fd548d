import { complete, applyFixes, checkFigures, insertSheets, newCovenant, undoLast } from '../support/commands';
import { clusterOf, criteriaOf } from '../support/covenants';
import { brief, closeScoring, must, openScoring, refusal } from '../support/scoringBench';

const covenant = { criteria: criteriaOf(11), cluster: clusterOf(2) };
afterEach(closeScoring);

describe('undo of added sheets', () => {
  it('all of them, and the workbook is as before', async () => {
    const bench = await openScoring();
    must(await newCovenant(covenant));
    const before = await bench.state();
    const { result, undo } = await complete('insertSheets', undefined);
    const undone = must(await undoLast(undo));
    expect(undone.removed.sort()).toEqual([...result.added].sort());
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
    const undone = must(await undoLast([{ change, inverse, sheet: 'Sheet1' }]));
    expect(undone.removed).toEqual([]);
    expect(bench.names()).toEqual(['Sheet1']);
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
