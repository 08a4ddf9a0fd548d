/**
 * Two people at once: whatever one does between any two round trips of the other's command, nothing of either is lost in
 * silence, no sheet is doubled, and what a finished command wrote is right for what stands.
 */
import { ExcelFailure } from '../../src/excel/failure';
import { complete, readOverview } from '../support/commands';
import { begin, CASES } from '../support/commandCases';
import { closeScoring, type ScoringBench } from '../support/scoringBench';
import { ACTS, changedPlaces, doubledSheets, type Entries, entriesOf, interleave } from '../support/secondEditor';
import { isSoak, SOAK_TIMEOUT } from '../support/soak';

afterEach(closeScoring);

/** What one person alone makes of the workbook. */
interface Alone {
  batches: number;
  entries: Entries;
}

/** The entries before the command, and what it makes of them when nobody disturbs it. */
async function alone(command: string): Promise<Alone & { before: Entries }> {
  const { bench, work } = await begin(command);
  const before = await entriesOf(bench);
  bench.host.resetCounters();
  await work();
  const { batches } = bench.host.counters;
  const entries = await entriesOf(bench);
  await closeScoring();
  return { before, batches, entries };
}

async function actAlone(command: string, act: string): Promise<Entries> {
  const { bench, work } = await begin(command);
  await ACTS[act]?.(bench, work);
  const entries = await entriesOf(bench);
  await closeScoring();
  return entries;
}

const known = new Map<string, Promise<Awaited<ReturnType<typeof alone>>>>();
function aloneOf(command: string): Promise<Awaited<ReturnType<typeof alone>>> {
  const found = known.get(command) ?? alone(command);
  known.set(command, found);
  return found;
}

/** How the command ended, and what it has said. */
async function ending(work: () => Promise<unknown>): Promise<{ done: boolean; told: string }> {
  try {
    const completed = await work();
    return { done: true, told: JSON.stringify(completed) };
  } catch (thrown) {
    if (thrown instanceof ExcelFailure) return { done: false, told: `${thrown.message} ${thrown.kept.join()}` };
    if (String(thrown).includes('refused')) return { done: false, told: String(thrown) };
    throw thrown;
  }
}

/** Places that the second person changed and whose content is not what that person left, though the command leaves them alone. */
function lostPlaces(first: Alone & { before: Entries }, second: Entries, after: Entries, told: string): string[] {
  const written = changedPlaces(first.before, first.entries);
  const acted = changedPlaces(first.before, second);
  const places = new Set([...first.before.keys(), ...second.keys()]);
  return [...places].filter((place) => {
    const expected = acted.has(place) ? second.get(place) : first.before.get(place);
    if (after.get(place) === expected || written.has(place)) return false;
    // What was typed on a sheet in the moment it was replaced is said.
    return expected !== undefined && !told.includes(expected);
  });
}

/** Those on sheets that were there before: a sheet that the second person adds has another id each time. */
function knownPlaces({ before }: { before: Entries }, places: ReadonlySet<string>): string[] {
  const sheets = new Set([...before.keys()].map(sheetOf));
  return [...places].filter((place) => sheets.has(sheetOf(place)));
}

const sheetOf = (place: string): string => place.split(',')[0] ?? '';

/**
 * The entries that the second person leaves, with the sheets that this person adds under the ids which they have this time; without
 * those that were not added this time, because the first person had done the same before.
 */
function asAdded({ before }: { before: Entries }, leaves: Entries, others: readonly string[]): Entries {
  const old = new Set([...before.keys()].map(sheetOf));
  const added = [...new Set([...leaves.keys()].map(sheetOf))].filter((sheet) => !old.has(sheet));
  return new Map(
    [...leaves].flatMap(([place, content]): [string, string][] => {
      const sheet = sheetOf(place);
      if (old.has(sheet)) return [[place, content]];
      const id = others[added.indexOf(sheet)];
      return id === undefined ? [] : [[`[${JSON.stringify(id)}${place.slice(sheet.length)}`, content]];
    }),
  );
}

