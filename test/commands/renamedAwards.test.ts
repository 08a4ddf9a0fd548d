/** Awards renamed in *Giao ước*: what was decided about them stays decided, and their new names get to *Quyết định*. */
import type { IWorkbookData } from '@univerjs/core';
import { identityDoubts, openDecisions } from '../../src/covenant/findings';
import { AWARDS } from '../../src/sheets/covenant/layout';
import { rowKey } from '../../src/spreadsheet/keys';
import { address, parseAddress } from '../../src/spreadsheet/plan';
import { text } from '../support/checking';
import { checkFigures, complete, makeDocument, rankUnits, undoLast } from '../support/commands';
import { awardedCluster } from '../support/covenants';
import {
  areaOf,
  closeScoring,
  must,
  only,
  openScoring,
  refusal,
  type ScoringBench,
  type Typed,
} from '../support/scoringBench';
import { agreedBook } from '../support/sealed';

const SHEET = 'Quyết định';
const TITLES = 'Xét danh hiệu';
const TIE = 'decision:tie:TT';
const PASSED_OVER = 'decision:passedOver:u4:CO';

/** Four units: two are tied for the last place of one award, one does not meet the condition of the other. */
const cluster = awardedCluster(1);

/** With both decided. */
let decided: IWorkbookData;
beforeAll(async () => {
  const bench = await openScoring(await agreedBook(cluster));
  const put = async (sheet: string, row: string, entries: Readonly<Record<string, Typed>>): Promise<void> => {
    for (const [column, entry] of Object.entries(entries))
      await bench.type(sheet, await bench.addressOf(sheet, row, column), entry);
  };
  await put(TITLES, rowKey.unit('u1'), { 'order:TT': 1 });
  await put(TITLES, rowKey.unit('u3'), { 'order:TT': 2 });
  for (const unit of ['u1', 'u2', 'u3', 'u4'])
    await put(TITLES, rowKey.unit(unit), { 'fact:CO/K1:count': unit === 'u4' ? 1 : 3 });
  must(await makeDocument('decisions'));
  for (const row of [TIE, PASSED_OVER])
    await put(SHEET, row, { basis: 'Biên bản số 3/BB', day: '24/11/2020', person: 'Hội nghị cụm' });
  must(await rankUnits());
  decided = await bench.snapshot();
  await closeScoring();
});
afterEach(closeScoring);

async function renamed(first: string, second: string): Promise<ScoringBench> {
  const bench = await openScoring(decided);
  const { row, column } = parseAddress(await bench.addressOf('Giao ước', AWARDS.header, AWARDS.columns.name));
  for (const [index, name] of [first, second].entries())
    await bench.type('Giao ước', address(row + index + 1, column), name);
  return bench;
}
const both = (): Promise<ScoringBench> => renamed('Tập thể xuất sắc', 'Cờ của Ngành');
const matters = async (bench: ScoringBench) =>
  Promise.all([TIE, PASSED_OVER].map((row) => bench.value(SHEET, row, 'matter')));

test('until they are renewed their names are words that differ, and nothing is refused', async () => {
  await both();
  const findings = await checkFigures();
  const differing = only(findings, 'words-differ').filter(({ place }) => place?.sheet === SHEET);
  expect(differing.map(({ data }) => data.wanted)).toEqual([
    'Đồng hạng khi xét Tập thể xuất sắc, còn 1 suất',
    'Đủ thứ hạng nhưng không đề nghị Cờ của Ngành',
  ]);
  expect(identityDoubts(findings)).toEqual([]);
  expect(openDecisions(findings)).toEqual([]);
  must(await rankUnits());
});

test.each(['renewWords', 'updateSheets'] as const)('%s writes the new names; undo restores', async (command) => {
  const bench = await both();
  const before = await bench.state();
  const { undo } = await complete(command, undefined);
  expect(await matters(bench)).toEqual([
    'Đồng hạng khi xét Tập thể xuất sắc, còn 1 suất',
    'Đủ thứ hạng nhưng không đề nghị Cờ của Ngành',
  ]);
  must(await undoLast(undo));
  expect(await bench.state()).toEqual(before);
  await complete(command, undefined);
  const findings = await checkFigures();
  expect([...identityDoubts(findings), ...openDecisions(findings)]).toEqual([]);
  expect(must(await rankUnits()).provisional).toBe(false);
});

test('matters that the former covenant has for other rows remain doubts', async () => {
  const bench = await both();
  const [tie, passedOver] = await matters(bench);
  for (const [row, matter] of [
    [TIE, passedOver],
    [PASSED_OVER, tie],
  ] as const) {
    const cell = areaOf(await bench.addressOf(SHEET, row, 'matter'));
    bench.unlocked(SHEET, (id) => bench.workbook.write(id, cell, [[text(String(matter))]]));
  }
  expect(only(await checkFigures(), 'name-not-key').map(({ place }) => place?.sheet)).toEqual([SHEET, SHEET]);
  expect(refusal(await rankUnits()).map(({ code }) => code)).toContain('name-not-key');
});
