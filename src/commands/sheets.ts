/** The sheets as a whole: inserting those that are missing, fitting rows and pages to what was written. */
import type { Covenant } from '../covenant/covenant';
import { fingerprint } from '../covenant/fingerprint';
import { finding, type Finding, identityDoubts } from '../covenant/findings';
import { missingTargetColumns } from '../sheets/targets/read';
import { protectionOf } from '../sheets';
import { editOf, type SheetFit } from '../spreadsheet/change';
import { isSmaller, READABLE_SIZE } from '../spreadsheet/measure/rows';
import { address } from '../spreadsheet/plan';
import type { Task } from '../spreadsheet/task';
import { type CovenantWorkbook, readWorkbook } from '../workbook/covenantWorkbook';
import { changedCodes } from '../workbook/changedCodes';
import { checkReturnedHeads } from '../workbook/heads';
import { fitSheets } from '../workbook/fitSheets';
import { restoredGuards } from '../workbook/guards';
import { plannedSheets } from '../workbook/plannedSheets';
import { type InsertResult, planInsertion } from '../workbook/insertion';
import { baseCovenant } from '../workbook/update/base';
import { done, refused } from '../covenant/outcome';
import { type Decided, defineCommand, definePlainCommand, noInput } from './command';
import { type KeyedSheet, keyedSheets } from '../spreadsheet/snapshot';

/**
 * Adds a scoring sheet for each unit that has none, and the sheets of the whole cluster; what exists is left as it is. Refused
 * where the covenant or the criteria cannot be used, where a sheet made from other criteria is still there, where it is not
 * clear which of two sheets is the original, where a unit would have a second sheet and row under another code, or where
 * the sheet of a unit that left would become that of another.
 */
const insertSheets = defineCommand({
  id: 'insertSheets',
  workStep: 'score',
  records: 'existing',
  ribbon: { result: 'onSheet' },
  cli: [{ verb: 'insert', input: noInput }],
  *decide(workbook, _input: void): Task<Decided<InsertResult>> {
    const reading = readWorkbook(workbook);
    const { covenant } = reading;
    const unclear = identityDoubts(reading.findings);
    if (unclear.length > 0) return refused(unclear);
    if (covenant === null) return refused(reading.findings);
    const outdated = sheetsOfOtherCriteria(covenant, reading);
    if (outdated.length > 0) return refused(outdated);
    const others = [...recodedUnits(covenant, reading), ...checkReturnedHeads(covenant, reading)];
    if (others.length > 0) return refused(others);
    const { changes, result } = yield* planInsertion(covenant, reading);
    const added = changes.filter(({ type }) => type === 'addSheet' || type === 'copySheet');
    return done({ changes, undoable: added, result });
  },
  report: (result) => result,
});

/**
 * Sheets that would not agree with those to be inserted: the criteria or rules were edited after they were made. The table
 * of targets holds what was entered and no points: it is outdated only where it lacks a criterion.
 */
function sheetsOfOtherCriteria(covenant: Covenant, { unitSheets, summary, targets }: CovenantWorkbook): Finding[] {
  const version = fingerprint(covenant);
  const outdated: KeyedSheet<string>[] = [...unitSheets.values(), ...(summary ? [summary] : [])].filter(
    (sheet) => sheet.key.version !== version,
  );
  if (targets && missingTargetColumns(covenant, targets).length > 0) outdated.push(targets);
  return outdated.map(({ snapshot, key }) => {
    const unit = covenant.cluster.units.find((one) => one.id === key.unit)?.name ?? snapshot.name;
    return finding('sheet-of-other-criteria', { sheet: snapshot.name, cell: null }, { unit });
  });
}

/** Units that the other sheets know under another code, also where the tabs do not tell. */
function recodedUnits(covenant: Covenant, reading: CovenantWorkbook): Finding[] {
  const earlier = baseCovenant(reading);
  const found = earlier ? changedCodes(earlier, covenant, reading.covenantSheet) : [];
  return found.filter((one) => one.code === 'code-changed' && one.data.coded === 'unit');
}

