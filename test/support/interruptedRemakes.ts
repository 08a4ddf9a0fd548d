/** Sheets drawn anew in requests of their own, for trying what stops them: each run begins with the same workbook. */
import type { IWorkbookData } from '@univerjs/core';
import { type Session, startSession } from '../../src/cli/session';
import type { Covenant } from '../../src/covenant/covenant';
import { applyChanges } from '../../src/excel/apply';
import { ExcelFailure } from '../../src/excel/failure';
import { readWorkbookSnapshot } from '../../src/excel/read';
import { address } from '../../src/spreadsheet/plan';
import { drawnSheets, keysOf, openRemakable, remakesNow, stateOf } from './remakes';

/** The sheets that are drawn anew. */
export const DRAWN = ['Đơn vị 2', 'Tổng hợp', 'Xét danh hiệu'];

export interface Run {
  session: Session;
  /** Draws them; can be called several times. */
  work: () => Promise<unknown>;
}

/** Opens the workbook as it is before. */
export async function beginRemakes(data: IWorkbookData): Promise<Run> {
  const session = await startSession(data);
  const snapshot = await readWorkbookSnapshot();
  const changes = (await remakesNow()).filter(({ plan }) => DRAWN.includes(plan.name));
  session.host.resetCounters();
  return { session, work: () => applyChanges(changes, snapshot) };
}

export interface Undisturbed {
  /** The workbook to begin with. */
  data: IWorkbookData;
  before: IWorkbookData;
  after: IWorkbookData;
  /** How many calls each request has. */
  requests: readonly number[];
}

/** What is made of the workbook where nothing stops it, with what a person has done on it before. */
export async function undisturbed(prepare: (session: Session) => void = () => undefined): Promise<Undisturbed> {
  const first = await openRemakable();
  prepare(first);
  const data = await first.workbook.snapshot();
  first.close();
  const { session, work } = await beginRemakes(data);
  const before = await stateOf(session);
  await work();
  await session.host.settled();
  const requests = session.host.log.filter(({ cleanup }) => !cleanup).map(({ actions }) => actions);
  const after = await stateOf(session);
  session.close();
  return { data, before, after, requests };
}

/** What a work that has to fail is stopped by. */
export async function failureOf(work: Promise<unknown>): Promise<ExcelFailure> {
  const thrown: unknown = await work.then(
    () => null,
    (one: unknown) => one,
  );
  if (thrown instanceof ExcelFailure) return thrown;
  throw new Error('did not fail by name', { cause: thrown });
}

/** The address of a cell in the drawing of a covenant. */
export function cellIn(covenant: Covenant, sheet: string, row: string, column: string): string {
  const plan = drawnSheets(covenant).get(sheet);
  if (!plan) throw new Error(`no sheet ${sheet}`);
  return address(keysOf(plan, 'rows').indexOf(row), keysOf(plan, 'columns').indexOf(column));
}
