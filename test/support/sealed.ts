/** A small cluster whose result is agreed, ranked and sealed, and the cells that show it. */
import { checkFigures, makeDocument, rankUnits } from './commands';
import type { IWorkbookData } from '@univerjs/core';
import type { Cluster } from '../../src/covenant/covenant';
import { readWorkbookSnapshot } from '../../src/excel/read';
import { rowKey } from '../../src/spreadsheet/keys';
import { readWorkbook } from '../../src/workbook/covenantWorkbook';
import type { CellValue } from '../../src/stand-in/workbook/cellContent';
import { clusterOf, criteriaOf } from './covenants';
import { closeScoring, must, openScoring, preparedWorkbook, scoreAll, type ScoringBench } from './scoringBench';

export const SEAL = 'Chốt';
export const CHANGED = 'CÓ THAY ĐỔI SAU KHI CHỐT: cần chốt lại';
export const DAY = '2020-11-25';
export const LATER = '2020-12-01';
export const UNITS = ['Đơn vị 1', 'Đơn vị 2', 'Đơn vị 3'];

export const seal = (today = DAY) => makeDocument('seal', {}, today);

/** The same workbook three times: every unit agreed, then ranked, then sealed. */
export interface SealedBooks {
  agreed: IWorkbookData;
  ranked: IWorkbookData;
  sealed: IWorkbookData;
}

/** Three units with three different totals, or another cluster; its last unit has the highest total. */
export async function sealedBooks(cluster: Cluster = clusterOf(3)): Promise<SealedBooks> {
  const agreed = await agreedBook(cluster);
  const ranked = await after(agreed, rankUnits);
  return { agreed, ranked, sealed: await after(ranked, () => seal()) };
}

/** The first of them: every unit agreed. */
export function agreedBook(cluster: Cluster): Promise<IWorkbookData> {
  const covenant = { criteria: criteriaOf(11), cluster };
  const last = cluster.units.length - 1;
  return preparedWorkbook(covenant, {
    fill: async (bench) => {
      for (const [index, { name }] of cluster.units.entries()) {
        await scoreAll(bench, name, index === last ? 1.5 : 1 + (index % 2) / 4);
        await setStage(bench, name, 'Thống nhất');
      }
    },
  });
}

async function after(data: IWorkbookData, work: () => ReturnType<typeof rankUnits | typeof seal>) {
  const bench = await openScoring(data);
  must<unknown>(await work());
  const snapshot = await bench.snapshot();
  await closeScoring();
  return snapshot;
}

export async function setStage(bench: ScoringBench, unit: string, stage: string): Promise<void> {
  await bench.type(unit, await bench.addressOf(unit, 'field:stage', 'standard'), stage);
}

/** The decision that a unit is not considered, or not yet, with all that makes it one. */
export async function decideEligibility(bench: ScoringBench, unit: string, word: string): Promise<void> {
  const record = { reason: 'Vi phạm', basis: 'KL 5/KL', decidedOn: '24/11/2020', decidedBy: 'Hội nghị cụm' };
  for (const [column, entry] of Object.entries({ eligibility: word, ...record }))
    await bench.type('Tổng hợp', await bench.addressOf('Tổng hợp', rowKey.unit(unit), column), entry);
}

/** Makes *Quyết định* and decides what it lists of awards: a unit that does not meet the conditions is not proposed. */
export async function decideAll(bench: ScoringBench): Promise<void> {
  must(await makeDocument('decisions'));
  const [sheet] = readWorkbook(await readWorkbookSnapshot()).documents.decisions;
  const record = { basis: 'Biên bản số 3/BB', day: '24/11/2020', person: 'Hội nghị cụm' };
  for (const { key } of sheet?.rows.filter((one) => one.key.startsWith('decision:passedOver')) ?? [])
    for (const [column, entry] of Object.entries(record))
      await bench.type('Quyết định', await bench.addressOf('Quyết định', key, column), entry);
  must(await rankUnits());
}

/** The status under the title of the summary, in the heading of a unit's sheet, and on the seal itself. */
export const status = (bench: ScoringBench): Promise<CellValue> =>
  bench.value('Tổng hợp', rowKey.field('status'), 'number');
export const message = (bench: ScoringBench, unit: string): Promise<CellValue> =>
  bench.value(unit, 'field:stage', 'official');
export const sealWords = (bench: ScoringBench): Promise<CellValue> => bench.value(SEAL, 'field:hint', 'number');
export const sealState = (bench: ScoringBench): Promise<CellValue> => bench.value(SEAL, 'field:state', 'number');

export const codes = async (): Promise<string[]> => (await checkFigures()).map(({ code }) => code);

/** A correction after the meeting, with its reason, and the ranking that follows from it. */
export async function correct(bench: ScoringBench, points: number): Promise<void> {
  await bench.enter('Đơn vị 1', 'C1', points, 'agreed');
  await bench.enter('Đơn vị 1', 'C1', 'Theo Kết luận 12/KL', 'note');
  must(await rankUnits());
}
