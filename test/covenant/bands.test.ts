import fc from 'fast-check';
import { type Bands, bandsFormula, pointsOfBand, readBands } from '../../src/covenant/bands';
import { toPoints } from '../../src/covenant/points';
import { Evaluator } from '../support/formulas';

function bands(text: string): Bands {
  const read = readBands(text);
  if (typeof read === 'string') throw new Error(`${read}: ${text}`);
  return read;
}
const JUSTICE = '>95%: 1,5; 75–95%: 1; 50–<75%: 0,5; <50%: 0';
const LATE = '0: 2; 1–2: 1,5; 3–5: 1; 6–10: 0,5; >10: 0';
const AREA = '≥90: 5; 80–<90: 3; <80: 0,25';

describe('bands are read from text', () => {
  it.each([
    [JUSTICE, 'share', 4],
    ['>95 %: 1,5; 75-95 %: 1; 50-<75 %: 0,5; <50 %: 0', 'share', 4],
    ['75% - 100%: 1; <75%: 0', 'share', 2],
    [LATE, 'count', 5],
    ['<=2: 1; >=3: 0', 'count', 2],
    [AREA, 'number', 3],
    ['>= 90 : 5 điểm; 80-<90: 3 điểm; < 80: 0 điểm', 'number', 3],
    ['từ 90% trở lên: 5; dưới 90%: 0', 'share', 2],
    ['Trên 90%: 5; đến 90%: 0', 'share', 2],
    ['Từ 50%: 2\nDưới 50%: 1\n', 'share', 2],
    ['<50%: 0; >95%: 1.5; 50–<75%: 0.5; 75–95%: 1', 'share', 4],
    ['>0: 1; 0: 0', 'number', 2],
    ['0–<2,5: 1; ≥2,5: 0', 'number', 2],
    ['≥0: 3', 'number', 1],
  ])('%j: %s in %d bands', (text, measure, count) => {
    const read = bands(text);
    expect(read.measure).toBe(measure);
    expect(read.list).toHaveLength(count);
  });

  it('are sorted from the highest to the lowest, in whatever order they are written', () => {
    const [points, mixed] = [JUSTICE, '<50%: 0; >95%: 1,5; 50–<75%: 0,5; 75–95%: 1'].map((text) => bands(text).list);
    expect(mixed).toEqual(points);
    expect(points?.map((band) => band.points)).toEqual([150, 100, 50, 0]);
  });

  it('a share that ends at 100 % has 100 as its maximum', () => {
    expect(bands('75–100%: 1; <75%: 0').max).toBe(100);
    expect(bands(JUSTICE).max).toBeNull();
  });
});

describe('invalid bands are refused', () => {
  it.each([
    ['', 'bandsUnreadable'],
    ['   ;  ', 'bandsUnreadable'],
    ['tốt: 5; khá: 3', 'bandsUnreadable'],
    ['>95%: nhiều', 'bandsUnreadable'],
    ['>95% 1,5; <=95% 1', 'bandsUnreadable'],
    ['95–75%: 1; <75%: 0; >95%: 2', 'bandsUnreadable'],
    ['>5–5: 1', 'bandsUnreadable'],
    ['>95%: 1; ≤95: 0', 'bandsUnreadable'],
    ['≥90: -1; <90: 0', 'bandsUnreadable'],
    ['≥90: 1,255; <90: 0', 'bandsUnreadable'],
    ['0–50: 1; 50–100: 2; >100: 3', 'bandsOverlap'],
    ['≥50: 1; ≤50: 0', 'bandsOverlap'],
    ['≥50: 1; ≥40: 0,5; <40: 0', 'bandsOverlap'],
    ['≥50: 1; ≥50: 0,5; <50: 0', 'bandsOverlap'],
    ['0–10: 1; 3–5: 2; >10: 0', 'bandsOverlap'],
    ['>95%: 1; 75–95%: 0,5', 'bandsGap'],
    ['>95%: 1; <95%: 0', 'bandsGap'],
    ['≥96%: 1; 0–95%: 0', 'bandsGap'],
    ['0: 2; 2–3: 1; >3: 0', 'bandsGap'],
    ['0: 2; 1–2: 1', 'bandsGap'],
    ['>0: 1', 'bandsGap'],
    ['0–1,5: 1; 2,5–3: 0; >3: 0', 'bandsGap'],
    ['0: 2; 1–2: 1,5; 2,5–4: 1; >4: 0', 'bandsGap'],
    [Array.from({ length: 21 }, (_, index) => `${index}: 1`).join(';'), 'bandsTooMany'],
  ])('%j: %s', (text, problem) => {
    expect(readBands(text)).toBe(problem);
  });
});

