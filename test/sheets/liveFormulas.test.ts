import fc from 'fast-check';
import { leadersOf, scoreSheet } from '../../src/scoring/score';
import { evaluateNow } from '../support/evaluateNow';
import { readWorkbook } from '../../src/workbook/covenantWorkbook';
import {
  awkwardEntriesArbitrary,
  criteriaSetOf,
  entriesArbitrary,
  rulesFor,
  sheetEntriesOf,
} from '../support/arbitraries';
import { asCell } from '../support/formulas';
import { cellOf, closeWorkbooks, COVENANT, FIGURES, workbookOf } from './clusterBook';

afterEach(closeWorkbooks);

describe('the live sheets agree with the engine', () => {
  it('whatever the criteria, the rules and what is entered', async () => {
    const drawn = criteriaSetOf({ min: 4, max: 9 }).chain((criteria) =>
      fc.record({
        criteria: fc.constant(criteria),
        rules: rulesFor(criteria.sections.map(({ code }) => code)),
        figures: fc.array(fc.oneof(entriesArbitrary(criteria), awkwardEntriesArbitrary(criteria)), {
          minLength: 5,
          maxLength: 5,
        }),
      }),
    );
    for (const { criteria, rules, figures } of fc.sample(drawn, { numRuns: 8, seed: 424 })) {
      const covenant = { criteria, rules, cluster: COVENANT.cluster };
      const live = await workbookOf(covenant, figures);
      const { findings, ranking } = evaluateNow(readWorkbook(await live.snapshot()));
      expect(findings.filter(({ code }) => /^(engine|formula|row|column|sheet|standard)-/.test(code))).toEqual([]);
      const entries = figures.map((one) => sheetEntriesOf(one));
      const leaders = leadersOf(criteria, entries);
      expect(ranking?.standings.map(({ score }) => score?.provisionalTotal)).toEqual(
        entries.map((one) => scoreSheet(covenant, one, leaders).provisionalTotal),
      );
      closeWorkbooks();
    }
  });

  it.each([
    ['eligibility', '#N/A', 'eligibility-unknown'],
    ['vote', '#DIV/0!', 'fact-invalid'],
    ['decidedOn', '#REF!', 'fact-invalid'],
    ['basis', '#NAME?', 'cell-error'],
    ['vote', 1e308, 'fact-invalid'],
    ['decidedOn', 1e308, 'fact-invalid'],
  ])('one bad cell in %s (%s) is a finding there, and all others keep their ranks', async (column, value, code) => {
    const covenant = { ...COVENANT, rules: { ...COVENANT.rules, tieBreaks: [{ by: 'vote' as const }] } };
    const live = await workbookOf(covenant, FIGURES);
    const cell = cellOf(await live.snapshot(), 'Tổng hợp', 'unit:u3', column);
    live.put('Tổng hợp', cell, asCell(value));
    const { findings, ranking } = evaluateNow(readWorkbook(await live.snapshot()));
    expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code, place: { sheet: 'Tổng hợp', cell } },
    ]);
    const ranks = ranking?.standings.map(({ rank }) => rank);
    expect(ranks?.filter((_rank, index) => index !== 2)).toEqual(
      column === 'eligibility' ? [1, 2, 3, 4] : [1, 2, 4, 5],
    );
  });
});
