/** Codes and wording of criteria that no longer belong together: figures never come under another criterion. */
import type { IWorkbookData } from '@univerjs/core';
import { checkFigures, complete, outcomeOf, rankUnits, undoLast } from '../support/commands';
import {
  brief,
  closeScoring,
  must,
  openScoring,
  preparedWorkbook,
  refusal,
  type ScoringBench,
} from '../support/scoringBench';
import { covenantOf, line, writeCovenant } from '../support/smallCovenant';

const worded = (code: string, title: string): object => line(code, 'graded', { standard: 2, step: 0.25, title });
const FIRST = [worded('A', 'Hình sự'), worded('B', 'Dân sự'), worded('C', 'Tổ chức')];

let scored: IWorkbookData;
beforeAll(async () => {
  scored = await preparedWorkbook(covenantOf({ lines: FIRST }), {
    fill: async (bench) => {
      for (const [code, points] of Object.entries({ A: 1, B: 1.5, C: 2 })) await bench.enter('Tỉnh u1', code, points);
      await bench.enter('Tỉnh u1', 'C', 1.75, 'reviewed');
    },
  });
});
afterEach(closeScoring);

async function changed(lines: readonly object[]): Promise<ScoringBench> {
  const bench = await openScoring(scored);
  writeCovenant(bench.workbook, covenantOf({ lines }));
  return bench;
}

test.each<[string, object[], string[]]>([
  ['two codes were exchanged', [worded('B', 'Hình sự'), worded('A', 'Dân sự'), FIRST[2] ?? {}], ['B', 'A']],
  [
    'a new criterion took a code and the others were numbered on',
    [worded('A', 'Chuyển đổi số'), worded('B', 'Hình sự'), worded('C', 'Dân sự'), worded('D', 'Tổ chức')],
    ['B', 'C', 'D'],
  ],
  ['a criterion went and the others were numbered on', [worded('A', 'Dân sự'), worded('B', 'Tổ chức')], ['A', 'B']],
])('where %s preview and update are refused at the codes, and nothing is written', async (_what, lines, codes) => {
  const bench = await changed(lines);
  const before = await bench.state();
  for (const command of ['previewUpdate', 'updateSheets'] as const) {
    const findings = refusal(await outcomeOf(command, undefined));
    expect(findings.map(({ data }) => ('line' in data ? data.line : null))).toEqual(codes);
    for (const one of findings) expect(brief(one)).toMatch(/^Tiêu chí!B\d+ wording-of-other-code$/);
  }
  expect(await bench.state()).toEqual(before);
});

test.each<[string, object[], string[]]>([
  ['as they were', [worded('A', 'Dân sự'), worded('B', 'Hình sự')], ['A', 'B']],
  [
    'one of them is marked as proposed',
    [{ ...worded('A', 'Dân sự'), proposed: true }, worded('B', 'Hình sự')],
    ['A', 'B'],
  ],
  ['typed with other capitals', [worded('A', 'DÂN SỰ'), worded('B', 'hình sự')], ['A', 'B']],
  ['the second has a new one', [worded('A', 'Dân sự'), worded('B', 'Chuyển đổi số')], ['A']],
])('wordings under each other’s codes, %s: renewing prints none of them', async (_what, lines, codes) => {
  const bench = await changed([...lines, FIRST[2] ?? {}]);
  const before = await bench.state();
  const findings = refusal(await outcomeOf('renewWords', undefined));
  expect(findings).toEqual(refusal(await outcomeOf('previewUpdate', undefined)));
  expect(findings.map(({ data }) => ('line' in data ? data.line : null))).toEqual(codes);
  const found = await checkFigures();
  expect(found.filter(({ code }) => code === 'wording-of-other-code')).toEqual(findings);
  const offered = found.flatMap(({ fix, choices = [] }) => [fix ?? [], choices]);
  expect(JSON.stringify(offered)).not.toMatch(/(dân|hình) sự|chuyển đổi số/i);
  expect(refusal(await rankUnits())).toEqual(findings);
  expect(await bench.state()).toEqual(before);
});

test('wordings exchanged for good are renewed by way of other ones', async () => {
  const bench = await changed([worded('A', 'Tạm một'), worded('B', 'Tạm hai'), FIRST[2] ?? {}]);
  await complete('renewWords', undefined);
  writeCovenant(bench.workbook, covenantOf({ lines: [worded('A', 'Dân sự'), worded('B', 'Hình sự'), FIRST[2] ?? {}] }));
  await complete('renewWords', undefined);
  expect(await bench.line('Tỉnh u1', 'A', 'title')).toBe('Dân sự');
});

test('a code that was renamed takes its entries along, and undo gives them back', async () => {
  const bench = await changed([worded('A', 'Hình sự'), worded('B', 'Dân sự'), worded('C.1', 'Tổ chức')]);
  const before = await bench.state();
  const { lines } = (await complete('previewUpdate', undefined)).result;
  expect(lines).toEqual({
    added: [],
    gone: [],
    moved: [],
    changed: [],
    renamed: [{ code: 'C.1', name: 'Tổ chức', from: 'C' }],
  });
  const { result, undo } = await complete('updateSheets', undefined);
  expect(result.kept).toEqual([]);
  expect(await bench.line('Tỉnh u1', 'C.1', 'self')).toBe(2);
  expect(await bench.line('Tỉnh u1', 'C.1', 'reviewed')).toBe(1.75);
  must(await undoLast(undo));
  expect(await bench.state()).toEqual(before);
});

test.each<[string, object[]]>([
  ['other wording under the same code', [worded('A', 'Hình sự, ma túy'), ...FIRST.slice(1)]],
  [
    'a new criterion under a new code between the others',
    [FIRST[0] ?? {}, worded('N', 'Chuyển đổi số'), ...FIRST.slice(1)],
  ],
  ['a second criterion of the same wording', [...FIRST, worded('D', 'Hình sự')]],
])('%s is no doubt', async (_what, lines) => {
  await changed(lines);
  expect((await complete('updateSheets', undefined)).result.kept).toEqual([]);
});
