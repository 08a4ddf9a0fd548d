/** A workbook from a file, or a new one, with Microsoft's client attached to it, so that the product's commands run on it. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { readXlsx, writeXlsx } from '../xlsx';
import type { IWorkbookData } from '@univerjs/core';
import { RichApiHost, type RichApiHostOptions, startClient } from '../stand-in/richapi';
import { createWorkbook, type UniverWorkbook } from '../stand-in/workbook';

export interface Session {
  workbook: UniverWorkbook;
  host: RichApiHost;
  /** Writes the workbook to a file; a file that was there before stays whole until the new one is. */
  save(file: string): Promise<void>;
  close(): void;
}

/** Opens a file, or a new workbook where none is given. Throws UnreadableFile. */
export async function openSession(file: string | null): Promise<Session> {
  return startSession(file === null ? undefined : await readXlsx(new Uint8Array(await readFile(file))));
}

/** The same from a snapshot; a new workbook where none is given. */
export async function startSession(data?: IWorkbookData, options: RichApiHostOptions = {}): Promise<Session> {
  const workbook = await createWorkbook(data ? { data } : {});
  const client = await startClient();
  const host = new RichApiHost(workbook, options);
  client.attach(host);
  return {
    workbook,
    host,
    save: async (target) => {
      const bytes = await writeXlsx(await workbook.snapshot());
      await writeFile(`${target}.tmp`, bytes);
      await rename(`${target}.tmp`, target);
    },
    close: () => {
      client.detach();
      host.dispose();
      workbook.dispose();
    },
  };
}
