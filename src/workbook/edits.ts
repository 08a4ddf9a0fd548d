/** Cells to be written into sheets that exist, with what guards them, put together sheet by sheet. */
import type { Fix, Look, PutContent } from '../covenant/fixes';
import { definitionOf, protectionOf } from '../sheets';
import type { Covenant } from '../covenant/covenant';
import {
  type CellPatch,
  type Change,
  editOf,
  placedCells,
  type SheetEdit,
  type SheetFit,
  valuesWith,
} from '../spreadsheet/change';
import { fitOf, rowsOf } from '../spreadsheet/fit';
import type { GuardPatch } from '../spreadsheet/guards';
import { address, type Area, parseAddress, type PlanCell, type SheetPlan } from '../spreadsheet/plan';
import type { KeyedSheet } from '../spreadsheet/snapshot';
import type { CovenantWorkbook } from './covenantWorkbook';
import { narrowColumns, thinColumns } from './columnWidths';
import { cellGuards, restoredGuards, restoredPage } from './guards';
import { plannedRules } from './highlights';
import { plannedMerges } from './merges';
import { type PlannedSheet, plannedSheets } from './plannedSheets';

type Rest = Pick<
  SheetEdit,
  'guards' | 'guardsBefore' | 'highlights' | 'merges' | 'page' | 'widths' | 'fit' | 'fitBefore'
>;

/** A value or formula for a cell. */
interface PutCell {
  cell: string;
  put: PutContent;
}

/** Cells to be written, sheet by sheet: each sheet is edited once. */
export class Edits {
  private readonly patches = new Map<KeyedSheet<string>, CellPatch[]>();
  private readonly rest = new Map<KeyedSheet<string>, Rest>();

  add(sheet: KeyedSheet<string>, patches: readonly CellPatch[]): void {
    if (patches.length > 0) this.patches.set(sheet, [...(this.patches.get(sheet) ?? []), ...patches]);
  }

  /** Rules of a sheet's cells, with those that undo gives back. */
  guard(sheet: KeyedSheet<string>, guards: Pick<SheetEdit, 'guards' | 'guardsBefore'>): void {
    this.rest.set(sheet, { ...this.rest.get(sheet), ...guards });
  }

  /** Corrections of contents, of sheets among those given. */
  fix(sheets: readonly KeyedSheet<string>[], fixes: readonly Fix[]): void {
    for (const [sheet, { contents }] of fixesBySheet(sheets, fixes)) this.add(sheet, patchesOf(contents));
  }

  /**
   * Corrections with the lock, the number format and the rule that each cell should have, and of what whole sheets have lost;
   * for a workbook whose guards were read. `documents` are those that are compared with how they would be drawn now.
   */
  fixGuarded(
    sheets: readonly KeyedSheet<string>[],
    fixes: readonly Fix[],
    { reading, documents }: { reading: CovenantWorkbook; documents: readonly PlannedSheet[] },
  ): void {
    const planned = new Map([...documents, ...plannedSheets(reading)].map((one) => [one.sheet.snapshot.id, one]));
    for (const [sheet, some] of fixesBySheet(sheets, fixes)) {
      this.add(sheet, patchesOf(some.contents));
      this.rest.set(sheet, restFor(sheet, some, reading, planned.get(sheet.snapshot.id)));
    }
  }

  /**
   * Rows that are written into get the height of what then stands in them, and pages begin where they have to. Undo fits them to
   * what the sheets have as they were read. `covenant` is the one that the sheets have afterwards.
   */
  fit(reading: CovenantWorkbook, covenant: Covenant): void {
    for (const [sheet, patches] of this.patches) {
      const values = valuesWith(sheet.snapshot, patches);
      const written = { ...sheet, snapshot: { ...sheet.snapshot, values } };
      const fitted = (one: KeyedSheet<string>, by: Covenant | null): SheetFit | null => {
        const fit = by && definitionOf(one)?.fit?.(by, one, reading);
        return fit ? rowsOf(fit, patches) : null;
      };
      const fit = fitted(written, covenant);
      if (fit) this.rest.set(sheet, { ...this.rest.get(sheet), fit, fitBefore: fitted(sheet, reading.covenant) });
    }
  }

