/** Any covenant changed into any other after anything was entered: nothing that was entered is lost, and all of it can be undone. */
import fc from 'fast-check';
import { allLines } from '../../src/covenant/criteria';
import type { Covenant } from '../../src/covenant/covenant';
import { type Criterion, kindOf } from '../../src/covenant/kinds';
import { type ChangedCase, changedCaseArbitrary, type Entry, openChanged } from '../support/changedFigures';
import { checkFigures, complete, undoLast } from '../support/commands';
import { closeScoring, must } from '../support/scoringBench';
import { SOAK_TIMEOUT, tries } from '../support/soak';

afterEach(closeScoring);

/** What may be wrong with an entry once its line is another; anything else is wrong with a sheet. */
const OF_ENTRIES = [
  'line-blank',
  'target-missing',
  'target-zero',
  'not-a-number',
  'mark-unknown',
  'above-maximum',
  'not-in-steps',
  'count-not-whole',
  'count-too-large',
  'amount-too-large',
  'amount-too-small',
  'share-above-whole',
  'not-arising-in-adjustments',
  'nothing-applies',
  'number-as-text',
  'below-zero',
  'rounded-to-hundredths',
  'bonus-without-evidence',
  'change-without-reason',
];

/** Whether an entry has a cell after the change. */
function hasCell({ code, column }: Entry, { criteria }: Covenant): boolean {
  const line = allLines(criteria).find((one) => one.code === code);
  if (!line) return false;
  if (column === 'target') return kindOf(line).targetRule?.(line)?.source === 'sheet';
  return column === 'figure' || column === 'self' ? enteredIn(line) === column : true;
}

const enteredIn = (line: Criterion): string => (kindOf(line).figureRule(line) === null ? 'self' : 'figure');

async function changes(one: ChangedCase): Promise<void> {
  const { after } = one.change;
  const { bench, entries } = await openChanged(one);
  const changed = await bench.state();
  const { result, undo } = await complete('updateSheets', undefined);
  for (const entry of entries.filter((one) => hasCell(one, after)))
    expect([entry, await bench.line(entry.sheet, entry.code, entry.column)]).toEqual([entry, entry.value]);
  const lost = entries.filter((one) => !hasCell(one, after));
  const kept = (entry: Pick<Entry, 'sheet' | 'value'>): string => `${entry.sheet}: ${entry.value}`;
  expect(result.kept.map(kept).sort()).toEqual(lost.map(kept).sort());
  const wrong = (await checkFigures()).filter(
    ({ severity, code }) => severity === 'error' && !OF_ENTRIES.includes(code),
  );
  expect(wrong).toEqual([]);
  expect((await complete('updateSheets', undefined)).result.redrawn).toEqual([]);
  must(await undoLast(undo));
  expect(await bench.state()).toEqual(changed);
  await closeScoring();
}

test(
  'every entry stays with its line or is kept, the figures agree, nothing is left to update, and undo gives the workbook back',
  async () => {
    await fc.assert(
      fc.asyncProperty(changedCaseArbitrary, (one) => changes(one)),
      { ...tries(6, 500), endOnFailure: true },
    );
  },
  SOAK_TIMEOUT,
);
