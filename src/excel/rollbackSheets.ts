/** Which of the new sheets a list of changes has added, and whether somebody works on them already. */
import type { Change } from '../spreadsheet/change';
import { readRunMark } from '../spreadsheet/keys';
import type { SheetPlan } from '../spreadsheet/plan';
import { putBy, typedCells } from '../spreadsheet/typed';
import { answerBytes, loadUsed, usedGrid } from './readSheets';
import { blockOf } from './ranges';
import { addedNames, listedSheets, type Witness } from './witness';

/** Where the mark of a run stands: in the row of the keys, as far as a sheet of ours reaches. */
const MARKS = { row: 0, column: 0, rows: 1, columns: 156 };

/** A sheet that was not there when the changes were decided on. */
export interface FreshSheet {
  sheet: Excel.Worksheet;
  marks: Excel.Range;
  used: Excel.Range;
}

export interface AddingRun {
  changes: readonly Change[];
  run: string;
  witness: Witness | null;
  /** Whether the whole batch that adds was answered. */
  answered: boolean;
}

export function queueFresh(sheet: Excel.Worksheet): FreshSheet {
  const marks = blockOf(sheet, MARKS);
  marks.load('values');
  const used = blockOf(sheet, { ...MARKS, rows: 200, columns: 50 }).getUsedRangeOrNullObject(true);
  used.load('address');
  used.untrack();
  return { sheet, marks, used };
}

/**
 * Those that the run has added. Names and keys do not tell: another run gives its sheets the same. What was there when the
 * batch began is somebody else's, and so is everything where the first name was taken.
 */
export function ownSheets(fresh: readonly FreshSheet[], { changes, run, witness, answered }: AddingRun): FreshSheet[] {
  const listed = witness && listedSheets(witness);
  const names = addedNames(changes);
  if (listed && answered) {
    const own = new Set(listed.flatMap(({ id, name }) => (names.has(name) ? [id] : [])));
    return fresh.filter(({ sheet }) => own.has(sheet.id));
  }
  const started = listed && new Set(listed.map(({ id }) => id));
  return fresh.filter((one) => {
    if (marksOf(one).some((value) => readRunMark(value)?.run === run)) return true;
    // Ours is without a mark only just after it was added, and then the batch has answered what was there before.
    return started?.has(one.sheet.id) === false && names.has(one.sheet.name) && one.used.isNullObject;
  });
}

function marksOf({ marks }: FreshSheet): readonly unknown[] {
  const [values = []]: readonly unknown[][] = marks.values;
  return values;
}

/** Values of sheets that are asked for at once, in bytes. */
const MAX_VALUES = 700_000;

/** Those of our sheets on which somebody has typed since they were added; in several round trips only where one cannot hold them. */
export async function sheetsInUse(
  context: Excel.RequestContext,
  own: readonly FreshSheet[],
  changes: readonly Change[],
): Promise<ReadonlySet<FreshSheet>> {
  const filled = own.filter(({ used }) => !used.isNullObject);
  if (filled.length === 0) return new Set();
  let bytes = 0;
  const end = filled.findIndex((one, index) => (bytes += sizeOf(planFor(one, changes))) > MAX_VALUES && index > 0);
  const some = end < 0 ? filled : filled.slice(0, end);
  const loaded = some.map((one) => ({ one, used: loadUsed(one.sheet, { whole: false, bounded: true }) }));
  await context.sync();
  const inUse = loaded.flatMap(({ one, used }) => (isTypedIn(usedGrid(used, 'values'), one, changes) ? [one] : []));
  return new Set([...inUse, ...(await sheetsInUse(context, filled.slice(some.length), changes))]);
}

const sizeOf = (plan: SheetPlan | undefined): number => answerBytes(plan?.cells ?? []);

function planFor({ sheet }: FreshSheet, changes: readonly Change[]): SheetPlan | undefined {
  const own = changes.find((change) => change.type === 'copySheet' && change.name === sheet.name);
  const name = own?.type === 'copySheet' ? own.of : sheet.name;
  const plans = changes.flatMap((change) => (change.type === 'addSheet' ? [change.plan] : []));
  // A copy that has not got its name yet is called after its master.
  return plans.find((plan) => plan.name === name) ?? plans.find((plan) => sheet.name.startsWith(plan.name));
}

function isTypedIn(values: readonly unknown[][], one: FreshSheet, changes: readonly Change[]): boolean {
  const plan = planFor(one, changes);
  if (plan === undefined) return true;
  // While copies are made their master holds the head of each in turn.
  const heads = changes.flatMap((change) =>
    change.type === 'copySheet' && change.of === plan.name ? change.patches : [],
  );
  const [key] = marksOf(one);
  const mark = { row: 0, column: 0, cells: [[typeof key === 'string' ? key : null]] };
  return typedCells(values, putBy(plan, [...heads, mark])).length > 0;
}
