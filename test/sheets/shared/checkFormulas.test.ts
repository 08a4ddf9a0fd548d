import { checkFormulas, sameFormula, subjectOf } from '../../../src/sheets/shared/checkFormulas';
import { rowKey } from '../../../src/spreadsheet/keys';
import type { KeyedFormula } from '../../../src/spreadsheet/layout';
import { clusterOf } from '../../support/covenants';
import { keyed } from '../../support/plans';
import { sheetOf } from '../grid';

describe('two formulas are the same', () => {
  it.each([
    ['spaces', '=SUM(A1, B2)', '=SUM(A1,B2)'],
    ['case', '=sum(a1)', '=SUM(A1)'],
    ['the writing of a constant', '=IF(A1<1E-05,1,0)', '=IF(A1<0.00001,1,0)'],
    ['trailing zeros', '=A1*0.50', '=A1*0.5'],
    ['truth values', '=IF(A1,TRUE(),FALSE())', '=IF(A1,TRUE,FALSE)'],
    ['needless quotes around a sheet', "='Tonghop'!A1", '=Tonghop!A1'],
    ['the case of a sheet', "='An Giang'!A1", "='AN GIANG'!A1"],
    ['the accents of a sheet composed or not', `='${'Hậu Giang'.normalize('NFD')}'!A1`, "='Hậu Giang'!A1"],
    ['the sign of one value', '=IFERROR(@INDEX(A1:A9,@B1),"")', '=IFERROR(INDEX(A1:A9,B1),"")'],
    ['the function of one value', '=(_xlfn.SINGLE(INDEX((A1:A9),1)))+1', '=(INDEX((A1:A9),1))+1'],
  ])('when they differ only in %s', (_what, left, right) => {
    expect(sameFormula(left, right)).toBe(true);
  });

  it.each([
    ['another cell', '=SUM(A1:A9)', '=SUM(A1:A8)'],
    ['another fixing of a cell', '=$A1', '=A1'],
    ['another number', '=A1*0.5', '=A1*0.05'],
    ['a row that begins with the same digits', '=A10', '=A1'],
    ['another text', '=IF(A1="Đ",1,0)', '=IF(A1="K",1,0)'],
    ['the case of a text', '=EXACT(A1,"Đ")', '=EXACT(A1,"đ")'],
    ['spaces inside a text', '=A1&"a b"', '=A1&"ab"'],
    ['another sheet', "='An Giang'!A1", "='An  Giang'!A1"],
    ['a constant', '5', '=5+0'],
    ['another operator', '=A1+B1', '=A1-B1'],
    ['a sign inside a text', '=A1&"@"', '=A1&""'],
    ['a sign inside the name of a sheet', "='@A'!A1", "='A'!A1"],
  ])('not with %s', (_what, left, right) => {
    expect(sameFormula(left, right)).toBe(false);
  });
});

describe('the formulas of a sheet', () => {
  const expected: KeyedFormula<string>[] = [
    { row: 'line:1', column: 'a', formula: '=B3' },
    { row: 'total:total', column: 'a', formula: '=SUM(A1:A2)' },
    { row: 'line:9', column: 'a', formula: '=B9' },
  ];
  const check = (first: unknown, second: unknown) =>
    checkFormulas(
      keyed(sheetOf({ columns: ['a', 'b'], rows: { 'line:1': [first], 'total:total': [second] } })),
      expected,
    );

  it('in order: nothing is found; rows that are missing are spoken of elsewhere', () => {
    expect(check('=b3', '=SUM(A1:A2)')).toEqual([]);
  });

  it.each([
    ['a number', 5, 'formula-overwritten'],
    ['a text', 'x', 'formula-overwritten'],
    ['another formula', '=B4', 'formula-overwritten'],
    ['nothing', '', 'formula-missing'],
    ['no cell', undefined, 'formula-missing'],
  ])('%s in its place: the right one is offered', (_what, found, code) => {
    expect(check(found, '=SUM(A1:A2)')).toEqual([
      {
        code,
        severity: 'error',
        place: { sheet: 'Trang', cell: 'B2' },
        data: { what: '1' },
        fix: { sheet: 'Trang', cell: 'B2', put: { formula: '=B3' } },
      },
    ]);
  });

  it('a row of a unit is called by the unit’s name, any other by its code', () => {
    const { units } = clusterOf(2, ['An Giang', 'Hậu Giang']);
    expect(subjectOf(rowKey.unit(units[1]?.id ?? ''), units)).toBe('Hậu Giang');
    expect([subjectOf('unit:x', clusterOf(2).units), subjectOf('line:1.2', [])]).toEqual(['x', '1.2']);
  });
});
