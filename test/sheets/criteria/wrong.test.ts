/** Wrong criteria: each mistake a person can make in *Tiêu chí* is refused with its cell and what to do about it. */
import fc from 'fast-check';
import type { CriteriaSet } from '../../../src/covenant/criteria';
import { type Finding, hasErrors } from '../../../src/covenant/findings';
import { wordFinding, wordsFor } from '../../../src/locales';
import { criteriaPlan } from '../../../src/sheets/criteria/plan';
import { readCriteriaSheet } from '../../../src/sheets/criteria/read';
import { address, parseAddress } from '../../../src/spreadsheet/plan';
import { imageOf, keyed } from '../../support/plans';
import { WRONG, WRONG_CELL, WRONG_COLUMNS, WRONG_ROWS, WRONG_SET } from './wrongCells';

const NAME = 'Tiêu chí';

/** The address of a cell by the code of its row, or the name of a field, and its column. */
function at(set: CriteriaSet, code: string, column: string): string {
  const snapshot = imageOf(criteriaPlan(set, NAME));
  const { layout } = keyed(snapshot);
  const field = layout.row(`field:${code}`);
  const codes = layout.column('code') ?? 0;
  const row = field ?? snapshot.values.findIndex((line) => line[codes] === code);
  return address(row, layout.column(field === undefined ? column : 'title') ?? 0);
}

/** What every refusal owes a person: an error with its sheet and cell, and a remedy in both languages. */
function expectHelpful(findings: readonly Finding[]): void {
  expect(hasErrors(findings)).toBe(true);
  for (const one of findings.filter(({ severity }) => severity === 'error')) {
    expect(one.place).toEqual({ sheet: NAME, cell: expect.stringMatching(/^[A-Z]+\d+$/) });
    for (const language of ['vi', 'en']) {
      const { message, remedy } = wordFinding(one, wordsFor(language));
      expect(message).toMatch(/\p{L}{2}/u);
      expect(remedy).toMatch(/\p{L}{2}/u);
      expect(`${message} ${remedy}`).not.toMatch(/undefined|NaN|\[object/);
    }
  }
}

describe('wrong criteria are refused', () => {
  it('but the criteria they are made from are in order', () => {
    expect(readCriteriaSheet(keyed(imageOf(criteriaPlan(WRONG_SET, NAME)))).findings).toEqual([]);
  });

  it.each(WRONG)('$what', ({ code, column, value, cell = [code, column], finding }) => {
    const snapshot = imageOf(criteriaPlan(WRONG_SET, NAME), { [at(WRONG_SET, code, column)]: value });
    const { criteria, findings } = readCriteriaSheet(keyed(snapshot));
    expect(criteria).toBeNull();
    expectHelpful(findings);
    expect(findings.map((one) => ({ place: one.place?.cell, problem: problemOf(one) }))).toContainEqual({
      place: at(WRONG_SET, ...cell),
      problem: finding,
    });
  });
});

describe('what Excel made of a code', () => {
  const plan = criteriaPlan(WRONG_SET, NAME);
  /** The problems and cells found where cells hold other values, all of them in the same number format. */
  const found = (edits: Record<string, unknown>, format = 'General'): unknown[] => {
    const snapshot = imageOf(plan, edits);
    for (const cell of Object.keys(edits)) {
      const { row, column } = parseAddress(cell);
      const formats = snapshot.numberFormats[row];
      if (formats) Object.assign(formats, { [column]: format });
    }
    const { criteria, findings } = readCriteriaSheet(keyed(snapshot));
    expect(criteria).toBeNull();
    expectHelpful(findings);
    return findings.map((one) => [problemOf(one), one.place?.cell, 'value' in one.data ? one.data.value : null]);
  };

  it.each(['code', 'number', 'title', 'standard'])(
    'a date in the column %s is named with the day it shows',
    (column) => {
      const cell = at(WRONG_SET, 'g', column);
      expect(found({ [cell]: 43_831 }, 'd/m/yyyy')).toEqual([['shownAsDate', cell, '01/01/2020']]);
    },
  );

  it('a code that lost its zero is named as such, and one that was typed twice as doubled', () => {
    const [first, second] = [at(WRONG_SET, 'g', 'code'), at(WRONG_SET, 'd', 'code')];
    expect(found({ [first]: 1.1, [second]: 1.1 })).toEqual([['lostZero', second, '1.1']]);
    expect(found({ [first]: '1.1', [second]: '1.1' }, '@')).toEqual([['doubled', second, '1.1']]);
  });

  it('so is a number in print', () => {
    const [first, second] = [at(WRONG_SET, 'g', 'number'), at(WRONG_SET, 'd', 'number')];
    expect(found({ [first]: 1.1, [second]: 1.1 })).toEqual([['lostZero', second, '1.1']]);
  });

  it.each(['code', 'title', 'parent', 'bands', 'least'])('an error value in the column %s is named', (column) => {
    const cell = at(WRONG_SET, 't', column);
    expect(found({ [cell]: '#N/A' })).toContainEqual(['errorValue', cell, '#N/A']);
  });
});

function problemOf(finding: Finding): string {
  return finding.code === 'field-invalid' ? finding.data.problem : finding.code;
}

describe('200 wrong cells made at random', () => {
  const plan = criteriaPlan(WRONG_SET, NAME);
  const places = new Map(
    WRONG_ROWS.flatMap((code) => WRONG_COLUMNS.map((column) => [`${code}/${column}`, at(WRONG_SET, code, column)])),
  );

  it('are each refused with a cell and a remedy', () => {
    fc.assert(
      fc.property(WRONG_CELL, ({ code, column, value }) => {
        const place = places.get(`${code}/${column}`) ?? '';
        const { criteria, findings } = readCriteriaSheet(keyed(imageOf(plan, { [place]: value })));
        expect(criteria).toBeNull();
        expectHelpful(findings);
      }),
      { numRuns: 200 },
    );
  });
});
