/** Rules of a person (conditional formats) that show another name or another figure than a cell holds: nothing is final or sealed. */
import type { IWorkbookData } from '@univerjs/core';
import type { Finding } from '../../src/covenant/findings';
import type { ConditionalFormat, OtherFormatKind } from '../../src/xlsx/model/rules';
import { applyFixes, checkFigures, complete, makeDocument, rankUnits } from '../support/commands';
import { areaOf, brief, closeScoring, must, openScoring, refusal, type ScoringBench } from '../support/scoringBench';
import { DAY, SEAL, sealedBooks } from '../support/sealed';

const [SUMMARY, UNIT, COVENANT] = ['Tổng hợp', 'Đơn vị 1', 'Giao ước'];
const EXCHANGED = '[=1]"2";[=3]"1";0';

let ranked: IWorkbookData;
let sealed: IWorkbookData;
beforeAll(async () => {
  ({ ranked, sealed } = await sealedBooks());
});
afterEach(closeScoring);

/** A rule by hand on some cells, above all others. */
function colour(
  bench: ScoringBench,
  sheet: string,
  cells: string | readonly string[],
  style: ConditionalFormat['style'],
): void {
  bench.unlocked(sheet, (id) => {
    bench.workbook.addConditionalFormat(id, {
      ...{ areas: [cells].flat().map(areaOf), formula: '=TRUE', priority: 50, stopIfTrue: false },
      style,
    });
  });
}

const hidden = async (): Promise<Finding[]> => (await checkFigures()).filter(({ code }) => code === 'highlights-hide');
const sealCodes = async (): Promise<string[]> => refusal(await makeDocument('seal', {}, DAY)).map(({ code }) => code);

test('ranks that a rule exchanges: an error, no ranking and no seal until the fix has given the rules again', async () => {
  const bench = await openScoring(ranked);
  const cells = await Promise.all(['u1', 'u2', 'u3'].map((unit) => bench.addressOf(SUMMARY, `unit:${unit}`, 'rank')));
  colour(bench, SUMMARY, cells, { numberFormat: EXCHANGED });
  const found = await hidden();
  expect(found.map(({ severity, fix, data }) => [severity, fix?.put, data])).toEqual([
    ['error', { look: 'highlights' }, expect.objectContaining({ byHand: false })],
  ]);
  expect(refusal(await rankUnits()).map(({ code }) => code)).toEqual(['highlights-hide']);
  expect(await sealCodes()).toEqual(expect.arrayContaining(['seal-errors', 'seal-provisional']));
  await applyFixes(found);
  expect(await hidden()).toEqual([]);
  must(await rankUnits());
  must(await makeDocument('seal', {}, DAY));
});

test.each([
  ['a unit’s name on Giao ước', COVENANT, { numberFormat: ';;;"Đơn vị 2"' }],
  ['a unit’s total', UNIT, { fontColor: '#FEFEFE' }],
  ['a unit’s total under a black fill', UNIT, { fill: '#000000' }],
])('%s: the ranking is provisional, its causes say why, and nothing is sealed', async (_, sheet, style) => {
  const bench = await openScoring(ranked);
  const cell = sheet === UNIT ? await bench.addressOf(UNIT, 'total:total', 'official') : await nameCell(bench);
  colour(bench, sheet, cell, style);
  const { provisional, causes } = must(await rankUnits());
  expect([provisional, causes.map(brief)]).toEqual([true, [`${sheet}!${cell} highlights-hide`]]);
  expect(await sealCodes()).toContain('seal-errors');
});

test('a rule that shows the figure as it is, a colour, and a rule on blank cells are no error', async () => {
  const bench = await openScoring(ranked);
  const cell = await bench.addressOf(SUMMARY, 'unit:u1', 'rank');
  colour(bench, SUMMARY, cell, { numberFormat: '0.00' });
  colour(bench, SUMMARY, cell, { fill: '#FFF2CC', fontColor: '#C00000' });
  colour(bench, SUMMARY, await bench.addressOf(SUMMARY, 'unit:u1', 'vote'), { numberFormat: ';;;' });
  expect(await hidden()).toEqual([]);
  expect(must(await rankUnits()).provisional).toBe(false);
});

test.each([SUMMARY, SEAL])('after sealing, verify names the cells of %s that show another figure', async (sheet) => {
  const bench = await openScoring(sealed);
  const cell = await bench.addressOf(...rankOn(sheet));
  colour(bench, sheet, cell, { numberFormat: '"7"' });
  const code = String(await bench.value(SEAL, 'field:record', 'standard'));
  const { same, intact, shown } = (await complete('verifySeal', { code })).result;
  expect({ same, intact, shown }).toEqual({ same: false, intact: true, shown: [{ sheet, cell }] });
});

