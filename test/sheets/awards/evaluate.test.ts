/** *Xét danh hiệu* in a live workbook: what is entered, what is found wrong with it, and who is proposed. */
import { type Cluster, clusterSchema, type Covenant } from '../../../src/covenant/covenant';
import type { Finding } from '../../../src/covenant/findings';
import type { WorkbookSnapshot } from '../../../src/spreadsheet/snapshot';
import type { Evaluation } from '../../../src/sheets/shared/evaluation';
import { evaluateNow } from '../../support/evaluateNow';
import { BASIS_COLUMN, factColumn, orderColumn, votesColumn } from '../../../src/sheets/awards/layout';
import { passReasonText } from '../../../src/sheets/awards/proposals';
import { readWorkbook } from '../../../src/workbook/covenantWorkbook';
import type { CellValue } from '../../../src/stand-in/workbook/cellContent';
import { cellOf, closeWorkbooks, COVENANT, FIGURES, workbookOf } from '../clusterBook';

const SHEET = 'Xét danh hiệu';

afterEach(closeWorkbooks);

/** All five units may have TT; at most 20 % of them, and one, XS; two places for the flag, which is put to the vote. */
const cluster: Cluster = clusterSchema.parse({
  ...COVENANT.cluster,
  awards: [
    {
      id: 'TT',
      name: 'Lao động tiên tiến',
      quota: { type: 'all' },
      conditions: [{ id: 'share', text: 'Tỷ lệ tiên tiến', measure: 'share', least: 70 }],
    },
    {
      id: 'XS',
      name: 'Lao động xuất sắc',
      among: 'TT',
      quota: { type: 'percent', percent: 20, of: 'eligible', least: 1 },
      conditions: [{ id: 'discipline', text: 'Số bị kỷ luật', measure: 'count', most: 0 }],
    },
    { id: 'CO', name: 'Cờ thi đua', quota: { type: 'fixed', number: 2 }, votes: 80 },
    { id: 'KHEN', name: 'Giấy khen', conditions: [{ id: 'x', text: 'Điều kiện x', measure: 'count' }] },
  ],
});
const TITLED: Covenant = { ...COVENANT, cluster };

/** The content of a unit's row: by column; every unit shows 8/10, no one disciplined, 9/10 votes by default. */
type Row = Readonly<Record<string, CellValue>>;
const NUMERATOR = factColumn('TT', 'share', 'numerator');
const DENOMINATOR = factColumn('TT', 'share', 'denominator');
const COUNT = factColumn('XS', 'discipline', 'count');
const IN_FAVOUR = votesColumn('CO', 'inFavour');
const PRESENT = votesColumn('CO', 'present');
const FULL: Row = { [NUMERATOR]: 8, [DENOMINATOR]: 10, [COUNT]: 0, [IN_FAVOUR]: 9, [PRESENT]: 10 };

interface Evaluated extends Evaluation {
  cell(unit: string, column: string): string;
  /** The cell of the figure of a line on a unit's sheet, by the unit's name. */
  figure(unit: string, line: string): string;
}

/** A cell of a line on the sheet of a unit, by the unit's name. */
type LineEntry = readonly [unit: string, line: string, column: string, value: CellValue];

async function evaluatedWith(
  rows: Readonly<Record<string, Row>>,
  eligibility: Row = {},
  { covenant = TITLED, lines = [] }: { covenant?: Covenant; lines?: readonly LineEntry[] } = {},
): Promise<Evaluated> {
  const live = await workbookOf(covenant, FIGURES);
  const snapshot = await live.snapshot();
  for (const [unit, line, column, value] of lines)
    live.put(unit, cellOf(snapshot, unit, `line:${line}`, column), value);
  for (const { id } of cluster.units)
    for (const [column, value] of Object.entries({ ...FULL, ...rows[id] }))
      live.put(SHEET, cellOf(snapshot, SHEET, `unit:${id}`, column), value);
  for (const [unit, word] of Object.entries(eligibility)) {
    live.put('Tổng hợp', cellOf(snapshot, 'Tổng hợp', `unit:${unit}`, 'eligibility'), word);
    live.put('Tổng hợp', cellOf(snapshot, 'Tổng hợp', `unit:${unit}`, 'reason'), 'Biên bản');
  }
  const evaluated = evaluateNow(readWorkbook(await live.snapshot()));
  return {
    ...evaluated,
    cell: (unit, column) => cellOf(snapshot, SHEET, `unit:${unit}`, column),
    figure: (unit, line) => cellOf(snapshot, unit, `line:${line}`, 'figure'),
  };
}

