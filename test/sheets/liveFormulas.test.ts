import fc from 'fast-check';
import { scoreSheet } from '../../src/scoring/score';
import { judge } from '../../src/sheets/judge';
import { readWorkbook } from '../../src/sheets/workbook';
import {
  awkwardEntriesArbitrary,
  criteriaSetArbitrary,
  entriesArbitrary,
  rulesArbitrary,
  sheetEntriesOf,
} from '../support/arbitraries';
import { closeWorkbooks, COVENANT, workbookOf } from './clusterBook';

afterEach(closeWorkbooks);

describe('the live sheets say what the engine says', () => {
  it('whatever the criteria, the rules and what is entered', async () => {
    const drawn = fc.record({ criteria: criteriaSetArbitrary, rules: rulesArbitrary }).chain(({ criteria, rules }) =>
      fc.record({
        criteria: fc.constant(criteria),
        rules: fc.constant(rules),
        figures: fc.array(fc.oneof(entriesArbitrary(criteria), awkwardEntriesArbitrary(criteria)), {
          minLength: 5,
          maxLength: 5,
        }),
      }),
    );
    for (const { criteria, rules, figures } of fc.sample(drawn, { numRuns: 6, seed: 424 })) {
      const covenant = { criteria, rules, cluster: COVENANT.cluster };
      const live = await workbookOf(covenant, figures);
      const { findings, ranking } = judge(readWorkbook(await live.image()));
      expect(findings.filter(({ code }) => /^(engine|formula|row|column|sheet|standard)-/.test(code))).toEqual([]);
      expect(ranking?.standings.map(({ score }) => score?.total)).toEqual(
        figures.map((one) => scoreSheet(covenant, sheetEntriesOf(one)).total),
      );
      closeWorkbooks();
    }
  });
});
