import fc from 'fast-check';
import { runMark, readSheetKey, writeSheetKey } from '../../src/spreadsheet/keys';

describe('the key of a sheet', () => {
  it('is written as mark, type, version and unit', () => {
    expect(writeSheetKey({ type: 'unit', version: '5b3a76744139', unit: 'kien-giang' })).toBe(
      'cham-diem-thi-dua;unit;5b3a76744139;kien-giang',
    );
  });

  it('comes back as it was written, whatever the id of the unit holds', () => {
    const types = fc.constantFrom('covenant', 'criteria', 'unit', 'of-a-later-version');
    const version = fc.string({ maxLength: 12 }).filter((text) => !text.includes(';'));
    fc.assert(
      fc.property(types, version, fc.string({ unit: 'binary', maxLength: 40 }), (type, given, unit) => {
        const key = { type, version: given, unit };
        expect(readSheetKey(writeSheetKey(key))).toEqual(key);
      }),
    );
  });

  it.each([
    ['another text', 'Bảng chấm điểm'],
    ['a key without a type', 'cham-diem-thi-dua;;1;'],
    ['another mark', 'x;unit;1;a'],
    ['the mark of a run', runMark('4f')],
    ['a number', 5],
    ['nothing', ''],
    ['no cell', undefined],
  ])('%s is none', (_what, value) => {
    expect(readSheetKey(value)).toBeNull();
  });
});
