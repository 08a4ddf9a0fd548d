/** Make a document: a sheet from what the others say, in place of the one that was made before. */
import { finding } from '../covenant/findings';
import { applyChanges } from '../excel/apply';
import { readWorkbookImage } from '../excel/read';
import type { DocumentType } from '../sheets/keys';
import { isSameName, sheetNameFor } from '../sheets/names';
import type { Change } from '../sheets/plan';
import { readWorkbook, type WorkbookReading, wishedName } from '../sheets/workbook';
import { begin } from './begin';
import { DOCUMENTS, type Material } from './documents';
import { done, type Outcome, type Progress, refused } from './outcome';

export type { DocumentType };

export interface DocumentResult {
  kind: DocumentType;
  sheet: string;
  /** Whether an older one of the same kind was there; then Excel has no way back to it. */
  replaced: boolean;
}

/**
 * An older document of the kind keeps its name and its place among the tabs. Refused where the covenant or the summary is
 * missing, or where a sheet that is not ours has the name; throws ExcelFailure, with everything taken back.
 */
export async function makeDocument(kind: DocumentType, progress: Progress = {}): Promise<Outcome<DocumentResult>> {
  begin(progress, 'reading');
  const image = await readWorkbookImage();
  begin(progress, 'deciding');
  const reading = readWorkbook(image);
  const material = materialOf(reading);
  if (!material.done) return material;
  const older = reading.documents[kind];
  const taken = image.all.map(({ name }) => name);
  const foreign = older ? undefined : taken.find((name) => isSameName(name, wishedName(kind)));
  if (foreign !== undefined)
    return refused([finding('sheet-name-taken', { sheet: foreign, cell: null }, { sheet: foreign })]);
  // The older one keeps the name until the new one stands.
  const name = sheetNameFor(wishedName(kind), taken);
  const drawn = DOCUMENTS[kind](material.result, name);
  if (!drawn.done) return drawn;
  const sheet = older?.image.name ?? name;
  const changes: Change[] = [
    { type: 'addSheet', plan: drawn.result },
    ...(older ? [{ type: 'replaceSheet', sheetId: older.image.id, name: sheet, by: name } as const] : []),
    { type: 'activate', name },
  ];
  begin(progress, 'writing');
  await applyChanges(
    changes,
    image.all.map(({ id }) => id),
  );
  return done({ kind, sheet, replaced: older !== null });
}

function materialOf(reading: WorkbookReading): Outcome<Material> {
  const { covenant, summary, findings } = reading;
  if (covenant === null) return refused(findings);
  if (summary === null) return refused([finding('summary-missing', null, {})]);
  return done({ covenant, summary, reading });
}
