/** A change of a sheet of ours that exists and whose rows are ours. */
import { LOCKED_PROTECTION } from './draft';
import type { KeyedSheet } from './snapshot';
import type { CellPatch, Change } from './plan';
import { currentCells } from './inverse';

type Edit = Change & { type: 'editSheet' };

/** `replaced` are those of the patches that write over what stands there now; all of them unless it is said. */
export function editOf(
  { snapshot }: KeyedSheet,
  patches: CellPatch[],
  rest: Partial<Pick<Edit, 'insertion' | 'fit' | 'conditionals'>> & { replaced?: readonly CellPatch[] } = {},
): Edit {
  const { replaced = patches, insertion = null, ...others } = rest;
  return {
    type: 'editSheet',
    sheetId: snapshot.id,
    protection: LOCKED_PROTECTION,
    wasProtected: snapshot.protected,
    insertion,
    patches,
    undo: currentCells(snapshot, replaced),
    ...others,
  };
}
