import type { Eligibility } from '../../src/scoring/entries';
import { proposeRotation } from '../../src/scoring/rotation';
import { clusterOf } from '../support/covenants';

const units = (head: string, count = 4) => ({ ...clusterOf(count), head });

describe('next year’s head and deputy follow this year’s head in the agreed order', () => {
  it.each<[string, string, Record<string, Eligibility>, string | null, string | null, string[]]>([
    ['the two after the head', 'u1', {}, 'u2', 'u3', []],
    ['round the end of the list', 'u4', {}, 'u1', 'u2', []],
    ['round it in between', 'u3', {}, 'u4', 'u1', []],
    ['no head this year: from the top', '', {}, 'u1', 'u2', []],
    ['a unit not considered is passed over', 'u1', { u2: 'excluded' }, 'u3', 'u4', ['u2']],
    ['so is one not yet considered', 'u1', { u3: 'deferred' }, 'u2', 'u4', ['u3']],
    ['this year’s head comes last', 'u1', { u2: 'excluded', u3: 'excluded' }, 'u4', 'u1', ['u2', 'u3']],
    ['only one may lead', 'u1', { u2: 'excluded', u3: 'excluded', u4: 'excluded' }, 'u1', null, ['u2', 'u3', 'u4']],
    [
      'nobody may',
      'u1',
      { u1: 'deferred', u2: 'excluded', u3: 'excluded', u4: 'excluded' },
      null,
      null,
      ['u2', 'u3', 'u4', 'u1'],
    ],
  ])('%s', (_what, head, eligibility, next, deputy, passedOver) => {
    const rotation = proposeRotation(units(head), (unit) => eligibility[unit] ?? 'eligible');
    expect([rotation.head?.id ?? null, rotation.deputy?.id ?? null]).toEqual([next, deputy]);
    expect(rotation.passedOver.map(({ unit }) => unit.id)).toEqual(passedOver);
  });

  it('a cluster of one unit has no deputy', () => {
    expect(proposeRotation(units('u1', 1), () => 'eligible')).toMatchObject({ head: { id: 'u1' }, deputy: null });
  });
});
