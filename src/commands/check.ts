/** Checking: every finding of the workbook, and the fixes that findings offer. */
import type { Finding, FindingCode } from '../covenant/findings';
import type { Choice, Fix } from '../covenant/fixes';
import { keyedSheets } from '../spreadsheet/snapshot';
import type { Task } from '../spreadsheet/task';
import type { Evaluation } from '../sheets/shared/evaluation';
import { type CovenantWorkbook, readWorkbook } from '../workbook/covenantWorkbook';
import { type Description, describeWorkbook } from '../workbook/describe';
import { redrawnDocuments } from '../workbook/documentContents';
import { Edits } from '../workbook/edits';
import { evaluate } from '../workbook/evaluate';
import { guardedPages } from '../workbook/guardedPages';
import { stillFound, stillOffered } from '../workbook/fixPlaces';
import { done } from '../covenant/outcome';
import { type Overview, overviewOf } from '../workbook/overview';
import { type Decided, defineCommand, noInput } from './command';

/** Reads and evaluates everything: what the pane shows, findings in the order of the workbook; nothing is written. */
const checkFigures = defineCommand({
  id: 'checkFigures',
  workStep: 'check',
  reads: { formulas: 'inTurn', guards: 'inTurn', hiddenLines: true },
  ribbon: { result: 'inPane' },
  cli: [{ verb: 'check', readOnly: true, input: noInput }],
  *decide(workbook, _input: void): Task<Decided<Overview>> {
    const reading = readWorkbook(workbook);
    const evaluation = yield* evaluate(reading);
    return done({ changes: [], result: overviewOf(reading, evaluation) });
  },
  doubts: doubtfulSheets,
  needs: ({ unread }) => unread,
  lookAgain: ({ findings }) =>
    findings.flatMap(({ code, place }) => (GUARD_CODES.includes(code) && place ? [place.sheet] : [])),
  report: ({ findings }) => {
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    return { errors, warnings: findings.length - errors };
  },
  needsAttention: ({ errors }) => errors > 0,
});

const GUARD_CODES: readonly FindingCode[] = [
  'locks-changed',
  'formats-changed',
  'rules-changed',
  'highlights-changed',
  'highlights-other',
  'highlights-hide',
  'merges-changed',
  'charts-differ',
  'page-changed',
  'page-words',
  'rows-thin',
  'columns-thin',
  'columns-narrow',
  'result-disguised',
];

/**
 * A wrong value has its cause in a formula, of its own sheet or of one it depends on; which of two sheets counts is said by
 * the formulas of any other. A formula that seems wrong may be remembered from before Excel itself changed it.
 */
function doubtfulSheets({ findings, sheets, units, documents }: Overview): string[] {
  const sheetsOf = (...codes: readonly FindingCode[]): string[] =>
    findings.flatMap(({ code, place }) => (codes.includes(code) && place ? [place.sheet] : []));
  const doubled = sheetsOf('sheet-doubled', 'original-unclear');
  const named = [
    ...Object.values(sheets),
    ...units.map(({ sheet }) => sheet),
    ...documents.flatMap((one) => one.sheets),
  ];
  const all = doubled.length > 0 ? named.filter((name) => name !== null) : [];
  const values = sheetsOf('engine-differs');
  const summary = values.length > 0 && sheets.summary !== null ? [sheets.summary] : [];
  return [
    ...new Set([
      ...values,
      ...summary,
      ...doubled,
      ...all,
      ...sheetsOf('formula-overwritten', 'formula-missing', 'reference-lost', 'own-reference-lost'),
    ]),
  ];
}

export interface FixResult {
  /** Cells that were fixed. */
  fixed: { sheet: string; cell: string }[];
  /** Cells, as they were called when they were found, that are gone or hold something else by now. */
  skipped: { sheet: string; cell: string }[];
}

/**
 * Writes what a finding offers into its cell, with the lock, the number format and the rule that the cell should have; or gives
 * a sheet the looks again that it lost. For one finding or many; those without a fix are ignored. The workbook may have changed
 * since they were found: each cell is found again by its keys, what belongs there is decided anew, and a cell that holds
 * something else by now is left alone.
 */
const applyFixes = defineCommand({
  id: 'applyFixes',
  workStep: 'check',
  reads: { guards: 'all' },
  *decide(workbook, findings: readonly Finding[]): Task<Decided<FixResult>> {
    const reading = readWorkbook(workbook);
    const evaluation = yield* evaluate(reading);
    const wanted = findings.filter(({ fix }) => fix !== undefined);
    const found = stillFound(wanted, evaluation.findings);
    const gone = wanted.flatMap(({ fix }, index) => (fix && !found[index] ? [fix] : []));
    return fixing(
      { reading, evaluation },
      found.flatMap((one) => one?.fix ?? []),
      gone,
    );
  },
  report: (result) => result,
  needsAttention: ({ skipped }) => skipped.length > 0,
});

/**
 * Applies the one of a finding's choices that a person has picked, where it is still offered: the workbook may have changed since.
 * Else nothing is written, and all its cells are skipped.
 */
const applyChoice = defineCommand({
  id: 'applyChoice',
  workStep: 'check',
  reads: { guards: 'all' },
  *decide(workbook, choice: Choice): Task<Decided<FixResult>> {
    const reading = readWorkbook(workbook);
    const evaluation = yield* evaluate(reading);
    const fixes = stillOffered(choice, evaluation.findings);
    const facts = { reading, evaluation };
    return fixes === null ? fixing(facts, [], choice.fixes) : fixing(facts, fixes);
  },
  report: (result) => result,
  needsAttention: ({ skipped }) => skipped.length > 0,
});

/** Writes fixes into their cells; `gone` are those that do not hold any more. */
function fixing(
  { reading, evaluation }: { reading: CovenantWorkbook; evaluation: Evaluation },
  fixes: readonly Fix[],
  gone: readonly Fix[] = [],
): Decided<FixResult> {
  const { covenant } = reading;
  const sheets = keyedSheets(reading.snapshot);
  const edits = new Edits();
  const facts = covenant && { covenant, reading, evaluation };
  // Of a sheet that is among both the plan of its cells counts.
  const documents = facts ? [...guardedPages(facts), ...redrawnDocuments(facts)] : [];
  edits.fixGuarded(sheets, fixes, { reading, documents });
  const changes = edits.changes();
  const names = new Set(sheets.map(({ snapshot }) => snapshot.name));
  const fixed = cellsOf(fixes.filter((fix) => names.has(fix.sheet)));
  const skipped = cellsOf([...gone, ...fixes.filter((fix) => !names.has(fix.sheet))]);
  return done({ changes, undoable: changes, result: { fixed, skipped } });
}

/** Each cell once: what a whole sheet has lost, as two settings of its page, is put back at the same one. */
function cellsOf(fixes: readonly Fix[]): FixResult['fixed'] {
  const cells = fixes.map(({ sheet, cell }) => [JSON.stringify([sheet, cell]), { sheet, cell }] as const);
  return [...new Map(cells).values()];
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

export const checkCommands = { checkFigures, applyFixes, applyChoice, describe };
