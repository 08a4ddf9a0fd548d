/** Criteria and clusters from workbooks made by hand: known by titles and labels, whatever their order. */
import fc from 'fast-check';
import { clusters, criteriaSets } from '../../../src/covenant/catalogue';
import { clusterSchema } from '../../../src/covenant/covenant';
import { rulesSchema } from '../../../src/covenant/rules';
import { covenantPlan } from '../../../src/sheets/covenant/plan';
import { criteriaPlan } from '../../../src/sheets/criteria/plan';
import { importCluster, importCriteria } from '../../../src/workbook/import/importTables';
import type { SheetSnapshot, WorkbookSnapshot } from '../../../src/spreadsheet/snapshot';
import { criteriaSetArbitrary } from '../../support/arbitraries';
import { clusterOf, criteriaOf } from '../../support/covenants';
import { imageOf } from '../../support/plans';

type Grid = readonly (readonly unknown[])[];
const RULES = rulesSchema.parse({});

function sheet(values: Grid, name = 'Sheet1', numberFormats: Grid = []): SheetSnapshot {
  return { id: name, name, protected: false, pages: null, values, formulas: values, numberFormats };
}
function book(...sheets: SheetSnapshot[]): WorkbookSnapshot {
  return { sheets, all: sheets.map(({ id, name }) => ({ id, name })) };
}

/** A sheet of ours as it would be made by hand: the row and the column of the keys are not there. */
function withoutKeys({ values, numberFormats, name }: SheetSnapshot): SheetSnapshot {
  const cut = (grid: Grid): Grid => grid.slice(1).map((line) => line.slice(1));
  return sheet(cut(values), name, cut(numberFormats));
}

const HEADING = ['Mã', 'Nội dung', 'Thuộc mục', 'Loại', 'Điểm chuẩn', 'Điểm mỗi lần'];
const TABLE: Grid = [
  ['BỘ TIÊU CHÍ CỦA ĐƠN VỊ'],
  ['Tên bộ tiêu chí:', '', 'Tiêu chí năm 2025'],
  ['Thang điểm', 10],
  [],
  HEADING,
  ['I', 'Chuyên môn', '', 'Mục', 10],
  ['I.1', 'Đúng hạn', 'I', 'chấm trực tiếp', 6],
  ['I.2', 'Không vi phạm', 'i', 'Đạt hoặc không đạt', 4],
  ['T1', 'Sáng kiến', '', 'Điểm cộng', '', 1],
];