const proposed = ({ awards }: Evaluation): Record<string, string[]> =>
  Object.fromEntries(awards.map(({ award, nominated }) => [award.id, nominated.map(({ unit }) => unit)]));
const codes = (findings: readonly Finding[]): string[] => findings.map(({ code }) => code);

describe('who is proposed', () => {
  it('everybody who qualifies, the best of them, and as many as there are places', async () => {
    const evaluated = await evaluatedWith({});
    // Totals 20, 19, 19, 18, 17.5: 20 % of five units is one; the second place of the flag is tied.
    expect(proposed(evaluated)).toEqual({ TT: ['u1', 'u2', 'u3', 'u4', 'u5'], XS: ['u1'], CO: ['u1'], KHEN: [] });
    expect(evaluated.awards.map(({ quota }) => quota.number)).toEqual([null, 1, 2, null]);
  });

  it.each<[string, Row, string]>([
    [
      'a share below the least',
      { [NUMERATOR]: 6996, [DENOMINATOR]: 10_000 },
      'chưa đạt “Tỷ lệ tiên tiến”: 6996/10000 = 69,96 %, yêu cầu từ 70 %',
    ],
    ['a share of nothing', { [NUMERATOR]: 0, [DENOMINATOR]: 0 }, 'chưa đạt “Tỷ lệ tiên tiến”: 0/0, yêu cầu từ 70 %'],
    ['a share that was not entered', { [DENOMINATOR]: null }, 'chưa nhập số liệu “Tỷ lệ tiên tiến”'],
  ])('a unit that fails is passed over, and the next is in its place: %s', async (_what, row, reason) => {
    const evaluated = await evaluatedWith({ u1: row });
    const [first, second] = evaluated.awards;
    expect(first?.passedOver.map(({ unit, reasons }) => [unit, ...reasons.map(passReasonText)])).toEqual([
      ['u1', reason],
    ]);
    expect(second?.passedOver[0]?.reasons.map(passReasonText)).toEqual(['không được đề nghị Lao động tiên tiến']);
    expect(proposed(evaluated)['TT']).toEqual(['u2', 'u3', 'u4', 'u5']);
  });

  it.each<[string, Row, string, string]>([
    ['a count above the most', { [COUNT]: 1 }, 'XS', 'chưa đạt “Số bị kỷ luật”: 1, yêu cầu không quá 0'],
    ['too few votes', { [IN_FAVOUR]: 79, [PRESENT]: 99 }, 'CO', 'chỉ đạt 79/99 phiếu, yêu cầu từ 80 %'],
    ['no votes recorded', { [IN_FAVOUR]: null, [PRESENT]: null }, 'CO', 'chưa ghi phiếu biểu quyết'],
  ])('%s', async (_what, row, title, reason) => {
    const { awards } = await evaluatedWith({ u1: row });
    const found = awards.find((one) => one.award.id === title);
    expect(found?.passedOver.map(({ unit, reasons }) => [unit, ...reasons.map(passReasonText)])).toEqual([
      ['u1', reason],
    ]);
  });

  it('votes of nobody are no votes, and an error at the cell of those present', async () => {
    const { awards, cell, findings } = await evaluatedWith({ u1: { [IN_FAVOUR]: 0, [PRESENT]: 0 } });
    const found = awards.find((one) => one.award.id === 'CO');
    expect(found?.passedOver.map(({ unit, reasons }) => [unit, ...reasons.map(passReasonText)])).toEqual([
      ['u1', 'chưa ghi phiếu biểu quyết'],
    ]);
    expect(findings).toMatchObject([{ code: 'fact-invalid', severity: 'error', place: { cell: cell('u1', PRESENT) } }]);
  });

  it('a deferred unit is passed over with that reason; an excluded one takes no place of a quota', async () => {
    const evaluated = await evaluatedWith({}, { u1: 'Chưa xét', u2: 'Không xét' });
    expect(evaluated.awards[0]?.passedOver).toMatchObject([{ unit: 'u1', reasons: [{ type: 'deferred' }] }]);
    expect(proposed(evaluated)).toMatchObject({ TT: ['u3', 'u4', 'u5'], XS: ['u3'], CO: ['u3', 'u4'] });
    expect(evaluated.awards[1]?.quota).toEqual({ number: 1, base: 3, exact: 0.6 });
  });

  it('awards never change a rank', async () => {
    const ranks = ({ ranking }: Evaluation) => ranking?.standings.map(({ rank }) => rank);
    expect(ranks(await evaluatedWith({ u1: { [COUNT]: 3 } }))).toEqual([1, 2, 2, 4, 5]);
  });
});

