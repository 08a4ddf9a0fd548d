import { finding } from '../../src/covenant/findings';
import type { Overview } from '../../src/workbook/overview';
import { completeness, isAgreed, nextStep, workStepOf } from '../../src/taskpane/nextStep';
import { BLANK, EMPTY, LATE, overviewOf, TIE, typedAsText, unitOf, WARNING } from './fakes';

const AT_COVENANT = { sheet: 'Giao ước', cell: 'C14' };
const NO_UNITS = finding('no-units', AT_COVENANT, {});
const BARE = finding('criteria-missing', null, { kept: '' });
const blankAt = (unit: string) => finding('line-blank', { sheet: unit, cell: 'E9' }, { unit, line: 'I.1' });

/** Everything done but for what a case says, in the order in which the steps come. */
const CASES: [string, Overview, ReturnType<typeof nextStep>][] = [
  ['an empty workbook wants a covenant', EMPTY, { type: 'newCovenant' }],
  [
    'a covenant that cannot be used is fixed at its first finding',
    { ...EMPTY, sheets: { ...EMPTY.sheets, covenant: 'Giao ước' }, findings: [BARE, NO_UNITS] },
    { type: 'fixCovenant', errors: 2, place: AT_COVENANT },
  ],
  [
    'criteria that are gone have no cell to go to',
    { ...EMPTY, sheets: { ...EMPTY.sheets, covenant: 'Giao ước' }, findings: [BARE] },
    { type: 'fixCovenant', errors: 1, place: null },
  ],
  [
    'errors on Giao ước come before missing sheets',
    overviewOf({ findings: [finding('sheet-missing', null, { unit: 'An Giang' }), NO_UNITS] }),
    { type: 'fixCovenant', errors: 1, place: AT_COVENANT },
  ],
  [
    'sheets of other criteria are updated before others are inserted',
    overviewOf({
      update: { isDue: true, kept: 0 },
      findings: [
        finding('sheet-missing', null, { unit: 'An Giang' }),
        finding('sheet-of-other-criteria', { sheet: 'Cà Mau', cell: null }, { unit: 'Cà Mau' }),
      ],
    }),
    { type: 'updateSheets' },
  ],
  [
    'a unit without a sheet wants one',
    overviewOf({ findings: [finding('sheet-missing', null, { unit: 'An Giang' }), BLANK] }),
    { type: 'insertSheets' },
  ],
  [
    'a missing summary is inserted',
    overviewOf({ findings: [finding('summary-missing', null, {})] }),
    { type: 'insertSheets' },
  ],
  [
    'blank lines are filled in where most are left',
    overviewOf({
      units: [unitOf('An Giang', { missing: 2 }), unitOf('Cà Mau', { missing: 7 })],
      findings: [blankAt('An Giang'), blankAt('Cà Mau')],
    }),
    { type: 'fillIn', unit: 'Cà Mau', lines: 7, place: { sheet: 'Cà Mau', cell: 'E9' } },
  ],
  [
    'an excluded unit is not waited for',
    overviewOf({
      units: [unitOf('An Giang', { missing: 2, eligibility: 'excluded', stage: 'self' })],
      findings: [blankAt('An Giang')],
    }),
    { type: 'print' },
  ],
  [
    'nor is a deferred one',
    overviewOf({
      units: [unitOf('An Giang', { missing: 2, eligibility: 'deferred', stage: 'self' })],
      findings: [blankAt('An Giang')],
    }),
    { type: 'print' },
  ],
  [
    'errors of a deferred unit are fixed',
    overviewOf({
      units: [unitOf('Cà Mau', { missing: 1, eligibility: 'deferred' })],
      findings: [typedAsText('Cà Mau', 'E9'), blankAt('Cà Mau')],
    }),
    { type: 'fixErrors', errors: 1 },
  ],
  [
    'errors are fixed once nothing is blank',
    overviewOf({ units: [unitOf('Cà Mau', { missing: 1 })], findings: [typedAsText('Cà Mau', 'E9'), WARNING] }),
    { type: 'fixErrors', errors: 1 },
  ],
  [
    'units are agreed once nothing is wrong',
    overviewOf({ units: [unitOf('An Giang'), unitOf('Cà Mau', { stage: 'reviewed' })], findings: [WARNING] }),
    { type: 'agree', units: ['Cà Mau'], place: { sheet: 'Cà Mau', cell: 'C7' } },
  ],
  [
    'what the cluster has to decide comes before ranking',
    overviewOf({ findings: [TIE, LATE, LATE], ranked: 'never' }),
    { type: 'decide', decisions: 2, place: { sheet: 'An Giang', cell: 'F30' } },
  ],
  [
    'a tie at a quota is resolved before ranking',
    overviewOf({ findings: [TIE], ranked: 'never' }),
    { type: 'breakTie', title: 'Cờ thi đua', units: 'An Giang, Cà Mau', place: { sheet: 'Xét danh hiệu', cell: 'H9' } },
  ],
  ['what was never ranked is ranked', overviewOf({ ranked: 'never' }), { type: 'rank', again: false }],
  ['what has changed since is ranked again', overviewOf({ ranked: 'stale' }), { type: 'rank', again: true }],
  ['what is done is printed', overviewOf(), { type: 'print' }],
  ['what holds as it was sealed is printed', overviewOf({ sealed: { text: '', state: 'current' } }), { type: 'print' }],
  [
    'what changed after sealing is sealed again',
    overviewOf({ sealed: { text: '', state: 'changed' } }),
    { type: 'sealAgain' },
  ],
  [
    'once it is ranked again',
    overviewOf({ sealed: { text: '', state: 'changed' }, ranked: 'stale' }),
    { type: 'rank', again: true },
  ],
];

describe('the next step', () => {
  test.each(CASES)('%s', (_, overview, expected) => {
    expect(nextStep(overview)).toEqual(expected);
  });

  test('is done in the section that is for it', () => {
    expect(CASES.map(([, overview]) => workStepOf(nextStep(overview)))).toEqual([
      ...['covenant', 'covenant', 'covenant', 'covenant', 'covenant', 'score', 'score', 'score', 'print'],
      ...['print', 'check', 'check', 'score', 'rank', 'rank', 'rank', 'rank', 'print', 'print', 'print', 'rank'],
    ]);
  });
});

describe('how complete the work is', () => {
  test('counts units that take a place', () => {
    const units = [
      unitOf('A'),
      unitOf('B', { missing: 1 }),
      unitOf('C', { sheet: null }),
      unitOf('D', { eligibility: 'excluded', missing: 5 }),
      unitOf('E', { eligibility: 'deferred', missing: 5 }),
    ];
    expect(completeness(overviewOf({ units }))).toEqual({ complete: 1, of: 3 });
  });

  test.each([
    [true, overviewOf()],
    [false, overviewOf({ provisional: true })],
    [false, EMPTY],
  ])('it is agreed: %s', (expected, overview) => {
    expect(isAgreed(overview)).toBe(expected);
  });
});
