/** What a command adds to the record of changes: what it does itself, and what was noticed since the record was last written. Pure. */
import type { Shown } from '../covenant/cell';
import { defaultName, definitionOf } from '../sheets';
import { chained, type ChainedEntry, type RecordEntry } from '../sheets/record/chain';
import {
  packed,
  type RecordedState,
  START_KEY,
  stateChecksum,
  stateKey,
  keyParts,
  changedKeys,
  replayed,
} from '../sheets/record/state';
import { recordEdit, recordPlan, STATE_CELLS } from '../sheets/record/plan';
import { MAX_ENTRIES, readRecord, type RecordReading } from '../sheets/record/read';
import { checkStructure } from '../sheets/record/structure';
import { words } from '../sheets/record/words';
import { UNITS } from '../sheets/covenant/layout';
import { readSeal } from '../sheets/seal/read';
import { snapshotAfter } from '../spreadsheet/after';
import type { Change, SheetEdit } from '../spreadsheet/change';
import { sheetNameFor } from '../spreadsheet/sheetNames';
import { type KeyedSheet, keyedSheets, type WorkbookSnapshot } from '../spreadsheet/snapshot';
import { readWorkbook, recordIn } from './covenantWorkbook';
import { originalsOf } from './originals';

/** Who records, and when: YYYY-MM-DD HH:MM where the person is. */
export interface Recorder {
  /** As the person has given it; '' where nothing was given. */
  by: string;
  at: string;
}

/** What was recorded, for the person. */
export interface Recorded {
  /** The name of the sheet. */
  sheet: string;
  /** Whether the record was begun. */
  begun: boolean;
  /** How many changes the command made itself, and how many were noticed. */
  done: number;
  noticed: number;
}

export interface Recording {
  changes: Change[];
  recorded: Recorded;
}

/** As long as who records may be called. */
const LONGEST_NAME = 100;

/**
 * The changes of a command with what they add to the record; null where there is nothing to record, or no record that can be
 * added to. `begin`: where there is none it is begun, with the state that the command found.
 */
export function recordingOf(
  before: WorkbookSnapshot,
  changes: readonly Change[],
  { by, at, begin }: Recorder & { begin: boolean },
): Recording | null {
  const { sheets } = originalsOf(keyedSheets(before));
  const sheet = recordIn(sheets);
  if (sheet === null ? !begin || !hasUnits(sheets) : sheet.snapshot.topOnly === true) return null;
  if (sheet !== null && checkStructure(sheet).length > 0) return null;
  const record = sheet && readRecord(sheet);
  const found = observed(sheets, record?.state ?? null);
  const made = observed(originalsOf(keyedSheets(snapshotAfter(before, changes))).sheets, found.state);
  const who = by.trim().slice(0, LONGEST_NAME) || words.unknown;
  const stamp = { time: at, who };
  const was = record?.state ?? found.state;
  const noticed = entriesOf(was, found, found, { ...stamp, how: words.how.noticed });
  const done = entriesOf(found.state, made, found, { ...stamp, how: words.how.command });
  const begun = record === null ? [startEntry(found.state, { ...stamp, how: words.how.command })] : [];
  const fresh = [...begun, ...noticed, ...done];
  if (fresh.length === 0) return null;
  const state = replayed(was, [...noticed, ...done]);
  const counts = { done: done.length, noticed: noticed.length };
  return sheet === null || record === null
    ? begunRecord(before, changes, fresh, state, counts)
    : continuedRecord(sheet, record, changes, fresh, state, counts);
}

/** How many changes are not recorded yet; 0 where the last values are not known, which is a finding. */
export function unrecorded(workbook: WorkbookSnapshot, record: KeyedSheet<string>): number {
  const { state } = readRecord(record);
  if (checkStructure(record).some(({ code }) => code === 'record-damaged')) return 0;
  const { sheets } = originalsOf(keyedSheets(workbook));
  return state === null ? 0 : changedKeys(state, observed(sheets, state).state).length;
}

type Fresh = Omit<RecordEntry, 'number'>;
type Counts = Pick<Recorded, 'done' | 'noticed'>;

function begunRecord(
  before: WorkbookSnapshot,
  changes: readonly Change[],
  fresh: readonly Fresh[],
  state: RecordedState,
  counts: Counts,
): Recording | null {
  const { covenant } = readWorkbook(before);
  const texts = packed(state, STATE_CELLS);
  if (covenant === null || texts === null || fresh.length > MAX_ENTRIES) return null;
  const added = changes.flatMap((one) =>
    one.type === 'addSheet'
      ? [one.plan.name]
      : one.type === 'copySheet' || one.type === 'renameSheet'
        ? [one.name]
        : [],
  );
  const name = sheetNameFor(defaultName('record'), [...before.all.map((one) => one.name), ...added]);
  const plan = recordPlan(covenant, name, chained(fresh, null), texts);
  return {
    changes: [...changes, { type: 'addSheet', plan }],
    recorded: { sheet: name, begun: true, ...counts },
  };
}