export interface FitResult {
  /** Names, in the order of the papers. */
  fitted: string[];
  /** Sheets whose rows or columns were moved by hand: they are left as they are. */
  left: string[];
  /** Cells whose text fits the highest row only in a type that is hard to read on paper, or not even in that. */
  tooLong: { sheet: string; cell: string }[];
}

/**
 * Fits the height of rows to what was written in them, and breaks the pages anew; no value is changed. Where the highest row is
 * too low for a text, its type becomes smaller, and the cell is named where that is below what is readable.
 */
const fitPages = definePlainCommand({
  id: 'fitPages',
  workStep: 'print',
  cli: [{ verb: 'fit', input: noInput }],
  *decide(workbook): Task<Decided<FitResult>> {
    const reading = readWorkbook(workbook);
    const { covenant, findings } = reading;
    if (covenant === null) return refused(findings);
    const fits = yield* fitSheets(covenant, reading);
    const changes = fits.flatMap(({ sheet, fit }) => (fit === null ? [] : [editOf(sheet, [], { fit })]));
    const names = (wanted: (fit: SheetFit | null) => boolean): string[] =>
      fits.filter(({ fit }) => wanted(fit)).map(({ sheet }) => sheet.snapshot.name);
    return done({
      changes,
      result: {
        fitted: names((fit) => fit !== null),
        left: names((fit) => fit === null),
        tooLong: fits.flatMap(({ sheet, fit }) =>
          (fit?.types ?? [])
            .filter((type) => isSmaller(type) && type.size < READABLE_SIZE)
            .map(({ row, column }) => ({ sheet: sheet.snapshot.name, cell: address(row, column) })),
        ),
      },
    });
  },
  report: (result) => result,
  needsAttention: ({ tooLong }) => tooLong.length > 0,
});

export interface ProtectResult {
  /** Names of the sheets that were not protected. */
  protectedNow: string[];
}

/**
 * Protects every sheet of ours that somebody left unprotected, as its type wants it, with its entry cells left open; values stay
 * as they are. Refused where the workbook has no covenant.
 */
const protectSheets = definePlainCommand({
  id: 'protectSheets',
  workStep: 'check',
  cli: [{ verb: 'protect', input: noInput }],
  reads: { guards: 'all' },
  decide(workbook): Decided<ProtectResult> {
    const reading = readWorkbook(workbook);
    const { findings } = reading;
    if (findings.some(({ code }) => code === 'covenant-missing')) return refused(findings);
    const open = keyedSheets(workbook).filter(({ snapshot }) => !snapshot.protected);
    const planned = plannedSheets(reading, ({ snapshot }) => !snapshot.protected);
    return done({
      // Locked cells that people are to fill in would be lost to them.
      changes: open.map((sheet) => {
        const plan = planned.find((one) => one.sheet.snapshot.id === sheet.snapshot.id);
        const guards = plan ? restoredGuards(plan, ['locks']) : [];
        return editOf(sheet, [], { protection: protectionOf(sheet), guards });
      }),
      result: { protectedNow: open.map(({ snapshot }) => snapshot.name) },
    });
  },
  report: (result) => result,
});

/**
 * How many pages each printed sheet is laid out on by its page breaks, by its name; those left to the printer are missing. A
 * call for each sheet, so it is no part of the check. *Giao ước* and *Tiêu chí* have no set page breaks.
 */
const countPages = defineCommand({
  id: 'countPages',
  workStep: 'print',
  reads: { formulas: 'inTurn', pages: true },
  decide(workbook, _input: void): Decided<ReadonlyMap<string, number>> {
    const counted = keyedSheets(workbook).flatMap(({ snapshot: { name, pages } }): [string, number][] =>
      pages === null ? [] : [[name, pages]],
    );
    return done({ changes: [], result: new Map(counted) });
  },
  report: () => null,
});

export const sheetCommands = { insertSheets, fitPages, protectSheets, countPages };
