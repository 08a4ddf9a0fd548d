import { clusterSchema, unitSchema } from '../../src/covenant/covenant';
import { daysLate, daysOutOfOrder } from '../../src/scoring/calendar';

const period = (days: object) => clusterSchema.shape.period.parse(days);
const unit = (handedIn: string) => unitSchema.parse({ id: 'a', name: 'A', handedIn });

describe('days of the period in the wrong order', () => {
  it('none in Quảng Nam 2020', () => {
    const days = {
      from: '2019-12-01',
      to: '2020-11-20',
      meeting: '2020-11-22',
      meetingTo: '2020-11-27',
      resultsBy: '2020-11-30',
    };
    expect(daysOutOfOrder(period(days))).toEqual([]);
  });

  it.each([
    [{ from: '2020-12-01', to: '2020-11-20' }, 'from', 'to'],
    [{ signed: '2020-12-01', to: '2020-11-20' }, 'signed', 'to'],
    [{ to: '2020-11-20', handIn: '2020-11-19' }, 'to', 'handIn'],
    [{ to: '2020-11-20', meeting: '2020-11-19' }, 'to', 'meeting'],
    [{ meeting: '2020-11-27', meetingTo: '2020-11-22' }, 'meeting', 'meetingTo'],
    [{ meeting: '2020-12-01', resultsBy: '2020-11-30' }, 'meeting', 'resultsBy'],
    [{ meeting: '2020-11-22', meetingTo: '2020-12-01', resultsBy: '2020-11-30' }, 'meetingTo', 'resultsBy'],
    [{ handIn: '2020-11-28', meeting: '2020-11-27' }, 'handIn', 'meeting'],
    [{ handIn: '2020-11-28', meeting: '2020-11-22', meetingTo: '2020-11-27' }, 'handIn', 'meetingTo'],
    [{ handIn: '2020-12-01', resultsBy: '2020-11-30' }, 'handIn', 'resultsBy'],
    [{ to: '2020-12-01', resultsBy: '2020-11-30' }, 'to', 'resultsBy'],
    [{ from: '2020-12-01', meeting: '2020-11-30' }, 'from', 'meeting'],
    [{ from: '2020-12-01', targetsBy: '2020-10-31' }, 'from', 'targetsBy'],
    [{ signed: '2020-04-01', signedBy: '2020-03-31' }, 'signed', 'signedBy'],
    [{ signed: '2020-04-01', reportedBy: '2020-03-31' }, 'signed', 'reportedBy'],
    [{ signed: '2020-12-01', meeting: '2020-11-22' }, 'signed', 'meeting'],
    [{ signedBy: '2020-12-01', to: '2020-11-20' }, 'signedBy', 'to'],
    [{ reportedBy: '2020-12-01', to: '2020-11-20', meeting: '2020-11-22' }, 'reportedBy', 'to'],
  ])('%j', (days, earlier, later) => {
    expect(daysOutOfOrder(period(days))).toEqual([{ earlier, later }]);
  });

  it('a pair that is wrong for two reasons is told once', () => {
    const days = { to: '2020-11-23', meeting: '2020-11-22', resultsBy: '2020-11-30' };
    expect(daysOutOfOrder(period(days))).toEqual([{ earlier: 'to', later: 'meeting' }]);
  });

  it.each([
    {},
    { from: '2020-12-01' },
    { from: '2020-11-20', to: '2020-11-20' },
    // The guidance of 2024: signed in March, reported before its last day.
    { signedBy: '2024-03-31', reportedBy: '2024-03-30' },
    // Files may come while the cluster may meet already.
    { handIn: '2020-11-23', meeting: '2020-11-22', meetingTo: '2020-11-27' },
  ])('not %j', (days) => {
    expect(daysOutOfOrder(period(days))).toEqual([]);
  });
});

describe('a late hand-in, in days', () => {
  it.each([
    ['2020-11-20', '2020-11-20', 0],
    ['2020-11-20', '2020-11-19', 0],
    ['2020-11-20', '2020-11-21', 1],
    ['2020-11-20', '2020-12-01', 11],
    ['2020-02-28', '2020-03-01', 2],
    ['2020-11-20', '', 0],
    ['', '2020-11-20', 0],
  ])('due %s, handed in %s: %d', (handIn, handedIn, days) => {
    expect(daysLate(period({ handIn }), unit(handedIn))).toBe(days);
  });
});
