import type { Overview } from '../../src/workbook/overview';
import { finding } from '../../src/covenant/findings';
import { missingTexts, printedSheets } from '../../src/taskpane/readiness';
import { EMPTY, overviewOf, typedAsText, unitOf } from './fakes';

const readiness = (overview: Overview) =>
  Object.fromEntries(printedSheets(overview, new Map()).map((one) => [one.sheet, one.readiness]));

describe('the sheets to print', () => {
  test('are those that are there: units first, then the cluster’s', () => {
    expect(printedSheets(EMPTY, new Map())).toEqual([]);
    const overview = overviewOf({ units: [unitOf('A'), unitOf('B', { sheet: null })] });
    expect(Object.keys(readiness(overview))).toEqual(['A', 'Tổng hợp', 'Xét danh hiệu', 'Giao ước', 'Tiêu chí']);
  });

  test.each([
    ['complete and agreed', {}, { type: 'ready' }],
    ['not agreed', { stage: 'reviewed' }, { type: 'provisional' }],
    ['with errors', { errors: 2, stage: 'self' }, { type: 'errors', errors: 2 }],
    ['with blank lines', { missing: 3, errors: 3 }, { type: 'incomplete', lines: 3 }],
  ] as const)('a unit’s sheet %s', (_, given, expected) => {
    expect(readiness(overviewOf({ units: [unitOf('A', given)] }))['A']).toEqual(expected);
  });

  test.each([
    ['ranked and agreed', {}, { type: 'ready' }],
    ['ranked provisionally', { provisional: true }, { type: 'provisional' }],
    ['never ranked', { ranked: 'never' }, { type: 'notRanked' }],
    ['ranked before the figures changed', { ranked: 'stale' }, { type: 'stale' }],
    [
      'with errors of its own',
      { findings: [finding('formula-missing', { sheet: 'Tổng hợp', cell: 'D9' }, { what: 'x' })] },
      { type: 'errors', errors: 1 },
    ],
  ] as const)('the summary %s', (_, given, expected) => {
    const overview = overviewOf({ ...given, findings: 'findings' in given ? [...given.findings] : [] });
    expect(readiness(overview)['Tổng hợp']).toEqual(expected);
  });

  test('say where place and date are not filled in', () => {
    expect(
      printedSheets(overviewOf(), new Map())
        .filter(({ undated }) => undated)
        .map(({ sheet }) => sheet),
    ).toEqual(['Tổng hợp']);
  });

  test('want what the covenant does not say yet', () => {
    expect(missingTexts(overviewOf({ findings: [typedAsText('A', 'E9')] }))).toEqual(['superior']);
    expect(missingTexts(EMPTY)).toEqual([]);
  });
});
