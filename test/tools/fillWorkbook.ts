/** Fills a workbook for measuring: the best entry in every line, every sheet agreed, every unit eligible. */
import type { Session } from '../../src/cli/session';
import { sharedWords } from '../../src/sheets/shared/words';
import { parseAddress } from '../../src/spreadsheet/plan';
import type { Description } from '../../src/workbook/describe';

/** `at` says where the cells of the workbook are. */
export function fillWorkbook({ workbook }: Session, at: Description): void {
  const ids = new Map(workbook.sheets().map(({ name, id }) => [name, id]));
  const write = (sheet: string, cell: string | null, value: string | number): void => {
    const id = ids.get(sheet);
    if (id === undefined || cell === null) return;
    const entry =
      typeof value === 'number'
        ? ({ kind: 'number', number: value } as const)
        : ({ kind: 'text', text: value } as const);
    workbook.write(id, { ...parseAddress(cell), rows: 1, columns: 1 }, [[entry]]);
  };
  for (const { sheet, stage, lines } of at.units) {
    write(sheet, stage, sharedWords.stages.agreed);
    for (const { kind, cells } of lines) {
      if (kind === 'graded') write(sheet, cells.self, 2);
      else write(sheet, cells.figure, kind === 'passFail' ? 'Đ' : 0);
    }
  }
  for (const { cells } of at.summary?.rows ?? [])
    write(at.summary?.sheet ?? '', cells.eligibility ?? null, sharedWords.eligibility.eligible);
}