  /** Sheets that are planned on one page, and with another covenant are not, get the breaks that every such sheet has. */
  breakPages(reading: CovenantWorkbook, covenant: Covenant): void {
    const known = new Set(plannedSheets(reading).flatMap(({ sheet, plan }) => (hasBreaks(plan) ? [sheet] : [])));
    for (const { sheet, plan } of plannedSheets({ ...reading, covenant })) {
      const rest = this.rest.get(sheet);
      if (!hasBreaks(plan) || known.has(sheet) || rest?.fit) continue;
      const fit = fitOf(plan, sheet, this.patches.get(sheet) ?? []);
      this.rest.set(sheet, { ...rest, fit, fitBefore: { rowHeights: [], types: [], breaks: [] } });
    }
  }

  changes(): Change[] {
    const sheets = new Set([...this.patches.keys(), ...this.rest.keys()]);
    return [...sheets].map((sheet) =>
      editOf(sheet, this.patches.get(sheet) ?? [], { protection: protectionOf(sheet), ...this.rest.get(sheet) }),
    );
  }

  /** How many cells are written, each counted once. */
  count(): number {
    const cells = [...this.patches.values()].map(
      (patches) => new Set(placedCells(patches).map(({ row, column }) => address(row, column))).size,
    );
    return cells.reduce((sum, one) => sum + one, 0);
  }
}

const hasBreaks = ({ page }: SheetPlan): boolean => page.breaks.length > 0;

interface SheetFixes {
  contents: PutCell[];
  formats: GuardPatch[];
  looks: Look[];
}

function fixesBySheet(
  sheets: readonly KeyedSheet<string>[],
  fixes: readonly Fix[],
): ReadonlyMap<KeyedSheet<string>, SheetFixes> {
  const found = new Map<KeyedSheet<string>, SheetFixes>();
  for (const { sheet: name, cell, put } of fixes) {
    const sheet = sheets.find(({ snapshot }) => snapshot.name === name);
    if (!sheet) continue;
    const some = found.get(sheet) ?? { contents: [], formats: [], looks: [] };
    found.set(sheet, some);
    if ('look' in put) some.looks.push(put.look);
    else if ('numberFormat' in put) some.formats.push({ areas: [cellArea(cell)], numberFormat: put.numberFormat });
    else some.contents.push({ cell, put });
  }
  return found;
}

const cellArea = (cell: string): Area => ({ ...parseAddress(cell), rows: 1, columns: 1 });

const patchesOf = (contents: readonly PutCell[]): CellPatch[] =>
  contents.map(({ cell, put }) => ({ ...parseAddress(cell), cells: [[cellOf(put)]] }));

function restFor(
  sheet: KeyedSheet<string>,
  { contents, formats, looks }: SheetFixes,
  { covenant, ...reading }: CovenantWorkbook,
  planned: PlannedSheet | undefined,
): Rest {
  if (!planned) return { guards: [...numberCells(sheet, contents), ...formats] };
  const guards = [
    ...contents.flatMap(({ cell }) => cellGuards(planned, cell)),
    ...formats,
    // A sheet that is protected again must not lock what people fill in.
    ...restoredGuards(planned, looks.includes('protection') ? [...looks, 'locks'] : looks),
  ];
  const others = {
    widths: looks.includes('widths') ? [...thinColumns(planned), ...narrowColumns(planned)] : [],
    ...(looks.includes('highlights') ? { highlights: plannedRules(planned) } : {}),
    ...(looks.includes('merges') ? { merges: plannedMerges(planned) } : {}),
  };
  if (!looks.includes('page')) return { guards, ...others };
  const fit = covenant && definitionOf(sheet)?.fit?.(covenant, sheet, { covenant, ...reading });
  return { guards, ...others, page: restoredPage(planned), fit: fit ?? null };
}

/** On a sheet that has no plan a number is at least no text where it is put into a text cell. */
function numberCells({ snapshot }: KeyedSheet<string>, contents: readonly PutCell[]): GuardPatch[] {
  return contents.flatMap(({ cell, put }): GuardPatch[] => {
    const { row, column } = parseAddress(cell);
    if (!('number' in put) || snapshot.numberFormats[row]?.[column] !== '@') return [];
    return [{ areas: [cellArea(cell)], numberFormat: 'General' }];
  });
}

/** What a correction puts into its cell. */
function cellOf(put: PutContent): PlanCell {
  if ('number' in put) return put.number;
  return 'text' in put ? put.text : { formula: put.formula };
}
