/** A change of a sheet of ours that exists and whose rows are ours. */
import type { CellPatch, SheetEdit } from './change';
import { LOCKED_PROTECTION } from './draft';
import type { KeyedSheet } from './snapshot';

/** The patches, with what else is wanted; afterwards the sheet is protected whether it was before or not. */
export function editOf(
  { snapshot }: KeyedSheet<string>,
  patches: CellPatch[],
  rest: Partial<Pick<SheetEdit, 'insertion' | 'fit' | 'conditionals' | 'protection'>> = {},
): SheetEdit {
  return { type: 'editSheet', sheetId: snapshot.id, protection: LOCKED_PROTECTION, patches, ...rest };
}
