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

describe('a hidden sheet of values', () => {
  const cells = (rows: number): SheetPlan['cells'] => [
    ['cham-diem-thi-dua;seal;0123456789ab;copy:1', 1, null],
    ...Array.from({ length: rows }, (_none, index) => [null, index, 'Nội dung '.repeat(60)]),
  ];
  const store = (name: string, rows: number): SheetPlan => ({
    ...unit,
    ...{ name, store: true, cells: cells(rows), fills: [], merges: [], styles: [], validations: [], conditionals: [] },
    ...{ rowHeights: [], types: [], hiddenRows: [], hiddenColumns: [], columnWidths: [60, 60, 60] },
  });

  /** Adds sheets to a new workbook; gives the requests that wrote them, without those of the client itself. */
  async function added(plans: readonly SheetPlan[]) {
    const session = await startSession();
    const before = await readWorkbookSnapshot();
    session.host.resetCounters();
    await applyChanges(
      plans.map((plan) => ({ type: 'addSheet', plan }) as const),
      before,
    );
    const requests = session.host.log.filter(({ cleanup }) => !cleanup).map(({ requestBytes }) => requestBytes);
    return { ...session, requests };
  }

  test('is hidden and protected, and holds what it was given', async () => {
    const { workbook, close, requests } = await added([unit, store('Bản lưu', 150)]);
    const sheet = workbook.sheets().find(({ name }) => name === 'Bản lưu');
    expect(sheet?.visibility).toBe('hidden');
    expect(workbook.protection(sheet?.id ?? '')).not.toBeNull();
    const [[number, text] = []] = await workbook.read(sheet?.id ?? '', { row: 150, column: 1, rows: 1, columns: 2 });
    expect([number?.value, text?.value]).toEqual([149, 'Nội dung '.repeat(60)]);
    expect(requests).toHaveLength(1);
    close();
  });

  test('more of them than a request should hold come in several, the run is marked as finished with the last', async () => {
    const plans = [store('Một', 1400), store('Hai', 1400), store('Ba', 1400)];
    const { workbook, close, requests } = await added([unit, ...plans]);
    expect(requests.length).toBeGreaterThan(1);
    expect(Math.max(...requests)).toBeLessThan(2_500_000);
    for (const { name } of plans) {
      const sheet = workbook.sheets().find((one) => one.name === name);
      expect(sheet?.visibility).toBe('hidden');
      const [[last] = []] = await workbook.read(sheet?.id ?? '', { row: 1400, column: 1, rows: 1, columns: 1 });
      expect(last?.value).toBe(1399);
    }
    const first = workbook.sheets().find(({ name }) => name === unit.name)?.id ?? '';
    const columns = unit.cells[0]?.length ?? 0;
    const [[mark] = []] = await workbook.read(first, { row: 0, column: columns, rows: 1, columns: 1 });
    expect(String(mark?.value)).not.toMatch(/\+/);
    expect(workbook.protection(first)).not.toBeNull();
    close();
  });
});
