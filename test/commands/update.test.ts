/** The covenant changed after its sheets were inserted: the sheets are redrawn where they stand, and what was entered goes along. */
import type { IWorkbookData } from '@univerjs/core';
import { parseAddress } from '../../src/spreadsheet/plan';
import { number, text } from '../support/checking';
import { checkFigures, complete, insertSheets, outcomeOf, rankUnits, undoLast } from '../support/commands';
import {
  BASE,
  brief,
  closeScoring,
  must,
  openScoring,
  preparedWorkbook,
  refusal,
  type ScoringBench,
} from '../support/scoringBench';
import { covenantOf, graded, line, type Parts, writeCovenant } from '../support/smallCovenant';

const COUNTED = line('D', 'deduction', { standard: 3, rate: 0.5 });
const TARGETED = line('T', 'proportional', { standard: 2, direction: 'more' });
const START = [graded('A'), graded('B'), graded('C'), COUNTED];
const AWARDS = [{ id: 'co', name: 'Cờ thi đua', quota: { type: 'fixed', number: 1 }, votes: 70 }];

let scored: IWorkbookData;
beforeAll(async () => {
  scored = await preparedWorkbook(covenantOf({ lines: START, awards: AWARDS }), {
    fill: async (bench) => {
      for (const unit of ['Tỉnh u1', 'Tỉnh u2', 'Tỉnh u3']) {
        for (const code of ['A', 'B', 'C']) await bench.enter(unit, code, 1.5);
        await bench.enter(unit, 'D', 1);
      }
      await bench.enter('Tỉnh u1', 'B', 1, 'reviewed');
      await bench.paste('Tỉnh u1', 'B', text('Báo cáo số 12'), 'evidence');
      await bench.paste('Tỉnh u2', 'A', { kind: 'formula', formula: '=0.5+0.5' });
      await bench.type('Xét danh hiệu', await bench.addressOf('Xét danh hiệu', 'unit:u2', 'votes:co:inFavour'), 7);
    },
  });
});
afterEach(closeScoring);

const preview = () => complete('previewUpdate', undefined).then(({ result }) => result);
const update = () => complete('updateSheets', undefined);

async function changed(parts: Parts): Promise<ScoringBench> {
  const bench = await openScoring(scored);
  writeCovenant(bench.workbook, covenantOf({ lines: START, awards: AWARDS, ...parts }));
  return bench;
}

const codes = async (): Promise<string[]> => [
  ...new Set((await checkFigures()).filter(({ severity }) => severity === 'error').map(({ code }) => code)),
];

test('the preview says that only the order of the units is another', async () => {
  await changed({ units: ['u2', 'u1', 'u3'] });
  expect((await preview()).parts).toEqual(['unitOrder']);
});

test('nothing changes where nothing was changed', async () => {
  const bench = await openScoring(scored);
  const before = await bench.state();
  expect((await update()).result).toEqual({
    redrawn: [],
    added: [],
    kept: [],
    returned: [],
    renamed: [],
    valued: [],
    lost: [],
    earlierReviews: [],
    pastDecisions: [],
    rankAgain: false,
  });
  expect(await bench.state()).toEqual(before);
});

const CHANGES: Readonly<Record<string, Parts>> = {
  'a line is new': { lines: [graded('A'), graded('N'), graded('B'), graded('C'), COUNTED] },
  'a line is gone': { lines: [graded('A'), graded('B'), COUNTED] },
  'lines are moved': { lines: [COUNTED, graded('C'), graded('A'), graded('B')] },
  'a maximum is higher': { lines: [graded('A', 4), graded('B'), graded('C'), COUNTED] },
  'a unit has joined': { units: ['u1', 'u9', 'u2', 'u3'] },
  'a unit has left': { units: ['u1', 'u3'] },
  'an award is new': { awards: [{ id: 'bk', name: 'Bằng khen' }, ...AWARDS] },
  'no award is left': { awards: [] },
  'ties are parted otherwise': { rules: { tieBreaks: [{ by: 'vote' }, { by: 'section', section: 'I' }] } },
  'criteria have targets': { lines: [...START, TARGETED] },
};

