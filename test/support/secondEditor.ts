/** A second person on the same workbook, who acts between two round trips of a command, and what of both stands afterwards. */
import { STATE_KEYS } from '../../src/sheets/record/layout';
import { isRunMark } from '../../src/spreadsheet/keys';
import { complete, makeDocument } from './commands';
import type { Work } from './commandCases';
import { number } from './checking';
import { areaOf, type ScoringBench } from './scoringBench';

/** Does something before the given batch is sent, counted from 1 since the last reset of the counters. */
export function interleave(bench: ScoringBench, batch: number, act: () => Promise<unknown>): { done(): boolean } {
  const { host } = bench;
  const execute = host.execute.bind(host);
  let begun = false;
  host.execute = async (text) => {
    if (!begun && host.counters.batches + 1 >= batch) {
      begun = true;
      await act();
    }
    return execute(text);
  };
  return { done: () => begun };
}

/** What the second person does; `work` is the first one's command. Throws where there is nothing to do it to. */
export type Act = (bench: ScoringBench, work: Work) => Promise<unknown>;

/** A text that only the second person has typed. */
const NOTE = 'của người thứ hai';

const has = (bench: ScoringBench, name: string): boolean => bench.names().includes(name);
const SHEETS = ['Đơn vị 1', 'Tổng hợp', 'Biểu đồ', 'Giao ước'];

/** On the sheets that most commands work with, as far as they are there. */
function onEach(bench: ScoringBench, names: readonly string[], act: (name: string) => void): Promise<void> {
  for (const name of names) if (has(bench, name)) act(name);
  return Promise.resolve();
}

const insertRow =
  (row: number): Act =>
  (bench) =>
    onEach(bench, ['Đơn vị 1', 'Tổng hợp'], (name) =>
      bench.unlocked(name, (id) => {
        bench.workbook.insertRows(id, row, 1);
        bench.workbook.write(id, areaOf(`C${row + 1}`), [[{ kind: 'text', text: NOTE }]]);
      }),
    );

/** Also where somebody has locked the cell. */
async function typePoints(bench: ScoringBench, sheet: string, points: number): Promise<void> {
  const cell = areaOf(await bench.addressOf(sheet, 'line:C1', 'self'));
  bench.unlocked(sheet, (id) => bench.workbook.write(id, cell, [[number(points)]]));
}

export const ACTS: Readonly<Record<string, Act>> = {
  'types points': async (bench) => {
    if (has(bench, 'Đơn vị 1')) await typePoints(bench, 'Đơn vị 1', 0.75);
    if (has(bench, 'Đơn vị 2')) await typePoints(bench, 'Đơn vị 2', 2);
  },
  'types a note': async (bench) => {
    if (has(bench, 'Đơn vị 2')) await bench.paste('Đơn vị 2', 'C2', { kind: 'text', text: NOTE }, 'note');
  },
  'types on a document': (bench) =>
    onEach(bench, ['Biểu đồ'], (name) =>
      bench.unlocked(name, (id) => bench.workbook.write(id, areaOf('C3'), [[{ kind: 'text', text: NOTE }]])),
    ),
  'inserts a row above': insertRow(2),
  'inserts a row inside': insertRow(12),
  'deletes a row': (bench) =>
    onEach(bench, ['Tổng hợp'], (name) => bench.unlocked(name, (id) => bench.workbook.deleteRows(id, 2, 1))),
  'renames sheets': (bench) =>
    onEach(bench, SHEETS, (name) => bench.workbook.renameSheet(bench.sheet(name), `${name} cũ`)),
  'deletes a sheet of a unit': (bench) =>
    onEach(bench, ['Đơn vị 2'], (name) => bench.workbook.deleteSheet(bench.sheet(name))),
  'deletes the summary': (bench) =>
    onEach(bench, ['Tổng hợp'], (name) => bench.workbook.deleteSheet(bench.sheet(name))),
  'moves sheets': (bench) => onEach(bench, SHEETS, (name) => bench.workbook.moveSheet(bench.sheet(name), 0)),
  'gives the same command': (_bench, work) => work(),
  'inserts sheets': () => outcomeOf(() => complete('insertSheets', undefined)),
  'makes minutes': () => outcomeOf(() => makeDocument('minutes', {}, '2020-12-01')),
  seals: () => outcomeOf(() => makeDocument('seal', {}, '2020-12-01')),
};

/** A command of the second person may be refused: then there is nothing of it. */
async function outcomeOf(work: Work): Promise<void> {
  await work().catch((thrown: unknown) => {
    if (!String(thrown).includes('refused')) throw thrown;
  });
}

/** What people have typed, by where it is: the id of the sheet, the keys of row and column; of keyless rows by the text itself. */
export type Entries = ReadonlyMap<string, string>;

export async function entriesOf({ workbook }: ScoringBench): Promise<Entries> {
  const found = new Map<string, string>();
  for (const { id } of workbook.sheets()) {
    const used = await workbook.usedArea(id, { valuesOnly: true });
    if (used === null) continue;
    const cells = workbook.stored(id, {
      row: 0,
      column: 0,
      rows: used.row + used.rows,
      columns: used.column + used.columns,
    });
    const keyRow = cells.findIndex((line) => String(line[0]?.value ?? '').startsWith('cham-diem-thi-dua;'));
    cells.forEach((line, row) =>
      line.forEach(({ value, formula }, column) => {
        if (value === null || formula !== null || row === keyRow || isRunMark(value)) return;
        const content = JSON.stringify(value);
        const key = line[0]?.value;
        if (isOfRecordState(key)) return;
        const place =
          keyRow >= 0 && typeof key === 'string' && key !== ''
            ? [id, key, String(cells[keyRow]?.[column]?.value ?? column)]
            : [id, '', content];
        found.set(JSON.stringify(place), content);
      }),
    );
  }
  return found;
}

/** The figures that the record knows are no one's entry: the record writes all of them anew. */
const isOfRecordState = (key: unknown): boolean => STATE_KEYS.some((one) => one === key);

/** The places whose content differs, those that only one has among them. */
export function changedPlaces(one: Entries, other: Entries): Set<string> {
  const places = [...one.keys(), ...other.keys()];
  return new Set(places.filter((place) => one.get(place) !== other.get(place)));
}

/** What each sheet of ours is, by its own key: two with the same are doubled; one that a run has left without a key is "left". */
export function doubledSheets({ workbook }: ScoringBench): string[] {
  const keys = workbook.sheets().flatMap(({ id }) => {
    const [line = []] = workbook.stored(id, { row: 0, column: 0, rows: 1, columns: 156 });
    const [mark, type, , ...unit] = String(line[0]?.value ?? '').split(';');
    if (mark === 'cham-diem-thi-dua') return [`${type};${unit.join(';')}`];
    return line.some(({ value }) => isRunMark(value)) ? ['left'] : [];
  });
  return keys.filter((key, index) => key === 'left' || keys.indexOf(key) !== index);
}
