import { finding } from '../../src/covenant/findings';
import { countOf, fixable, groupFindings } from '../../src/taskpane/groups';
import { BLANK, LATE, NO_COVENANT, overviewOf, typedAsText, unitOf, WARNING } from './fakes';

const ON_TITLES = finding('fact-missing', { sheet: 'Xét danh hiệu', cell: 'D9' }, { unit: 'An Giang', what: 'Tỷ lệ' });
const ON_COPY = finding(
  'sheet-doubled',
  { sheet: 'An Giang (2)', cell: null },
  { what: 'An Giang (2)', other: 'An Giang' },
);
const overview = overviewOf({
  units: [unitOf('Cà Mau'), unitOf('An Giang')],
  findings: [ON_COPY, ON_TITLES, BLANK, WARNING, NO_COVENANT],
});
const named = (filter?: Parameters<typeof groupFindings>[1]) =>
  groupFindings(overview, filter).map(({ sheet, findings }) => [sheet, findings.length]);

describe('findings are gone through', () => {
  test('sheet by sheet in the order of the work, what stands nowhere first and foreign sheets last', () => {
    expect(named()).toEqual([
      ['', 1],
      ['Cà Mau', 1],
      ['An Giang', 1],
      ['Xét danh hiệu', 1],
      ['An Giang (2)', 1],
    ]);
  });

  test('by severity', () => {
    expect(named({ severity: 'warning', unit: '' })).toEqual([
      ['Cà Mau', 1],
      ['Xét danh hiệu', 1],
    ]);
  });

  test('by unit: what stands on its sheet, and what is about it elsewhere', () => {
    expect(named({ severity: 'all', unit: 'An Giang' })).toEqual([
      ['An Giang', 1],
      ['Xét danh hiệu', 1],
    ]);
    expect(named({ severity: 'all', unit: 'gone' })).toEqual([]);
  });

  test('counted', () => {
    expect(countOf(overview.findings)).toEqual({ errors: 3, warnings: 2 });
  });

  test('and fixed together, but for proposals', () => {
    const fix = typedAsText('Cà Mau', 'E9');
    expect(fixable([BLANK, fix, LATE])).toEqual([fix]);
  });
});