describe('a figure is in exactly one band', () => {
  it.each([
    [JUSTICE, 95, 100, 100],
    [JUSTICE, 951, 1000, 150],
    [JUSTICE, 9501, 10_000, 150],
    [JUSTICE, 75, 100, 100],
    [JUSTICE, 3, 4, 100],
    [JUSTICE, 7499, 10_000, 50],
    [JUSTICE, 50, 100, 50],
    [JUSTICE, 1, 2, 50],
    [JUSTICE, 49.99, 100, 0],
    [JUSTICE, 0, 7, 0],
    [JUSTICE, 120, 100, 150],
    ['≥70%: 1; <70%: 0', 696, 1000, 0],
    ['≥70%: 1; <70%: 0', 7, 10, 100],
    ['≥70%: 1; <70%: 0', 0.7, 1, 100],
    [LATE, 0, 0, 200],
    [LATE, 1, 0, 150],
    [LATE, 2, 0, 150],
    [LATE, 3, 0, 100],
    [LATE, 5, 0, 100],
    [LATE, 6, 0, 50],
    [LATE, 10, 0, 50],
    [LATE, 11, 0, 0],
    [AREA, 90, 0, 500],
    [AREA, 89.99, 0, 300],
    [AREA, 80, 0, 300],
    [AREA, 79.99, 0, 25],
  ])('%j: %d of %d earns %d hundredths', (text, figure, whole, points) => {
    expect(pointsOfBand(bands(text), figure, whole)).toBe(points);
  });

  it('the band found is the one whose definition the figure meets', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(JUSTICE, LATE, AREA),
        fc.integer({ min: 0, max: 12_000 }),
        fc.integer({ min: 1, max: 400 }),
        (text, cents, whole) => {
          const { list, measure } = bands(text);
          const figure = measure === 'count' ? cents : cents / 100;
          const value = measure === 'share' ? figure * 100 : figure;
          const scaled = (end: number): number => (measure === 'share' ? end * whole : end);
          const holds = list.filter(({ from, fromOpen, to, toOpen }) => {
            const above = fromOpen ? value > scaled(from) + 1e-9 : value >= scaled(from) - 1e-9;
            return above && (to === null || (toOpen ? value < scaled(to) - 1e-9 : value <= scaled(to) + 1e-9));
          });
          expect(holds.map(({ points }) => points)).toEqual([pointsOfBand(bands(text), figure, whole)]);
        },
      ),
    );
  });
});

describe('the formula equals the function', () => {
  let evaluator: Evaluator;
  beforeAll(async () => {
    evaluator = await Evaluator.start();
  });
  afterAll(() => evaluator.dispose());

  it('at every limit, a hundredth below and above it, and at random figures', async () => {
    const cases = [JUSTICE, LATE, AREA, '75–100%: 1; <75%: 0', '≥0: 3'].flatMap((text) => {
      const { list, measure } = bands(text);
      const step = measure === 'count' ? 1 : 0.01;
      const wholes = measure === 'share' ? [1, 3, 7.5, 40, 100] : [0];
      const ends = list.flatMap(({ from, to }) => [from, to ?? from]).flatMap((end) => [end - step, end, end + step]);
      return ends
        .filter((end) => end >= 0)
        .flatMap((end) =>
          wholes.map((whole) => ({ text, whole, figure: measure === 'share' ? (end * whole) / 100 : end })),
        );
    });
    const rows = cases.map(({ text, figure, whole }, index) => ({
      cells: [figure, whole],
      formula: `=${bandsFormula(bands(text), `A${index + 1}`, `B${index + 1}`)}`,
    }));
    const found = await evaluator.values(rows);
    expect(found).toEqual(cases.map(({ text, figure, whole }) => toPoints(pointsOfBand(bands(text), figure, whole))));
  });
});
