/** Formulas on sheets of a person's own, once lines that they refer to are deleted and inserted elsewhere: they follow the keys. Pure. */
import type { CellPatch, SheetEdit } from '../../spreadsheet/change';
import { address } from '../../spreadsheet/plan';
import { keyedSheet } from '../../spreadsheet/reading';
import type { SheetRemake } from '../../spreadsheet/remake';
import type { WorkbookSnapshot } from '../../spreadsheet/snapshot';
import { formulasAfter } from '../../spreadsheet/typedFormulas';

export interface OwnFormulas {
  edits: SheetEdit[];
  /** The cells of those that would say something else: of a line that goes, of a range that has other lines, and on a sheet that is protected. */
  lost: { sheet: string; cell: string }[];
}

/** `keyAfter` gives the key that a line has afterwards. */
export function ownFormulas(
  { sheets }: WorkbookSnapshot,
  remakes: readonly SheetRemake[],
  keyAfter: (key: string) => string,
): OwnFormulas {
  const drawings = new Map(remakes.map(({ plan, before }) => [plan.name, { old: before.plan, fresh: plan }]));
  const [byExcel, byKeys] = [formulasAfter(drawings), formulasAfter(drawings, keyAfter)];
  const lost: OwnFormulas['lost'] = [];
  const edits = sheets.flatMap((sheet): SheetEdit[] => {
    const patches: CellPatch[] = [];
    for (const [row, line] of (keyedSheet(sheet) === null ? (sheet.formulas ?? []) : []).entries())
      for (const [column, content] of line.entries()) {
        if (typeof content !== 'string' || !/^=.*!/s.test(content)) continue;
        const formula = byKeys(content, sheet.name);
        if (formula !== null && formula === byExcel(content, sheet.name)) continue;
        if (formula === null || sheet.protected) lost.push({ sheet: sheet.name, cell: address(row, column) });
        else patches.push({ row, column, cells: [[{ formula }]] });
      }
    return patches.length > 0 ? [{ type: 'editSheet', sheetId: sheet.id, protection: null, patches }] : [];
  });
  return { edits, lost };
}
