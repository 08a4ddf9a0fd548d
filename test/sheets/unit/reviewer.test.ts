import fc from 'fast-check';
import type { Unit } from '../../../src/covenant/covenant';
import { type Reviewer, reviewerIn } from '../../../src/sheets/unit/reviewer';
import { clusterOf } from '../../support/covenants';

const NAMES = [
  'Kiên Giang',
  'Hậu Giang',
  'An Giang',
  'Bà Rịa - Vũng Tàu',
  'Thừa Thiên Huế',
  'Phòng 1',
  'Phòng 10',
  'Giang',
];
const made = clusterOf(NAMES.length, NAMES);
const cluster = {
  ...made,
  units: made.units.map((unit) => ({ ...unit, fullName: `Viện kiểm sát nhân dân ${unit.name}` })),
};
function unitOf(name: string): Unit {
  const unit = cluster.units.find((one) => one.name === name);
  if (unit === undefined) throw new Error(`no unit ${name}`);
  return unit;
}
const read = (text: string, name: string, of = cluster): Reviewer => reviewerIn(text, of, unitOf(name));

const withoutAccents = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
/** Ways in which people write one name. */
const SPELLINGS: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toLocaleUpperCase('vi'),
  (name) => name.toLocaleLowerCase('vi'),
  withoutAccents,
  (name) => name.normalize('NFD'),
  (name) => name.replaceAll(' ', '\u00a0'),
  (name) => ` ${name.replaceAll(' ', '  ')} `,
  (name) => name.replaceAll(' ', '-'),
];
/** What they write beside it. */
const FRAMES: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => `VKSND ${name}`,
  (name) => `VKS ${name}`,
  (name) => `Viện KSND tỉnh ${name}`,
  (name) => `Vien kiem sat nhan dan tinh ${name}`,
  (name) => `Đơn vị: ${name}.`,
  (name) => `(${name})`,
  (name) => `Do ${name} thẩm định`,
];
const ofOne = fc.constantFrom(...NAMES);
const spelling = fc.constantFrom(...SPELLINGS);
const frame = fc.constantFrom(...FRAMES);

describe('who reviews a sheet', () => {
  it('the unit itself, in every form of its name', () => {
    fc.assert(fc.property(ofOne, spelling, frame, (name, spell, put) => read(put(spell(name)), name) === 'itself'));
  });

  it('another unit, in every form of its name', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(ofOne, { minLength: 2, maxLength: 2 }),
        spelling,
        frame,
        ([own = '', name = ''], spell, put) => {
          expect(read(put(spell(name)), own)).toBe('another');
        },
      ),
    );
  });

  it('the unit itself where it is one of several, each in a form of its own', () => {
    const named = fc.tuple(ofOne, spelling, frame);
    fc.assert(
      fc.property(fc.array(named, { minLength: 1, maxLength: 4 }), fc.constantFrom(', ', ' và ', '; '), (all, sign) => {
        const text = all.map(([name, spell, put]) => put(spell(name))).join(sign);
        for (const [name] of all) expect(read(text, name)).toBe('itself');
      }),
    );
  });

  it('nobody known where anything else stands beside the name of another unit', () => {
    const more = fc.constantFrom('KG', 'Phòng 7', 'Hội nghị', 'như trên', 'thay', '1', 'KiênGiang');
    fc.assert(
      fc.property(spelling, more, (spell, text) => read(`${spell('Hậu Giang')}, ${text}`, 'Kiên Giang') === 'unknown'),
    );
  });

  it.each([
    'Tự thẩm định',
    'đơn vị tự chấm',
    'TỰ CHẤM',
    'tu cham',
    'Hậu Giang tự thẩm định',
    'Kiên Giang tự thẩm định',
  ])('itself by the word: %s', (text) => {
    expect(read(text, 'Kiên Giang')).toBe('itself');
  });

  it.each([
    '-',
    '.',
    '…',
    '?',
    'KG',
    'x',
    '0',
    'Long An',
    'VKSND',
    'Đơn vị',
    'Hội đồng',
    'Cụm',
    'Phòng cụm',
    'Bản thân',
  ])('nobody known by: %s', (text) => {
    for (const name of NAMES) expect(read(text, name)).toBe('unknown');
  });

  it('nobody by a blank cell', () => {
    expect(read('', 'Kiên Giang')).toBe('nobody');
  });

  it.each([
    ['Cụm trưởng', 'Kiên Giang'],
    ['CUM TRUONG', 'Kiên Giang'],
    ['Đơn vị trưởng', 'Kiên Giang'],
    ['Cụm phó', 'Hậu Giang'],
    ['Phó cụm trưởng', 'Hậu Giang'],
    ['Phó Trưởng cụm', 'Hậu Giang'],
    ['Kiên Giang (Cụm trưởng)', 'Kiên Giang'],
  ])('the unit whose role it is: %s is %s', (text, name) => {
    for (const one of NAMES) expect(read(text, one)).toBe(one === name ? 'itself' : 'another');
  });

  it('nobody known by a role that no unit has', () => {
    for (const name of NAMES) expect(read('Phó cụm trưởng', name, { ...cluster, deputy: '' })).toBe('unknown');
  });

  it('the unit whose code it is', () => {
    expect(read('u2', 'Kiên Giang')).toBe('another');
    expect(read('U2', 'Hậu Giang')).toBe('itself');
  });

  it('the unit that is spelled so, not one that resembles it', () => {
    const units = [...cluster.units, { ...unitOf('Giang'), id: 'u9', name: 'Hau Giang', fullName: '' }];
    expect(read('Hậu Giang', 'Hậu Giang', { ...cluster, units })).toBe('itself');
    expect(reviewerIn('Hậu Giang', { ...cluster, units }, { ...unitOf('Giang'), id: 'u9' })).toBe('another');
  });
});