describe.each(Object.entries(CHANGES))('where %s', (_what, parts) => {
  test('the sheets are as the check wants them, the figures are right, and a second update changes nothing', async () => {
    const bench = await changed(parts);
    await update();
    expect(await codes()).toEqual(expect.not.arrayContaining(['engine-differs', 'sheet-of-other-criteria']));
    const errors = await codes();
    expect(errors.filter((code) => !['line-blank', 'target-missing'].includes(code))).toEqual([]);
    const after = await bench.state();
    expect((await update()).result.redrawn).toEqual([]);
    expect(must(await insertSheets())).toMatchObject({ added: [], rowsAdded: [] });
    expect(await bench.state()).toEqual(after);
    expect(await bench.line('Tỉnh u1', 'B', 'reviewed')).toBe(1);
    expect(await bench.line('Tỉnh u1', 'B', 'evidence')).toBe('Báo cáo số 12');
    expect((await bench.read('Tỉnh u2', await bench.addressOf('Tỉnh u2', 'line:A', 'self'))).formula).toBe('=0.5+0.5');
    expect(await bench.line('Tỉnh u3', 'D', 'figure')).toBe(1);
  });

  test('undo gives the workbook back as it was', async () => {
    const bench = await changed(parts);
    const before = await bench.state();
    const { undo } = await update();
    must(await undoLast(undo));
    expect(await bench.state()).toEqual(before);
  });
});

test('undo refers to tabs by the names that people have given them since', async () => {
  const bench = await changed({ lines: [graded('A'), graded('B', 3), graded('C'), COUNTED] });
  const { undo } = await update();
  bench.workbook.renameSheet(bench.sheet('Tỉnh u2'), 'Tỉnh hai');
  const undone = must(await undoLast(undo ?? []));
  expect(undone.redrawn).toContain('Tỉnh hai');
  const cell = await bench.read('Tổng hợp', await bench.addressOf('Tổng hợp', 'unit:u2', 'total'));
  expect(cell.formula).toContain("'Tỉnh hai'!");
  expect(typeof cell.value).toBe('number');
});

test('undo gives rows and columns the sizes that they had, fitted or not, those that were hidden, and pages their beginnings', async () => {
  const bench = await changed({ lines: [graded('A'), graded('N'), graded('C'), COUNTED] });
  const { workbook } = bench;
  const sheet = bench.sheet('Tỉnh u2');
  const rowOf = async (key: string, column: string): Promise<number> =>
    parseAddress(await bench.addressOf('Tỉnh u2', key, column)).row;
  const [long, gone, stays] = [
    await rowOf('line:A', 'evidence'),
    await rowOf('line:B', 'self'),
    await rowOf('line:C', 'self'),
  ];
  await bench.paste('Tỉnh u2', 'A', text('Báo cáo số 12 ngày 05/11/2025 '.repeat(20)), 'evidence');
  const protection = workbook.protection(sheet);
  workbook.unprotect(sheet, null);
  workbook.setRowHeight(sheet, gone, 1, 71.25);
  workbook.setStandardHeight(sheet, stays, 1);
  workbook.setRowsHidden(sheet, stays + 1, 1, { hidden: true });
  workbook.setColumnWidth(sheet, 3, 1, 123);
  workbook.setPage(sheet, { rowBreaks: [long, gone] });
  if (protection) workbook.protect(sheet, protection);
  const before = await bench.state();
  const { undo } = await update();
  expect(workbook.rowHeight(sheet, long)).toBeGreaterThan(100);
  must(await undoLast(undo));
  expect(await bench.state()).toEqual(before);
});

