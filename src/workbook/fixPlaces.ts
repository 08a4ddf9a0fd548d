/** How the cell of a fix is found again after rows have moved, sheets were renamed or somebody has worked on it. */
import type { Finding } from '../covenant/findings';
import type { Choice, Fix, FixPlace } from '../covenant/fixes';
import { CORNER } from '../spreadsheet/keys';
import { parseAddress } from '../spreadsheet/plan';
import { formulaAt, type KeyedSheet, keyedSheets, type WorkbookSnapshot } from '../spreadsheet/snapshot';

/** The same findings, each fix, of choices too, with the keys of its cell and what was found there. */
export function withFixPlaces(findings: readonly Finding[], workbook: WorkbookSnapshot): Finding[] {
  const isUnplaced = (fix: Fix | undefined): boolean => fix !== undefined && fix.at === undefined;
  const lacks = ({ fix, choices = [] }: Finding): boolean =>
    isUnplaced(fix) || choices.some(({ fixes }) => fixes.some(isUnplaced));
  if (!findings.some(lacks)) return [...findings];
  const sheets = new Map(keyedSheets(workbook).map((sheet) => [sheet.snapshot.name, sheet]));
  const placed = (fix: Fix): Fix => {
    const sheet = sheets.get(fix.sheet);
    return sheet && isUnplaced(fix) ? { ...fix, at: placeOf(fix, sheet) } : fix;
  };
  return findings.map((finding) => {
    if (!lacks(finding)) return finding;
    const { fix, choices } = finding;
    return {
      ...finding,
      ...(fix && { fix: placed(fix) }),
      ...(choices && { choices: choices.map((choice) => ({ ...choice, fixes: choice.fixes.map(placed) })) }),
    };
  });
}

function placeOf({ cell, put }: Fix, { snapshot, rows, layout }: KeyedSheet<string>): FixPlace {
  // What a whole sheet has lost is the same wherever its first cell is.
  if ('look' in put) return { sheetId: snapshot.id, row: '', column: '', found: put.look };
  const { row, column } = parseAddress(cell);
  const key = rows.find((one) => one.row === row)?.key;
  const line = snapshot.values[row] ?? [];
  const columnKey = snapshot.values[layout.row(CORNER) ?? 0]?.[column];
  const content = formulaAt(snapshot, row, column) ?? line[column] ?? '';
  return {
    sheetId: snapshot.id,
    // A row of the user's own has no key: it is the same as long as it says the same.
    row: key ?? JSON.stringify(line),
    column: typeof columnKey === 'string' && columnKey !== '' ? columnKey : String(column),
    found: typeof content === 'string' && content.startsWith('=') ? '=' : JSON.stringify(content),
  };
}

/**
 * The findings of a workbook as it is now that are those of an earlier check: about the same cell by its keys, and with the
 * same content still in it. A wrong formula is replaced whatever it has become. null in place of one that no longer holds.
 */
export function stillFound(earlier: readonly Finding[], now: readonly Finding[]): (Finding | null)[] {
  const byPlace = new Map<string, Finding>();
  const byCell = new Map<string, Finding>();
  for (const finding of now) {
    const { code, fix } = finding;
    if (!fix) continue;
    byCell.set(JSON.stringify([code, fix.sheet, fix.cell]), finding);
    if (fix.at) byPlace.set(JSON.stringify([code, fix.at]), finding);
  }
  return earlier.map(({ code, fix }) => {
    if (!fix) return null;
    // What was found by something else than a check is known by its cell only.
    const found = fix.at
      ? byPlace.get(JSON.stringify([code, fix.at]))
      : byCell.get(JSON.stringify([code, fix.sheet, fix.cell]));
    return found ?? null;
  });
}

/**
 * What a choice of an earlier check comes to in the workbook as it is now: the same is still offered, for the same cells by their
 * keys and with the same content in them. null where it is not offered any more.
 */
export function stillOffered(choice: Choice, now: readonly Finding[]): readonly Fix[] | null {
  const meaning = ({ id, fixes }: Choice): string =>
    JSON.stringify([id, fixes.map(({ at, sheet, cell, put }) => [at ?? [sheet, cell], put])]);
  const wanted = meaning(choice);
  return now.flatMap(({ choices = [] }) => choices).find((one) => meaning(one) === wanted)?.fixes ?? null;
}
