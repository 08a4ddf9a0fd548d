import { applyFixes, checkFigures, insertSheets, newCovenant, undoLast } from '../support/commands';
import { clusterOf, criteriaOf } from '../support/covenants';
import { brief, closeScoring, must, openScoring, refusal } from '../support/scoringBench';

const covenant = { criteria: criteriaOf(11), cluster: clusterOf(2) };
afterEach(closeScoring);

describe('sheets that a command added are taken back', () => {
  it('all of them, and the workbook is as before', async () => {
    const bench = await openScoring();
    must(await newCovenant(covenant));
    const before = await bench.state();
    const { added } = must(await insertSheets());
    const taken = must(await undoLast({ type: 'sheets', added }));
    expect(taken.removed.sort()).toEqual([...added].sort());
    expect(await bench.state()).toEqual(before);
  });

  it('not while figures stand on one of them: nothing goes', async () => {
    const bench = await openScoring();
    must(await newCovenant(covenant));
    const { added } = must(await insertSheets());
    await bench.enter('Đơn vị 2', 'C1', 1);
    const before = await bench.state();
    expect(refusal(await undoLast({ type: 'sheets', added })).map(brief)).toEqual(['Đơn vị 2! sheet-in-use']);
    expect(await bench.state()).toEqual(before);
  });

  it('a covenant as long as no unit has a sheet', async () => {
    const bench = await openScoring();
    const { added } = must(await newCovenant(covenant));
    must(await insertSheets());
    expect(refusal(await undoLast({ type: 'sheets', added }))).toHaveLength(2);
    const second = await openScoring();
    const again = must(await newCovenant(covenant));
    must(await undoLast({ type: 'sheets', added: again.added }));
    expect(second.names()).toEqual(['Sheet1']);
    expect(bench.names()).toContain('Giao ước');
  });

  it("a sheet of the user's own under such a name is left alone", async () => {
    const bench = await openScoring();
    const taken = must(await undoLast({ type: 'sheets', added: ['Sheet1'] }));
    expect(taken.removed).toEqual([]);
    expect(bench.names()).toEqual(['Sheet1']);
  });
});

describe('fixes are taken back', () => {
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
    const taken = must(await undoLast({ type: 'cells', cells: undo }));
    expect(taken).toMatchObject({ removed: [], left: [] });
    expect((await bench.read('Đơn vị 1', cells[0] ?? '')).value).toBe('1,5');
    expect((await bench.read('Đơn vị 2', cells[1] ?? '')).value).toBe('0,5');
  });

  it('a cell that somebody has changed since is left alone and named', async () => {
    const { bench, cells, undo } = await prepared();
    await bench.enter('Đơn vị 1', 'C1', 2);
    const taken = must(await undoLast({ type: 'cells', cells: undo }));
    expect(taken.left).toEqual([{ sheet: 'Đơn vị 1', cell: cells[0] }]);
    expect((await bench.read('Đơn vị 1', cells[0] ?? '')).value).toBe(2);
    expect((await bench.read('Đơn vị 2', cells[1] ?? '')).value).toBe('0,5');
  });
});
