/** JSON files of a user: validated by the model; every finding gives its path in the file. */
import { readFileSync } from 'node:fs';
import { readClusterData, readCriteriaData } from '../../src/covenant/importData';

const section = (...children: unknown[]): object => ({
  kind: 'section',
  code: 'I',
  title: 'I',
  standard: 10,
  children,
});
const line = (fields: object): object => ({ kind: 'graded', code: '1', title: 'Một', standard: 10, ...fields });
const set = (fields: object): object => ({
  ...{ id: 'bo', title: 'Bộ', version: '1', scale: 10 },
  ...{ sections: [section(line({}))], bonuses: [], penalties: [] },
  ...fields,
});
const inSection = (fields: object): object => set({ sections: [section(line(fields))] });
const LINE = 'sections[0].children[0]';

describe('a criteria set as JSON', () => {
  it('is read, with a reference to its schema', () => {
    const { criteria, findings } = readCriteriaData(set({ $schema: '../docs/schema/criteria.schema.json' }), 'bo.json');
    expect(findings).toEqual([]);
    expect(criteria).toMatchObject({ id: 'bo', scale: 1_000, sections: [{ children: [{ standard: 1_000 }] }] });
  });

  it.each<[string, unknown, string, string, string]>([
    ['no object', 5, '$', 'unreadable', '5'],
    ['no id', set({ id: undefined }), 'id', 'required', ''],
    ['a scale of text', set({ scale: '100' }), 'scale', 'notANumber', '100'],
    ['an unknown kind', inSection({ kind: 'guess' }), `${LINE}.kind`, 'notInList', 'guess'],
    ['a line that is text', set({ sections: [section('x')] }), LINE, 'unreadable', 'x'],
    ['a section without children', inSection({ kind: 'section' }), `${LINE}.children`, 'required', ''],
    ['three decimals', inSection({ standard: 1.005 }), `${LINE}.standard`, 'tooManyDecimals', '1.005'],
    ['too many points', inSection({ standard: 1e16 }), `${LINE}.standard`, 'tooLarge', '10000000000000000'],
    ['a step above the points', inSection({ step: 11 }), `${LINE}.step`, 'aboveStandard', '11'],
    ['a floor above 100 %', inSection({ least: 101 }), `${LINE}.least`, 'aboveHundred', '101'],
    [
      'an unknown direction',
      inSection({ kind: 'proportional', direction: 'up' }),
      `${LINE}.direction`,
      'notInList',
      'up',
    ],
    ['no direction', inSection({ kind: 'proportional' }), `${LINE}.direction`, 'required', ''],
    ['unreadable bands', inSection({ kind: 'tiered', bands: 'x' }), `${LINE}.bands`, 'bandsUnreadable', 'x'],
    ['bands that are a number', inSection({ kind: 'tiered', bands: 5 }), `${LINE}.bands`, 'unreadable', '5'],
    ['a field of another kind', inSection({ cap: 5 }), `${LINE}.cap`, 'unknownField', '5'],
    ['a misspelt field', set({ rules: { bonuscap: 5 } }), 'rules.bonuscap', 'unknownField', '5'],
    [
      'an unknown tie-break',
      set({ rules: { tieBreaks: [{ by: 'luck' }] } }),
      'rules.tieBreaks[0].by',
      'notInList',
      'luck',
    ],
    [
      'a section to compare that is not named',
      set({ rules: { tieBreaks: [{ by: 'section' }] } }),
      'rules.tieBreaks[0].section',
      'required',
      '',
    ],
    [
      'a KPS policy on a bonus',
      set({ bonuses: [{ kind: 'bonus', code: 'b', title: 'B', rate: 1, notArising: 'full' }] }),
      'bonuses[0].notArising',
      'unknownField',
      'full',
    ],
    [
      'a cap below its rate',
      set({ bonuses: [{ kind: 'bonus', code: 'b', title: 'B', rate: 2, cap: 1 }] }),
      'bonuses[0].cap',
      'belowRate',
      '1',
    ],
  ])('%s is refused', (_what, data, field, problem, value) => {
    const { criteria, findings } = readCriteriaData(data, 'bo.json');
    expect(criteria).toBeNull();
    expect(findings).toContainEqual({
      code: 'data-invalid',
      severity: 'error',
      place: { sheet: 'bo.json', cell: null },
      data: { field, problem, value },
    });
  });

  it('wrong sums are refused', () => {
    const { criteria, findings } = readCriteriaData(set({ scale: 11 }), 'bo.json');
    expect(criteria).toBeNull();
    expect(findings).toMatchObject([{ code: 'sum-differs', place: { sheet: 'bo.json', cell: null } }]);
  });
});

describe('a cluster as JSON', () => {
  const cluster = (fields: object): object => ({ id: 'c', title: 'C', units: [{ id: 'a', name: 'A' }], ...fields });

  it.each(['cum-11-2020'])('%s of the catalogue is read', (id) => {
    const data: unknown = JSON.parse(readFileSync(`assets/catalogue/clusters/${id}.json`, 'utf8'));
    expect(readClusterData(data, 'c.json')).toMatchObject({ cluster: { id }, findings: [] });
  });

  it.each<[string, object, string, string, string]>([
    ['no title', { title: ' ' }, 'title', 'required', ' '],
    ['a unit without a name', { units: [{ id: 'a' }] }, 'units[0].name', 'required', ''],
    ['units that are no list', { units: 'a' }, 'units', 'unreadable', 'a'],
    ['a day that is none', { period: { from: '2020-02-30' } }, 'period.from', 'notADate', '2020-02-30'],
    ['a day as people write it', { period: { to: '31/12/2020' } }, 'period.to', 'notADate', '31/12/2020'],
    [
      'a quota in parts',
      { awards: [{ id: 't', name: 'T', quota: { type: 'fixed', number: 1.5 } }] },
      'awards[0].quota.number',
      'notWhole',
      '1.5',
    ],
    [
      'an unknown quota',
      { awards: [{ id: 't', name: 'T', quota: { type: 'odd' } }] },
      'awards[0].quota.type',
      'notInList',
      'odd',
    ],
    ['a misspelt field', { unit: [] }, 'unit', 'unknownField', '[]'],
  ])('%s is refused', (_what, fields, field, problem, value) => {
    const { cluster: read, findings } = readClusterData(cluster(fields), 'c.json');
    expect(read).toBeNull();
    expect(findings).toMatchObject([{ code: 'data-invalid', data: { field, problem, value } }]);
  });
});
