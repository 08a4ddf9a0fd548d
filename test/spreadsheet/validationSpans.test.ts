/** Validation in fewer calls leaves every cell the rule that the plan has for it. */
import fc from 'fast-check';
import type { Area, PlanValidation } from '../../src/spreadsheet/plan';
import { mapReferences } from '../../src/spreadsheet/references';
import { validationSpans } from '../../src/spreadsheet/validationSpans';
import { tries } from '../support/soak';

const words = { error: { title: 'E', message: 'refused' }, prompt: { title: 'P', message: 'prompt' } };

const cellName = (row: number): string => `G${row + 1}`;
const whole = (row: number, max: number): PlanValidation['rule'] => ({
  type: 'custom',
  formula: `=AND(ISNUMBER(${cellName(row)}),${cellName(row)}<=$N${row + 1},${cellName(row)}<=$A$1*${max})`,
});

const run = (row: number, rows: number, max: number): PlanValidation => ({
  areas: [{ row, column: 6, rows, columns: 1 }],
  rule: whole(row, max),
  ...words,
});
const list = (areas: Area[]): PlanValidation => ({ areas, rule: { type: 'list', values: ['Đ', 'K'] }, ...words });

/** What each cell has after the calls, in their order: a formula as it is read from the cell. */
function cellsOf(calls: readonly (PlanValidation | Area)[]): Map<string, string> {
  const cells = new Map<string, string>();
  for (const call of calls) {
    const areas = 'areas' in call ? call.areas : [call];
    const [first] = areas;
    for (const { row, rows, column } of areas)
      for (let at = row; at < row + rows; at += 1) {
        const name = `${column}:${at}`;
        if ('areas' in call && first)
          cells.set(name, JSON.stringify({ ...call, areas: [], rule: ruleAt(call, at - first.row) }));
        else cells.delete(name);
      }
  }
  return cells;
}

const ruleAt = ({ rule }: PlanValidation, down: number): unknown =>
  rule.type === 'custom'
    ? mapReferences(rule.formula, (to, fixed) => (fixed.row ? to : { ...to, row: to.row + down }))
    : rule;

const inOrder = (validations: readonly PlanValidation[]): (PlanValidation | Area)[] => {
  const { spans, cleared, rest } = validationSpans(validations);
  return [...spans, ...cleared, ...rest];
};

test('runs of one rule are one call, what lies between is cleared and then has its own rule', () => {
  const marks = list([{ row: 5, column: 6, rows: 2, columns: 1 }]);
  const runs = [run(3, 1, 9), run(7, 2, 9), run(12, 1, 9)];
  expect(validationSpans([...runs, marks])).toEqual({
    spans: [{ ...run(3, 1, 9), areas: [{ row: 3, column: 6, rows: 10, columns: 1 }] }],
    cleared: [
      { row: 4, column: 6, rows: 3, columns: 1 },
      { row: 9, column: 6, rows: 3, columns: 1 },
    ],
    rest: [marks],
  });
});

test('two runs are written as they are, and so are rules that differ in a limit or in their words', () => {
  const two = [run(3, 1, 9), run(7, 1, 9)];
  const others = [run(9, 1, 8), { ...run(11, 1, 9), prompt: { title: 'P', message: 'another' } }];
  expect(validationSpans([...two, ...others])).toEqual({ spans: [], cleared: [], rest: [...two, ...others] });
});

test('whatever the runs, each cell has the rule that it has when every run is written by itself', () => {
  const kinds = fc.array(fc.constantFrom('none', 'nine', 'eight', 'list'), { minLength: 1, maxLength: 24 });
  fc.assert(
    fc.property(kinds, (lines) => {
      const validations = lines.flatMap((kind, row): PlanValidation[] => {
        if (kind === 'none') return [];
        return [
          kind === 'list' ? list([{ row, column: 6, rows: 1, columns: 1 }]) : run(row, 1, kind === 'nine' ? 9 : 8),
        ];
      });
      expect(cellsOf(inOrder(validations))).toEqual(cellsOf(validations));
    }),
    tries(200, 5_000),
  );
});
