/** Decisions about lines of the criteria when the covenant changes: they follow their line, or are named; undo gives them back. */
import type { IWorkbookData } from '@univerjs/core';
import type { Covenant } from '../../src/covenant/covenant';
import { checkFigures, complete, makeDocument, undoLast } from '../support/commands';
import { closeScoring, must, openScoring, preparedWorkbook, type ScoringBench } from '../support/scoringBench';
import { covenantOf, line, writeCovenant } from '../support/smallCovenant';

const SHEET = 'Quyết định';
const worded = (code: string, title: string): object => line(code, 'graded', { standard: 2, step: 0.25, title });
const LATE = { standard: 2, rate: 0.5 };
const FIRST = [worded('A', 'Hình sự'), worded('B', 'Dân sự'), worded('C', 'Tổ chức')];
const RECORD = {
  choice: 'Theo điểm đã thống nhất',
  basis: 'Biên bản số 3/BB',
  day: '24/11/2020',
  person: 'Hội nghị cụm',
};

/** Nothing arose on a line, points were agreed and that is decided. */
let decided: IWorkbookData;
beforeAll(async () => {
  decided = await preparedWorkbook(covenantOf({ lines: FIRST }), {
    fill: async (bench) => {
      await bench.enter('Tỉnh u1', 'C', 'KPS');
      await bench.enter('Tỉnh u1', 'C', 1.5, 'agreed');
      await bench.enter('Tỉnh u1', 'C', 'Theo biên bản', 'note');
      must(await makeDocument('decisions'));
      for (const [column, entry] of Object.entries(RECORD))
        await bench.type(SHEET, await bench.addressOf(SHEET, 'decision:notArising:u1:C', column), entry);
    },
  });
});
afterEach(closeScoring);

async function changed(lines: readonly object[]): Promise<ScoringBench> {
  const bench = await openScoring(decided);
  writeCovenant(bench.workbook, covenantOf({ lines }));
  return bench;
}
const ABOUT_DECISIONS = /decision|not-arising-un|row-of-other|name-not-key|words-differ/;
const found = async (): Promise<string[]> =>
  (await checkFigures()).map(({ code }) => code).filter((code) => ABOUT_DECISIONS.test(code));

describe('about a line that only has another code', () => {
  const RECODED = [...FIRST.slice(0, 2), worded('C.1', 'Tổ chức')];

  test('the decision counts before and after', async () => {
    await openScoring(decided);
    expect(await found()).toEqual([]);
    await closeScoring();
    await changed(RECODED);
    expect((await complete('previewUpdate', undefined)).result.pastDecisions).toEqual([]);
    expect((await complete('updateSheets', undefined)).result.pastDecisions).toEqual([]);
    expect(await found()).toEqual([]);
  });

  test('its row has the new code, with everything that was recorded', async () => {
    const bench = await changed(RECODED);
    await complete('updateSheets', undefined);
    const cell = (column: string) => bench.value(SHEET, 'decision:notArising:u1:C.1', column);
    expect(await cell('matter')).toBe('Dòng C.1 không phát sinh (KPS)');
    expect([await cell('choice'), await cell('basis'), await cell('person')]).toEqual([
      RECORD.choice,
      RECORD.basis,
      RECORD.person,
    ]);
  });

  test('a basis that is the line itself is that of the new code', async () => {
    const bench = await changed(RECODED);
    const cell = await bench.addressOf(SHEET, 'decision:notArising:u1:C', 'basis');
    await bench.type(SHEET, cell, 'Giao ước thi đua, dòng C');
    await complete('updateSheets', undefined);
    expect(await bench.value(SHEET, 'decision:notArising:u1:C.1', 'basis')).toBe('Giao ước thi đua, dòng C.1');
  });

  test('made anew the sheet keeps it', async () => {
    const bench = await changed(RECODED);
    await complete('updateSheets', undefined);
    must(await makeDocument('decisions'));
    expect(await bench.value(SHEET, 'decision:notArising:u1:C.1', 'choice')).toBe(RECORD.choice);
  });

  test('undo gives everything back', async () => {
    const bench = await changed(RECODED);
    const before = await bench.state();
    const { undo } = await complete('updateSheets', undefined);
    must(await undoLast(undo));
    expect(await bench.state()).toEqual(before);
  });
});

test('about a line that is gone: preview and update name it, and it stays on record', async () => {
  const bench = await changed(FIRST.slice(0, 2));
  const past = [{ sheet: SHEET, what: 'Tỉnh u1, Dòng C không phát sinh (KPS)', value: RECORD.choice }];
  expect((await complete('previewUpdate', undefined)).result.pastDecisions).toEqual(past);
  expect((await complete('updateSheets', undefined)).result.pastDecisions).toEqual(past);
  expect(await bench.value(SHEET, 'decision:notArising:u1:C', 'choice')).toBe(RECORD.choice);
  expect(await found()).toContain('decision-contradicted');
});

test('about a late file: its row names the line by its new code', async () => {
  const lateBy = (code: string): Covenant => {
    const rules = { lateLine: code, lateBy: 'days' };
    const { cluster, ...rest } = covenantOf({
      lines: [...FIRST, line(code, 'deduction', { ...LATE, title: 'Nộp chậm' })],
      rules,
    });
    const units = cluster.units.map((unit, index) => (index === 0 ? { ...unit, handedIn: '2020-11-22' } : unit));
    return { ...rest, cluster: { ...cluster, units, period: { ...cluster.period, handIn: '2020-11-20' } } };
  };
  const data = await preparedWorkbook(lateBy('D'), {
    fill: async (bench) => {
      await bench.enter('Tỉnh u1', 'D', 1);
      must(await makeDocument('decisions'));
    },
  });
  const bench = await openScoring(data);
  writeCovenant(bench.workbook, lateBy('D.1'));
  await complete('updateSheets', undefined);
  expect(await bench.value(SHEET, 'decision:late:u1', 'proposal')).toMatch(/^Ghi 2 vào cột Kết quả của dòng D\.1\. /);
  expect(await bench.value(SHEET, 'decision:late:u1', 'basis')).toBe('Giao ước thi đua, dòng D.1');
});
