import type { IWorkbookData } from '@univerjs/core';
import { emptyWorkbook } from '../../xlsx/model/snapshot';
import type { Culture } from './book';
import type { EngineView } from './engine';
import { UniverWorkbook } from './univerWorkbook';

export { UniverWorkbook } from './univerWorkbook';

export interface WorkbookOptions {
  name?: string;
  /** A snapshot, as `snapshot()` gives it; absent means one empty sheet, "Sheet1". */
  data?: IWorkbookData;
  culture?: Culture;
  /** Today, for dates typed without a year; absent means the clock's. */
  today?: Date;
  /** What draws it, in a page. */
  view?: EngineView;
}

/** Starts a workbook. It holds Univer's services until it is disposed. */
export function createWorkbook(options: WorkbookOptions = {}): Promise<UniverWorkbook> {
  const name = options.name ?? options.data?.name ?? 'Book1';
  const { culture = 'vi-VN', today, view } = options;
  const data = options.data ?? emptyWorkbook(name);
  // Starting Univer can throw; a promise's constructor turns that into a rejection.
  return new Promise((resolve) => resolve(new UniverWorkbook(name, data, culture, () => today ?? new Date(), view)));
}