test('lines that were hidden by hand and widths that were set stay, wherever their line is', async () => {
  const bench = await changed({ lines: [graded('N'), graded('C'), graded('A'), COUNTED] });
  const { workbook } = bench;
  const at = async (sheet: string, row: string, column: string) =>
    parseAddress(await bench.addressOf(sheet, row, column));
  const before = await at('Tỉnh u1', 'line:C', 'evidence');
  const summary = await at('Tổng hợp', 'unit:u2', 'explanation');
  bench.unlocked('Tỉnh u1', (id) => {
    workbook.setRowsHidden(id, before.row, 1, { hidden: true });
    workbook.setColumnWidth(id, before.column, 1, 201);
  });
  bench.unlocked('Tổng hợp', (id) => {
    workbook.setRowsHidden(id, summary.row, 1, { hidden: true });
    workbook.setColumnsHidden(id, summary.column, 1, { hidden: true });
  });
  await update();
  const unit = bench.sheet('Tỉnh u1');
  const after = await at('Tỉnh u1', 'line:C', 'evidence');
  const rows = Array.from({ length: 40 }, (_none, row) => row);
  expect(rows.filter((row) => row > 0 && workbook.rowHidden(unit, row))).toEqual([after.row]);
  expect(workbook.columnWidth(unit, after.column)).toBe(201);
  expect(workbook.rowHidden(bench.sheet('Tổng hợp'), summary.row)).toBe(true);
  expect(workbook.columnHidden(bench.sheet('Tổng hợp'), summary.column)).toBe(true);
});

test('a preview names what changes and what no longer fits, and writes nothing', async () => {
  const bench = await changed({
    lines: [graded('A', 1), graded('N'), graded('C'), COUNTED],
    units: ['u1', 'u3', 'u9'],
  });
  const before = await bench.state();
  const { lines, units, parts, kept, misfits, added } = await preview();
  expect(lines).toMatchObject({
    added: [{ code: 'N' }],
    gone: [{ code: 'B' }],
    moved: [],
    changed: [
      { code: 'A', max: { before: 200, after: 100 }, kind: { before: 'Chấm trực tiếp', after: 'Chấm trực tiếp' } },
    ],
  });
  expect([units, parts, added]).toEqual([{ joined: ['Tỉnh u9'], left: ['Tỉnh u2'], renamed: [] }, [], ['Tỉnh u9']]);
  expect(kept.map(({ sheet, value }) => `${sheet} ${value}`).sort()).toEqual(
    ['Tỉnh u1 1', 'Tỉnh u1 1.5', 'Tỉnh u1 Báo cáo số 12', 'Tỉnh u2 1.5', 'Tỉnh u3 1.5', 'Xét danh hiệu 7'].sort(),
  );
  expect(misfits.map(brief)).toEqual([
    expect.stringMatching(/^Tỉnh u1!\w+ above-maximum$/),
    expect.stringMatching(/^Tỉnh u3!\w+ above-maximum$/),
  ]);
  expect(await bench.state()).toEqual(before);
});

test('undo names each cell that was filled since in a new line, and gives the workbook back once they are empty', async () => {
  const bench = await changed({ lines: [graded('N'), graded('A'), graded('B'), graded('C'), COUNTED] });
  const before = await bench.state();
  const { undo } = await update();
  await bench.enter('Tỉnh u1', 'N', 1.5);
  await bench.enter('Tỉnh u3', 'N', 1, 'reviewed');
  await bench.enter('Tỉnh u3', 'N', 'Báo cáo số 15', 'evidence');
  const updated = await bench.state();
  const typed = refusal(await undoLast(undo));
  const cell = async (unit: string, column: string) => `${unit}!${await bench.addressOf(unit, 'line:N', column)}`;
  expect(typed.map(brief).sort()).toEqual(
    [await cell('Tỉnh u1', 'self'), await cell('Tỉnh u3', 'reviewed'), await cell('Tỉnh u3', 'evidence')]
      .map((one) => `${one} redrawn-in-use`)
      .sort(),
  );
  expect(await bench.state()).toEqual(updated);
  for (const { place } of typed) await bench.type(place?.sheet ?? '', place?.cell ?? '', null);
  must(await undoLast(undo));
  expect(await bench.state()).toEqual(before);
});

