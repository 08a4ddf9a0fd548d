/** Sheets drawn anew where they stand: what is on them afterwards is what a new sheet would have, and the inverse takes all of it back. */
import { type Session, startSession } from '../../src/cli/session';
import { applyChanges } from '../../src/excel/apply';
import { readWorkbookSnapshot } from '../../src/excel/read';
import { snapshotAfter } from '../../src/spreadsheet/after';
import type { Change } from '../../src/spreadsheet/change';
import { inverseRemake } from '../../src/spreadsheet/remake';
import type { SheetSnapshot } from '../../src/spreadsheet/snapshot';
import {
  AFTER,
  BEFORE,
  drawnSheets,
  keysOf,
  NAMES,
  openRemakable,
  PERSONAL,
  remakesBetween,
  remakesNow,
  sheetIn,
  stateOf,
} from '../support/remakes';

let session: Session;
beforeEach(async () => {
  session = await openRemakable();
});
afterEach(() => {
  session.close();
});

/** Rows without what is blank at their end. */
const trimmed = (grid: SheetSnapshot['formulas'] | undefined): unknown[][] =>
  (grid ?? []).map((line) =>
    line.slice(0, line.findLastIndex((cell) => cell !== undefined && cell !== '' && cell !== 'General') + 1),
  );

test('a sheet that is drawn anew is as one that was just added', async () => {
  const before = await readWorkbookSnapshot();
  const changes = remakesBetween(BEFORE, AFTER, before);
  const joined = [...drawnSheets(AFTER).values()].filter(({ name }) => !NAMES.includes(name));
  const fresh = joined.map((plan): Change => ({ type: 'addSheet', plan }));
  await applyChanges([...changes, ...fresh], before);
  const drawn = await stateOf(session);
  session.close();
  session = await startSession();
  const added = changes.map(({ plan }): Change => ({ type: 'addSheet', plan }));
  await applyChanges([...added, ...fresh], await readWorkbookSnapshot());
  expect(changes.map(({ plan }) => plan.name)).toEqual(NAMES);
  const fromNothing = await stateOf(session);
  for (const name of NAMES) expect(sheetIn(drawn, name)).toEqual(sheetIn(fromNothing, name));
});

test('the inverse gives the same workbook again', async () => {
  const before = await stateOf(session);
  const snapshot = await readWorkbookSnapshot();
  const changes = await remakesNow();
  await applyChanges(changes, snapshot);
  expect(await stateOf(session)).not.toEqual(before);
  await applyChanges(changes.map(inverseRemake), await readWorkbookSnapshot());
  expect(await stateOf(session)).toEqual(before);
});

test('references of a sheet of a person follow a line that moves with its neighbours', async () => {
  await applyChanges(await remakesNow(), await readWorkbookSnapshot());
  const own = session.workbook.sheets().find(({ name }) => name === PERSONAL)?.id ?? '';
  const [[cell] = []] = await session.workbook.read(own, { row: 0, column: 0, rows: 1, columns: 1 });
  const unit = drawnSheets(AFTER).get('Đơn vị 2');
  const row = unit ? keysOf(unit, 'rows').indexOf('line:more') + 1 : 0;
  expect(cell?.formula).toBe(`='Đơn vị 2'!$B$${row}`);
});

test('what a list of changes leads to is foreseen', async () => {
  const before = await readWorkbookSnapshot();
  const changes = await remakesNow();
  const foreseen = snapshotAfter(before, changes);
  await applyChanges(changes, before);
  const found = await readWorkbookSnapshot();
  for (const name of NAMES) {
    const [one, other] = [foreseen, found].map(({ sheets }) => sheets.find((sheet) => sheet.name === name));
    expect(trimmed(one?.formulas)).toEqual(trimmed(other?.formulas));
    expect(trimmed(one?.numberFormats)).toEqual(trimmed(other?.numberFormats));
  }
});
