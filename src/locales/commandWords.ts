/** What each language has to say of every command; the compiler checks the dictionaries against the list of commands. */
import type { CommandId, CommandReport } from '../commands';

/** The words of one command. */
export type CommandWording<Report> = {
  /** What it did, in sentences, for the log and for whoever cannot see the pane. */
  done(report: Report): readonly string[];
  /** The label and the hint of a command that is offered as a plain button. */
  button?: { run: string; hint: string };
};

export type CommandWords = { readonly [Id in CommandId]: CommandWording<CommandReport<Id>> };

/** A sentence about names, or none where there are no names. */
export function about(names: readonly string[], say: (names: string) => string): string[] {
  return names.length > 0 ? [say(names.join(', '))] : [];
}

/** "An Giang!C9", or the sheet's name alone. */
export function placeName({ sheet, cell }: { sheet: string; cell: string | null }): string {
  return cell === null ? sheet : `${sheet}!${cell}`;
}
