/** A plan on its way into a sheet: what stands there afterwards, and how little the request holds. */
import { applyChanges } from '../../src/excel/apply';
import { readWorkbookSnapshot } from '../../src/excel/read';
import { startSession } from '../../src/cli/session';
import { ActionType, parseBatch, type WireBatch } from '../../src/stand-in/richapi/wire';
import type { Area, SheetPlan } from '../../src/spreadsheet/plan';
import { CATALOGUE, plansOf } from '../support/drawnPlans';

const { unit } = plansOf(CATALOGUE);

/** Writes a plan into a new workbook; gives the merges of its sheet, and the batch that wrote it. */
async function write(plan: SheetPlan): Promise<{ merges: Area[]; batch: WireBatch }> {
  const { workbook, host, close } = await startSession();
  const before = await readWorkbookSnapshot();
  const execute = jest.spyOn(host, 'execute');
  await applyChanges([{ type: 'addSheet', plan }], before);
  const sheet = workbook.sheets().find(({ name }) => name === plan.name);
  const merges = sheet ? workbook.merges(sheet.id) : [];
  close();
  return { merges, batch: parseBatch(execute.mock.calls[0]?.[0] ?? '') };
}

const inOrder = (areas: readonly Area[]): Area[] =>
  areas.toSorted((left, right) => left.row - right.row || left.column - right.column);

const row = (at: number, column: number, columns: number): Area => ({ row: at, column, rows: 1, columns });

test('rows that are merged one below the other stay apart, and are one action', async () => {
  const { merges, batch } = await write(unit);
  expect(inOrder(merges)).toEqual(inOrder(unit.merges));
  const actions = batch.Actions.filter(({ Name }) => Name === 'Merge');
  expect(actions.length).toBeLessThan(unit.merges.length);
});

test('merges of several rows, and of other columns, are left as they are', async () => {
  const wanted = [{ row: 1, column: 1, rows: 2, columns: 2 }, row(3, 1, 2), row(4, 1, 2), row(5, 1, 3), row(7, 1, 3)];
  const { merges } = await write({ ...unit, merges: wanted });
  expect(inOrder(merges)).toEqual(wanted);
});

test('the client keeps no range for later: no object is asked for twice', async () => {
  const { batch } = await write(unit);
  const asked = batch.Actions.filter((action) => action.ActionType === ActionType.Instantiate);
  expect(new Set(asked.map(({ ObjectPathId }) => ObjectPathId)).size).toBe(asked.length);
  expect(batch.Actions.map(({ Name }) => Name)).not.toContain('_KeepReference');
});
