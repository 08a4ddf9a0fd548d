/** Checking: every finding of the workbook, and the fixes that findings offer. */
import { type Finding, type FindingCode, type Fix } from '../covenant/findings';
import { type CellPatch, type Change, editOf } from '../spreadsheet/change';
import { parseAddress, type PlanCell } from '../spreadsheet/plan';
import { type KeyedSheet, keyedSheets } from '../spreadsheet/snapshot';
import type { Task } from '../spreadsheet/task';
import { readWorkbook } from '../workbook/covenantWorkbook';
import { type Description, describeWorkbook } from '../workbook/describe';
import { evaluate } from '../workbook/evaluate';
import { done } from '../covenant/outcome';
import { type Overview, overviewOf } from '../workbook/overview';
import { type Decided, defineCommand, noInput } from './command';
import { protectionOf } from '../sheets';

/** Reads and evaluates everything: what the pane shows, findings in the order of the workbook; nothing is written. */
const checkFigures = defineCommand({
  id: 'checkFigures',
  workStep: 'check',
  reads: { formulas: 'inTurn' },
  ribbon: { result: 'inPane' },
  cli: [{ verb: 'check', readOnly: true, input: noInput }],
  *decide(workbook, _input: void): Task<Decided<Overview>> {
    const reading = readWorkbook(workbook);
    const evaluation = yield* evaluate(reading);
    return done({ changes: [], result: overviewOf(reading, evaluation) });
  },
  doubts: doubtfulSheets,
  report: ({ findings }) => {
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    return { errors, warnings: findings.length - errors };
  },
  needsAttention: ({ errors }) => errors > 0,
});

/**
 * A wrong value has its cause in a formula, of its own sheet or of one it depends on; and which of two sheets of a unit counts
 * is said by the summary's formulas. A formula that seems wrong may be remembered from before Excel itself changed it.
 */
function doubtfulSheets({ findings, sheets: { summary } }: Overview): string[] {
  const sheetsOf = (...codes: readonly FindingCode[]): string[] =>
    findings.flatMap(({ code, place }) => (codes.includes(code) && place ? [place.sheet] : []));
  const values = sheetsOf('engine-differs', 'sheet-doubled');
  const formulas = sheetsOf('formula-overwritten', 'formula-missing');
  return [...values, ...(values.length > 0 && summary !== null ? [summary] : []), ...formulas];
}

export interface FixResult {
  /** Cells that were fixed. */
  fixed: { sheet: string; cell: string }[];
  /** Cells of sheets that are no longer there under that name. */
  skipped: { sheet: string; cell: string }[];
}

/** Writes the value or formula that a finding offers into its cell, for one finding or many; those without a fix are ignored. */
const applyFixes = defineCommand({
  id: 'applyFixes',
  workStep: 'check',
  decide(workbook, findings: readonly Finding[]): Decided<FixResult> {
    const fixes = findings.flatMap((one) => (one.fix ? [one.fix] : []));
    const sheets = new Map(keyedSheets(workbook).map((sheet) => [sheet.snapshot.name, sheet]));
    const changes = [...sheets].flatMap(([name, sheet]) => {
      const own = fixes.filter((fix) => fix.sheet === name);
      return own.length === 0 ? [] : [editFor(sheet, own)];
    });
    const [fixed, skipped] = [true, false].map((known) =>
      fixes.filter((fix) => sheets.has(fix.sheet) === known).map(({ sheet, cell }) => ({ sheet, cell })),
    );
    return done({ changes, undoable: changes, result: { fixed: fixed ?? [], skipped: skipped ?? [] } });
  },
  report: (result) => result,
  needsAttention: ({ skipped }) => skipped.length > 0,
});

function editFor(sheet: KeyedSheet<string>, fixes: readonly Fix[]): Change {
  const patches = fixes.map(({ cell, put }): CellPatch => ({ ...parseAddress(cell), cells: [[cellOf(put)]] }));
  return editOf(sheet, patches, { protection: protectionOf(sheet) });
}

function cellOf(put: Fix['put']): PlanCell {
  if ('number' in put) return put.number;
  return 'text' in put ? put.text : { formula: put.formula };
}

/** Where everything stands in the workbook, for scripts; nothing is written. */
const describe = defineCommand({
  id: 'describe',
  workStep: 'check',
  cli: [{ verb: 'describe', readOnly: true, input: noInput }],
  decide(workbook, _input: void): Decided<Description> {
    const described = describeWorkbook(readWorkbook(workbook));
    return described.done ? done({ changes: [], result: described.result }) : described;
  },
  report: () => null,
});

export const checkCommands = { checkFigures, applyFixes, describe };
