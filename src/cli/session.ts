/** A workbook from a file, or a new one, with Microsoft's client attached to it, so that the product's commands run on it. */
import { type Loss, readXlsx, writeXlsx } from '../xlsx';
import type { IWorkbookData } from '@univerjs/core';
import { RichApiHost, type RichApiHostOptions, startClient } from '../stand-in/richapi';
import { createWorkbook, type UniverWorkbook } from '../stand-in/workbook';
import { readBytes, type Target, writeBytes } from './files';
import { spoiltArrays, spoiltPlaces } from './losses';
import { UnusableFile } from './wrongUse';

export interface Session {
  workbook: UniverWorkbook;
  host: RichApiHost;
  /** What of the file that was opened is in no file that is saved. */
  losses: readonly Loss[];
  /**
   * Writes the workbook to a file, which is there as a whole or not at all; one that is there is replaced, unless `force`
   * says no. Throws UnusableFile, also where the file would need what is lost, and UnwritableWorkbook.
   */
  save(file: string, options?: Partial<Omit<Target, 'out'>>): Promise<void>;
  /** Throws UnusableFile where the file as it was opened could not be saved: asked before anything is done with it. */
  requireSavable(): void;
  close(): void;
}

/** Opens a file, or a new workbook where none is given. Throws UnusableFile and UnreadableFile. */
export async function openSession(file: string | null): Promise<Session> {
  if (file === null) return startSession();
  const losses: Loss[] = [];
  const data = await readXlsx(await readBytes(file), { onLeftOut: (loss) => losses.push(loss) });
  return startSession(data, {}, losses);
}

/** The same from a snapshot; a new workbook where none is given. */
export async function startSession(
  data?: IWorkbookData,
  options: RichApiHostOptions = {},
  losses: readonly Loss[] = [],
): Promise<Session> {
  const workbook = await createWorkbook(data ? { data } : {});
  const client = await startClient();
  const host = new RichApiHost(workbook, options);
  client.attach(host);
  return {
    workbook,
    host,
    losses,
    save: async (out, { input = null, force = true } = {}) => {
      const snapshot = await workbook.snapshot();
      refuseSpoilt(snapshot, losses);
      await writeBytes(await writeXlsx(snapshot), { out, input, force });
    },
    requireSavable: () => {
      if (data) refuseSpoilt(data, losses);
    },
    close: () => {
      client.detach();
      host.dispose();
      workbook.dispose();
    },
  };
}

function refuseSpoilt(data: IWorkbookData, losses: readonly Loss[]): void {
  refuse('spoilt', spoiltPlaces(data, losses));
  refuse('spoiltArrays', spoiltArrays(data, losses));
}

function refuse(why: 'spoilt' | 'spoiltArrays', places: readonly string[]): void {
  if (places.length > 0) throw new UnusableFile(({ fileErrors }) => fileErrors[why](places.slice(0, 20).join(', ')));
}
