import type { Covenant } from '../../../src/covenant/covenant';
import { rulesSchema } from '../../../src/covenant/rules';
import { targetColumn } from '../../../src/sheets/shared/sheetRefs';
import { addressesOf, layoutOfPlan } from '../../../src/spreadsheet/layout';
import { targetLines } from '../../../src/sheets/targets/layout';
import { targetsPlan } from '../../../src/sheets/targets/plan';
import { checkTargetsSheet } from '../../../src/sheets/targets/read';
import { CRITERIA, FULL } from '../../scoring/fixture';
import { clusterOf } from '../../support/covenants';
import { imageOf, keyed, withColumn, withOrder, withRow } from '../../support/plans';

const COVENANT: Covenant = { criteria: FULL, rules: rulesSchema.parse({}), cluster: clusterOf(3) };
const PLAN = targetsPlan(COVENANT, 'Giao chỉ tiêu');
const at = addressesOf(layoutOfPlan(PLAN));
const codes = (snapshot: ReturnType<typeof imageOf>, covenant = COVENANT): string[] =>
  checkTargetsSheet(covenant, keyed(snapshot)).map(({ code }) => code);

describe('the table of targets', () => {
  it('has a column for each criterion with a target of its own for each unit, and for no other', () => {
    expect(targetLines(FULL).map(({ line }) => line.code)).toEqual(['more', 'less', 'relative']);
    expect(targetLines(CRITERIA)).toEqual([]);
  });

  it('has in each heading the number, the title and the code of the criterion', () => {
    const column = layoutOfPlan(PLAN).column(targetColumn('more')) ?? 0;
    expect(PLAN.cells[layoutOfPlan(PLAN).row('header') ?? 0]?.[column]).toBe('Nhiều (more)');
  });

  it('takes numbers from 0 and KG', () => {
    const [validation] = PLAN.validations;
    expect(validation?.rule).toEqual({
      type: 'custom',
      formula: '=OR(IFERROR(EXACT(UPPER(D6),"KG"),0),IF(ISNUMBER(D6),OR(D6=0,AND(D6>=0.000001,D6<=1000000000000)),0))',
    });
    expect(at.cell('unit:u1', targetColumn('more'))).toBe('D6');
  });
});

describe('what is wrong with the table itself', () => {
  const snapshot = imageOf(PLAN);

  it.each([
    ['nothing', snapshot, []],
    ['nothing where rows were inserted', withRow(snapshot, 2), []],
    ['nothing where columns were inserted', withColumn(snapshot, 4), []],
    ['nothing where rows changed places', withOrder(snapshot, 5, [2, 0, 1]), []],
    ['protection off', { ...snapshot, protected: false }, ['sheet-unprotected']],
    ['a row twice', withOrder(snapshot, 5, [0, 1, 1]), ['row-missing', 'row-doubled']],
  ])('%s', (_what, found, expected) => {
    expect(codes(found)).toEqual(expected);
  });

  it('a unit that joined later has no row yet', () => {
    const [missing] = checkTargetsSheet({ ...COVENANT, cluster: clusterOf(4) }, keyed(snapshot));
    expect(missing).toMatchObject({ code: 'row-missing', data: { row: 'Đơn vị 4' } });
  });

  it('a criterion whose column was deleted is named', () => {
    const column = layoutOfPlan(PLAN).column(targetColumn('less')) ?? 0;
    const without = (grid: typeof snapshot.values): unknown[][] =>
      grid.map((line) => line.filter((_cell, index) => index !== column));
    const found = checkTargetsSheet(
      COVENANT,
      keyed({ ...snapshot, values: without(snapshot.values), formulas: without(snapshot.formulas ?? []) }),
    );
    expect(found).toMatchObject([{ code: 'column-missing', data: { column: 'less' } }]);
  });
});
