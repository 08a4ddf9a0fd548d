/** Rows inserted above the end row of a table, as a cluster of more units needs them. */
import { writeEdit, writeTable } from '../writers';
import type { Area } from '../../spreadsheet/plan';
import type { CheckItem } from '../item';
import { scratchPlan, withoutSheet } from '../scratchPlan';

/** Rows 2 to 5 of column B: three figures and the end row. */
const BODY: Area = { row: 1, column: 1, rows: 4, columns: 1 };
const HEIGHT = 26;
const TABLE = scratchPlan({
  cells: [
    ['key', 'Điểm'],
    ['a', 1],
    ['b', 2],
    ['c', 3],
    ['end', null],
    ['sum', { formula: '=SUM(B2:B5)' }],
  ],
  styles: [{ areas: [BODY], style: { locked: false, numberFormat: '0.00', bold: true } }],
  validations: [{ areas: [BODY], rule: { type: 'whole', min: 0, max: 9 }, error: { title: 'T', message: 'M' } }],
  conditionals: [{ area: BODY, formula: '=B2>5', style: { italic: true } }],
});

export const rowInsertion: CheckItem = {
  id: 'rowInsertion',
  async run({ points, batch }) {
    await batch((sheet) => writeTable(sheet, TABLE));
    await batch((sheet) =>
      writeEdit(sheet, {
        type: 'editSheet',
        sheetId: '',
        protection: null,
        insertion: { row: 4, rows: 1, anchor: 'end', height: HEIGHT },
        patches: [{ row: 4, column: 0, cells: [['d', 4]] }],
      }),
    );
    const found = await batch((sheet) => {
      sheet.calculate(false);
      const fresh = sheet.getRange('B5').load('numberFormat');
      fresh.format.load('rowHeight');
      fresh.format.font.load('bold');
      fresh.format.protection.load('locked');
      fresh.dataValidation.load('type');
      const end = sheet.getRange('B6');
      end.dataValidation.load('type');
      const colours = sheet.getRange('B2').conditionalFormats.getItemAt(0).getRange().load('address');
      const sum = sheet.getRange('B7').load('formulas,values');
      return { fresh, end, colours, sum };
    });
    points.equal('number format', '0.00', found.fresh.numberFormat[0]?.[0]);
    points.equal('bold', true, found.fresh.format.font.bold);
    points.equal('locked', false, found.fresh.format.protection.locked);
    points.equal('validation', 'WholeNumber', found.fresh.dataValidation.type);
    points.equal('validation of end row', 'WholeNumber', found.end.dataValidation.type);
    points.near('height', HEIGHT, found.fresh.format.rowHeight, 0.75);
    points.equal('conditional format', 'B2:B6', withoutSheet(found.colours.address));
    points.equal('formula', '=SUM(B2:B6)', found.sum.formulas[0]?.[0]);
    points.equal('sum', 10, found.sum.values[0]?.[0]);
  },
};