describe('a criteria table made by hand', () => {
  it('is read by the titles of its columns and the labels above it', () => {
    const { criteria, findings } = importCriteria(book(sheet(TABLE)));
    expect(findings).toEqual([]);
    expect(criteria).toMatchObject({
      ...{ id: 'tieu-chi-nam-2025', title: 'Tiêu chí năm 2025', version: '1', scale: 1_000, rules: RULES },
      sections: [
        {
          code: 'I',
          children: [
            { code: 'I.1', kind: 'graded' },
            { code: 'I.2', kind: 'passFail' },
          ],
        },
      ],
      bonuses: [{ code: 'T1', rate: 100 }],
      penalties: [],
    });
  });

  it('may have its columns in any order, in other cases and spaces, among columns of its own', () => {
    const order = [4, 1, 0, 5, 3, 2];
    const moved = TABLE.map((line, row) => {
      if (row < 4) return line;
      const cells = order.map((column) =>
        row === 4 ? ` ${String(line[column]).toUpperCase()}\n` : (line[column] ?? ''),
      );
      return ['của riêng', ...cells];
    });
    expect(importCriteria(book(sheet(moved))).criteria).toEqual(importCriteria(book(sheet(TABLE))).criteria);
  });

  it('ends at its first empty row, but for rows below that are plainly its own', () => {
    const longer = [...TABLE, [], ['', 'NGƯỜI LẬP BIỂU', '', 'THỦ TRƯỞNG'], ['P1', 'Vi phạm', '', 'Điểm trừ', '', 2]];
    const { criteria, findings } = importCriteria(book(sheet(longer)));
    expect(findings).toEqual([]);
    expect(criteria?.penalties).toMatchObject([{ code: 'P1', rate: 200 }]);
  });

  it('is found on any sheet of the workbook', () => {
    expect(importCriteria(book(sheet([['Ghi chú']], 'A'), sheet(TABLE, 'B'))).criteria).not.toBeNull();
  });

  it.each<[string, number, number, unknown, string, string]>([
    ['an unknown kind', 6, 3, 'Chấm', 'notInList', 'D7'],
    ['points as text', 6, 4, '6,0', 'notANumber', 'E7'],
    ['a parent there is not', 6, 2, 'II', 'unknownSection', 'C7'],
    ['a rate that is missing', 8, 5, '', 'required', 'F9'],
    ['a rate on a kind that has none', 6, 5, 1, 'notUsedByKind', 'F7'],
    ['a scale that is no number', 2, 1, 'mười', 'notANumber', 'B3'],
    ['a name that is missing', 1, 2, '', 'required', 'B2'],
  ])('%s is shown at its own cell', (_what, row, column, value, problem, cell) => {
    const changed = TABLE.map((line, index) => (index === row ? Object.assign([...line], { [column]: value }) : line));
    const { criteria, findings } = importCriteria(book(sheet(changed, 'Của tôi')));
    expect(criteria).toBeNull();
    expect(findings).toContainEqual(
      expect.objectContaining({
        place: { sheet: 'Của tôi', cell },
        data: expect.objectContaining({ problem }),
      }),
    );
  });

  it('a finding on a missing column is shown in its row', () => {
    const tiered = [...TABLE.slice(0, 8), ['I.3', 'Theo mức', 'I', 'Theo mức', 1]];
    const { findings } = importCriteria(book(sheet(tiered)));
    expect(findings).toMatchObject([{ place: { cell: 'A9' }, data: { field: 'Các mức điểm', problem: 'required' } }]);
  });

  it('sums that do not hold are shown at the section and at the scale', () => {
    const changed = TABLE.map((line, row) => (row === 6 ? Object.assign([...line], { 4: 5 }) : line));
    expect(importCriteria(book(sheet(changed))).findings).toMatchObject([
      { code: 'sum-differs', place: { cell: 'E6' } },
    ]);
    const scale = TABLE.map((line, row) => (row === 2 ? ['Thang điểm', 100] : line));
    expect(importCriteria(book(sheet(scale))).findings).toMatchObject([{ code: 'sum-differs', place: { cell: 'B3' } }]);
  });

  it('a workbook without such a table is refused, and the missing columns are named', () => {
    const { criteria, findings } = importCriteria(book(sheet([['Mã', 'Nội dung']])));
    expect(criteria).toBeNull();
    expect(findings).toMatchObject([
      { code: 'table-missing', data: { column: expect.stringContaining('Điểm chuẩn') } },
    ]);
  });

  it('two such tables are refused, as it is unknown which is meant', () => {
    const { criteria, findings } = importCriteria(book(sheet(TABLE, 'A'), sheet(TABLE, 'B')));
    expect(criteria).toBeNull();
    expect(findings).toMatchObject([{ code: 'sheet-doubled', place: { sheet: 'B' } }]);
  });
});

