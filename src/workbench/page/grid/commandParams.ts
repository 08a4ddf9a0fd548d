/** The parameters of Univer's commands, checked: they are loosely typed where commands are listened to. */
import { z } from 'zod';
import { MAX_COLUMNS, MAX_ROWS, type Area } from '../../../xlsx/model/areas';

/** Whole rows and columns have no numbers on their other side. */
const line = z.union([z.number(), z.nan()]).nullish();

/** A range of Univer as an area. */
export const rangeSchema = z
  .object({ startRow: line, endRow: line, startColumn: line, endColumn: line })
  .transform(({ startRow, endRow, startColumn, endColumn }): Area => {
    const [row, lastRow] = [startRow || 0, Number.isInteger(endRow) ? Number(endRow) : MAX_ROWS - 1];
    const [column, lastColumn] = [startColumn || 0, Number.isInteger(endColumn) ? Number(endColumn) : MAX_COLUMNS - 1];
    return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
  });

const cell = z.object({
  v: z.union([z.string(), z.number(), z.boolean()]).nullish(),
  f: z.string().nullish(),
  t: z.number().nullish(),
  p: z.object({ body: z.object({ dataStream: z.string() }) }).nullish(),
});

/** How Univer marks a text that was typed with an apostrophe before it. */
const FORCED_TEXT = 4;

/** What the editor hands over when it closes, as the text that was typed. */
export const typedSchema = z.object({
  range: rangeSchema,
  value: cell.transform(({ v, f, t, p }): string => {
    if (f) return f;
    if (p) return p.body.dataStream.replace(/\r\n$/, '').replaceAll('\r', '\n');
    const text = v === undefined || v === null ? '' : String(v);
    return t === FORCED_TEXT ? `'${text}` : text;
  }),
});

export const rangesSchema = z.object({ ranges: z.array(rangeSchema) });
export const oneRangeSchema = z.object({ range: rangeSchema });
export const fillSchema = z.object({
  sourceRange: rangeSchema,
  targetRange: rangeSchema,
  applyType: z.string().nullish(),
});
export const pastedSchema = z.object({ textContent: z.string() });
/** Which sheet a command is about; without it, the one that is shown. */
export const sheetSchema = z.object({ subUnitId: z.string() });
export const namedSchema = z.object({ name: z.string() });
export const orderSchema = z.object({ order: z.number() });
export const colorSchema = z.object({ value: z.string().nullish() });
export const visibleSchema = z.object({ visible: z.boolean() });
export const selectionsSchema = z.object({ selections: z.array(z.object({ range: rangeSchema })) });

/** Whether cells are only given another look, not other contents. */
export const formatOnlySchema = z.object({
  cellValue: z.record(z.string(), z.record(z.string(), z.strictObject({ s: z.unknown() }).nullish()).nullish()),
});