describe("a tie across the quota's edge", () => {
  it('proposes none of the tied, and asks for an order at the first of them', async () => {
    const evaluated = await evaluatedWith({});
    const flag = evaluated.awards[2];
    expect(flag?.tie).toMatchObject({ units: [{ unit: 'u2' }, { unit: 'u3' }], places: 1 });
    expect(evaluated.findings).toEqual([
      {
        code: 'tie-at-quota',
        severity: 'warning',
        place: { sheet: SHEET, cell: evaluated.cell('u2', orderColumn('CO')) },
        data: {
          title: 'Cờ thi đua',
          units: 'Hậu Giang, An Giang',
          places: 1,
          award: 'CO',
          basis: '',
          missing: ['choice', 'basis', 'day', 'person'],
        },
      },
    ]);
  });

  it.each<[string, number, number, Row, string, string[]]>([
    ['an order wants a basis', 2, 1, {}, BASIS_COLUMN, ['basis', 'day', 'person']],
    ['an order with a basis wants day and name', 2, 1, { [BASIS_COLUMN]: 'BB 3' }, BASIS_COLUMN, ['day', 'person']],
    ['equal numbers are no order', 1, 1, { [BASIS_COLUMN]: 'BB 3' }, orderColumn('CO'), ['choice', 'day', 'person']],
  ])('%s: until then it decides nothing', async (_what, second, third, rest, column, missing) => {
    const evaluated = await evaluatedWith({
      u2: { [orderColumn('CO')]: second, ...rest },
      u3: { [orderColumn('CO')]: third },
    });
    expect(proposed(evaluated)['CO']).toEqual(['u1']);
    expect(evaluated.findings).toMatchObject([
      { code: 'tie-at-quota', place: { cell: evaluated.cell('u2', column) }, data: { missing } },
    ]);
  });
});

describe('what is entered', () => {
  it.each<[string, string, CellValue, unknown]>([
    ['a part of a person', COUNT, 0.5, undefined],
    ['less than none', COUNT, -1, undefined],
    ['a word', COUNT, 'không', undefined],
    ['a number as text, with the number to put there', COUNT, '2', { number: 2 }],
    ['a truth value', COUNT, true, undefined],
    ['more than the whole', NUMERATOR, 11, undefined],
    ['more votes than were cast', IN_FAVOUR, 11, undefined],
    ['an order that begins at 0', orderColumn('CO'), 0, undefined],
  ])('%s is an error in its cell, and counts as not entered', async (_what, column, value, put) => {
    const { findings, cell, awards } = await evaluatedWith({ u4: { [column]: value } });
    const wrong = findings.find(({ code }) => code === 'fact-invalid');
    const place = { sheet: SHEET, cell: cell('u4', column) };
    expect(wrong).toMatchObject({ severity: 'error', place, data: { unit: 'Bạc Liêu', value: String(value) } });
    expect(wrong?.fix?.put).toEqual(put);
    const passed = awards.flatMap(({ passedOver }) => passedOver.filter(({ unit }) => unit === 'u4'));
    expect(passed.flatMap(({ reasons }) => reasons.map(({ type }) => type))).not.toContain('condition');
  });

  it('what is missing is named for units that may be proposed, by award, condition and column', async () => {
    const { findings, cell } = await evaluatedWith(
      { u1: { [NUMERATOR]: null }, u5: { [NUMERATOR]: null, [COUNT]: null } },
      { u5: 'Không xét' },
    );
    expect(findings.filter(({ code }) => code === 'fact-missing')).toEqual([
      {
        code: 'fact-missing',
        severity: 'warning',
        place: { sheet: SHEET, cell: cell('u1', NUMERATOR) },
        data: { unit: 'Kiên Giang', what: 'Lao động tiên tiến, Tỷ lệ tiên tiến, số đạt' },
      },
    ]);
  });

  it('nothing is required for an award without a quota', async () => {
    const { findings } = await evaluatedWith({});
    expect(codes(findings)).not.toContain('fact-missing');
  });
});

