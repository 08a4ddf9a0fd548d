import fc from 'fast-check';
import { address } from '../../src/spreadsheet/plan';
import { tries } from '../support/soak';
import type { Finding } from '../../src/covenant/findings';
import type { WorkbookSnapshot } from '../../src/spreadsheet/snapshot';
import type { Evaluation } from '../../src/sheets/shared/evaluation';
import { evaluateNow } from '../support/evaluateNow';
import { readWorkbook } from '../../src/workbook/covenantWorkbook';
import type { LiveBook } from '../support/liveBook';
import { withSheet } from '../support/mutated';
import { cellOf, closeWorkbooks, COVENANT, FIGURES, workbookOf } from '../sheets/clusterBook';

afterEach(closeWorkbooks);

const brief = ({ code, place, fix }: Finding): unknown[] => [
  code,
  place?.sheet,
  place?.cell,
  ...(fix ? [fix.put] : []),
];
const evaluated = (snapshot: WorkbookSnapshot): Evaluation => evaluateNow(readWorkbook(snapshot));

describe('a workbook in order', () => {
  let snapshot: WorkbookSnapshot;
  beforeAll(async () => {
    snapshot = await (await workbookOf(COVENANT, FIGURES)).snapshot();
  });

  it('has no findings, and its ranking is final', () => {
    const { findings, ranking } = evaluated(snapshot);
    expect(findings).toEqual([]);
    expect(ranking?.provisional).toBe(false);
    expect(ranking?.standings.map(({ rank, score }) => [rank, score?.provisionalTotal])).toEqual([
      [1, 2000],
      [2, 1900],
      [2, 1900],
      [4, 1800],
      [5, 1750],
    ]);
  });

  it('says the same whatever the order of its sheets and their names', () => {
    const renamed = snapshot.sheets.toReversed().map((sheet) => ({ ...sheet, name: `${sheet.name} x` }));
    const codes = evaluated({ ...snapshot, sheets: renamed }).findings.map(({ code }) => code);
    // Only the summary's references still have the old names here; Excel would have updated them.
    expect(new Set(codes)).toEqual(new Set(['tab-differs', 'formula-overwritten']));
  });

  it.each([
    ['Giao ước', 'covenant-missing'],
    ['Tiêu chí', 'criteria-missing'],
  ])('without %s there is nothing to evaluate by', (sheet, code) => {
    const { findings, ranking } = evaluated(withSheet(snapshot, sheet, () => []));
    expect(findings.map(brief)).toEqual([[code, undefined, undefined]]);
    expect(ranking).toBeNull();
  });

  it("a unit's sheet that is missing is named, and the unit has no rank", () => {
    const { findings, ranking } = evaluated(withSheet(snapshot, 'An Giang', () => []));
    expect(findings).toContainEqual(expect.objectContaining({ code: 'sheet-missing', data: { unit: 'An Giang' } }));
    expect(ranking?.standings[2]).toMatchObject({ rank: null, reason: { type: 'noSheet' } });
    expect(ranking?.provisional).toBe(true);
  });

  it('a missing summary is a finding; no unit is eligible without one', () => {
    const { findings, ranking } = evaluated(withSheet(snapshot, 'Tổng hợp', () => []));
    expect(findings.map(brief)).toEqual([['summary-missing', undefined, undefined]]);
    expect(ranking?.standings.every(({ reason }) => reason.type === 'undecided')).toBe(true);
  });

  it('of two sheets of one unit the copy is named, wherever it is, for the summary counts the other', () => {
    const copy = { name: 'An Giang (2)', id: 'copy' };
    for (const order of ['before', 'after']) {
      const doubled = withSheet(snapshot, 'An Giang', (sheet) =>
        order === 'before' ? [{ ...sheet, ...copy }, sheet] : [sheet, { ...sheet, ...copy }],
      );
      expect(evaluated(doubled).findings.map(brief)).toEqual([['sheet-doubled', 'An Giang (2)', null]]);
    }
  });

  it('a sheet of a unit that the covenant does not name is a warning: every figure is right without it', () => {
    const foreign = withSheet(snapshot, 'An Giang', (sheet) => {
      const [[, ...keys] = [], ...rest] = sheet.values;
      return [sheet, { ...sheet, name: 'Lạ', id: 'x', values: [['cham-diem-thi-dua;unit;1;la', ...keys], ...rest] }];
    });
    const { findings } = evaluated(foreign);
    expect(findings.map(brief)).toEqual([['sheet-of-no-unit', 'Lạ', null]]);
    expect(findings.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('a sheet of other criteria is named once, and its live sums are not compared', () => {
    const other = withSheet(snapshot, 'An Giang', (sheet) => {
      const [[key, ...keys] = [], ...rest] = sheet.values;
      return [{ ...sheet, values: [[String(key).replace(/;unit;\w+/, ';unit;000000000000'), ...keys], ...rest] }];
    });
    expect(evaluated(other).findings.map(brief)).toEqual([['sheet-of-other-criteria', 'An Giang', null]]);
  });

  it('a sheet without protection is a warning', () => {
    const bare = withSheet(snapshot, 'An Giang', (sheet) => [{ ...sheet, protected: false }]);
    expect(evaluated(bare).findings).toMatchObject([{ code: 'sheet-unprotected', severity: 'warning' }]);
  });

  it('a row that is missing is named, and its line counts as blank', () => {
    const row = Number(/\d+/.exec(cellOf(snapshot, 'An Giang', 'line:steps', 'self'))?.[0]) - 1;
    const gone = withSheet(snapshot, 'An Giang', (sheet) => [
      { ...sheet, values: sheet.values.map((line, at) => (at === row ? ['', ...line.slice(1)] : line)) },
    ]);
    const { findings, ranking } = evaluated(gone);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'row-missing', data: { row: 'steps' } }));
    expect(ranking?.standings[2]).toMatchObject({ rank: null, score: { missing: 1 } });
  });

  it('a row that is twice is named at the second', () => {
    const twice = withSheet(snapshot, 'An Giang', (sheet) => [
      { ...sheet, values: [...sheet.values, ['line:steps', 'bản sao']] },
    ]);
    expect(evaluated(twice).findings).toMatchObject([
      {
        code: 'row-doubled',
        place: { cell: `A${(snapshot.sheets[4]?.values.length ?? 0) + 1}` },
        data: { row: 'steps' },
      },
    ]);
  });

  it('a row that the criteria do not have is named', () => {
    const extra = withSheet(snapshot, 'An Giang', (sheet) => [{ ...sheet, values: [...sheet.values, ['line:x']] }]);
    expect(evaluated(extra).findings).toMatchObject([{ code: 'row-not-in-criteria', data: { row: 'x' } }]);
  });
});

