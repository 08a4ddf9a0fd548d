/** A unit renamed while something else is wrong: documents get its name all the same, and none with the former name passes as current. */
import type { IWorkbookData } from '@univerjs/core';
import { clusterSchema } from '../../src/covenant/covenant';
import { number, text } from '../support/checking';
import { checkFigures, complete, makeDocument, rankUnits, undoLast } from '../support/commands';
import { clusterOf, criteriaOf } from '../support/covenants';
import { address } from '../../src/spreadsheet/plan';
import {
  areaOf,
  closeScoring,
  must,
  openScoring,
  preparedWorkbook,
  scoreAll,
  type ScoringBench,
} from '../support/scoringBench';

const MINUTES = 'Biên bản';
const [FIRST, SECOND, THIRD] = ['Đơn vị 1', 'Đơn vị 2', 'Đơn vị 3'] as const;
const NEW = 'Phường Vị Tân';
const covenant = {
  criteria: criteriaOf(11),
  cluster: clusterSchema.parse({
    ...clusterOf(3),
    awards: [{ id: 'A', name: 'Lá cờ đầu', quota: { type: 'fixed', number: 1 } }],
  }),
};

/** Ranked, two units with equal totals, with minutes. */
let made: IWorkbookData;
beforeAll(async () => {
  made = await preparedWorkbook(covenant, {
    fill: async (bench) => {
      for (const { name } of covenant.cluster.units) {
        await scoreAll(bench, name, name === THIRD ? 2 : 1.5);
        await bench.type(name, await bench.addressOf(name, 'field:stage', 'standard'), 'Thống nhất');
      }
      await bench.enter(FIRST, 'C1', 1.25, 'agreed');
      await bench.enter(SECOND, 'C1', 1.25, 'agreed');
      must(await rankUnits());
      must(await makeDocument('minutes'));
    },
  });
}, 120_000);
afterEach(closeScoring);

/** The cells of the minutes that hold a text, as they stand. */
async function cellsWith(bench: ScoringBench, part: string): Promise<string[]> {
  const id = bench.sheet(MINUTES);
  const used = await bench.workbook.usedArea(id, { valuesOnly: true });
  const cells = used ? await bench.workbook.read(id, used) : [];
  return cells.flatMap((line) =>
    line.flatMap(({ value }) => (typeof value === 'string' && value.includes(part) ? [value] : [])),
  );
}

const line = (bench: ScoringBench) => bench.value(MINUTES, 'field:stale', 'c1');
const rename = (unit: string, name: string) => complete('renameUnit', { unit, name });

/** What is wrong somewhere, and how it is right again. */
type Wrong = (bench: ScoringBench) => Promise<() => unknown>;

/** Something else in a cell of a unit's sheet. */
const instead =
  (column: string, write: Parameters<ScoringBench['paste']>[2], code = 'C1'): Wrong =>
  async (bench) => {
    const sheet = bench.sheet(SECOND);
    const cell = areaOf(await bench.addressOf(SECOND, `line:${code}`, column));
    const [[was] = []] = await bench.workbook.read(sheet, cell);
    const put = (one: typeof write): void => {
      bench.workbook.unprotect(sheet, null);
      bench.workbook.write(sheet, cell, [[one]]);
    };
    put(write);
    const { formula, value } = was ?? {};
    return () =>
      put(
        typeof formula === 'string'
          ? { kind: 'formula', formula }
          : typeof value === 'number'
            ? number(value)
            : text(typeof value === 'string' ? value : ''),
      );
  };

const copied =
  (name: string, at: number): Wrong =>
  (bench) => {
    const copy = bench.workbook.copySheet(bench.sheet(name), at);
    return Promise.resolve(() => bench.workbook.deleteSheet(copy));
  };

const WRONG: Readonly<Record<string, Wrong>> = {
  nothing: () => Promise.resolve(() => undefined),
  'the sheet of another unit copied to the front': copied(THIRD, 0),
  "the unit's own sheet copied to the end": copied(FIRST, 8),
  'the minutes copied': copied(MINUTES, 8),
  'a figure as text': instead('agreed', text('1,25')),
  'points above the most there are': instead('agreed', number(50)),
  'a figure taken away': instead('self', text('')),
  'words for a figure': instead('agreed', text('chưa có')),
  'an error value for a figure': instead('agreed', { kind: 'formula', formula: '=1/0' }),
  'a total typed over': instead('official', number(2)),
  'a note that came later': instead('note', text('theo Đơn vị 1')),
};

