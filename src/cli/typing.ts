/** Entries typed into a workbook as a person types them. */
import { z } from 'zod';
import { type CliWords, cliWords } from '../locales/cli';
import type { StandInWorkbook } from '../stand-in/workbook/contract';
import type { Refusal, RefusalReason } from '../stand-in/workbook/refusals';
import type { SheetId } from '../xlsx/model/snapshot';

export const entriesSchema = z.array(
  z.object({
    sheet: z.string(),
    cell: z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/),
    value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  }),
);
export type Entry = z.output<typeof entriesSchema>[number];

/** An entry that the workbook refused. */
export interface RefusedEntry extends Entry {
  reason: RefusalReason | 'noSheet';
  message: string;
}

/** Types all entries in order and answers those that were refused. */
export async function typeEntries(
  workbook: StandInWorkbook,
  entries: readonly Entry[],
  words = cliWords('vi'),
): Promise<RefusedEntry[]> {
  const sheets = new Map<string, SheetId>(workbook.sheets().map(({ name, id }) => [name, id]));
  const refused: RefusedEntry[] = [];
  for (const entry of entries) {
    const sheet = sheets.get(entry.sheet);
    if (sheet === undefined) {
      refused.push({ ...entry, reason: 'noSheet', message: words.noSheet(entry.sheet) });
      continue;
    }
    const result = await workbook.typeAsPerson(sheet, ...positionOf(entry.cell), entry.value);
    if (!result.ok) refused.push({ ...entry, reason: result.reason, message: wordRefusal(result, words) });
  }
  return refused;
}

/** A validation of a cell says in its own words what the cell takes; whatever else there is to say is said in ours. */
function wordRefusal({ reason, message }: Refusal, words: CliWords): string {
  return reason === 'validation' && message !== '' ? message : words.refusedEntries[reason];
}

function positionOf(cell: string): [row: number, column: number] {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return [Number(digits) - 1, column];
}
