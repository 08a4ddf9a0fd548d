/** A fresh workbook under Microsoft's client, for each test. */
import { RichApiHost, startClient, type RichApiHostOptions } from '../../../src/stand-in/richapi';
import { createWorkbook, type UniverWorkbook } from '../../../src/stand-in/workbook';

export interface Bench {
  host: RichApiHost;
  workbook: UniverWorkbook;
}

const open: Bench[] = [];

/** Opens a workbook with one empty sheet, "Sheet1", and puts the client on it. */
export async function openBench(options: RichApiHostOptions = {}): Promise<Bench> {
  const client = await startClient();
  const workbook = await createWorkbook();
  const host = new RichApiHost(workbook, options);
  client.attach(host);
  const bench = { host, workbook };
  open.push(bench);
  return bench;
}

/** Closes every workbook, and fails the test when the stand-in itself broke down. */
export async function closeBenches(): Promise<void> {
  for (const { host, workbook } of open.splice(0)) {
    await host.settled();
    host.dispose();
    workbook.dispose();
    if (host.internalErrors.length > 0) throw host.internalErrors[0];
  }
}

/** The code of the Office.js error a piece of work fails with; "none" when it does not fail. */
export async function errorCode(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    if (error instanceof OfficeExtension.Error) return error.code;
    throw error;
  }
}

/** Runs a batch on the first sheet and syncs after it; gives what the work gave, whose loaded properties are then there. */
export function onSheet<T>(
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => T | Promise<T>,
): Promise<T> {
  return Excel.run(async (context) => {
    const result = await work(context.workbook.worksheets.getFirst(), context);
    await context.sync();
    return result;
  });
}

/** Loads and reads properties of cells of the first sheet. */
export async function readRange(address: string, properties: string): Promise<Excel.Range> {
  return onSheet((sheet) => sheet.getRange(address).load(properties));
}
