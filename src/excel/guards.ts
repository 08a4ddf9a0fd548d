/** Locks, number formats and rules for entries of sheets that exist: asked for, and written. Nothing is sent before the caller syncs. */
import { holdsCell } from '../spreadsheet/areas';
import { type FoundGuard, type FoundRule, type GuardPatch, rectangles } from '../spreadsheet/guards';
import type { Area } from '../spreadsheet/plan';
import type { GuardQuestion } from '../spreadsheet/reading';
import { rangesOf, together, untracked } from './ranges';
import { broadcast, type IsTextCell } from './writeCells';
import { writeValidation } from './writeRules';

type RuleData = Excel.Interfaces.DataValidationData;

/** One property after the other: all of a validation would ask for `valid` too, which Excel has to compute from the cells. */
const RULE = ['type', 'rule', 'errorAlert', 'prompt', 'ignoreBlanks'].map((name) => `dataValidation/${name}`).join(',');
const LOCK_AND_RULE = `format/protection/locked,${RULE}`;

/**
 * Asks for groups of cells; the function it gives is called after the round trip. *Unproven* outside the stand-in: that lock
 * and rule of several rectangles come as those of one, null and "Inconsistent" where they differ.
 */
export function queueGuards(
  sheet: Excel.Worksheet,
  { groups, formats, whole, single }: GuardQuestion,
): () => FoundGuard[] {
  const ranges = rangesOf(sheet);
  const pending = groups.flatMap(together).flatMap((areas) =>
    ranges.all(areas).map((cells) => {
      cells.load(whole ? RULE : LOCK_AND_RULE);
      return { areas, cells };
    }),
  );
  const { row, column, rows, columns } = formats;
  const locks =
    whole && !single ? queueLocks(untracked(sheet.getRangeByIndexes(row, column, rows, columns)), formats) : () => [];
  return () => [
    ...locks(),
    ...pending.map(({ areas, cells }): FoundGuard => ({
      areas,
      locked: whole ? null : answered(cells.format.protection.locked),
      rule: foundRule(cells.dataValidation.toJSON()),
      ...(whole ? { rulesOnly: true } : {}),
    })),
  ];
}

const LOCKS = { format: { protection: true } };

/**
 * Asks for the locks of all cells of a range in one call, which takes more of the answer and far less of the request; of rules it
 * says nothing.
 */
export function queueLocks(range: Excel.Range, { row, column }: Area): () => FoundGuard[] {
  const answer = range.getCellProperties(LOCKS);
  return () => {
    const cells = answer.value.flatMap((line, down) =>
      line.map((cell, right) => ({ row: row + down, column: column + right, locked: cell.format?.protection?.locked })),
    );
    return [true, false].flatMap((locked): FoundGuard[] => {
      const areas = rectangles(cells.filter((cell) => cell.locked === locked));
      return areas.length === 0 ? [] : [{ areas, locked, rule: NOTHING_SAID }];
    });
  };
}

const NOTHING_SAID: FoundRule = { type: '', content: '', refuses: null, whole: {} };

/** The typings do not know it, but what differs from cell to cell comes back as null. */
function answered<T>(value: T): T | null {
  return value;
}

function foundRule(data: RuleData): FoundRule {
  const whole = { ...data };
  kept.set(whole, data);
  return { type: data.type ?? '', content: contentOf(data), refuses: data.errorAlert?.showAlert ?? null, whole };
}

/** What Excel gave, by the objects that stand for it in what was read. */
const kept = new WeakMap<object, RuleData>();

/** A list's source, a formula, or operator and limits: figures come back as formulas, "=10". */
function contentOf({ rule }: RuleData): string {
  if (!rule) return '';
  if (rule.list) return text(rule.list.source);
  if (rule.custom) return text(rule.custom.formula);
  const basic = rule.wholeNumber ?? rule.decimal ?? rule.textLength ?? rule.date ?? rule.time;
  if (!basic) return '';
  return [basic.operator, basic.formula1, basic.formula2].map(text).join(';');
}

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).replace(/^=(?=-?[\d.]+$)/, '') : '';

/** Writes them on a sheet that is open. */
export function writeGuards(sheet: Excel.Worksheet, patches: readonly GuardPatch[]): void {
  const ranges = rangesOf(sheet);
  for (const { areas, locked, numberFormat, rule } of patches) {
    if (numberFormat !== undefined) for (const area of areas) ranges.one(area).numberFormat = broadcast(numberFormat);
    for (const { format, dataValidation } of ranges.all(areas)) {
      if (locked !== undefined) format.protection.locked = locked;
      if (rule !== undefined) writeRule(dataValidation, rule);
    }
  }
}

function writeRule(validation: Excel.DataValidation, rule: NonNullable<GuardPatch['rule']> | null): void {
  // What was there is taken away with its words.
  validation.clear();
  if (rule === null) return;
  if (!('found' in rule)) {
    writeValidation(validation, { areas: [], ...rule });
    return;
  }
  const data = kept.get(rule.found.whole);
  if (!data?.rule) return;
  validation.rule = data.rule;
  if (data.errorAlert) validation.errorAlert = data.errorAlert;
  if (data.prompt) validation.prompt = data.prompt;
  if (data.ignoreBlanks !== undefined) validation.ignoreBlanks = data.ignoreBlanks;
}

/** Which cells have the format `@` once number formats are written over those that they had. */
export function textCellsWith(patches: readonly GuardPatch[], before: IsTextCell): IsTextCell {
  return (row, column) => {
    const given = patches.findLast(
      ({ areas, numberFormat }) => numberFormat !== undefined && areas.some((area) => holdsCell(area, { row, column })),
    );
    return given === undefined ? before(row, column) : given.numberFormat === '@';
  };
}