describe('a unit renamed while somewhere there is', () => {
  const cases = Object.entries(WRONG).map(([what, wrong], at) => ({ what, wrong, unit: `u${String((at % 3) + 1)}` }));
  test.each(cases)(
    '$what: the minutes call $unit by its new name, and say as before whether they hold',
    async (one) => {
      const bench = await openScoring(made);
      const former = `Đơn vị ${one.unit.slice(1)}`;
      const before = await cellsWith(bench, former);
      expect(before.length).toBeGreaterThan(2);
      const mended = await one.wrong(bench);
      const said = await line(bench);
      const { undo } = await rename(one.unit, NEW);
      expect(await cellsWith(bench, former)).toEqual([]);
      expect(await cellsWith(bench, NEW)).toEqual(before.map((cell) => cell.replaceAll(former, NEW)));
      expect(await line(bench)).toBe(said);
      must(await undoLast(undo));
      expect(await cellsWith(bench, former)).toEqual(before);
      expect(await line(bench)).toBe(said);
      await rename(one.unit, NEW);
      await mended();
      expect(await line(bench)).toBe('');
      expect((await checkFigures()).filter(({ code }) => code === 'document-differs')).toEqual([]);
    },
  );
});

/** The address of the last cell of the minutes that holds just this. */
async function lastCellOf(bench: ScoringBench, wanted: string): Promise<string> {
  const cells = await bench.workbook.read(bench.sheet(MINUTES), { row: 0, column: 0, rows: 80, columns: 9 });
  const row = cells.findLastIndex((one) => one.some(({ value }) => value === wanted));
  const column = cells[row]?.findIndex(({ value }) => value === wanted) ?? -1;
  if (row < 0 || column < 0) throw new Error(`no ${wanted} in the minutes`);
  return address(row, column);
}

describe('a document of which a cell keeps the former name', () => {
  const typed = `${FIRST} (cũ)`;

  test('as somebody typed over what was generated, is named with the cell, and says in red that it does not hold', async () => {
    const bench = await openScoring(made);
    const cell = await lastCellOf(bench, FIRST);
    bench.unlocked(MINUTES, (id) => bench.workbook.write(id, areaOf(cell), [[text(typed)]]));
    expect(await line(bench)).toBe('');
    const { report } = await rename('u1', NEW);
    expect(report.left).toEqual([{ sheet: MINUTES, cell }]);
    expect(await cellsWith(bench, FIRST)).toEqual([typed]);
    expect(await line(bench)).not.toBe('');
    must(await makeDocument('minutes'));
    expect(await cellsWith(bench, FIRST)).toEqual([]);
    expect(await line(bench)).toBe('');
  });

  test('as a person entered it there, is named with the cell, and holds', async () => {
    const bench = await openScoring(made);
    const cell = await bench.addressOf(MINUTES, 'field:chair', 'c3');
    await bench.type(MINUTES, cell, `Bà Trần Thị B, ${typed}`);
    const { report } = await rename('u1', NEW);
    expect(report.left).toEqual([{ sheet: MINUTES, cell }]);
    expect(await cellsWith(bench, FIRST)).toEqual([`Bà Trần Thị B, ${typed}`]);
    expect(await line(bench)).toBe('');
  });

  test('several minutes all get the new name', async () => {
    const bench = await openScoring(made);
    const copy = bench.workbook.copySheet(bench.sheet(MINUTES), 8);
    await rename('u1', NEW);
    const cells = (await bench.workbook.read(copy, { row: 0, column: 0, rows: 80, columns: 9 })).flat();
    const texts = cells.map(({ value }) => String(value));
    expect(texts.filter((one) => one.includes(FIRST))).toEqual([]);
    expect(texts.filter((one) => one.includes(NEW))).toEqual(await cellsWith(bench, NEW));
  });
});
