/** Sheets drawn anew where they stand: what is on them afterwards is what a new sheet would have, and the inverse takes all of it back. */
import type { IWorkbookData } from '@univerjs/core';
import { type Session, startSession } from '../../src/cli/session';
import { clusterSchema, type Covenant } from '../../src/covenant/covenant';
import { type CriteriaSet, criteriaSetSchema, type Section } from '../../src/covenant/criteria';
import { applyChanges } from '../../src/excel/apply';
import { readWorkbookSnapshot } from '../../src/excel/read';
import { snapshotAfter } from '../../src/spreadsheet/after';
import { type Change, inverse } from '../../src/spreadsheet/change';
import type { SheetRemake } from '../../src/spreadsheet/remake';
import type { SheetSnapshot } from '../../src/spreadsheet/snapshot';
import { FULL } from '../scoring/fixture';
import { clusterOf } from '../support/covenants';
import { CATALOGUE } from '../support/drawnPlans';
import { drawnSheets, keysOf, remakesBetween } from '../support/remakes';

const awards = (...ids: string[]): object[] =>
  ids.map((id) => ({ id, name: `Danh hiệu ${id}`, quota: { type: 'fixed', number: 1 } }));
const BEFORE: Covenant = {
  criteria: FULL,
  rules: CATALOGUE.rules,
  cluster: clusterSchema.parse({ ...clusterOf(3), awards: awards('A', 'B') }),
};
const line = (code: string): object => ({ kind: 'passFail', code, title: `Tiêu chí mới ${code}`, standard: 10 });
const FRESH = criteriaSetSchema.parse({
  ...{ id: 'moi', title: 'Bộ tiêu chí mới', version: '2', scale: 20 },
  sections: [
    { kind: 'section', code: 'III', title: 'Mục III', standard: 20, children: [line('fresh1'), line('fresh2')] },
  ],
  bonuses: [{ kind: 'bonus', code: 'bonus2', title: 'Điểm cộng nữa', rate: 2, cap: 4 }],
  penalties: [],
});

/** Lines of both by their codes, in a section of one of them. */
function sectionOf(section: CriteriaSet['sections'][number] | undefined, ...codes: string[]): Section {
  const lines = [...FULL.sections, ...FRESH.sections].flatMap(({ children }) => children);
  if (!section) throw new Error('no section');
  return { ...section, children: codes.flatMap((code) => lines.filter((one) => one.code === code)) };
}

/** Lines removed, added, moved within and between the sections; a section, a unit and a title more, another title less. */
const AFTER: Covenant = {
  criteria: {
    ...FULL,
    version: '2',
    sections: [
      sectionOf(FULL.sections[0], 'late', 'graded', 'more', 'less', 'fresh1'),
      sectionOf(FULL.sections[1], 'passFail', 'relative'),
      sectionOf(FRESH.sections[0], 'fresh2'),
    ],
    bonuses: [...FULL.bonuses, ...FRESH.bonuses],
  },
  rules: CATALOGUE.rules,
  cluster: clusterSchema.parse({ ...clusterOf(4), awards: awards('B', 'C') }),
};

let session: Session;
afterEach(() => {
  session.close();
});

const PERSONAL = 'Riêng';

/** The sheets of the first covenant, with a sheet of a person's that refers to them. */
async function opened(): Promise<Session> {
  session = await startSession();
  const plans = [...drawnSheets(BEFORE).values()];
  await applyChanges(
    plans.map((plan) => ({ type: 'addSheet', plan }) as const),
    await readWorkbookSnapshot(),
  );
  const own = session.workbook.addSheet(PERSONAL);
  const unit = plans.find(({ name }) => name === 'Đơn vị 2');
  if (!unit) throw new Error('no sheet of the second unit');
  const row = keysOf(unit, 'rows').indexOf('line:more') + 1;
  session.workbook.write(own, { row: 0, column: 0, rows: 1, columns: 1 }, [
    [{ kind: 'formula', formula: `='Đơn vị 2'!$B$${row}` }],
  ]);
  return session;
}