test('ranking goes on after an update', async () => {
  const bench = await changed(CHANGES['a maximum is higher'] ?? {});
  await update();
  must(await rankUnits());
  const ranks = await Promise.all(['u1', 'u2', 'u3'].map((unit) => bench.summary(unit, 'rank')));
  expect(ranks).toEqual([2, 2, 1]);
  expect(await codes()).toEqual([]);
});

describe('entries without a cell', () => {
  test('are warned of, return with their line, and are removed once that is confirmed, which can be undone', async () => {
    const bench = await changed({ lines: [graded('A'), graded('C'), COUNTED] });
    await update();
    const warned = async (): Promise<string[]> =>
      (await checkFigures()).filter(({ code }) => code === 'entries-kept').map(({ place }) => place?.sheet ?? '');
    expect(await warned()).toEqual(['Tỉnh u1', 'Tỉnh u2', 'Tỉnh u3']);
    const listed = await bench.state();
    const { result, undo } = await complete('confirmKept', undefined);
    expect(result.removed).toHaveLength(5);
    expect(await warned()).toEqual([]);
    must(await undoLast(undo));
    expect(await bench.state()).toEqual(listed);
    writeCovenant(bench.workbook, covenantOf({ lines: START, awards: AWARDS }));
    expect((await update()).result.returned).toHaveLength(5);
    expect(await bench.line('Tỉnh u1', 'B', 'reviewed')).toBe(1);
    expect(await warned()).toEqual([]);
  });
});

describe('formulas of the add-in', () => {
  test.each(['Tỉnh u2', 'Tổng hợp', 'Giao chỉ tiêu'])('are no entries where %s was deleted', async (name) => {
    const bench = await changed({ lines: [graded('A'), graded('N'), graded('B'), graded('C'), COUNTED, TARGETED] });
    await update();
    writeCovenant(bench.workbook, covenantOf({ lines: [...START, TARGETED], awards: AWARDS }));
    bench.workbook.deleteSheet(bench.sheet(name));
    const { kept, added } = await preview();
    expect([kept, added]).toEqual([[], [name]]);
    expect((await update()).result.kept).toEqual([]);
    expect(await codes()).not.toContain('reference-lost');
  });
});

test('a number that was typed in the last moment is kept', async () => {
  const bench = await changed({ lines: [graded('C'), graded('A'), graded('B'), COUNTED] });
  await bench.paste('Tỉnh u3', 'A', number(0.25), 'agreed');
  await update();
  expect(await bench.line('Tỉnh u3', 'A', 'agreed')).toBe(0.25);
});

