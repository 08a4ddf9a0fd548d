/** A change of a sheet of ours that exists and whose rows are ours. */
import { LOCKED_PROTECTION } from './draft';
import type { KeyedSheet } from './image';
import type { CellPatch, Change } from './plan';
import { currentCells } from './undo';

type Edit = Change & { type: 'editSheet' };

/** `replaced` are those of the patches that write over what stands there now; all of them unless it is said. */
export function editOf(
  { image }: KeyedSheet,
  patches: CellPatch[],
  rest: Partial<Pick<Edit, 'insertion' | 'fit' | 'conditionals'>> & { replaced?: readonly CellPatch[] } = {},
): Edit {
  const { replaced = patches, insertion = null, ...others } = rest;
  return {
    type: 'editSheet',
    sheetId: image.id,
    protection: LOCKED_PROTECTION,
    wasProtected: image.protected,
    insertion,
    patches,
    undo: currentCells(image, replaced),
    ...others,
  };
}
