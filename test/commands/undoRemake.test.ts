/** Undo of sheets that were drawn anew: as before, with what was entered since, and nothing that was entered is lost. */
import type { Session } from '../../src/cli/session';
import type { UndoStep } from '../../src/commands/run';
import { applyChanges } from '../../src/excel/apply';
import { readWorkbookSnapshot } from '../../src/excel/read';
import { inverse } from '../../src/spreadsheet/change';
import { address, parseAddress } from '../../src/spreadsheet/plan';
import { undoLast } from '../support/commands';
import { AFTER, BEFORE, drawnSheets, keysOf, openRemakable, remakesNow, sheetIn, stateOf } from '../support/remakes';
import { areaOf, brief, must, refusal } from '../support/scoringBench';
import type { Covenant } from '../../src/covenant/covenant';
import type { CellWrite } from '../../src/stand-in/workbook/cellContent';

let session: Session;
beforeEach(async () => {
  session = await openRemakable();
});
afterEach(() => {
  session.close();
});

const SHEET = 'Đơn vị 2';

/** The address of a cell of a unit's sheet as one of the covenants has it. */
function cellOf(covenant: Covenant, row: string, column: string): string {
  const plan = drawnSheets(covenant).get(SHEET);
  if (!plan) throw new Error('no such unit');
  return address(keysOf(plan, 'rows').indexOf(row), keysOf(plan, 'columns').indexOf(column));
}

const idOf = (name: string): string => session.workbook.sheets().find((one) => one.name === name)?.id ?? '';

async function contentOf(cell: string): Promise<unknown> {
  const [[read] = []] = await session.workbook.read(idOf(SHEET), areaOf(cell));
  return read?.formula ?? read?.value;
}

/** Draws all sheets anew, or only one; gives what undoes it. */
async function redraw(only?: string): Promise<UndoStep[]> {
  const before = await readWorkbookSnapshot();
  const changes = (await remakesNow()).filter(({ plan }) => only === undefined || plan.name === only);
  await applyChanges(changes, before);
  return changes.map((change) => {
    const undo = inverse(change, before);
    if (undo === null) throw new Error('no inverse');
    return { change, inverse: undo, sheet: change.plan.name, sheetId: change.sheetId, rowKeys: [] };
  });
}

/** Writes as a person does who may. */
function put(cell: string, write: CellWrite): void {
  const id = idOf(SHEET);
  const protection = session.workbook.protection(id);
  session.workbook.unprotect(id, null);
  session.workbook.write(id, areaOf(cell), [[write]]);
  if (protection) session.workbook.protect(id, protection);
}

const number = (value: number): CellWrite => ({ kind: 'number', number: value });

test('everything is as it was', async () => {
  put(cellOf(BEFORE, 'line:graded', 'self'), number(7));
  put(cellOf(BEFORE, 'line:share', 'figure'), number(81));
  const before = await stateOf(session);
  const undone = must(await undoLast(await redraw()));
  expect(undone).toMatchObject({ redrawn: expect.arrayContaining([SHEET, 'Tổng hợp']) as unknown, left: [] });
  expect(await stateOf(session)).toEqual(before);
});

test('what was entered since is kept where the old drawing has its row and column, moved or not', async () => {
  const steps = await redraw();
  const [moved, kept] = [cellOf(AFTER, 'line:graded', 'self'), cellOf(AFTER, 'line:late', 'figure')];
  put(moved, number(6.5));
  put(kept, { kind: 'formula', formula: `=1+${cellOf(AFTER, 'line:less', 'figure')}` });
  const { left } = must(await undoLast(steps));
  expect(left.map(({ cell }) => cell).sort()).toEqual([moved, kept].sort());
  expect(await contentOf(cellOf(BEFORE, 'line:graded', 'self'))).toBe(6.5);
  expect(await contentOf(cellOf(BEFORE, 'line:late', 'figure'))).toBe(`=1+${cellOf(BEFORE, 'line:less', 'figure')}`);
});

test('what was emptied since stays empty', async () => {
  const [before, after] = [BEFORE, AFTER].map((covenant) => cellOf(covenant, 'line:graded', 'self'));
  put(before ?? '', number(7));
  const steps = await redraw();
  expect(await contentOf(after ?? '')).toBe(7);
  put(after ?? '', { kind: 'empty' });
  must(await undoLast(steps));
  expect(await contentOf(before ?? '')).toBeNull();
});

test('is refused where something was entered in a line that only the new sheet has: the cell is named, nothing changes', async () => {
  const steps = await redraw();
  const cell = cellOf(AFTER, 'line:fresh1', 'self');
  put(cell, number(3));
  const before = await stateOf(session);
  expect(refusal(await undoLast(steps)).map(brief)).toEqual([`${SHEET}!${cell} redrawn-in-use`]);
  expect(await stateOf(session)).toEqual(before);
});

test('is refused where something stands beside such a line', async () => {
  const steps = await redraw();
  const { row } = parseAddress(cellOf(AFTER, 'line:fresh1', 'self'));
  put(address(row, 40), number(3));
  expect(refusal(await undoLast(steps)).map(brief)).toEqual([`${SHEET}!${address(row, 40)} redrawn-in-use`]);
});

test('is refused where rows came or went since', async () => {
  const steps = await redraw();
  const id = idOf(SHEET);
  session.workbook.unprotect(id, null);
  session.workbook.insertRows(id, 14, 1);
  const before = await stateOf(session);
  expect(refusal(await undoLast(steps)).map(brief)).toEqual([`${SHEET}! redrawn-moved`]);
  expect(sheetIn(await stateOf(session), SHEET)).toEqual(sheetIn(before, SHEET));
});

test('formulas of other sheets that have lost a reference to a deleted line have it again', async () => {
  const before = await stateOf(session);
  const steps = await redraw(SHEET);
  expect(JSON.stringify(sheetIn(await stateOf(session), 'Tổng hợp'))).toContain('#REF!');
  must(await undoLast(steps));
  expect(await stateOf(session)).toEqual(before);
});