function continuedRecord(
  sheet: KeyedSheet<string>,
  { entries, texts: before }: RecordReading,
  changes: readonly Change[],
  fresh: readonly Fresh[],
  state: RecordedState,
  counts: Counts,
): Recording | null {
  const texts = packed(state, STATE_CELLS);
  if (entries === null || texts === null || entries.length + fresh.length > MAX_ENTRIES) return null;
  const added: ChainedEntry[] = chained(fresh, entries.at(-1) ?? null);
  const edit = recordEdit(sheet, {
    entries: added,
    count: entries.length + added.length,
    state: { before, after: texts },
  });
  if (edit === null) return null;
  const { id, name } = sheet.snapshot;
  const own = changes.find((one): one is SheetEdit => one.type === 'editSheet' && one.sheetId === id);
  // A sheet is edited once: what the command itself does with the record goes along.
  const together: Change = own ? { ...own, ...edit, patches: [...own.patches, ...edit.patches] } : edit;
  const all = own ? changes.map((one) => (one === own ? together : one)) : [...changes, together];
  return { changes: all, recorded: { sheet: name, begun: false, ...counts } };
}

const hasUnits = (sheets: readonly KeyedSheet<string>[]): boolean => sheets.some(({ key }) => key.type === 'unit');

/** What of a workbook is recorded, and what each of it is called. */
interface Observed {
  state: RecordedState;
  names: ReadonlyMap<string, { what: string; place: string }>;
  /** The checksum of the seal; '' where nothing was sealed. */
  seal: string;
}

/** Values of a sheet that was deleted stay as they were last recorded: the same sheet may come back. */
function observed(sheets: readonly KeyedSheet<string>[], last: RecordedState | null): Observed {
  const state = new Map<string, Shown>();
  const names = new Map<string, { what: string; place: string }>();
  const note = (key: string, value: Shown, what: string, place: string): void => {
    names.set(key, { what: shortened(what), place });
    if (value !== null) state.set(key, value);
  };
  const present = new Set<string>();
  for (const sheet of sheets) {
    const definition = definitionOf(sheet);
    const cells = definition?.recorded?.(sheet) ?? [];
    const { name } = sheet.snapshot;
    const own = sheetOf(sheet);
    if (cells.length === 0 || present.has(own)) continue;
    present.add(own);
    if (definition?.scope !== 'document')
      note(stateKey({ sheet: own, row: '', column: '' }), words.present, `${words.sheet} ${name}`, name);
    for (const { row, column, what, value, cell, idle } of cells) {
      const key = stateKey({ sheet: own, row, column });
      note(key, idle ? (last?.get(key) ?? null) : value, what, cell === null ? name : `${name}!${cell}`);
    }
  }
  for (const [key, value] of last ?? []) {
    const parts = keyParts(key);
    if (parts && parts.row !== '' && !present.has(parts.sheet) && staysUnseen(parts.sheet)) state.set(key, value);
  }
  const seal = readSeal(sheets.filter(({ key }) => key.type === 'seal'))?.record?.checksum ?? '';
  return { state, names, seal };
}

const sheetOf = ({ key }: KeyedSheet<string>): string => [key.type, key.unit].join(';');

/** Whether the values of a sheet that is not there may still be meant; a document is made anew each time. */
function staysUnseen(sheet: string): boolean {
  const [type = ''] = sheet.split(';');
  return definitionOf({ key: { type, unit: '', version: '' } })?.scope !== 'document';
}

/** A name is no longer than this, whatever headings it is made of. */
const LONGEST_WHAT = 300;
const shortened = (what: string): string => (what.length <= LONGEST_WHAT ? what : `${what.slice(0, LONGEST_WHAT)}…`);

/** What leads from one state to another; of what is gone by then the earlier names tell. */
function entriesOf(
  from: RecordedState,
  to: Observed,
  earlier: Observed,
  stamp: Pick<Fresh, 'time' | 'who' | 'how'>,
): Fresh[] {
  return changedKeys(from, to.state).map((key) => ({
    ...stamp,
    ...(to.names.get(key) ?? earlier.names.get(key) ?? { what: nameOf(key, from), place: sheetIn(to, key) }),
    before: from.get(key) ?? null,
    after: to.state.get(key) ?? null,
    seal: to.seal,
    key,
  }));
}

/** The tab of the sheet on which a cell was that is gone; '' where the sheet is gone, too. */
function sheetIn({ names }: Observed, key: string): string {
  const { sheet = '' } = keyParts(key) ?? {};
  return names.get(stateKey({ sheet, row: '', column: '' }))?.place ?? '';
}

/** A cell that is gone, by its keys; units by the names that they had in *Giao ước*. */
function nameOf(key: string, state: RecordedState): string {
  const { sheet = '', row = '', column = '' } = keyParts(key) ?? {};
  const [type = '', ...unit] = sheet.split(';');
  const definition = definitionOf({ key: { type, unit: '', version: '' } });
  const own = definition !== undefined && 'sheetName' in definition ? definition.sheetName : '';
  const subject = unit.join(';') === '' ? own : unitName(state, unit.join(';'));
  if (row === '') return `${words.sheet} ${subject}`;
  const ids = row.replace(/^(?:header:\w+;|\w+:)/, '').split(':');
  const heading = definition?.recordedHeading?.(row, column) ?? column;
  return [subject, ...ids.map((id) => unitName(state, id)), heading].filter((part) => part !== '').join(' ');
}

/** The name that was recorded of a unit; its id where none was. */
function unitName(state: RecordedState, id: string): string {
  const key = stateKey({ sheet: 'covenant;', row: `${UNITS.header};${id}`, column: UNITS.columns.name });
  return String(state.get(key) ?? id);
}

function startEntry(state: RecordedState, stamp: Pick<Fresh, 'time' | 'who' | 'how'>): Fresh {
  const after = words.startState(state.size, stateChecksum(state));
  return { ...stamp, place: '', what: words.start, before: null, after, seal: '', key: START_KEY };
}
