/** The record of changes of an open workbook, and who writes it. */
import type { Recorder } from '../../src/commands/run';
import type { FoundEntry } from '../../src/sheets/record/chain';
import { readRecord } from '../../src/sheets/record/read';
import type { RecordedState } from '../../src/sheets/record/state';
import { readWorkbookSnapshot } from '../../src/excel/read';
import { readWorkbook } from '../../src/workbook/covenantWorkbook';
import { complete } from './commands';

export const RECORD = 'Nhật ký';

export const recorderOf = (by: string, at = '2026-11-29 08:15'): Recorder => ({ by, at });

/** Records what was noticed; gives how many changes. */
export async function record(by = 'Tổ thư ký', at?: string): Promise<number> {
  const { recorded } = await complete('recordChanges', undefined, { recorder: recorderOf(by, at) });
  return recorded === null ? 0 : recorded.noticed + recorded.done;
}

/** Its rows and its last values; throws where there is none. */
export async function recordNow(): Promise<{ entries: readonly FoundEntry[]; state: RecordedState }> {
  const { record: sheet } = readWorkbook(await readWorkbookSnapshot());
  const { entries, state } = sheet ? readRecord(sheet) : { entries: null, state: null };
  if (entries === null || state === null) throw new Error('no record');
  return { entries, state };
}

/** A row as a reader sees it: "do Tổng hợp!Q9 Đơn vị 1: Diện xét: Được xét → Chưa xét". */
export function rowText({ how, place, what, before, after }: FoundEntry): string {
  return `${how} ${place} ${what}: ${before ?? '-'} → ${after ?? '-'}`;
}

/** The rows after the first, which states the beginning. */
export async function rowsNow(): Promise<string[]> {
  return (await recordNow()).entries.slice(1).map(rowText);
}
