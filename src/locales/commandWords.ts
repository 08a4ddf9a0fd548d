/** What each language has to say of every command; the compiler checks the dictionaries against the list of commands. */
import type { CommandId, CommandReport, CommandVerb, PlainCommandId } from '../commands';

/** The words of one command. */
type CommandWording<Id extends CommandId> = {
  /** What it did, in sentences, for the log and for screen readers. */
  done(report: CommandReport<Id>): readonly string[];
} & (Id extends PlainCommandId
  ? {
      /** The label and the hint of a command that is offered as a plain button. */
      button: { run: string; hint: string };
    }
  : unknown) &
  ([CommandVerb<Id>] extends [never]
    ? unknown
    : {
        /** What a verb of the cli does; some make a sheet. */
        cli(verb: CommandVerb<Id>, sheetName: string): string;
      });

export type CommandWords = { readonly [Id in CommandId]: CommandWording<Id> };

/** A sentence about names, or none where there are no names. */
export function about(names: readonly string[], say: (names: string) => string): string[] {
  return names.length > 0 ? [say(names.join(', '))] : [];
}

/** "An Giang!C9", or the sheet's name alone. */
export function placeName({ sheet, cell }: { sheet: string; cell: string | null }): string {
  return cell === null ? sheet : `${sheet}!${cell}`;
}

export const isSheet = ({ cell }: { cell: string | null }): boolean => cell === null;
export const isCell = ({ cell }: { cell: string | null }): boolean => cell !== null;

/** The same of many cells, sheet by sheet, as many as are read at a glance: "Giao ước!E44, An Giang!B3, B6". */
export function placeNames(places: readonly { sheet: string; cell: string | null }[]): string[] {
  const sheets = new Map<string, string[]>();
  for (const { sheet, cell } of places)
    sheets.set(sheet, [...(sheets.get(sheet) ?? []), ...(cell === null ? [] : [cell])]);
  return [...sheets].map(([sheet, cells]) => {
    const named = cells.slice(0, NAMED_CELLS).join(', ') + (cells.length > NAMED_CELLS ? ', …' : '');
    return placeName({ sheet, cell: named === '' ? null : named });
  });
}

const NAMED_CELLS = 6;
