/** Criteria sets of other sectors, said without code: each case is data, its points were added up by hand. */
import { insertSheets, newCovenant } from '../support/commands';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { allLines, type CriteriaSet } from '../../src/covenant/criteria';
import { kindOf } from '../../src/covenant/kinds';
import { readCriteriaData } from '../../src/covenant/importData';
import { toPoints } from '../../src/covenant/points';
import type { LineEntries, SheetEntries } from '../../src/scoring/entries';
import type { RawCell, RawValue } from '../../src/covenant/cell';
import { scoreSheet } from '../../src/scoring/score';
import { rowKey } from '../../src/spreadsheet/keys';
import { clusterOf } from '../support/covenants';
import { closeScoring, must, openScoring, type ScoringBench } from '../support/scoringBench';

const entrySchema = z.union([z.number(), z.string(), z.tuple([z.number(), z.number()])]);
const caseSchema = z.object({
  about: z.string(),
  criteria: z.unknown(),
  units: z.array(
    z.object({
      what: z.string(),
      /** By code: the points, the figure, or numerator and denominator. */
      figures: z.record(z.string(), entrySchema),
      standard: z.number(),
      bonus: z.number(),
      penalty: z.number(),
      total: z.number(),
      sections: z.record(z.string(), z.number()).default({}),
    }),
  ),
});
type Units = z.output<typeof caseSchema>['units'];
type Entry = z.output<typeof entrySchema>;

interface Case {
  file: string;
  about: string;
  criteria: CriteriaSet;
  units: Units;
}

const FOLDER = 'test/cases';
const CASES: Case[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => {
    const { about, criteria, units } = caseSchema.parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));
    const read = readCriteriaData(criteria, file);
    if (!read.criteria) throw new Error(JSON.stringify(read.findings));
    return { file, about, criteria: read.criteria, units };
  });

const cell = (value: RawValue): RawCell => ({ value, date: false, place: { sheet: '', cell: null } });

function entriesOf(criteria: CriteriaSet, figures: Units[number]['figures']): SheetEntries {
  const lines = allLines(criteria).map((line): [string, LineEntries] => {
    const entry: Entry | undefined = figures[line.code];
    const [figure, target] = Array.isArray(entry) ? entry : [entry ?? null, null];
    const typed = kindOf(line).figureRule(line) === null ? 'self' : 'figure';
    const blank = { reviewed: cell(null), agreed: cell(null), evidence: cell(null), note: cell(null) };
    return [
      line.code,
      {
        ...blank,
        figure: typed === 'figure' ? cell(figure) : null,
        target: cell(target),
        self: typed === 'self' ? cell(figure) : null,
      },
    ];
  });
  return { unit: 'Đơn vị', stage: 'self', lines: new Map(lines) };
}

describe.each(CASES)('$file: $about', ({ criteria, units }) => {
  it.each(units)('the engine: $what', ({ figures, standard, bonus, penalty, total, sections }) => {
    const score = scoreSheet({ criteria, rules: criteria.rules }, entriesOf(criteria, figures));
    expect(score.missing).toBe(0);
    const { standard: A, bonus: B, penalty: C, provisionalTotal: sum } = score;
    expect([A, B, C, sum].map(toPoints)).toEqual([standard, bonus, penalty, total]);
    for (const [code, points] of Object.entries(sections)) expect(score.sections.get(code)).toBe(points * 100);
  });
});

describe.each(CASES)('$file in the live sheets', ({ criteria, units }) => {
  let bench: ScoringBench;
  beforeAll(async () => {
    bench = await openScoring();
    const cluster = clusterOf(units.length);
    must(await newCovenant({ criteria, cluster }));
    must(await insertSheets());
    for (const [index, { figures }] of units.entries())
      for (const [code, entry] of Object.entries(figures)) {
        const [figure, target] = Array.isArray(entry) ? entry : [entry, null];
        await bench.enter(`Đơn vị ${index + 1}`, code, figure);
        if (target !== null) await bench.enter(`Đơn vị ${index + 1}`, code, target, 'target');
      }
  });
  afterAll(closeScoring);

  it.each(units.map((unit, index) => ({ ...unit, index: index + 1 })))(
    'unit $index: $what',
    async ({ index, standard, bonus, penalty, total, sections }) => {
      const id = `u${index}`;
      const shown = await Promise.all(
        ['standard', 'bonus', 'penalty', 'total', 'missing'].map((column) => bench.summary(id, column)),
      );
      expect(shown).toEqual([standard, bonus, penalty, total, 0]);
      for (const [code, points] of Object.entries(sections))
        expect(await bench.value(`Đơn vị ${index}`, rowKey.section(code), 'official')).toBe(points);
    },
  );
});