describe('a fact that is on a line of the criteria as well', () => {
  const withLines = (lines: Readonly<Record<string, string>>): Covenant => ({
    ...TITLED,
    cluster: {
      ...cluster,
      awards: cluster.awards.map((award) => ({
        ...award,
        conditions: award.conditions.map((one) => ({ ...one, line: lines[one.id] ?? '' })),
      })),
    },
  });
  const LINED = withLines({ share: 'passFail', discipline: 'deduction' });
  const evaluatedLines = (rows: Readonly<Record<string, Row>>, lines: readonly LineEntry[] = []): Promise<Evaluated> =>
    evaluatedWith(rows, {}, { covenant: LINED, lines });
  const reasonsOf = ({ awards }: Evaluation, unit: string): string[] =>
    awards.flatMap(({ passedOver }) =>
      passedOver.filter((one) => one.unit === unit).flatMap(({ reasons }) => reasons.map(passReasonText)),
    );
  const about = ({ findings }: Evaluation): Finding[] => findings.filter(({ code }) => code.startsWith('fact-'));
  const BLANK: Row = { [NUMERATOR]: null, [DENOMINATOR]: null, [COUNT]: null };

  it('is right where both entries say the same', async () => {
    const evaluated = await evaluatedLines({});
    expect(about(evaluated)).toEqual([]);
    expect(proposed(evaluated)).toMatchObject({ TT: ['u1', 'u2', 'u3', 'u4', 'u5'], XS: ['u1'] });
  });

  it('is an error with both cells where they differ; on neither is the unit proposed, and no rank changes', async () => {
    const evaluated = await evaluatedLines({ u1: { [COUNT]: 3 } });
    const place = { sheet: SHEET, cell: evaluated.cell('u1', COUNT) };
    const line = { line: 'deduction', lineValue: '0', lineSheet: 'Kiên Giang' };
    expect(about(evaluated)).toMatchObject([
      {
        code: 'fact-differs',
        severity: 'error',
        place,
        data: { unit: 'Kiên Giang', value: '3', ...line, lineCell: evaluated.figure('Kiên Giang', 'deduction') },
      },
    ]);
    expect(reasonsOf(evaluated, 'u1')).toEqual([
      'hai số liệu khác nhau cho “Số bị kỷ luật”: 3 ở Xét danh hiệu, 0 ở dòng deduction',
    ]);
    expect(proposed(evaluated)['XS']).not.toContain('u1');
    expect(evaluated.ranking?.standings.map(({ rank }) => rank)).toEqual([1, 2, 2, 4, 5]);
  });

  it.each<[string, Row, LineEntry, string]>([
    ['Đ beside a share that falls short', { [NUMERATOR]: 6 }, ['Kiên Giang', 'passFail', 'figure', 'Đ'], 'Đ'],
    ['K beside a share that is reached', {}, ['Kiên Giang', 'passFail', 'figure', 'K'], 'K'],
    ['three disciplined beside none', {}, ['Kiên Giang', 'deduction', 'figure', 3], '3'],
    ['nothing arose beside eight of ten', {}, ['Kiên Giang', 'passFail', 'figure', 'KPS'], 'KPS'],
  ])('differs: %s', async (_what, row, line, lineValue) => {
    const evaluated = await evaluatedLines({ u1: row }, [line]);
    expect(about(evaluated)).toMatchObject([{ code: 'fact-differs', data: { unit: 'Kiên Giang', lineValue } }]);
    expect(reasonsOf(evaluated, 'u1')[0]).toContain('hai số liệu khác nhau');
  });

  it('is taken from the line where it is blank on Xét danh hiệu, and nothing is missing', async () => {
    const evaluated = await evaluatedLines({ u1: BLANK, u2: BLANK, u3: BLANK, u4: BLANK, u5: BLANK }, [
      ['Kiên Giang', 'deduction', 'figure', 1],
      ['Kiên Giang', 'deduction', 'agreed', 4.5],
      ['Hậu Giang', 'passFail', 'figure', 'K'],
      ['Hậu Giang', 'passFail', 'agreed', 0],
    ]);
    expect(about(evaluated)).toEqual([]);
    expect(reasonsOf(evaluated, 'u1')).toEqual(['chưa đạt “Số bị kỷ luật”: 1 (dòng deduction), yêu cầu không quá 0']);
    expect(reasonsOf(evaluated, 'u2')[0]).toBe('chưa đạt “Tỷ lệ tiên tiến”: K (dòng passFail), yêu cầu từ 70 %');
    expect(proposed(evaluated)).toMatchObject({ TT: ['u1', 'u3', 'u4', 'u5'], XS: ['u3'] });
  });

  it.each<[string, Row, readonly LineEntry[], string]>([
    ['half of it was typed', { [NUMERATOR]: null }, [], NUMERATOR],
    ['the line is blank too', BLANK, [['Kiên Giang', 'passFail', 'figure', null]], NUMERATOR],
    ['nothing arose on the line', BLANK, [['Kiên Giang', 'passFail', 'figure', 'KPS']], NUMERATOR],
    ['the points of the line were changed later', BLANK, [['Kiên Giang', 'deduction', 'agreed', 3]], COUNT],
  ])('has to be typed where %s', async (_what, row, lines, column) => {
    const evaluated = await evaluatedLines({ u1: row }, lines);
    const places = about(evaluated).map(({ code, place }) => [code, place?.cell]);
    expect(places).toContainEqual(['fact-missing', evaluated.cell('u1', column)]);
  });

  it('is a warning where both are equal but the points of the line were changed later', async () => {
    const evaluated = await evaluatedLines({}, [['Kiên Giang', 'deduction', 'agreed', 3]]);
    expect(about(evaluated)).toMatchObject([
      { code: 'fact-overruled', severity: 'warning', data: { unit: 'Kiên Giang', value: '0', line: 'deduction' } },
    ]);
    expect(reasonsOf(evaluated, 'u1')).toEqual([]);
  });

  it.each([
    ['a line that is not in Tiêu chí', 'khong-co', 'unknownLine'],
    ['a line whose points are typed', 'graded', 'lineWithoutFigure'],
  ])('%s is an error at its cell, and the covenant cannot be used', async (_what, line, problem) => {
    const live = await workbookOf(withLines({ discipline: line }), FIGURES);
    const { covenant, findings } = readWorkbook(await live.snapshot());
    expect(covenant).toBeNull();
    expect(findings).toMatchObject([
      { code: 'field-invalid', place: { sheet: 'Giao ước' }, data: { field: 'Dòng tiêu chí', problem, value: line } },
    ]);
    expect(findings[0]?.place?.cell).toMatch(/^J\d+$/);
  });
});

