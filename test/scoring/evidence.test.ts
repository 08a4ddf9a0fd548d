import { evidenceTwice } from '../../src/scoring/evidence';
import type { SheetEntries } from '../../src/scoring/entries';
import { loose } from '../support/arbitraries';
import { CRITERIA } from './fixture';

/** A unit's sheet with evidence on some lines, each in a row of its own. */
function sheetOf(unit: string, evidence: Record<string, string | number>): SheetEntries {
  const lines = Object.entries(evidence).map(([code, text], index) => {
    const place = { sheet: unit, cell: `L${10 + index}` };
    const empty = loose(null, place);
    const line = { figure: empty, target: null, self: null, reviewed: empty, agreed: empty, note: empty };
    return [code, { ...line, evidence: loose(text, place) }] as const;
  });
  return { unit, stage: 'self', lines: new Map(lines) };
}

const found = (...sheets: SheetEntries[]) =>
  evidenceTwice(CRITERIA, sheets).map(({ place, data }) => [
    `${place?.sheet}!${place?.cell}`,
    'otherCell' in data ? `${data.otherSheet}!${data.otherCell}` : '',
  ]);

describe('the same evidence is found', () => {
  it.each([
    ['12/QĐ-VKS', 'Quyết định số 12/QĐ-VKS ngày 3/4/2020'],
    ['QĐ số 012/QĐ-VKS', 'qđ số 12 / qđ-vks'],
    ['12/QĐ-VKS', 'BC 5/BC-VKS; 12/QĐ–VKS'],
    ['12/2020/QĐ-VKS', '12/2020/QÐ-VKS của Viện trưởng'],
    ['số 12/QĐ-VKS ngày 3/4/2020', 'số 12/QĐ-VKS (03.04.2020)'],
    ['424/KH-VKS-P15', '424/KH-VKS-P15'],
  ])('by number and symbol: “%s” and “%s”, of two units with both cells', (first, second) => {
    expect(found(sheetOf('An Giang', { bonus: first }), sheetOf('Cà Mau', { bonus: second }))).toEqual([
      ['Cà Mau!L10', 'An Giang!L10'],
    ]);
  });

  it.each([
    ['12/QĐ-VKS', '13/QĐ-VKS'],
    ['12/QĐ-VKS', '12/BC-VKS'],
    ['12/QĐ-VKS ngày 3/4/2020', '12/QĐ-VKS ngày 3/4/2019'],
    ['3/4/2020', '3/4/2020'],
    ['Bằng khen', 'Bằng khen'],
  ])('and not where the documents differ or none is named: “%s” and “%s”', (first, second) => {
    expect(found(sheetOf('An Giang', { bonus: first }), sheetOf('Cà Mau', { bonus: second }))).toEqual([]);
  });

  it('on two lines of a unit where one of them is a bonus or penalty', () => {
    expect(found(sheetOf('An Giang', { graded: '12/QĐ-VKS', penalty: '12/QĐ-VKS' }))).toHaveLength(1);
    expect(found(sheetOf('An Giang', { graded: '12/BC-VKS', steps: '12/BC-VKS' }))).toEqual([]);
  });

  it('letter for letter among bonus and penalty lines of one unit, whatever its case and spaces', () => {
    expect(found(sheetOf('An Giang', { bonus: 'QĐ  424', penalty: ' qđ 424 ' }))).toEqual([
      ['An Giang!L11', 'An Giang!L10'],
    ]);
  });

  it('as a text where it was typed as a number', () => {
    expect(found(sheetOf('An Giang', { bonus: 424, penalty: ' 424' }))).toEqual([['An Giang!L11', 'An Giang!L10']]);
  });
});
