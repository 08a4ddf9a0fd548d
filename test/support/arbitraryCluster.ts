/** Random clusters for round trips: every field of the schema, with titles that rest only on earlier ones. */
import fc from 'fast-check';
import { type Cluster, clusterSchema } from '../../src/covenant/covenant';

const dayArbitrary = fc
  .option(fc.date({ min: new Date('2001-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }))
  .map((date) => date?.toISOString().slice(0, 10) ?? '');

/** Wording as people write it, and wording that a spreadsheet could misread as another type. */
const textArbitrary = fc.constantFrom('', '=A1', 'Tin hội nghị', '20%', '-5', '007', 'Luật số 06/2022/QH15, Điều 27');
const percentArbitrary = fc.integer({ min: 1, max: 10_000 }).map((hundredths) => hundredths / 100);
const limitArbitrary = fc.option(fc.oneof(fc.constantFrom(0, 70, 100, 69.6), fc.nat({ max: 1_000 })));

const unitArbitrary = fc.record({
  fullName: textArbitrary,
  registered: fc.constantFrom('', 'yes', 'no'),
  handedIn: dayArbitrary,
  barred: fc.boolean(),
});

const conditionArbitrary = fc.record({
  text: fc.constantFrom('Tỷ lệ Lao động tiên tiến', '=1+1', 'Số người bị kỷ luật'),
  measure: fc.constantFrom('share', 'count'),
  least: limitArbitrary,
  most: limitArbitrary,
  line: fc.constantFrom('', 'III.2', '007', '=A1'),
  basis: textArbitrary,
});

/** A title that may rest on the one before it, at `index`, of a cluster of `units`. */
function awardArbitrary(index: number, units: number): fc.Arbitrary<object> {
  const before = index === 0 ? [''] : ['', `DH-${index - 1}`];
  const base = fc.constantFrom(
    ...['units', 'eligible', 'ranked'].map((of) => ({ of })),
    ...(index === 0 ? [] : [{ of: 'title', ofTitle: `DH-${index - 1}` }]),
  );
  const quota = fc.oneof(
    fc.constant(null),
    fc.constant({ type: 'all' }),
    fc.record({ type: fc.constant('fixed'), number: fc.nat({ max: units }) }),
    fc
      .tuple(
        base,
        fc.record({
          type: fc.constant('percent'),
          percent: percentArbitrary,
          rounding: fc.constantFrom('down', 'nearest', 'up'),
          least: fc.nat({ max: 3 }),
        }),
      )
      .map(([of, rest]) => ({ ...rest, ...of })),
  );
  return fc.record({
    id: fc.constant(`DH-${index}`),
    name: fc
      .constantFrom('Tập thể lao động xuất sắc', 'Cờ thi đua', '=A1')
      .map((name) => (index === 0 ? name : `${name} ${index}`)),
    quota,
    among: fc.constantFrom(...before),
    conditions: fc.array(conditionArbitrary, { maxLength: 3 }).map((conditions) =>
      conditions.map((one, position) => ({
        ...one,
        id: `DK${position}`,
        text: position === 0 ? one.text : `${one.text} ${position}`,
      })),
    ),
    votes: fc.option(percentArbitrary),
    basis: textArbitrary,
  });
}

/** Clusters and blocks of 5 to 12 units with everything that *Giao ước* has a cell for. */
export const clusterArbitrary: fc.Arbitrary<Cluster> = fc
  .record({ units: fc.integer({ min: 5, max: 12 }), awards: fc.nat({ max: 4 }) })
  .chain(({ units, awards }) => {
    const roleArbitrary = fc.option(fc.nat({ max: units - 1 })).map((index) => (index === null ? '' : `u${index}`));
    return fc.record({
      type: fc.constantFrom('cluster', 'block'),
      superior: textArbitrary,
      source: textArbitrary,
      convener: roleArbitrary,
      head: roleArbitrary,
      units: fc.array(unitArbitrary, { minLength: units, maxLength: units }).map((all) =>
        all.map((one, index) => ({
          ...one,
          ...{ id: `u${index}`, name: `Đơn vị ${index}` },
          fullName: one.fullName === '' ? '' : `${one.fullName} ${index}`,
        })),
      ),
      awards: fc.tuple(...Array.from({ length: awards }, (_, index) => awardArbitrary(index, units))),
      cases: fc.array(
        fc.record({
          eligibility: fc.constantFrom('deferred', 'excluded'),
          text: fc.constantFrom('Không đăng ký thi đua', '=A1'),
          basis: textArbitrary,
        }),
        { maxLength: 4 },
      ),
      period: fc.record({
        title: textArbitrary,
        signed: dayArbitrary,
        targetsBy: dayArbitrary,
        from: dayArbitrary,
        to: dayArbitrary,
        handIn: dayArbitrary,
        meeting: dayArbitrary,
        meetingTo: dayArbitrary,
        resultsBy: dayArbitrary,
      }),
    });
  })
  .map(({ units, head, ...rest }) => {
    const deputy = units.find(({ id, barred }) => id !== head && !barred)?.id ?? '';
    return clusterSchema.parse({
      id: 'cum',
      title: "Cụm 'số' 1",
      ...rest,
      head,
      deputy,
      // A barred head is a finding; here nothing is to be found.
      units: units.map((unit) => (unit.id === head ? { ...unit, barred: false } : unit)),
    });
  });