const remakes = async (): Promise<SheetRemake[]> => remakesBetween(BEFORE, AFTER, await readWorkbookSnapshot());

/** A snapshot of the workbook in which styles stand where they are used, and runs have no names. */
async function state(): Promise<IWorkbookData> {
  const data = await session.workbook.snapshot();
  const text = JSON.stringify(data, (key, value: unknown) => {
    if (key === 's' && typeof value === 'string') return data.styles[value] ?? value;
    if (key === 'quoted' || key === 'styles') return undefined;
    return value;
  });
  return JSON.parse(
    text.replaceAll(',"custom":{}', '').replace(/cham-diem-thi-dua:[a-z]+/g, 'cham-diem-thi-dua:'),
  ) as IWorkbookData;
}

/** A sheet of a workbook without its id. */
function sheetIn({ sheets }: IWorkbookData, name: string): object {
  const sheet = Object.values(sheets).find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return { ...sheet, id: '' };
}

/** Rows without what is blank at their end. */
const trimmed = (grid: SheetSnapshot['formulas'] | undefined): unknown[][] =>
  (grid ?? []).map((line) =>
    line.slice(0, line.findLastIndex((cell) => cell !== undefined && cell !== '' && cell !== 'General') + 1),
  );

const NAMES = ['Giao chỉ tiêu', 'Đơn vị 1', 'Đơn vị 2', 'Đơn vị 3', 'Tổng hợp', 'Xét danh hiệu'];

test('a sheet that is drawn anew is as one that was just added', async () => {
  await opened();
  const before = await readWorkbookSnapshot();
  const changes = remakesBetween(BEFORE, AFTER, before);
  const joined = [...drawnSheets(AFTER).values()].filter(({ name }) => !NAMES.includes(name));
  const fresh = joined.map((plan): Change => ({ type: 'addSheet', plan }));
  await applyChanges([...changes, ...fresh], before);
  const drawn = await state();
  session.close();
  session = await startSession();
  const added = changes.map(({ plan }): Change => ({ type: 'addSheet', plan }));
  await applyChanges([...added, ...fresh], await readWorkbookSnapshot());
  expect(changes.map(({ plan }) => plan.name)).toEqual(NAMES);
  for (const name of NAMES) expect(sheetIn(drawn, name)).toEqual(sheetIn(await state(), name));
});

test('the inverse gives the same workbook again', async () => {
  await opened();
  const before = await state();
  const snapshot = await readWorkbookSnapshot();
  const changes = await remakes();
  await applyChanges(changes, snapshot);
  expect(await state()).not.toEqual(before);
  const back = changes.map((change) => inverse(change, snapshot));
  await applyChanges(
    back.filter((one): one is SheetRemake => one?.type === 'remakeSheet'),
    await readWorkbookSnapshot(),
  );
  expect(await state()).toEqual(before);
});

test('references of a sheet of a person follow a line that moves with its neighbours', async () => {
  await opened();
  await applyChanges(await remakes(), await readWorkbookSnapshot());
  const own = session.workbook.sheets().find(({ name }) => name === PERSONAL)?.id ?? '';
  const [[cell] = []] = await session.workbook.read(own, { row: 0, column: 0, rows: 1, columns: 1 });
  const unit = drawnSheets(AFTER).get('Đơn vị 2');
  const row = unit ? keysOf(unit, 'rows').indexOf('line:more') + 1 : 0;
  expect(cell?.formula).toBe(`='Đơn vị 2'!$B$${row}`);
});

test('what a list of changes leads to is foreseen', async () => {
  await opened();
  const before = await readWorkbookSnapshot();
  const changes = await remakes();
  const foreseen = snapshotAfter(before, changes);
  await applyChanges(changes, before);
  const found = await readWorkbookSnapshot();
  for (const name of NAMES) {
    const [one, other] = [foreseen, found].map(({ sheets }) => sheets.find((sheet) => sheet.name === name));
    expect(trimmed(one?.formulas)).toEqual(trimmed(other?.formulas));
    expect(trimmed(one?.numberFormats)).toEqual(trimmed(other?.numberFormats));
  }
});