describe('what the sheets were made from', () => {
  test('has the new name of a unit that was renamed, so that nothing is to be updated, and undo takes it back', async () => {
    const bench = await openScoring(scored);
    const before = await bench.state();
    const { undo } = await complete('renameUnit', { unit: 'u2', name: 'Tỉnh Hậu Giang' });
    expect((await update()).result.redrawn).toEqual([]);
    must(await undoLast(undo));
    expect(await bench.state()).toEqual(before);
    expect((await update()).result.redrawn).toEqual([]);
  });

  test('is recorded by inserting where an earlier version has not done it', async () => {
    const bench = await openScoring(scored);
    bench.workbook.deleteSheet(bench.sheet(BASE));
    expect(must(await insertSheets())).toMatchObject({ added: [], rowsAdded: [] });
    expect(bench.names()).toContain(BASE);
    writeCovenant(
      bench.workbook,
      covenantOf({ lines: [graded('C'), graded('A'), graded('B'), COUNTED], awards: AWARDS }),
    );
    expect((await update()).result.redrawn).toHaveLength(5);
    expect(await bench.line('Tỉnh u1', 'B', 'reviewed')).toBe(1);
  });

  test('is written anew by inserting where it was damaged', async () => {
    const bench = await openScoring(scored);
    bench.workbook.unprotect(bench.sheet(BASE), null);
    bench.workbook.clear(bench.sheet(BASE), { row: 5, column: 0, rows: 40, columns: 2 }, 'contents');
    expect(refusal(await outcomeOf('updateSheets', undefined)).map(brief)).toEqual(['! base-missing']);
    must(await insertSheets());
    writeCovenant(
      bench.workbook,
      covenantOf({ lines: [graded('A', 4), graded('B'), graded('C'), COUNTED], awards: AWARDS }),
    );
    expect((await update()).result.redrawn).toHaveLength(5);
    expect(await bench.line('Tỉnh u1', 'B', 'reviewed')).toBe(1);
  });

  test('is not what others changed meanwhile: the update reads again', async () => {
    const bench = await changed({ lines: [graded('C'), graded('A'), graded('B'), COUNTED] });
    let typed = false;
    const completed = await complete('updateSheets', undefined, {
      phase: (reached) => {
        if (reached !== 'writing' || typed) return;
        typed = true;
        void bench.paste('Tỉnh u3', 'B', number(0.75), 'reviewed');
      },
    });
    expect(completed.meanwhile).toEqual(['Tỉnh u3']);
    expect(await bench.line('Tỉnh u3', 'B', 'reviewed')).toBe(0.75);
  });
});

describe('before the update', () => {
  const CONDITIONS = ['Một', 'Hai'].map((text, index) => ({ id: `dk${index}`, text, measure: 'count', most: 0 }));
  const withConditions = (conditions: readonly object[]): object[] => AWARDS.map((award) => ({ ...award, conditions }));

  test.each([
    ['a condition that is added', withConditions([]), withConditions(CONDITIONS)],
    ['conditions that change places', withConditions(CONDITIONS), withConditions([...CONDITIONS].reverse())],
  ])('of %s, the check asks for it and puts no letterhead beside the one that is there', async (_, before, after) => {
    const bench = await openScoring(await preparedWorkbook(covenantOf({ lines: START, awards: before })));
    writeCovenant(bench.workbook, covenantOf({ lines: START, awards: after }));
    const found = (await checkFigures()).filter(({ place }) => place?.sheet === 'Xét danh hiệu');
    const told = found.map(({ code }) => code);
    expect(told).toContain('sheet-of-other-criteria');
    for (const code of ['words-differ', 'merges-changed', 'cells-added']) expect(told).not.toContain(code);
    await complete('renewWords', undefined);
    const { result } = await update();
    expect(result.kept).toEqual([]);
    // Nobody has scored here.
    expect(await codes()).toEqual(['line-blank']);
  });

  test('wording that changed alone is written by the update as well, and a second one changes nothing', async () => {
    const reworded = START.map((one, index) => (index === 0 ? { ...one, title: 'Nội dung mới' } : one));
    const bench = await changed({ lines: reworded });
    const { result } = await update();
    expect(result.redrawn).toContain('Tỉnh u1');
    expect(await bench.value('Tỉnh u1', 'line:A', 'title')).toBe('Nội dung mới');
    expect(await codes()).toEqual([]);
    const once = await bench.state();
    expect((await update()).result.redrawn).toEqual([]);
    expect(await bench.state()).toEqual(once);
  });

  test('titles of sections that changed places are asked about, and not written over the figures', async () => {
    const sections = (...titles: readonly string[]): object[] =>
      titles.map((title, index) => ({
        ...{ kind: 'section', code: `S${index}`, title, standard: 2 },
        children: [graded(`L${index}`)],
      }));
    const bench = await openScoring(await preparedWorkbook(covenantOf({ lines: sections('Một', 'Hai') })));
    writeCovenant(bench.workbook, covenantOf({ lines: sections('Hai', 'Một') }));
    expect(await codes()).toContain('wording-of-other-code');
    expect(refusal(await outcomeOf('updateSheets', undefined)).map(({ code }) => code)).toContain(
      'wording-of-other-code',
    );
  });
});