describe('a units table made by hand', () => {
  const UNITS: Grid = [
    ['Tên cụm, khối', 'Cụm 3'],
    ['Kỳ thi đua', 'Năm 2025'],
    ['Lấy số liệu đến ngày', '30/11/2025'],
    ['Tên đơn vị', 'Tên đầy đủ khi ký', 'Vai trò'],
    ['An Giang', 'VKSND tỉnh An Giang', 'Cụm trưởng'],
    ['Cà Mau', '', 'cụm phó'],
    ['Sóc Trăng', '', ''],
    ['Hậu Giang', '', ''],
    ['Kiên Giang', '', ''],
  ];

  it('is read with the fields that are there', () => {
    const { cluster, findings } = importCluster(book(sheet(UNITS)));
    expect(findings).toEqual([]);
    expect(cluster).toMatchObject({
      ...{ id: 'cum-3', title: 'Cụm 3', type: 'cluster', head: 'an-giang', deputy: 'ca-mau' },
      period: { title: 'Năm 2025', to: '2025-11-30' },
    });
    expect(cluster?.units.map(({ id }) => id)).toEqual(['an-giang', 'ca-mau', 'soc-trang', 'hau-giang', 'kien-giang']);
  });

  it('does not take signatures below it for units', () => {
    const signed = [...UNITS, [], ['NGƯỜI LẬP BIỂU', '', 'TRƯỞNG CỤM']];
    expect(importCluster(book(sheet(signed))).cluster?.units).toHaveLength(5);
  });

  it.each<[string, number, number, unknown, string, string]>([
    ['a doubled unit', 7, 0, 'an giang', 'unit-doubled', 'A8'],
    ['a role there is not', 6, 2, 'Trưởng', 'field-invalid', 'C7'],
    ['a day that is none', 2, 1, '31/11/2025', 'field-invalid', 'B3'],
  ])('%s is shown at its own cell', (_what, row, column, value, code, cell) => {
    const changed = UNITS.map((line, index) => (index === row ? Object.assign([...line], { [column]: value }) : line));
    const { findings } = importCluster(book(sheet(changed, 'DS')));
    expect(findings).toContainEqual(expect.objectContaining({ code, place: { sheet: 'DS', cell } }));
  });

  it('a workbook without such a table is refused', () => {
    expect(importCluster(book(sheet(TABLE)))).toMatchObject({
      cluster: null,
      findings: [{ code: 'table-missing' }],
    });
  });
});

describe('a workbook of ours', () => {
  const CLUSTER = clusterSchema.parse({ ...clusterOf(5), title: 'Cụm của tôi' });
  const withRules = rulesSchema.parse({ bonusCap: 5, tieBreaks: [{ by: 'vote' }], lateBy: 'days' });
  const criteria = criteriaOf(11);
  const covenantImage = imageOf(covenantPlan({ cluster: CLUSTER, rules: withRules, criteria }, 'Giao ước'));
  const criteriaImage = imageOf(criteriaPlan(criteria, 'Tiêu chí'));

  it.each([
    ['with its keys', criteriaImage, covenantImage],
    ['without its keys', withoutKeys(criteriaImage), withoutKeys(covenantImage)],
  ])('%s gives back its criteria with the rules of its covenant, and its cluster', (_what, ...sheets) => {
    expect(importCriteria(book(...sheets))).toEqual({ criteria: { ...criteria, rules: withRules }, findings: [] });
    expect(importCluster(book(...sheets))).toMatchObject({ cluster: CLUSTER, findings: [] });
  });

  it('rules that cannot be read keep the criteria from being used: a cap would be lost in silence', () => {
    const { values } = covenantImage;
    const broken = values.map((line) => line.map((cell) => (cell === 5 ? 'năm' : cell)));
    const read = importCriteria(book(criteriaImage, { ...covenantImage, values: broken }));
    expect(read.criteria).toBeNull();
    expect(read.findings).toContainEqual(
      expect.objectContaining({ place: { sheet: 'Giao ước', cell: expect.any(String) } }),
    );
  });

  it('every set and cluster of the catalogue survives the loss of its keys', () => {
    for (const set of criteriaSets())
      expect(importCriteria(book(withoutKeys(imageOf(criteriaPlan(set, 'T')))))).toEqual({
        criteria: { ...set, rules: RULES },
        findings: [],
      });
    for (const cluster of clusters().filter(({ units }) => units.length > 0)) {
      const plan = covenantPlan({ cluster, rules: RULES, criteria }, 'G');
      expect(importCluster(book(withoutKeys(imageOf(plan)))).cluster).toEqual({ ...cluster, linesOf: '' });
    }
  });

  it('and so does any criteria set', () => {
    fc.assert(
      fc.property(criteriaSetArbitrary, (set) => {
        const snapshot = withoutKeys(imageOf(criteriaPlan(set, 'T')));
        expect(importCriteria(book(snapshot))).toEqual({ criteria: { ...set, rules: RULES }, findings: [] });
      }),
      { numRuns: 40 },
    );
  });
});
