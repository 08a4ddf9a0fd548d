/** Each behaviour of Excel that the add-in relies on belongs to items of the self-check, and to no others. */
import { type Behaviours, documentedBehaviours } from '../../src/stand-in/workbook/behaviours';
import type { ItemId } from '../../src/selfCheck/item';
import { closeBenches, openBench } from '../stand-in/richapi/harness';
import { addNewerMembers, check } from './running';

/** For each switch of the stand-in: another position than the documented one, and the items that see it. */
const FLIPS: { [K in keyof Behaviours]: [position: Behaviours[K], items: ItemId[]][] } = {
  unprotectOpenSheet: [['refused', ['protection']]],
  implicitIntersection: [
    ['sign', ['formulas']],
    ['function', ['formulas']],
  ],
  quotedText: [['kept', ['texts']]],
  // Beside another workbook no scratch sheet can be added: see run.test.ts.
  focus: [],
  pageSettings: [['unknown', ['page']]],
  paperSize: [['refused', ['copy', 'page']]],
  copiedPage: [['lost', ['copy']]],
  uncalculatedCharts: [['refused', ['charts']]],
  freezePanes: [['refused', ['copy', 'freeze']]],
  longTextCells: [['hashes', ['texts']]],
  nullInArrays: [['emptied', ['arrays']]],
  scalarFormats: [['firstCell', ['texts', 'arrays', 'rowInsertion']]],
  copiedFormulas: [['asTheyWere', ['arrays']]],
  rangeAreas: [['first', ['rangeAreas']]],
  columnWidthUnit: [['letters', ['rangeAreas']]],
  listSeparator: [['semicolon', ['validation']]],
  listCells: [['exact', ['validation']]],
  customValidation: [['fixed', ['validation']]],
  conditionalColours: [['stale', ['conditionalFormat']]],
  conditionalRules: [
    ['withoutCells', ['conditionalFormat']],
    ['refused', ['conditionalFormat']],
  ],
  // What people paste is no matter of the add-in's own calls.
  pastedLooks: [['always', []]],
  copiedRules: [['lost', ['copy']]],
  pageBreakCount: [['all', ['page']]],
  zoomFit: [['ignored', ['page']]],
  activateNewSheet: [['ignored', ['activate']]],
  insertedRows: [['plain', ['rowInsertion']]],
  renamedSheets: [['notFollowed', ['replace']]],
  ownEvents: [
    ['unmarked', ['events']],
    ['missing', ['events']],
  ],
  calculationModeSetter: [['ignored', ['calculation']]],
  // None of our sheets is hidden so, unless by others.
  veryHiddenSheets: [['deleted', []]],
  answerLimit: [['oneMegabyte', ['size']]],
  errorCodes: [['general', ['rowDeletion', 'errorCodes']]],
};

const CASES = Object.entries(FLIPS).flatMap(([name, flips]) =>
  flips.map(([position, items]) => ({ name, position, items })),
);

afterEach(closeBenches);

test('as documented all items are right', async () => {
  await openBench();
  addNewerMembers();
  const result = await check();
  expect(result.items.filter(({ status }) => status !== 'ok')).toEqual([]);
});

test.each(CASES)('$name: $position is seen by $items', async ({ name, position, items }) => {
  const { workbook } = await openBench();
  addNewerMembers();
  expect(Reflect.get(documentedBehaviours(), name)).not.toBe(position);
  Reflect.set(workbook.behaviours, name, position);
  const result = await check();
  const seenBy = result.items.filter(({ status }) => status === 'differs' || status === 'failed').map(({ id }) => id);
  expect(seenBy).toEqual(items);
  expect(workbook.sheets().map((sheet) => sheet.name)).toEqual(['Sheet1']);
  // The report holds no name of a sheet of the user's.
  expect(JSON.stringify(result.items)).not.toContain('Sheet1');
});