describe('the sheet itself', () => {
  const withSheet = (
    snapshot: WorkbookSnapshot,
    change: (sheet: WorkbookSnapshot['sheets'][number]) => object | null,
  ) => ({
    ...snapshot,
    sheets: snapshot.sheets.flatMap((sheet) => {
      const changed = sheet.name === SHEET ? change(sheet) : {};
      return changed === null ? [] : [{ ...sheet, ...changed }];
    }),
  });
  const found = async (change: Parameters<typeof withSheet>[1]): Promise<Finding[]> => {
    const snapshot = await (await workbookOf(TITLED, FIGURES)).snapshot();
    const { findings } = evaluateNow(readWorkbook(withSheet(snapshot, change)));
    return findings.filter(({ code }) => code !== 'fact-missing');
  };

  it('is required where there are awards', async () => {
    expect(codes(await found(() => null))).toContain('titles-missing');
  });

  it('without protection is a warning', async () => {
    expect(codes(await found(() => ({ protected: false })))).toEqual(['sheet-unprotected']);
  });

  it("without a unit's row, or with it twice, is named", async () => {
    const gone = await found(({ values }) => ({
      values: values.map((line) => (line[0] === 'unit:u2' ? ['', ...line.slice(1)] : line)),
    }));
    expect(gone).toMatchObject([{ code: 'row-missing', data: { row: 'Hậu Giang' } }]);
    const twice = await found(({ values }) => ({ values: [...values, ['unit:u2']] }));
    expect(twice).toMatchObject([{ code: 'row-doubled', data: { row: 'Hậu Giang' } }]);
  });

  const withoutColumn =
    (gone: string) =>
    ({ values: [keys = [], ...rest] }: WorkbookSnapshot['sheets'][number]) => ({
      values: [keys.map((key) => (key === gone ? '' : key)), ...rest],
    });

  it('without a column of its own is named by the column', async () => {
    expect(await found(withoutColumn('resolutionBasis'))).toMatchObject([
      { code: 'column-missing', data: { column: 'Căn cứ (biên bản)' } },
    ]);
  });

  it('without a column of an award it was created for other awards, and has to be replaced', async () => {
    expect(await found(withoutColumn(COUNT))).toMatchObject([
      { code: 'sheet-of-other-criteria', severity: 'error', place: { sheet: SHEET }, data: { unit: SHEET } },
    ]);
  });
});
