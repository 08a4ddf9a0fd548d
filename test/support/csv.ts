/** Sheets that another program calculated and wrote as csv. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseAddress } from '../../src/spreadsheet/plan';

/** A cell of a csv file: its text, and whether it stood in quotes. */
interface CsvCell {
  text: string;
  quoted: boolean;
}

function parseCsv(csv: string): CsvCell[][] {
  const rows: CsvCell[][] = [[]];
  // A cell and what ends it: a comma, the end of a line or of the file.
  for (const [all, inQuotes, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n\r]*))(,|\r?\n|$)/g)) {
    if (all === '') break;
    rows.at(-1)?.push({ text: inQuotes?.replaceAll('""', '"') ?? plain ?? '', quoted: inQuotes !== undefined });
    if (end !== ',' && end !== '') rows.push([]);
  }
  return rows;
}

/** The value a sheet shows in a cell; '' for an empty cell, an empty text and a sheet that is not there. */
export type ShownValues = (sheet: string, cell: string) => string | number;

/**
 * Reads the files `<workbook>-<sheet>.csv`. Where the program writes texts in quotes, a text that looks like a number stays
 * a text; otherwise both read as numbers.
 */
export function shownValues(files: readonly string[], workbook: string): ShownValues {
  const prefix = `${workbook}-`;
  const sheets = new Map(
    files
      .filter((file) => basename(file).startsWith(prefix))
      .map((file) => [
        basename(file, '.csv').slice(prefix.length).normalize('NFC'),
        parseCsv(readFileSync(file, 'utf8')),
      ]),
  );
  return (sheet, cell) => {
    const { row, column } = parseAddress(cell);
    const { text, quoted } = sheets.get(sheet)?.[row]?.[column] ?? { text: '', quoted: true };
    return !quoted && text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
  };
}
