/** How much a file may hold before it is refused as `tooLarge`. */
export interface ReadLimits {
  /** Bytes of all parts together, unpacked. */
  totalBytes: number;
  /** Unpacked bytes for each packed byte, over the whole file; small files are exempt. */
  ratio: number;
  parts: number;
  /** Cells of the rectangle that a sheet's cells span. */
  cellsPerSheet: number;
  /** Cells under all merged ranges of a sheet. */
  mergedCells: number;
}

export const defaultLimits: ReadLimits = {
  totalBytes: 300_000_000,
  ratio: 150,
  parts: 5_000,
  cellsPerSheet: 4_000_000,
  mergedCells: 200_000,
};

/** Letters of a cell's text and of a formula: Excel's own bounds. */
export const MAX_TEXT = 32_767;
export const MAX_FORMULA = 8_192;
