/** The commands as functions, by the names of their ids: what most suites start them with. */
import {
  type CommandCompleted,
  type CommandId,
  type CommandInput,
  type CommandResult,
  runById,
} from '../../src/commands';
import type { CovenantChoice } from '../../src/commands/covenant';
import type { DocumentResult, DocumentType } from '../../src/commands/documents';
import type { Progress } from '../../src/commands/progress';
import type { RunOptions, UndoStep } from '../../src/commands/run';
import type { FixResult } from '../../src/commands/check';
import type { FitResult } from '../../src/commands/sheets';
import type { Finding } from '../../src/covenant/findings';
import type { UndoResult } from '../../src/commands/undo';
import type { Description } from '../../src/workbook/describe';
import type { InsertResult } from '../../src/workbook/insertion';
import type { Outcome } from '../../src/covenant/outcome';
import type { Overview } from '../../src/workbook/overview';

/** What a command that has to succeed completed. */
export async function complete<Id extends CommandId>(
  id: Id,
  input: CommandInput<Id>,
  options: RunOptions = {},
): Promise<CommandCompleted<Id>> {
  const { outcome } = await runById(id, input, options);
  if (outcome.done) return outcome.result;
  throw new Error(`refused: ${JSON.stringify(outcome.findings)}`);
}

/** The result, or the findings that it was refused with. */
export async function outcomeOf<Id extends CommandId>(
  id: Id,
  input: CommandInput<Id>,
  progress?: Progress,
): Promise<Outcome<CommandResult<Id>>> {
  const { outcome } = await runById(id, input, progress ?? {});
  return outcome.done ? { done: true, result: outcome.result.result } : outcome;
}

export const newCovenant = (choice: CovenantChoice, progress?: Progress) => outcomeOf('newCovenant', choice, progress);
export const importTables = () => complete('importTables', undefined).then(({ result }) => result);
export const insertSheets = (progress?: Progress): Promise<Outcome<InsertResult>> =>
  outcomeOf('insertSheets', undefined, progress);
export const rankUnits = (progress?: Progress) => outcomeOf('rankUnits', undefined, progress);
export const fitPages = (progress?: Progress): Promise<Outcome<FitResult>> =>
  outcomeOf('fitPages', undefined, progress);
export const makeDocument = (kind: DocumentType, progress?: Progress, today = ''): Promise<Outcome<DocumentResult>> =>
  outcomeOf('makeDocument', { kind, today }, progress);
export const describeWorkbook = (): Promise<Outcome<Description>> => outcomeOf('describe', undefined);
export const undoLast = (steps: readonly UndoStep[] | null): Promise<Outcome<UndoResult>> =>
  outcomeOf('undoLast', steps ?? []);

export async function readOverview(progress?: Progress): Promise<Overview> {
  return (await complete('checkFigures', undefined, progress)).result;
}
export async function checkFigures(progress?: Progress): Promise<Finding[]> {
  return (await readOverview(progress)).findings;
}
export async function applyFixes(
  findings: readonly Finding[],
  progress?: Progress,
): Promise<FixResult & { undo: readonly UndoStep[] | null }> {
  const { result, undo } = await complete('applyFixes', findings, progress);
  return { ...result, undo };
}
