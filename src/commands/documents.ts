/** Documents: sheets made on demand from what the others say, replacing those that were made before. */
import { finding, identityDoubts } from '../covenant/findings';
import type { Change } from '../spreadsheet/change';
import { withEntries } from '../spreadsheet/entries';
import { readSheetKey } from '../spreadsheet/keys';
import { byType, definitionsOf, DOCUMENT_TYPES, type DocumentType, defaultName } from '../sheets';
import type { DocumentDefinition } from '../sheets/definition';
import { sealFollowing } from '../sheets/seal/sealing';
import type { SheetPlan } from '../spreadsheet/plan';
import { isSimilarName, sheetNameFor } from '../spreadsheet/sheetNames';
import type { KeyedSheet } from '../spreadsheet/snapshot';
import type { Task } from '../spreadsheet/task';
import { readWorkbook } from '../workbook/covenantWorkbook';
import { evaluate } from '../workbook/evaluate';
import { done, refused } from '../covenant/outcome';
import { type Decided, defineCommand } from './command';

export type { DocumentType };

export interface DocumentInput {
  kind: DocumentType;
  /** The day that a seal is dated, YYYY-MM-DD. */
  today: string;
}

export interface DocumentResult {
  kind: DocumentType;
  /** Names, in the order of the pages. */
  sheets: string[];
  /** Whether an older one of the same kind was there; then Excel has no way back to it. */
  replaced: boolean;
}

const DRAW: Readonly<Record<DocumentType, DocumentDefinition['draw']>> = byType(
  definitionsOf('document'),
  ({ draw }) => draw,
);

const CONTENT: Readonly<Record<DocumentType, DocumentDefinition['content']>> = byType(
  definitionsOf('document'),
  ({ content }) => content,
);

/**
 * An older document of the kind keeps its name and its place among the tabs. Refused where the covenant or the summary is
 * missing, where a sheet that is not ours has the name, or where a result is wanted and it is not clear whose figures are whose.
 */
const makeDocument = defineCommand({
  id: 'makeDocument',
  workStep: 'print',
  // What is printed is to show what the cells hold, the remarks beside the figures too, and what is shown is to be seen in its cell.
  reads: { formats: 'shown', guards: 'shapes' },
  cli: DOCUMENT_TYPES.map((kind) => ({
    verb: `document ${kind}` as const,
    sheetName: defaultName(kind),
    input: ({ today }: { today: string }) => ({ kind, today }),
  })),
  *decide(workbook, { kind, today }: DocumentInput): Task<Decided<DocumentResult>> {
    const reading = readWorkbook(workbook);
    const { covenant, summary, findings } = reading;
    if (covenant === null) return refused(findings);
    if (summary === null) return refused([finding('summary-missing', null, {})]);
    const older = [...reading.documents[kind], ...reading.stores.filter(({ key }) => key.type === kind)];
    const taken = workbook.all.map(({ name }) => name);
    const foreign = older.length > 0 ? undefined : taken.find((name) => isSimilarName(name, defaultName(kind)));
    if (foreign !== undefined)
      return refused([finding('sheet-name-taken', { sheet: foreign, cell: null }, { sheet: foreign })]);
    const evaluation = yield* evaluate(reading);
    const unclear = CONTENT[kind] === 'result' ? identityDoubts(evaluation.findings) : [];
    if (unclear.length > 0) return refused(unclear);
    // Drawing takes as long as some units.
    const { length } = covenant.cluster.units;
    yield { done: length, of: length };
    // The older ones keep their names until the new ones are complete.
    const drawn = DRAW[kind]({ covenant, summary, reading, evaluation, today }, (preferred) => {
      const name = sheetNameFor(preferred, taken);
      taken.push(name);
      return name;
    });
    if (!drawn.done) return drawn;
    const { plans, edits = [] } = drawn.result;
    const followed = sealFollowing(reading, plans);
    const { changes, sheets } = replacing(older, plans);
    const replaced = older.length > 0;
    const { titles, documents, covenantSheet } = reading;
    const basis = [summary, titles, covenantSheet, ...documents.decisions].flatMap((sheet) => sheet?.snapshot.id ?? []);
    return done({
      changes: [...edits, ...followed, ...changes],
      basis,
      // Where an older one was replaced, undo would not restore it; after sealing, other sheets show the seal.
      undoable: replaced || edits.length > 0 ? [] : [...followed, ...changes],
      result: { kind, sheets, replaced },
    });
  },
  report: (result) => result,
});

/** Each new sheet takes the place, and what was entered, of the older one of the same part; `sheets` are the names in the end. */
function replacing(
  older: readonly KeyedSheet<string>[],
  plans: readonly SheetPlan[],
): { changes: Change[]; sheets: string[] } {
  const left = new Map([...older].reverse().map((sheet) => [sheet.key.unit, sheet]));
  const pairs = plans.map((plan) => {
    const part = readSheetKey(plan.cells[0]?.[0])?.unit ?? '';
    const before = left.get(part);
    left.delete(part);
    return { plan: before && !plan.store ? withEntries(plan, before) : plan, before };
  });
  const kept = new Map(pairs.flatMap(({ plan, before }) => (before ? [[before, plan.name] as const] : [])));
  const first = plans[0];
  return {
    sheets: pairs.flatMap(({ plan, before }) => (plan.store ? [] : [before?.snapshot.name ?? plan.name])),
    changes: [
      ...pairs.map(({ plan }) => ({ type: 'addSheet', plan }) as const),
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

export const documentCommands = { makeDocument };
