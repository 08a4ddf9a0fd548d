/** Names: a unit renamed everywhere in one step, and printed words renewed that no longer are those of *Giao ước* and *Tiêu chí*. */
import { type Covenant, type Unit, unitSchema } from '../covenant/covenant';
import type { FieldProblem, NameField } from '../covenant/findingData';
import { finding, type Finding, identityDoubts } from '../covenant/findings';
import type { CellPlace } from '../covenant/cell';
import { problemOf } from '../covenant/problems';
import { done, type Outcome, refused } from '../covenant/outcome';
import { isNameOf, rowOfUnit } from '../sheets/covenant/codes';
import { UNITS } from '../sheets/covenant/layout';
import type { Evaluation } from '../sheets/shared/evaluation';
import { keyedCell, keyedSheets } from '../spreadsheet/snapshot';
import type { Task } from '../spreadsheet/task';
import { type CovenantWorkbook, readWorkbook } from '../workbook/covenantWorkbook';
import { Edits } from '../workbook/edits';
import { evaluate } from '../workbook/evaluate';
import { type KeptFullName, keptFullName } from '../workbook/formerNames';
import { namedPatches, renamesBetween, reviewerPatches, withReviewers } from '../workbook/namedEntries';
import { renaming, tabRenames, wordFixes } from '../workbook/renaming';
import { nameProblem } from '../workbook/unitNames';
import { baseCovenant } from '../workbook/update/base';
import { type Decided, defineCommand, definePlainCommand, noInput } from './command';

export interface RenewResult {
  /** How many cells got other words. */
  cells: number;
  /** The new names of tabs. */
  tabs: string[];
}

/**
 * Puts the words of *Giao ước* and *Tiêu chí* wherever a sheet shows others, and gives tabs, reviewers and the elected units the names
 * that units have now. Refused
 * where it is not clear whose figures are whose: that is for a person to say first. A sealed page is left to a person, too.
 */
const renewWords = definePlainCommand({
  id: 'renewWords',
  workStep: 'check',
  cli: [{ verb: 'renew', input: noInput }],
  *decide(workbook): Task<Decided<RenewResult>> {
    const reading = readWorkbook(workbook);
    const { findings } = yield* evaluate(reading);
    const unclear = unsettled(findings);
    if (unclear.length > 0) return refused(unclear);
    if (reading.covenant === null) return refused(findings);
    const edits = new Edits();
    edits.fix(keyedSheets(workbook), wordFixes(findings));
    renewEntries(edits, reading, reading.covenant);
    edits.fit(reading, reading.covenant);
    const renames = tabRenames(workbook, reading.unitSheets, reading.covenant.cluster.units);
    const changes = [...edits.changes(), ...renames];
    return done({
      changes,
      undoable: changes,
      result: { cells: edits.count(), tabs: renames.map(({ name }) => name) },
    });
  },
  report: (result) => result,
});

/** Who reviews and who was elected, where a name stands that a unit had when the sheets were made. */
function renewEntries(edits: Edits, reading: CovenantWorkbook, covenant: Covenant): void {
  const earlier = baseCovenant(reading);
  if (earlier === null) return;
  const renames = renamesBetween(earlier, covenant);
  for (const sheet of reading.unitSheets.values()) edits.add(sheet, reviewerPatches(sheet, renames));
  const [decisions] = reading.documents.decisions;
  if (decisions) edits.add(decisions, namedPatches(decisions, renames));
}

/** What a person has to decide before names are written; the name of a tab is one of them. */
function unsettled(findings: readonly Finding[]): Finding[] {
  return identityDoubts(findings).filter(({ code }) => code !== 'tab-of-other');
}

export interface RenameInput {
  /** The unit's id. */
  unit: string;
  name: string;
  /** The name for signatures; left as it is where none is given. */
  fullName?: string;
}

export interface RenameResult {
  from: string;
  to: string;
  cells: number;
  /** The new names of tabs. */
  tabs: string[];
  /** Where the former name still stands: documents that have to be made anew, without a cell, and cells with texts that hold it. */
  left: CellPlace[];
  /** The full name where it was kept with the former name in it, and what it would be with the new one. */
  fullName: KeptFullName | null;
}

/**
 * Renames a unit in *Giao ước* and wherever its name was put: tables, head, tab, reviewers, what the ranking wrote, minutes,
 * the seal and its amendments; its code stays, and so do all figures. Refused where the name cannot be used, where another
 * unit has it, or where it is not clear whose figures are whose.
 */
