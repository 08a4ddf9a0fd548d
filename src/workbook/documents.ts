/** The documents of the registry: drawn on demand, and compared with what the workbook says by now. */
import type { Outcome } from '../covenant/outcome';
import { byType, type DocumentType, definitionsOf } from '../sheets';
import type { DocumentMaterial, DrawnDocument } from '../sheets/definition';

/** A document's sheets; `take` gives each a name that is free, the document's own or one near to `wish`. Or what keeps it from being made. */
type Draw = (material: DocumentMaterial, take: (wish: string) => string) => Outcome<DrawnDocument>;

export const DOCUMENTS: Readonly<Record<DocumentType, Draw>> = byType(definitionsOf('document'), ({ draw }) => draw);

/** The documents that were made and say something else than the workbook does by now. */
export function outdatedDocuments(
  material: Pick<DocumentMaterial, 'covenant' | 'reading' | 'evaluation'>,
): DocumentType[] {
  return definitionsOf('document').flatMap(({ type, isOutdated }) => {
    const sheets = material.reading.documents[type] ?? [];
    return sheets.length > 0 && isOutdated(sheets, material) ? [type] : [];
  });
}
