import { UnreadableFile, type UnreadableReason } from './errors';

/** How much a file may hold before it is refused as `tooLarge`: over the whole file, so that many small sheets count too. */
export interface ReadLimits {
  /** Bytes of all parts together, unpacked. */
  totalBytes: number;
  /** Unpacked bytes for each packed byte, over the whole file; small files are exempt. */
  ratio: number;
  parts: number;
  sheets: number;
  /** Cells of the rectangle that a sheet's cells span. */
  cellsPerSheet: number;
  /** The same of all sheets together. */
  spannedCells: number;
  /** Cells that are written in the file. */
  cells: number;
  merges: number;
  /** Cells under all merged ranges of the workbook. */
  mergedCells: number;
  names: number;
  /** Validation rules and conditional formats. */
  rules: number;
  /** Cells that all formulas look at together. */
  references: number;
  /** Formulas of which each looks at the result of the one before. */
  chain: number;
}

export const defaultLimits: ReadLimits = {
  totalBytes: 300_000_000,
  ratio: 150,
  parts: 5_000,
  sheets: 1_000,
  cellsPerSheet: 4_000_000,
  spannedCells: 6_000_000,
  cells: 1_000_000,
  merges: 40_000,
  mergedCells: 1_000_000,
  names: 5_000,
  rules: 100_000,
  references: 20_000_000,
  chain: 5_000,
};

/** What a file has used up of its limits so far, over all its sheets. */
export class Budget {
  private readonly spent = new Map<keyof ReadLimits, number>();

  constructor(private readonly limits: ReadLimits) {}

  /** Throws {@link UnreadableFile} with the reason and the place where more is used than the limit allows. */
  spend(limit: keyof ReadLimits, count: number, reason: UnreadableReason, place: string): void {
    const total = (this.spent.get(limit) ?? 0) + count;
    this.spent.set(limit, total);
    if (total > this.limits[limit]) throw new UnreadableFile(reason, place);
  }
}

/** Letters of a cell's text and of a formula: Excel's own bounds. */
export const MAX_TEXT = 32_767;
export const MAX_FORMULA = 8_192;
