/** What a reading knows of one sheet so far. */
import type { FoundGuard } from '../spreadsheet/guards';
import type { Details, GuardQuestion } from '../spreadsheet/reading';
import type { FoundHighlight } from '../spreadsheet/highlights';
import type {
  FoundChart,
  FoundPage,
  FoundShape,
  FoundSizes,
  HiddenLines,
  SheetSnapshot,
} from '../spreadsheet/snapshot';
import type { LinesState } from './hiddenLines';
import type { Grid } from './readSheets';

export type Listed = Pick<SheetSnapshot, 'id' | 'name' | 'protected' | 'veryHidden'> & { hidden?: true };

export interface SheetState {
  corner?: Grid;
  /** Of hidden values: whether the values are those of the corner only. */
  store?: 'corner' | 'whole';
  /** Whether only the first rows were read, of a sheet that grows. */
  topOnly?: boolean;
  values?: readonly (readonly unknown[])[];
  formulas?: readonly (readonly unknown[])[];
  formats?: readonly (readonly unknown[])[];
  pages?: number;
  guards?: readonly FoundGuard[];
  /** The question that was answered. */
  guarded?: GuardQuestion;
  highlights?: readonly FoundHighlight[];
  /** Their ids, until it is known of which cells they are. */
  highlightIds?: readonly string[];
  charts?: readonly FoundChart[];
  page?: FoundPage;
  shape?: FoundShape;
  sizes?: FoundSizes;
  lines?: LinesState;
  /** What can matter of it; null where it is not ours. */
  details?: Details | null;
}

export function snapshotFrom(
  { id, name, protected: locked, veryHidden }: Listed,
  state: SheetState,
  hidden?: HiddenLines,
): SheetSnapshot {
  const { values = [], formulas, formats = [], pages, guards, highlights, charts, page, shape, sizes, store } = state;
  const sheet = { id, name, protected: locked, ...(veryHidden ? { veryHidden } : {}), ...(store ? { store } : {}) };
  const read = { pages: pages ?? null, values, formulas: formulas ?? null, numberFormats: formats };
  const top = state.topOnly === true ? { topOnly: true as const } : {};
  return {
    ...{ ...sheet, ...read, ...top },
    ...(guards ? { guards } : {}),
    ...(highlights ? { highlights } : {}),
    ...(charts ? { charts } : {}),
    ...(page ? { page } : {}),
    ...(shape ? { shape } : {}),
    ...(sizes ? { sizes } : {}),
    ...(hidden ? { hidden } : {}),
  };
}