async function expectNothingLost(command: string, act: string, batch: number): Promise<void> {
  const first = await aloneOf(command);
  const leaves = await actAlone(command, act);
  const { bench, work } = await begin(command);
  bench.host.resetCounters();
  let others: string[] = [];
  const interleaved = interleave(bench, batch, async () => {
    const before = new Set(bench.workbook.sheets().map(({ id }) => id));
    await ACTS[act]?.(bench, work).catch((thrown: unknown) => {
      if (!String(thrown).includes('refused')) throw thrown;
    });
    others = bench.workbook.sheets().flatMap(({ id }) => (before.has(id) ? [] : [id]));
  });
  const { done, told } = await ending(work);
  if (!interleaved.done()) return;
  const after = await entriesOf(bench);
  const second = asAdded(first, leaves, others);
  const replaced = isReplaced(command, act) ? others.map((id) => `[${JSON.stringify(id)}`) : [];
  const lost = lostPlaces(first, second, after, told).filter((place) => !replaced.includes(sheetOf(place)));
  expect(lost).toEqual([]);
  // Refused, or failed and rolled back: nothing of the command stands.
  if (!done) expect(knownPlaces(first, changedPlaces(second, after))).toEqual([]);
  expect(doubledSheets(bench)).toEqual([]);
  if (!isReplaced(command, act)) expectOthersSheets(bench, others);
  if (done && command === 'rankUnits') await expectRight(bench);
}

/** Whether the command makes the document that the second person has made, and puts its own in its place. */
function isReplaced(command: string, act: string): boolean {
  if (!command.startsWith('makeDocument')) return false;
  return (
    act === 'gives the same command' ||
    (act === 'makes minutes' && command.endsWith('minutes')) ||
    (act === 'seals' && command.endsWith('seal'))
  );
}

/** The sheets that the second person has added stand. */
function expectOthersSheets(bench: ScoringBench, others: readonly string[]): void {
  const ids = bench.workbook.sheets().map(({ id }) => String(id));
  expect(others.filter((id) => !ids.includes(id))).toEqual([]);
}

/** What ranking wrote is what it would write now. */
async function expectRight(bench: ScoringBench): Promise<void> {
  const { ranked } = await readOverview();
  const before = await entriesOf(bench);
  await complete('rankUnits', undefined);
  expect({ ranked, changed: [...changedPlaces(before, await entriesOf(bench))] }).toEqual({
    ranked: 'current',
    changed: [],
  });
}

/** Those that lost something before, and one of each command and of each act. */
const SAMPLE: readonly (readonly [command: string, act: string, batch: number])[] = [
  ['newCovenant', 'gives the same command', 2],
  ['insertSheets', 'gives the same command', 3],
  ['insertSheets', 'renames sheets', 3],
  ['insertSheets for a unit that joins later, with another sheet deleted', 'gives the same command', 3],
  ['insertSheets for a unit that joins later, with another sheet deleted', 'inserts a row inside', 3],
  ['rankUnits', 'inserts a row above', 3],
  ['rankUnits', 'types points', 3],
  ['rankUnits', 'renames sheets', 3],
  ['rankUnits', 'deletes the summary', 3],
  ['applyFixes', 'inserts a row above', 3],
  ['applyFixes', 'types points', 3],
  ['applyChoice', 'inserts a row above', 3],
  ['fitPages', 'deletes a row', 3],
  ['makeDocument minutes', 'gives the same command', 3],
  ['makeDocument charts anew', 'types on a document', 3],
  ['makeDocument charts anew', 'types on a document', 4],
  ['makeDocument seal', 'gives the same command', 3],
  ['recordChanges', 'gives the same command', 3],
  ['recordChanges of what was noticed', 'gives the same command', 3],
  ['applyFixes with a record', 'gives the same command', 3],
  ['applyFixes with a record', 'types points', 3],
  ['undoLast of an insertion', 'types a note', 3],
  ['undoLast of an insertion', 'types a note', 4],
  ['undoLast of a fix', 'inserts a row inside', 3],
];

const READING = ['checkFigures', 'describe', 'countPages', 'importTables', 'going to a cell'];
const MATRIX = Object.keys(CASES)
  .filter((command) => !READING.includes(command))
  .flatMap((command) => Object.keys(ACTS).flatMap((act) => [2, 3, 4, 5].map((batch) => [command, act, batch] as const)))
  // What is written over the words of a document before it is read goes with them when it is made anew, as for one person.
  .filter(
    ([command, act, batch]) => !(command.startsWith('makeDocument') && act === 'types on a document' && batch === 2),
  );

test.each(isSoak ? MATRIX : SAMPLE)(
  'during "%s" another %s before round trip %i: nothing is lost',
  expectNothingLost,
  SOAK_TIMEOUT,
);
