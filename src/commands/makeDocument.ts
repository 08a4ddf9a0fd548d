/** Make a document: its sheets from what the others say, in place of those that were made before. */
import { finding } from '../covenant/findings';
import { applyChanges } from '../excel/apply';
import { readWorkbookImage } from '../excel/read';
import type { KeyedSheet } from '../sheets/image';
import type { DocumentType } from '../sheets/keys';
import { isSameName, sheetNameFor } from '../sheets/names';
import type { Change, SheetPlan } from '../sheets/plan';
import { readWorkbook, type WorkbookReading, wishedName } from '../sheets/workbook';
import { begin } from './begin';
import { DOCUMENTS, type Material } from './documents';
import { done, type Outcome, type Progress, refused } from './outcome';

export type { DocumentType };

export interface DocumentResult {
  kind: DocumentType;
  /** Names, in the order of the pages. */
  sheets: string[];
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
  const foreign = older.length > 0 ? undefined : taken.find((name) => isSameName(name, wishedName(kind)));
  if (foreign !== undefined)
    return refused([finding('sheet-name-taken', { sheet: foreign, cell: null }, { sheet: foreign })]);
  // The older ones keep their names until the new ones stand.
  const drawn = DOCUMENTS[kind](material.result, () => {
    const name = sheetNameFor(wishedName(kind), taken);
    taken.push(name);
    return name;
  });
  if (!drawn.done) return drawn;
  const { changes, sheets } = replacing(older, drawn.result);
  begin(progress, 'writing');
  await applyChanges(
    changes,
    image.all.map(({ id }) => id),
  );
  return done({ kind, sheets, replaced: older.length > 0 });
}

/** Each new sheet takes the place of an older one as long as there are any; `sheets` are the names in the end. */
function replacing(older: readonly KeyedSheet[], plans: readonly SheetPlan[]): { changes: Change[]; sheets: string[] } {
  const sheets = plans.map(({ name }, index) => older[index]?.image.name ?? name);
  const first = plans[0];
  return {
    sheets,
    changes: [
      ...plans.map((plan) => ({ type: 'addSheet', plan }) as const),
      ...older.map(({ image }, index): Change => {
        const by = plans[index]?.name;
        return by === undefined
          ? { type: 'removeSheet', sheetId: image.id }
          : { type: 'replaceSheet', sheetId: image.id, name: image.name, by };
      }),
      ...(first ? [{ type: 'activate', name: first.name } as const] : []),
    ],
  };
}

function materialOf(reading: WorkbookReading): Outcome<Material> {
  const { covenant, summary, findings } = reading;
  if (covenant === null) return refused(findings);
  if (summary === null) return refused([finding('summary-missing', null, {})]);
  return done({ covenant, summary, reading });
}