const renameUnit = defineCommand({
  id: 'renameUnit',
  workStep: 'covenant',
  *decide(workbook, input: RenameInput): Task<Decided<RenameResult>> {
    const reading = readWorkbook(workbook);
    const before = yield* evaluate(reading);
    const unclear = unsettled(before.findings);
    if (unclear.length > 0) return refused(unclear);
    const { covenant } = reading;
    if (covenant === null) return refused(before.findings);
    const unit = covenant.cluster.units.find(({ id }) => id === input.unit);
    if (unit === undefined)
      return refused([refusedName(reading, null, { field: 'id', problem: 'notInList' }, input.unit)]);
    const renamed = renamedCovenant(reading, covenant, unit, input);
    if (!renamed.done) return renamed;
    const renames = { renamed: [{ was: unit, is: renamed.result.unit }], units: renamed.result.covenant.cluster.units };
    const unitSheets = withReviewers(reading.unitSheets, renames);
    const evaluated = yield* evaluate({ ...reading, unitSheets, covenant: renamed.result.covenant });
    // What was sealed is compared with the sheets as they stand.
    const evaluation = { ...asFinalAs(before, evaluated), seal: before.seal };
    const { changes, ...rest } = renaming({
      reading,
      covenant,
      unit,
      before,
      renamed: { ...renamed.result, evaluation },
    });
    const { unit: now } = renamed.result;
    const result = { from: unit.name, to: now.name, ...rest, fullName: keptFullName(unit, now) };
    return done({ changes, undoable: changes, result });
  },
  report: (result) => result,
  needsAttention: ({ left, fullName }) => left.length > 0 || fullName !== null,
});

/** A name changes no figure: that the sheets do not show the new one yet makes no result provisional. */
function asFinalAs({ ranking, causes }: Evaluation, renamed: Evaluation): Evaluation {
  if (ranking === null || renamed.ranking === null) return renamed;
  return { ...renamed, causes, ranking: { ...renamed.ranking, provisional: ranking.provisional } };
}

/** The covenant with the unit's new names; refused where they are blank, too long, another unit's, a formula, or a table's. */
function renamedCovenant(
  reading: CovenantWorkbook,
  covenant: Covenant,
  unit: Unit,
  { name, fullName = unit.fullName }: RenameInput,
): Outcome<{ covenant: Covenant; unit: Unit }> {
  const parsed = unitSchema.pick({ name: true, fullName: true }).safeParse({ name, fullName }, { reportInput: true });
  if (!parsed.success)
    return refused(
      parsed.error.issues.map((issue) => {
        const field = issue.path[0] === 'fullName' ? 'fullName' : 'name';
        return refusedName(reading, unit, { field, problem: problemOf(issue) }, field === 'name' ? name : fullName);
      }),
    );
  const renamed = { ...unit, ...parsed.data };
  const problem = nameProblem(renamed.name);
  if (problem !== null) return refused([refusedName(reading, unit, { field: 'name', problem }, renamed.name)]);
  const doubled = covenant.cluster.units.flatMap((other) =>
    other.id === unit.id
      ? []
      : [renamed.name, ...(renamed.fullName === unit.fullName ? [] : [renamed.fullName])]
          .filter((one) => isNameOf(one, other))
          .map((one) => finding('unit-doubled', placeOfName(reading, other, 'name'), { unit: one, other: other.name })),
  );
  if (doubled.length > 0) return refused(doubled);
  const units = covenant.cluster.units.map((one) => (one.id === unit.id ? renamed : one));
  return done({ covenant: { ...covenant, cluster: { ...covenant.cluster, units } }, unit: renamed });
}

/** Why a unit cannot be called so, at its name in *Giao ước*; of a unit that there is none of at the heading of the codes. */
function refusedName(
  reading: CovenantWorkbook,
  unit: Unit | null,
  { field, problem }: { field: NameField; problem: FieldProblem },
  value: string,
): Finding {
  return finding('name-refused', placeOfName(reading, unit, field), { of: field, problem, value });
}

function placeOfName({ covenantSheet }: CovenantWorkbook, unit: Unit | null, field: NameField): CellPlace | null {
  if (covenantSheet === null) return null;
  const cell =
    unit === null
      ? keyedCell(covenantSheet, UNITS.header, UNITS.columns[field])
      : rowOfUnit(covenantSheet, unit.id)?.cell(field);
  return cell?.place ?? { sheet: covenantSheet.snapshot.name, cell: null };
}

export const nameCommands = { renewWords, renameUnit };