describe('a cell that was changed', () => {
  /** Evaluates the workbook with one cell changed; a fresh workbook each time. */
  async function changed(
    sheet: string,
    row: string,
    column: string,
    value: Parameters<LiveBook['put']>[2],
  ): Promise<Evaluation & { cell: string }> {
    const live = await workbookOf(COVENANT, FIGURES);
    const cell = cellOf(await live.snapshot(), sheet, row, column);
    live.put(sheet, cell, value);
    return { ...evaluated(await live.snapshot()), cell };
  }

  it.each([
    ['a number over a total', 'total:total', 'official', 99, 'formula-overwritten'],
    ['a number over the points of a line', 'line:graded', 'official', 5, 'formula-overwritten'],
    ['nothing in the place of a section', 'section:I.1', 'official', null, 'formula-missing'],
    ['points typed over a figure’s points', 'line:deduction', 'self', 5, 'formula-overwritten'],
    ['nothing in the place of a count', 'line:penalty', 'missing', null, 'formula-missing'],
  ])('%s is named with the formula that belongs there', async (_what, row, column, value, code) => {
    const { findings, ranking, cell } = await changed('An Giang', row, column, value);
    expect(findings.find((one) => one.code === code)).toMatchObject({
      severity: 'error',
      place: { sheet: 'An Giang', cell },
      fix: { sheet: 'An Giang', cell, put: { formula: expect.stringMatching(/^=/) } },
    });
    expect(ranking?.standings[2]).toMatchObject({ score: { total: 1900 }, rank: 2 });
  });

  it('what follows from an overwritten cell differs from the engine, and is named there', async () => {
    const { findings } = await changed('An Giang', 'line:steps', 'official', 1);
    const differing = findings.filter(({ code }) => code === 'engine-differs');
    expect(differing).toContainEqual(
      expect.objectContaining({ data: { what: 'total', sheet: '15,00', engine: '19,00' } }),
    );
    expect(differing.some(({ place }) => place?.sheet === 'Tổng hợp')).toBe(true);
  });

  it.each([
    ['standard points', 'standard', 6, 5],
    ['a maximum', 'max', 50, 5],
    ['a step', 'step', null, 0.25],
  ])('%s that the formulas depend on are findings with the right figure', async (_what, column, value, expected) => {
    const { findings, cell } = await changed('An Giang', 'line:steps', column, value);
    expect(findings.map(brief)).toContainEqual(['standard-changed', 'An Giang', cell, { number: expected }]);
  });

  it('a stage that is none of the three is named', async () => {
    const { findings, cell } = await changed('An Giang', 'field:stage', 'standard', 'xong');
    expect(findings.map(brief)).toContainEqual(['stage-unknown', 'An Giang', cell]);
  });

  it.each([
    ['xong', []],
    ['không XÉT', [{ text: 'Không xét' }]],
    ['', []],
  ])('an eligibility of %j is named', async (word, fix) => {
    const { findings, ranking, cell } = await changed('Tổng hợp', 'unit:u3', 'eligibility', word === '' ? null : word);
    expect(findings.map(brief)).toContainEqual(['eligibility-unknown', 'Tổng hợp', cell, ...fix]);
    expect(ranking?.standings[2]?.reason.type).toBe('undecided');
  });

  it('an excluded unit needs a recorded decision, takes no place in either ranking, and nothing differs', async () => {
    const { findings, ranking } = await changed('Tổng hợp', 'unit:u1', 'eligibility', 'Không xét');
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['eligibility-undecided', 'warning']]);
    expect(ranking?.standings.map(({ rank }) => rank)).toEqual([null, 1, 1, 3, 4]);
    expect(ranking?.provisional).toBe(true);
  });

  it('a deferred unit is ranked provisionally, and nothing differs', async () => {
    const { findings, ranking } = await changed('Tổng hợp', 'unit:u1', 'eligibility', 'Chưa xét');
    expect(findings.map(({ code }) => code)).toEqual(['eligibility-undecided']);
    expect(ranking?.standings.map(({ rank, rankWithoutDeferred }) => [rank, rankWithoutDeferred])).toEqual([
      [1, null],
      [2, 1],
      [2, 1],
      [4, 3],
      [5, 4],
    ]);
    expect(ranking?.provisional).toBe(true);
  });

  it('a rank typed over is named', async () => {
    const { findings, cell } = await changed('Tổng hợp', 'unit:u2', 'rank', 1);
    expect(findings.map((one) => brief(one).slice(0, 3))).toEqual([['formula-overwritten', 'Tổng hợp', cell]]);
  });

  it('over a formula of the summary or of a unit, be it the same number as before: nothing is final', async () => {
    const snapshot = await (await workbookOf(COVENANT, FIGURES)).snapshot();
    const live = snapshot.sheets.flatMap(({ name, formulas, values }) =>
      name === 'Tiêu chí'
        ? []
        : (formulas ?? []).flatMap((line, row) =>
            line.flatMap((formula, column) =>
              String(formula).startsWith('=') ? [{ name, row, column, shown: values[row]?.[column] }] : [],
            ),
          ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...live), fc.boolean(), ({ name, row, column, shown }, same) => {
        const typed = same && shown !== '' ? shown : 7;
        const forged = withSheet(snapshot, name, (sheet) => [
          { ...sheet, values: typedInto(sheet.values), formulas: typedInto(sheet.formulas ?? []) },
        ]);
        function typedInto(grid: readonly (readonly unknown[])[]): unknown[][] {
          return grid.map((line, at) => (at === row ? line.with(column, typed) : [...line]));
        }
        const { findings, ranking } = evaluated(forged);
        expect(findings).toContainEqual(
          expect.objectContaining({
            code: 'formula-overwritten',
            place: { sheet: name, cell: address(row, column) },
          }),
        );
        expect(ranking?.provisional).toBe(true);
      }),
      tries(80, 5_000),
    );
  });
});
