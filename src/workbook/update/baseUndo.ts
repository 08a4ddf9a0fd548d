/** The hidden copy of the covenant once a command is undone: what others have changed in it since goes along. */
import type { Covenant, Unit } from '../../covenant/covenant';
import { covenantChecksum } from '../../sheets/base/plan';
import { isNameOf } from '../../sheets/covenant/codes';
import { type Change, type SheetEdit, valuesWith } from '../../spreadsheet/change';
import { keyedSheet } from '../../spreadsheet/reading';
import type { CovenantWorkbook } from '../covenantWorkbook';
import { baseChanges, baseCovenant } from './base';

/** What a step has written into the copy, and what undoes it. */
export interface BaseStep {
  change: SheetEdit;
  inverse: SheetEdit;
}

type Reading = Pick<CovenantWorkbook, 'base' | 'unitSheets' | 'snapshot'>;

/**
 * Changes that undo a step in the copy: units that were renamed or have joined since stay. 'asWritten' where the copy holds what the step
 * wrote, or cannot be read: its cells are undone one by one. 'overtaken' where another update has changed more than units since; what
 * has drawn no sheet anew and was about units only is undone in spite of it. `taken` is a name that two units would have.
 */
export function undoneBase(
  { change, inverse }: BaseStep,
  reading: Reading,
  { redraws }: { redraws: boolean },
): Change[] | 'asWritten' | 'overtaken' | { taken: string } {
  const now = baseCovenant(reading);
  const [before, after] = [inverse, change].map(({ patches }) => written(patches, reading));
  if (now === null || !before || !after || isSame(now, after)) return 'asWritten';
  const undone =
    withUnits({ from: after, to: now }, before) ?? (redraws ? null : withUnits({ from: after, to: before }, now));
  if (undone === null) return 'overtaken';
  const taken = doubledName(undone);
  return taken === null ? baseChanges(reading, undone) : { taken };
}

function doubledName({ cluster: { units } }: Covenant): string | null {
  const one = units.find(({ id, name }) => units.some((other) => other.id !== id && isNameOf(name, other)));
  return one?.name ?? null;
}

/** The covenant that is read from the copy with such cells. */
function written(patches: SheetEdit['patches'], reading: Reading): Covenant | null {
  const { base } = reading;
  const sheet = base && keyedSheet({ ...base.snapshot, values: valuesWith({ ...base.snapshot, values: [] }, patches) });
  return sheet && baseCovenant({ ...reading, base: sheet });
}

const isSame = (one: Covenant, other: Covenant): boolean => covenantChecksum(one) === covenantChecksum(other);

/** A covenant with what was done to the units of another; null where more of that was changed than its units. */
function withUnits(done: { from: Covenant; to: Covenant }, onto: Covenant): Covenant | null {
  return isSame(movedUnits(done, done.from), done.to) ? movedUnits(done, onto) : null;
}

function movedUnits({ from, to }: { from: Covenant; to: Covenant }, onto: Covenant): Covenant {
  const unitOf = ({ cluster }: Covenant, unit: Unit): Unit | undefined =>
    cluster.units.find(({ id }) => id === unit.id);
  const kept = onto.cluster.units.flatMap((unit) => {
    const [was, is] = [unitOf(from, unit), unitOf(to, unit)];
    if (was === undefined) return [unit];
    return is === undefined ? [] : [renamedUnit({ was, is }, unit)];
  });
  const joined = to.cluster.units.filter((unit) => !unitOf(from, unit) && !unitOf(onto, unit));
  return { ...onto, cluster: { ...onto.cluster, units: [...kept, ...joined] } };
}

/** A unit that has another name by now keeps it. */
function renamedUnit({ was, is }: { was: Unit; is: Unit }, unit: Unit): Unit {
  return {
    ...unit,
    name: unit.name === was.name ? is.name : unit.name,
    fullName: unit.fullName === was.fullName ? is.fullName : unit.fullName,
  };
}