describe('a rule of another kind, of which nothing but the type is read', () => {
  /** A rule of a kind, above all others. */
  function colourByKind(bench: ScoringBench, sheet: string, cells: string, kind: OtherFormatKind): void {
    bench.unlocked(sheet, (id) => {
      const rule = { kind, areas: [areaOf(cells)], formula: '=FALSE', priority: 0, stopIfTrue: false, style: {} };
      bench.workbook.addConditionalFormat(id, rule);
    });
  }
  const others = async (): Promise<Finding[]> =>
    (await checkFigures()).filter(({ code }) => code === 'highlights-other');

  test.each<OtherFormatKind>(['CellValue', 'ColorScale', 'DataBar', 'IconSet', 'PresetCriteria', 'TopBottom'])(
    '%s on a rank: an error that a person has to mend, no ranking, no seal',
    async (kind) => {
      const bench = await openScoring(ranked);
      const cell = await bench.addressOf(SUMMARY, 'unit:u1', 'rank');
      colourByKind(bench, SUMMARY, cell, kind);
      expect((await others()).map(({ severity, place, fix, data }) => [severity, place, fix, data])).toEqual([
        ['error', { sheet: SUMMARY, cell }, undefined, { cells: cell, count: 1 }],
      ]);
      expect(refusal(await rankUnits()).map(({ code }) => code)).toEqual(['highlights-other']);
      expect(await sealCodes()).toEqual(expect.arrayContaining(['seal-errors', 'seal-provisional']));
      bench.unlocked(SUMMARY, (id) => {
        const found = bench.workbook.conditionalFormats(id).find((one) => one.kind === kind);
        bench.workbook.deleteConditionalFormat(id, found?.id ?? '');
      });
      expect(await others()).toEqual([]);
      must(await rankUnits());
      must(await makeDocument('seal', {}, DAY));
    },
  );

  test('on a unit’s total: the ranking is provisional, and its causes say why', async () => {
    const bench = await openScoring(ranked);
    const cell = await bench.addressOf(UNIT, 'total:total', 'official');
    colourByKind(bench, UNIT, cell, 'CellValue');
    const { provisional, causes } = must(await rankUnits());
    expect([provisional, causes.map(brief)]).toEqual([true, [`${UNIT}!${cell} highlights-other`]]);
  });

  test('beside our cells it is left alone', async () => {
    const bench = await openScoring(ranked);
    colourByKind(bench, SUMMARY, 'BZ4', 'DataBar');
    expect(await others()).toEqual([]);
    expect(must(await rankUnits()).provisional).toBe(false);
  });

  test.each([SUMMARY, SEAL])('after sealing, verify names its cells on %s', async (sheet) => {
    const bench = await openScoring(sealed);
    const cell = await bench.addressOf(...rankOn(sheet));
    colourByKind(bench, sheet, cell, 'DataBar');
    const code = String(await bench.value(SEAL, 'field:record', 'standard'));
    const { same, shown } = (await complete('verifySeal', { code })).result;
    expect({ same, shown }).toEqual({ same: false, shown: [{ sheet, cell }] });
  });
});

describe('on builds that do not say which cells a rule is for', () => {
  test.each([
    ['by formula, with another number format', {}, 'highlights-hide'],
    ['of another kind', { kind: 'CellValue' as const }, 'highlights-other'],
  ])('a rule %s is an error of the sheet, without cells', async (_, kind, code) => {
    const bench = await openScoring(ranked);
    bench.workbook.behaviours.conditionalRules = 'withoutCells';
    const areas = [areaOf(await bench.addressOf(SUMMARY, 'unit:u1', 'rank'))];
    bench.unlocked(SUMMARY, (id) => {
      const style = { numberFormat: EXCHANGED };
      const rule = { ...kind, areas, formula: '=TRUE', priority: 0, stopIfTrue: false, style };
      bench.workbook.addConditionalFormat(id, rule);
    });
    const found = (await checkFigures()).filter((one) => one.code === code);
    expect(found.map(({ severity, place, data }) => [severity, place?.sheet, data])).toEqual([
      ['error', SUMMARY, expect.objectContaining({ cells: '', count: 0 })],
    ]);
    expect(refusal(await rankUnits()).map((one) => one.code)).toEqual([code]);
    expect(await sealCodes()).toContain('seal-errors');
  });
});

const rankOn = (sheet: string): [string, string, string] =>
  sheet === SUMMARY ? [sheet, 'unit:u1', 'rank'] : [sheet, 'field:rank', 'unit:u1'];

/** Where *Giao ước* names the first unit. */
async function nameCell(bench: ScoringBench): Promise<string> {
  const header = await bench.addressOf(COVENANT, 'header:units', 'c2');
  const row = Number(/\d+/.exec(header)?.[0]) + 1;
  return header.replace(/\d+/, String(row));
}
