/** Protection, deletion of rows under it, and the codes that Excel refuses with. */
import { protect } from '../../excel/writePlan';
import { writeCells, writeEdit } from '../writers';
import { failureNameOf } from '../bench';
import type { CheckItem } from '../item';
import { PROTECTION } from '../scratchPlan';

/** `unprotect` on an open sheet is no error; `protect` is taken as often as it is asked for, or refused: both are right. */
export const protection: CheckItem = {
  id: 'protection',
  async run({ points, batch, code }) {
    const isProtected = async (): Promise<boolean> =>
      (await batch((sheet) => sheet.protection.load('protected'))).protected;
    points.equal('unprotectOpenSheet', 'none', await code((sheet) => sheet.protection.unprotect()));
    await batch((sheet) => protect(sheet, PROTECTION));
    points.equal('flagAfterProtect', true, await isProtected());
    points.note('protectTwice', await code((sheet) => protect(sheet, PROTECTION)));
    points.equal('flagAfterSecondProtect', true, await isProtected());
    await batch((sheet) => sheet.protection.unprotect());
    points.equal('flagAfterUnprotect', false, await isProtected());
  },
};

/** A row whose cells are unlocked over the used columns only is not to be deleted; one that is unlocked to its end is. */
export const rowDeletion: CheckItem = {
  id: 'rowDeletion',
  async run({ points, batch, code }) {
    await batch((sheet) => {
      writeCells(sheet, 0, 0, [['one'], ['two'], ['three'], ['four']]);
      sheet.getRange('A2:P2').format.protection.locked = false;
      sheet.getRange('3:3').format.protection.locked = false;
      protect(sheet, PROTECTION);
    });
    const edit = (row: number, anchor: string) =>
      ({ type: 'editSheet', sheetId: '', protection: null, patches: [], deletion: { row, rows: 1, anchor } }) as const;
    const columnA = async (): Promise<unknown> =>
      (await batch((sheet) => sheet.getRange('A1:A4').load('values'))).values.flat().join(' ');
    points.equal(
      'unlockedPart',
      'AccessDenied',
      await code((sheet) => writeEdit(sheet, { ...edit(1, 'two'), patches: [] })),
    );
    points.equal('afterRefusal', 'one two three four', await columnA());
    points.equal('unlockedRow', 'none', await code((sheet) => writeEdit(sheet, { ...edit(2, 'three'), patches: [] })));
    points.equal('afterDeletion', 'one two four ', await columnA());
  },
};

/** Longer than Excel's limit of 8,192 letters. */
const LONG_FORMULA = `=LEN("${'a'.repeat(200)}")${'+LEN("a")'.repeat(980)}`;

/** Each refusal has the name by which the add-in tells a user what happened. */
export const errorCodes: CheckItem = {
  id: 'errorCodes',
  async run({ points, batch, refusal, prefix }) {
    type Queue = Parameters<typeof refusal>[0];
    const expectName = async (point: string, expected: string, queue: Queue): Promise<void> => {
      const found = await refusal(queue);
      const name = found === null ? 'none' : failureNameOf(found);
      points.equal(point, expected, name === expected || found === null ? name : `${name} (${found.code})`);
    };
    const { name } = await batch((sheet) => sheet.load('name'));
    await expectName('sheetNameTaken', 'nameTaken', (_, { workbook }) => workbook.worksheets.add(name));
    await expectName('missingSheet', 'notFound', (_, { workbook }) =>
      workbook.worksheets.getItem(`${prefix} không có`).load('id'),
    );
    const tooLong = await refusal((sheet) => writeCells(sheet, 0, 0, [[{ formula: LONG_FORMULA }]]));
    points.equal('longFormulaRefused', true, tooLong !== null);
    points.note('longFormula', tooLong?.code ?? 'none');
    await batch((sheet) => protect(sheet, PROTECTION));
    await expectName('lockedCell', 'protected', (sheet) => writeCells(sheet, 1, 0, [[1]]));
  },
};
