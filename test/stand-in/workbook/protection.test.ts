import type { IWorkbookData } from '@univerjs/core';
import type { UniverWorkbook } from '../../../src/stand-in/workbook';
import { emptyWorkbook, type SheetId, type SheetProtection } from '../../../src/xlsx/model/snapshot';
import { at, disposeAll, fill, open, PROTECTED, refusal, value } from './helpers';

afterEach(disposeAll);

/** Cell A1 locked with a value, B1 unlocked. */
async function guarded(options: Partial<SheetProtection> = {}): Promise<{ book: UniverWorkbook; sheet: SheetId }> {
  const opened = await open();
  fill(opened.book, opened.sheet, 'A1', [[1, 2]]);
  opened.book.setStyle(opened.sheet, at('B1'), { locked: false });
  opened.book.protect(opened.sheet, { ...PROTECTED, ...options });
  return opened;
}

describe('a protected sheet', () => {
  test('takes writes to unlocked cells only, and nothing of a write that touches a locked one', async () => {
    const { book, sheet } = await guarded();
    fill(book, sheet, 'B1', [[5]]);
    expect(() => fill(book, sheet, 'A1', [[7, 7]])).toThrow(refusal('AccessDenied'));
    expect(() => fill(book, sheet, 'C9', [[7]])).toThrow(refusal('AccessDenied'));
    expect([await value(book, sheet, 'A1'), await value(book, sheet, 'B1')]).toEqual([1, 5]);
    fill(book, sheet, 'A1', [[undefined, 6]]);
    expect(await value(book, sheet, 'B1')).toBe(6);
  });

  const changes: [string, (book: UniverWorkbook, sheet: SheetId) => unknown, keyof SheetProtection | null][] = [
    ['clearing a locked cell', (book, sheet) => book.clear(sheet, at('A1'), 'contents'), null],
    ['a format', (book, sheet) => book.setStyle(sheet, at('B1'), { bold: true }), 'allowFormatCells'],
    ['clearing a format', (book, sheet) => book.clear(sheet, at('B1'), 'formats'), 'allowFormatCells'],
    ['unlocking', (book, sheet) => book.setStyle(sheet, at('A1'), { locked: false }), null],
    ['a height', (book, sheet) => book.setRowHeight(sheet, 0, 1, 20), 'allowFormatRows'],
    ['hiding a row', (book, sheet) => book.setRowsHidden(sheet, 0, 1, { hidden: true }), 'allowFormatRows'],
    ['a width', (book, sheet) => book.setColumnWidth(sheet, 0, 1, 20), 'allowFormatColumns'],
    ['hiding a column', (book, sheet) => book.setColumnsHidden(sheet, 0, 1, { hidden: true }), 'allowFormatColumns'],
    ['merging', (book, sheet) => book.merge(sheet, at('B1:B2')), null],
    ['unmerging', (book, sheet) => book.unmerge(sheet, at('B1:B2')), null],
    ['a new row', (book, sheet) => book.insertRows(sheet, 1, 1), 'allowInsertRows'],
    ['a new column', (book, sheet) => book.insertColumns(sheet, 1, 1), 'allowInsertColumns'],
  ];
  test.each(changes)('refuses %s, unless it is allowed', async (_, change, permission) => {
    const { book, sheet } = await guarded();
    const before = await book.snapshot();
    expect(() => change(book, sheet)).toThrow(refusal('AccessDenied'));
    expect(await book.snapshot()).toEqual(before);
    book.unprotect(sheet, null);
    const all = Object.keys(PROTECTED).filter((key) => key.startsWith('allow'));
    const others = Object.fromEntries(all.map((key) => [key, key !== permission]));
    book.protect(sheet, { ...PROTECTED, ...others });
    expect(() => change(book, sheet)).toThrow(refusal('AccessDenied'));
    if (permission === null) return;
    book.unprotect(sheet, null);
    book.protect(sheet, { ...PROTECTED, [permission]: true });
    expect(() => change(book, sheet)).not.toThrow();
  });

  test('can be copied, renamed, moved and set up for print; the copy is protected alike', async () => {
    const { book, sheet } = await guarded({ allowSort: true });
    const copy = book.copySheet(sheet, 1);
    book.renameSheet(sheet, 'X');
    book.moveSheet(sheet, 1);
    book.setPage(sheet, { orientation: 'landscape' });
    expect(book.protection(copy)).toEqual({ ...PROTECTED, allowSort: true });
    expect(() => fill(book, copy, 'A1', [[7]])).toThrow(refusal('AccessDenied'));
    fill(book, copy, 'B1', [[7]]);
    expect(await value(book, sheet, 'B1')).toBe(2);
    book.unprotect(copy, null);
    expect(book.protection(sheet)).not.toBeNull();
  });

  test('still calculates', async () => {
    const { book, sheet } = await open();
    fill(book, sheet, 'A1', [['=B1*2', 1]]);
    book.setStyle(sheet, at('B1'), { locked: false });
    book.protect(sheet, PROTECTED);
    fill(book, sheet, 'B1', [[4]]);
    expect(await value(book, sheet, 'A1')).toBe(8);
  });
});

test('protecting twice is an InvalidOperation', async () => {
  const { book, sheet } = await guarded();
  expect(() => book.protect(sheet, PROTECTED)).toThrow(refusal('InvalidOperation'));
});

test('a wrong password unprotects nothing; without protection there is nothing to say', async () => {
  const { book, sheet } = await guarded({ password: 'bí mật' });
  for (const wrong of [null, '', 'Bí mật']) expect(() => book.unprotect(sheet, wrong)).toThrow(refusal('AccessDenied'));
  expect(book.protection(sheet)).not.toBeNull();
  book.unprotect(sheet, 'bí mật');
  expect(book.protection(sheet)).toBeNull();
  expect(() => book.unprotect(sheet, null)).not.toThrow();
});

describe('a workbook whose structure is locked', () => {
  const locked = (): IWorkbookData => ({
    ...emptyWorkbook('locked'),
    custom: { carried: { protection: { lockStructure: '1' }, externalLinks: [] } },
  });

  test('takes no sheet in, gives none away, and changes none of their names, places and visibility', async () => {
    const { book, sheet } = await open({ data: locked() });
    const denied = refusal('AccessDenied');
    expect(() => book.addSheet('Mới')).toThrow(denied);
    expect(() => book.copySheet(sheet, 0)).toThrow(denied);
    expect(() => book.insertSheets(emptyWorkbook('other'), 0)).toThrow(denied);
    expect(() => book.deleteSheet(sheet)).toThrow(denied);
    expect(() => book.renameSheet(sheet, 'Khác')).toThrow(denied);
    expect(() => book.moveSheet(sheet, 0)).toThrow(denied);
    expect(() => book.setSheetInfo(sheet, { visibility: 'hidden' })).toThrow(denied);
    expect(book.sheets().map(({ name }) => name)).toEqual(['Sheet1']);
  });

  test('still takes entries, and stays locked in a snapshot', async () => {
    const { book, sheet } = await open({ data: locked() });
    expect(await book.typeAsPerson(sheet, 0, 0, 1)).toMatchObject({ ok: true });
    expect((await book.snapshot()).custom?.['carried']).toMatchObject({ protection: { lockStructure: '1' } });
  });
});
