import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ExcelFailure, nameFailure } from '../../src/excel/failure';
import { LANGUAGES, wordFailure } from '../../src/locales';
import { closeBenches, openBench } from '../stand-in/richapi/harness';

/** What the client throws: an error with Excel's code, and the member it failed in. */
const thrownBy = (code: string, errorLocation?: string): Error =>
  Object.assign(new Error('words of Excel'), { code, debugInfo: errorLocation === undefined ? {} : { errorLocation } });

function named(code: string, location?: string): ExcelFailure {
  const failure = nameFailure(thrownBy(code, location));
  if (failure instanceof ExcelFailure) return failure;
  throw new Error(`${code} is passed on unnamed`);
}

const TYPES = readFileSync(createRequire(__filename).resolve('@types/office-js/index.d.ts'), 'utf8');

/** The body of a declaration of error codes that holds a certain one; several applications have such declarations. */
function declaration(pattern: RegExp, holds: string): string {
  const found = [...TYPES.matchAll(pattern)].map(([, body = '']) => body).find((body) => body.includes(holds));
  if (found === undefined) throw new Error(`no declaration with ${holds}`);
  return found;
}

/** Values of Excel.ErrorCodes, as the types list them. */
const EXCEL_CODES = [...declaration(/enum ErrorCodes \{([^}]*)\}/g, 'inactiveWorkbook').matchAll(/= "(\w+)"/g)].map(
  ([, code = '']) => code,
);
/** Values of OfficeExtension.ErrorCodes: the types give only their names, which differ in the first letter. */
const CLIENT_CODES = [
  ...declaration(/class ErrorCodes \{([^}]*)\}/g, 'connectionFailure').matchAll(/static (\w)(\w+): string/g),
].map(([, first = '', rest = '']) => first.toUpperCase() + rest);
/** The table of the documentation, beyond what the types list. */
const DOCUMENTED = [
  ...['ApiNotAvailable', 'BadPassword', 'Client Error', 'ContentLengthRequired', 'HostRestartNeeded', 'InvalidRequest'],
  ...['InvalidRibbonDefinition', 'MemoryLimitReached', 'RequestPayloadSizeLimitExceeded', 'ServiceNotAvailable'],
  'Unauthenticated',
];

describe('the codes of Excel', () => {
  test('are read from the types', () => {
    expect(EXCEL_CODES.length).toBeGreaterThan(30);
    expect(EXCEL_CODES).toContain('InvalidOperationInCellEditMode');
    expect(CLIENT_CODES).toContain('ConnectionFailure');
  });

  test.each([...new Set([...EXCEL_CODES, ...CLIENT_CODES, ...DOCUMENTED])])('%s has a name of its own', (code) => {
    // It says nothing by itself: "There was an internal error".
    const says = code === 'GeneralException' ? 'other' : expect.not.stringMatching(/^other$/);
    expect(named(code).failure).toEqual(says);
  });

  test("are named as far as Microsoft's client throws them", async () => {
    await openBench();
    // Only the constructor of an embedded session, which the add-in does not use, throws Timeout.
    const listed = [...codesOf(OfficeExtension.ErrorCodes), ...codesOf(Excel.ErrorCodes)].filter(
      (code) => code !== 'Timeout',
    );
    await closeBenches();
    expect(listed.length).toBeGreaterThan(40);
    expect(listed.filter((code) => named(code).failure === 'other')).toEqual(['GeneralException', 'GeneralException']);
  });

  test.each(['ReadOnly', 'Timeout', 'SomethingNew', 'toString'])('%s, which nobody documents, is "other"', (code) => {
    expect(named(code).failure).toBe('other');
  });
});

/** All codes that an object of the client lists, those of its prototypes included: the client's lists extend each other. */
function codesOf(list: object): string[] {
  const own = Object.values(list).filter((value) => typeof value === 'string');
  const above: unknown = Object.getPrototypeOf(list);
  const isList = typeof above === 'function' && above !== Function.prototype;
  return isList ? [...new Set([...own, ...codesOf(above)])] : own;
}

describe('another workbook in front', () => {
  test.each([
    ['GeneralException', 'Worksheet.activate'],
    ['GeneralException', 'WorksheetCollection.add'],
    ['GeneralException', 'Worksheet.gridlines'],
    ['GeneralException', 'Worksheet.showGridlines'],
    ['GeneralException', 'WorksheetFreezePanes.freezeRows'],
    ['GeneralException', 'WorksheetFreezePanes.freezeAt'],
    ['GeneralException', 'Range.select'],
    ['InvalidSelection', 'Worksheet.delete'],
    ['InactiveWorkbook', 'Range.values'],
    ['InactiveWorkbook', undefined],
  ])('is told by %s at %s', (code, location) => {
    expect(named(code, location).failure).toBe('otherWorkbook');
  });

  test.each([
    ['GeneralException', 'Worksheet.delete', 'other'],
    ['GeneralException', 'Range.values', 'other'],
    ['GeneralException', undefined, 'other'],
    ['InvalidSelection', 'Range.select', 'selectionUnusable'],
    ['AccessDenied', 'Worksheet.activate', 'protected'],
  ])('is not told by %s at %s', (code, location, failure) => {
    expect(named(code, location).failure).toBe(failure);
  });
});

describe('a failure', () => {
  test('keeps the code, the words and the place of Excel for support', () => {
    expect(named('AccessDenied', 'Range.values').detail).toBe('AccessDenied words of Excel (Range.values)');
    expect(named('AccessDenied').detail).toBe('AccessDenied words of Excel');
  });

  test('keeps its sheet and place when its aftermath becomes known', () => {
    const first = nameFailure(thrownBy('AccessDenied', 'Range.values'), 'unchanged', { sheet: 'An Giang' });
    expect(nameFailure(first, 'rolledBack')).toMatchObject({
      ...{ failure: 'protected', aftermath: 'rolledBack', sheet: 'An Giang', location: 'Range.values' },
    });
  });

  test.each([new TypeError('ours'), Object.assign(new Error('a number'), { code: 5 }), 'a text', null])(
    'of our own program is passed on as it is: %p',
    (thrown) => {
      expect(nameFailure(thrown)).toBe(thrown);
    },
  );

  test.each(Object.entries(LANGUAGES))('names its sheet in %s where it is known', (_language, words) => {
    const failure = new ExcelFailure('protected', 'AccessDenied', 'unchanged', { sheet: 'An Giang' });
    expect(wordFailure(failure, words).message).toContain('An Giang');
    expect(wordFailure(new ExcelFailure('protected', 'AccessDenied'), words).message).not.toContain('null');
  });
});

test('a protected sheet says how to lift the protection by hand, and what else may be the cause', () => {
  const { vi, en } = LANGUAGES;
  const failure = named('AccessDenied');
  expect(wordFailure(failure, vi).remedy).toMatch(/Xem lại.*Bỏ bảo vệ trang tính.*Bật chỉnh sửa.*diệt vi-rút/);
  expect(wordFailure(failure, en).remedy).toMatch(/Review.*Unprotect Sheet.*Enable Editing.*antivirus/);
});
