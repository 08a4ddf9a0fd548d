/** Everything a person can do. The pane, the ribbon and the cli take their commands from this list. */
import { checkCommands } from './check';
import type { Command, WorkStep } from './command';
import { covenantCommands } from './covenant';
import { documentCommands } from './documents';
import { nameCommands } from './names';
import { rankCommands } from './rank';
import { type Completed, runCommand, type RunOptions } from './run';
import { sealCommands } from './seal';
import { recordCommands } from './record';
import { sheetCommands } from './sheets';
import { undoCommands } from './undo';
import { updateCommands } from './update';
import { done, type Outcome } from '../covenant/outcome';

export const COMMANDS = {
  ...covenantCommands,
  ...sheetCommands,
  ...updateCommands,
  ...checkCommands,
  ...nameCommands,
  ...rankCommands,
  ...documentCommands,
  ...sealCommands,
  ...recordCommands,
  ...undoCommands,
};

export type CommandId = keyof typeof COMMANDS;

type PartsOf<C> =
  C extends Command<infer _Id, infer Input, infer Result, infer Report>
    ? { input: Input; result: Result; report: Report }
    : never;
export type CommandInput<Id extends CommandId> = PartsOf<(typeof COMMANDS)[Id]>['input'];
export type CommandResult<Id extends CommandId> = PartsOf<(typeof COMMANDS)[Id]>['result'];
export type CommandReport<Id extends CommandId> = PartsOf<(typeof COMMANDS)[Id]>['report'];
export type CommandCompleted<Id extends CommandId> = Completed<CommandResult<Id>, CommandReport<Id>>;

/** The verbs of the cli that a command declares. */
export type CommandVerb<Id extends CommandId> =
  (typeof COMMANDS)[Id] extends Command<infer _Id, infer _I, infer _R, infer _P, infer Verb> ? Verb : never;

/** Those that are offered as plain buttons. */
export type PlainCommandId = {
  [Id in CommandId]: (typeof COMMANDS)[Id] extends { button: 'plain' } ? Id : never;
}[CommandId];

export function isPlain(id: CommandId): id is PlainCommandId {
  return COMMANDS[id].button === 'plain';
}

/** The same list with the types of each command found by its id. */
const BY_ID: { [Id in CommandId]: Command<Id, CommandInput<Id>, CommandResult<Id>, CommandReport<Id>> } = COMMANDS;

const isCommandId = (id: string): id is CommandId => Object.hasOwn(COMMANDS, id);
export const COMMAND_IDS: readonly CommandId[] = Object.keys(COMMANDS).filter(isCommandId);

/** A command with its own types. */
export function commandOf<Id extends CommandId>(
  id: Id,
): Command<Id, CommandInput<Id>, CommandResult<Id>, CommandReport<Id>> {
  return BY_ID[id];
}

/** How a command ended, and the step of the work it belongs to. */
export interface CommandEnd<Id extends CommandId> {
  workStep: WorkStep;
  outcome: Outcome<CommandCompleted<Id>>;
}

/** Runs a command by its id; see {@link runCommand}. */
export async function runById<Id extends CommandId>(
  id: Id,
  input: CommandInput<Id>,
  options: RunOptions,
): Promise<CommandEnd<Id>> {
  const command = BY_ID[id];
  return { workStep: command.workStep, outcome: await runCommand(command, input, options) };
}

/** Runs a command for its result alone, for those who show no log and undo nothing. */
export async function runForResult<Id extends CommandId>(
  id: Id,
  input: CommandInput<Id>,
  options: RunOptions = {},
): Promise<Outcome<CommandResult<Id>>> {
  const { outcome } = await runById(id, input, options);
  return outcome.done ? done(outcome.result.result) : outcome;
}
