interface Merge {
  startRow: number;
  endRow: number;
  startCol: number;
  endCol: number;
}

export const mergedCells = ({ startRow, endRow, startCol, endCol }: Merge): number =>
  (endRow - startRow + 1) * (endCol - startCol + 1);

/** Throws `refusal()` where two merged ranges share a cell: Excel calls such a file damaged. */
export function requireDisjoint(merges: readonly Merge[], refusal: () => Error): void {
  const sorted = [...merges].sort((a, b) => a.startRow - b.startRow);
  let open: Merge[] = [];
  for (const merge of sorted) {
    open = open.filter((other) => other.endRow >= merge.startRow);
    if (open.some((other) => other.startCol <= merge.endCol && other.endCol >= merge.startCol)) throw refusal();
    open.push(merge);
  }
}
