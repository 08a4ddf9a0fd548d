import { checkConditionLines, clusterFor, withLineCodesOf } from '../../src/covenant/conditionLines';
import { type Cluster, clusterSchema } from '../../src/covenant/covenant';
import { FULL } from '../scoring/fixture';

const clusterWith = (lines: readonly [measure: 'share' | 'count', line: string][], fields: object = {}): Cluster =>
  clusterSchema.parse({
    id: 'c',
    title: 'C',
    units: [],
    awards: [
      { id: 'none', name: 'Không điều kiện' },
      {
        id: 't',
        name: 'T',
        conditions: lines.map(([measure, line], index) => ({ id: `d${index}`, text: 'Điều kiện', measure, line })),
      },
    ],
    ...fields,
  });
const linesOf = ({ awards }: Cluster): string[] => awards.flatMap((one) => one.conditions.map(({ line }) => line));
const problems = (cluster: Cluster): unknown[] =>
  checkConditionLines(cluster, FULL).map((one) => (one.code === 'field-invalid' ? one.data.problem : one.code));

describe('the line that a condition names', () => {
  it.each<['share' | 'count', string]>([
    ['share', ''],
    ['count', ''],
    ['share', 'share'],
    ['share', 'SHARE'],
    ['share', 'more'],
    ['share', 'relative'],
    ['share', 'passFail'],
    ['count', 'share'],
    ['count', 'late'],
    ['count', 'passFail'],
    ['count', 'bonus'],
    ['count', 'penalty'],
  ])('a %s may name “%s”', (measure, line) => {
    expect(problems(clusterWith([[measure, line]]))).toEqual([]);
  });

  it.each<[string, 'share' | 'count', string, string]>([
    ['a line that the criteria lack', 'count', 'IX', 'unknownLine'],
    ['a section, which has no figure', 'count', 'I', 'unknownLine'],
    ['a line whose points are typed', 'share', 'graded', 'lineWithoutFigure'],
    ['the same for a count', 'count', 'graded', 'lineWithoutFigure'],
    ['a share of a line without a denominator', 'share', 'late', 'lineWithoutFigure'],
    ['a share of occurrences', 'share', 'penalty', 'lineWithoutFigure'],
  ])('%s is an error', (_what, measure, line, problem) => {
    expect(problems(clusterWith([[measure, line]]))).toEqual([problem]);
  });

  it('is found at its own cell', () => {
    const cluster = clusterWith([
      ['count', 'late'],
      ['count', 'IX'],
    ]);
    const found = checkConditionLines(cluster, FULL, (award, condition) => ({
      sheet: 'Giao ước',
      cell: `${award}/${condition}`,
    }));
    expect(found).toMatchObject([{ severity: 'error', place: { cell: '1/1' }, data: { value: 'IX' } }]);
  });

  it('has its code as the criteria spell it', () => {
    const cluster = clusterWith([
      ['share', 'SHARE'],
      ['count', ''],
    ]);
    expect(linesOf(withLineCodesOf(cluster, FULL))).toEqual(['share', '']);
  });
});

describe('a cluster whose lines belong to one criteria set', () => {
  const cluster = clusterWith([['share', 'share']], { linesOf: 'du' });

  it('keeps them with that set', () => {
    expect(clusterFor(cluster, FULL)).toBe(cluster);
  });

  it('names none in another, where the same code may be any line', () => {
    expect(linesOf(clusterFor(cluster, { ...FULL, id: 'khac' }))).toEqual(['']);
  });

  it('names what it names where it says nothing about a set', () => {
    expect(linesOf(clusterFor({ ...cluster, linesOf: '' }, { ...FULL, id: 'khac' }))).toEqual(['share']);
  });
});
