/** What a reading knows of one sheet so far. */
import type { FoundGuard } from '../spreadsheet/guards';
import type { Area } from '../spreadsheet/plan';
import type { Details, GuardQuestion } from '../spreadsheet/reading';
import type { FoundPage, SheetSnapshot } from '../spreadsheet/snapshot';
import type { Grid } from './readSheets';

export type Listed = Pick<SheetSnapshot, 'id' | 'name' | 'protected'>;

export interface SheetState {
  corner?: Grid;
  values?: readonly (readonly unknown[])[];
  formulas?: readonly (readonly unknown[])[];
  formats?: readonly (readonly unknown[])[];
  pages?: number;
  guards?: readonly FoundGuard[];
  /** The question that was answered. */
  guarded?: GuardQuestion;
  page?: FoundPage;
  /** What can matter of it; null where it is not ours. */
  details?: Details | null;
}

export function snapshotFrom(sheet: Listed, state: SheetState): SheetSnapshot {
  const { values = [], formulas, formats = [], pages, guards, page } = state;
  const read = { pages: pages ?? null, values, formulas: formulas ?? null, numberFormats: formats };
  return { ...sheet, ...read, ...(guards ? { guards } : {}), ...(page ? { page } : {}) };
}

/** Whether cells whose formats were read are all that can matter; below and above them nothing is used. */
export function coversFormats(read: Area | null, details: Details | null | undefined): boolean {
  const wanted = details?.formats;
  if (!wanted || !read) return true;
  return read.column <= wanted.column && wanted.column + wanted.columns <= read.column + read.columns;
}

/** Whether the same cells can matter. */
export function sameCells(left: Details, right: Details): boolean {
  const cells = ({ formulas, formats }: Details): string => JSON.stringify([formulas, formats]);
  return cells(left) === cells(right);
}
