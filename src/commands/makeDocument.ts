/** Make a document: its sheets from what the others say, in place of those that were made before. */
import { finding } from '../covenant/findings';
import { applyChanges } from '../excel/apply';
import { readWorkbookSnapshot } from '../excel/read';
import type { KeyedSheet } from '../spreadsheet/snapshot';
import { type DocumentType, readSheetKey } from '../spreadsheet/keys';
import { isSameName, sheetNameFor } from '../spreadsheet/sheetNames';
import type { Change, SheetPlan } from '../spreadsheet/plan';
import { readWorkbook, type CovenantWorkbook, wishedName } from '../workbook/covenantWorkbook';
import { reportStep } from './begin';
import { DOCUMENTS, type Material } from '../workbook/documents';
import { done, type Outcome, type Progress, refused } from '../workbook/outcome';

export type { DocumentType };

export interface DocumentResult {
  kind: DocumentType;
  /** Names, in the order of the pages. */
  sheets: string[];
  /** Whether an older one of the same kind was there; then Excel has no way back to it. */
  replaced: boolean;
}

/** Makes a document that carries no date. */
export function makeDocument(
  kind: Exclude<DocumentType, 'seal'>,
  progress?: Progress,
): Promise<Outcome<DocumentResult>>;
/**
 * An older document of the kind keeps its name and its place among the tabs. Refused where the covenant or the summary is
 * missing, or where a sheet that is not ours has the name; throws ExcelFailure, with everything taken back. `today` is the
 * day that a seal is dated, YYYY-MM-DD.
 */
export function makeDocument(kind: DocumentType, progress: Progress, today: string): Promise<Outcome<DocumentResult>>;
export async function makeDocument(
  kind: DocumentType,
  progress: Progress = {},
  today = '',
): Promise<Outcome<DocumentResult>> {
  reportStep(progress, 'reading');
  const snapshot = await readWorkbookSnapshot();
  reportStep(progress, 'deciding');
  const reading = readWorkbook(snapshot);
  const material = materialOf(reading, today);
  if (!material.done) return material;
  const older = reading.documents[kind];
  const taken = snapshot.all.map(({ name }) => name);
  const foreign = older.length > 0 ? undefined : taken.find((name) => isSameName(name, wishedName(kind)));
  if (foreign !== undefined)
    return refused([finding('sheet-name-taken', { sheet: foreign, cell: null }, { sheet: foreign })]);
  // The older ones keep their names until the new ones stand.
  const drawn = DOCUMENTS[kind](material.result, (wish = wishedName(kind)) => {
    const name = sheetNameFor(wish, taken);
    taken.push(name);
    return name;
  });
  if (!drawn.done) return drawn;
  const { plans, edits = [] } = drawn.result;
  const { changes, sheets } = replacing(older, plans);
  reportStep(progress, 'writing');
  await applyChanges(
    [...edits, ...changes],
    snapshot.all.map(({ id }) => id),
  );
  return done({ kind, sheets, replaced: older.length > 0 });
}

/** Each new sheet takes the place of the older one of the same part; `sheets` are the names in the end. */
function replacing(older: readonly KeyedSheet[], plans: readonly SheetPlan[]): { changes: Change[]; sheets: string[] } {
  const left = new Map([...older].reverse().map((sheet) => [sheet.key.unit, sheet]));
  const pairs = plans.map((plan) => {
    const part = readSheetKey(plan.cells[0]?.[0])?.unit ?? '';
    const before = left.get(part);
    left.delete(part);
    return { plan, before };
  });
  const kept = new Map(pairs.flatMap(({ plan, before }) => (before ? [[before, plan.name] as const] : [])));
  const first = plans[0];
  return {
    sheets: pairs.map(({ plan, before }) => before?.snapshot.name ?? plan.name),
    changes: [
      ...plans.map((plan) => ({ type: 'addSheet', plan }) as const),
      ...older.map((sheet): Change => {
        const { id, name } = sheet.snapshot;
        const by = kept.get(sheet);
        return by === undefined
          ? { type: 'removeSheet', sheetId: id }
          : { type: 'replaceSheet', sheetId: id, name, by };
      }),
      ...(first ? [{ type: 'activate', name: first.name } as const] : []),
    ],
  };
}

function materialOf(reading: CovenantWorkbook, today: string): Outcome<Material> {
  const { covenant, summary, findings } = reading;
  if (covenant === null) return refused(findings);
  if (summary === null) return refused([finding('summary-missing', null, {})]);
  return done({ covenant, summary, reading, today });
}
