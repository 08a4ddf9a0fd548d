/** The headless command and its files: what is not overwritten, what is told in words, and that nothing half done is left. */
import { chmod, link, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import type * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { runCommandLine } from '../../src/cli/commandLine';
import { writeBytes } from '../../src/cli/files';
import { startSession } from '../../src/cli/session';
import { UnusableFile } from '../../src/cli/wrongUse';
import { type Loss, UnwritableWorkbook } from '../../src/xlsx';
import { emptyWorkbook } from '../../src/xlsx/model/snapshot';
import { packageOf } from '../xlsx/package';
import { useFolder } from './running';

/** What writing into the next file fails with. */
let mockFailure: Error | null = null;
jest.mock('node:fs/promises', () => {
  const actual = jest.requireActual<typeof fs>('node:fs/promises');
  const open: typeof actual.open = async (...call) => {
    const handle = await actual.open(...call);
    if (mockFailure) handle.writeFile = () => Promise.reject(mockFailure ?? new Error());
    return handle;
  };
  return { ...actual, open };
});
afterEach(() => {
  mockFailure = null;
});

const { at, files, run } = useFolder();
const write = (name: string): Promise<void> =>
  writeBytes(new Uint8Array([1]), { out: at(name), input: null, force: false });
const FRESH = 'fresh.xlsx';
const SOURCE = ['--criteria', 'cum-11-2020', '--cluster', 'cum-11-2020'];

/** A command line that ends with 2, and what it says. */
async function refused(...words: string[]): Promise<string> {
  const before = await files();
  const { status, stdout, stderr } = await runCommandLine(words);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).not.toContain('    at ');
  expect(await files()).toEqual(before);
  return stderr;
}

beforeAll(async () => {
  await run('new', null, { criteria: 'cum-11-2020', cluster: 'cum-11-2020', out: at(FRESH) });
});

describe('a file that is there', () => {
  test('the input is not overwritten, by whatever name it is called', async () => {
    const before = await readFile(at(FRESH));
    await symlink(at(FRESH), at('symbolic.xlsx'));
    await link(at(FRESH), at('hard.xlsx'));
    for (const name of [FRESH, 'symbolic.xlsx', 'hard.xlsx'])
      expect(await refused('fit', at(FRESH), '--out', at(name))).toContain('chính là tệp đang đọc');
    expect(await readFile(at(FRESH))).toEqual(before);
  });

  test('nor another one, unless --force says so; what is beside it stays', async () => {
    await writeFile(at('other.xlsx'), 'của người khác');
    await writeFile(at('other.xlsx.tmp'), 'cũng của người khác');
    expect(await refused('fit', at(FRESH), '--out', at('other.xlsx'))).toContain('Đã có tệp');
    expect(await readFile(at('other.xlsx'), 'utf8')).toBe('của người khác');
    const { status } = await runCommandLine(['fit', at(FRESH), '--out', at('other.xlsx'), '--force']);
    expect(status).toBe(0);
    expect((await readFile(at('other.xlsx'))).subarray(0, 2).toString()).toBe('PK');
    expect(await readFile(at('other.xlsx.tmp'), 'utf8')).toBe('cũng của người khác');
  });

  test('one that appears while the command runs stays too', async () => {
    const target = { out: at('late.xlsx'), input: null, force: false };
    await writeBytes(new Uint8Array([1]), target);
    await expect(writeBytes(new Uint8Array([2]), target)).rejects.toThrow(UnusableFile);
    expect([...(await readFile(at('late.xlsx')))]).toEqual([1]);
  });
});

describe('where nothing can be read or written', () => {
  test.each([
    ['a folder as input', () => ['check', at('')], 'là thư mục'],
    ['a folder as output', () => ['fit', at(FRESH), '--out', at('folder.xlsx')], 'là thư mục'],
    ['no folder for the output', () => ['fit', at(FRESH), '--out', at('nowhere/a.xlsx')], 'Không có thư mục'],
    ['a file in place of the folder', () => ['fit', at(FRESH), '--out', at(`${FRESH}/a.xlsx`)], 'Không có thư mục'],
    ['a workbook with macros as output', () => ['fit', at(FRESH), '--out', at('a.xlsm')], 'Chỉ ghi được tệp .xlsx'],
    ['another extension', () => ['new', ...SOURCE, '--out', at('a')], 'Chỉ ghi được tệp .xlsx'],
    ['a missing input', () => ['fit', at('nowhere.xlsx'), '--out', at('a.xlsx')], 'Không có tệp'],
    ['missing entries', () => ['type', at(FRESH), '--entries', at('no.json'), '--out', at('a.xlsx')], 'Không có tệp'],
    [
      'JSON without an end of depth',
      () => ['new', '--criteria', at('deep.json'), ...SOURCE.slice(2), '--out', at('a.xlsx')],
      'lồng quá nhiều tầng',
    ],
  ])('%s', async (_, words, said) => {
    await mkdir(at('folder.xlsx'), { recursive: true });
    await writeFile(at('deep.json'), `${'['.repeat(10_000)}${']'.repeat(10_000)}`);
    expect(await refused(...words())).toContain(said);
    expect(await refused(...words(), '--lang', 'en')).not.toContain(said);
  });

  test.each([
    ['ENOSPC', 'ổ đĩa đã đầy'],
    ['EROFS', 'chỉ cho đọc'],
    ['EIO', 'EIO'],
  ])('%s while writing: words, and no temporary file', async (code, said) => {
    const before = await files();
    mockFailure = Object.assign(new Error('from the system'), { code });
    const failed: unknown = await write('full.xlsx').catch((thrown: unknown) => thrown);
    expect(failed).toBeInstanceOf(UnusableFile);
    expect(String(failed)).toContain(said);
    expect(await files()).toEqual(before);
  });

  test('a fault of the program is not hidden behind words', async () => {
    mockFailure = Object.assign(new TypeError('a fault'), { code: 'ERR_INVALID_ARG_TYPE' });
    await expect(write('fault.xlsx')).rejects.toThrow(TypeError);
    expect(await files()).not.toContain('fault.xlsx');
  });

  test('a folder that may not be written to', async () => {
    // Linux keeps even its administrator out of this one; everybody else can close a folder of their own.
    const closed = process.getuid?.() === 0 ? '/sys' : at('closed');
    if (closed !== '/sys') {
      await mkdir(closed);
      await chmod(closed, 0o555);
    }
    expect(await refused('fit', at(FRESH), '--out', join(closed, 'a.xlsx'))).toContain('Không có quyền ghi');
  });

  test('a workbook that no file can hold', async () => {
    const session = await startSession({
      ...emptyWorkbook('x'),
      sheets: { 'sheet-1': { id: 'sheet-1', name: 'A', rowData: { 0: { h: 5_000 } } } },
    });
    await expect(session.save(at('high.xlsx'))).rejects.toThrow(UnwritableWorkbook);
    session.close();
    expect(await files()).not.toContain('high.xlsx');
  });
});

describe('the command line', () => {
  test('--help prints how it is used, and ends with 0', async () => {
    const { status, stdout, stderr } = await runCommandLine(['--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('--force');
    expect((await runCommandLine(['rank', '-h', '--lang', 'en'])).stdout).toContain('overwrite');
  });

  test('a language there is not is refused with the list', async () => {
    expect(await refused('catalogue', '--lang', 'xx')).toContain('vi, en');
    expect((await runCommandLine(['catalogue', '--lang', 'en-US'])).status).toBe(0);
  });

  test.each(['constructor', 'toString', '__proto__'])('%s is no verb', async (name) => {
    expect(await refused(name)).toContain('Không hiểu');
  });

  test('JSON may begin with a mark of the order of bytes', async () => {
    await writeFile(at('bom.json'), '\uFEFF[]');
    const words = ['type', at(FRESH), '--entries', at('bom.json'), '--out', at('bom.xlsx')];
    expect(await runCommandLine(words)).toMatchObject({ status: 0 });
  });
});

describe('what a saved file lacks', () => {
  /** A workbook of another program with a filter and a formula on another workbook. */
  const rich = packageOf({
    sheets: [
      '<sheetData><row r="1"><c r="A1"><f>MYMACRO(1)</f><v>9.5</v></c></row></sheetData><autoFilter ref="A1:B2"/>',
    ],
  });
  const entries = (): Promise<void> => writeFile(at('none.json'), '[]');

  test('is listed in JSON and in words, and so are formulas that keep their results', async () => {
    await entries();
    await writeFile(at('rich.xlsx'), rich);
    const words = ['type', at('rich.xlsx'), '--entries', at('none.json'), '--out', at('poor.xlsx')];
    const { status, stdout, stderr } = await runCommandLine(words);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      typed: 0,
      errors: [],
      lost: [{ sheet: 'Trang 1', kind: 'filter', detail: '', message: 'bộ lọc, thứ tự sắp xếp (sheet Trang 1)' }],
      notCalculated: [{ sheet: 'Trang 1', cell: 'A1' }],
    });
    expect(stderr).toContain('bộ lọc');
    expect(stderr).toContain("'Trang 1'!A1");
  });

  test('nothing is an empty list', async () => {
    await entries();
    const words = ['type', at(FRESH), '--entries', at('none.json'), '--out', at('whole.xlsx')];
    const { stdout, stderr } = await runCommandLine(words);
    expect(JSON.parse(stdout)).toMatchObject({ lost: [], notCalculated: [] });
    expect(stderr).toBe('');
  });

  test.each([
    ['a formula', { cellData: { 0: { 0: { f: '=SUM(Bảng1[Điểm])', v: 1, t: 2 } } } }, "'A'!A1"],
    [
      'a validation rule',
      { custom: { validations: [{ areas: [], type: 'list', formula1: '=INDIRECT("x")+bảng1' }] } },
      "'A'",
    ],
  ])('%s that needs a lost table: the file would be damaged and is not written', async (_, sheet, place) => {
    const lost: Loss[] = [{ sheet: 'A', kind: 'tables', detail: 'Bảng1' }];
    const data = { ...emptyWorkbook('x'), sheets: { 'sheet-1': { id: 'sheet-1', name: 'A', ...sheet } } };
    const session = await startSession(data, {}, lost);
    const failed: unknown = await session.save(at('spoilt.xlsx')).catch((thrown: unknown) => thrown);
    session.close();
    expect(failed).toBeInstanceOf(UnusableFile);
    expect(String(failed)).toContain(place);
    expect(await files()).not.toContain('spoilt.xlsx');
  });

  test.each([
    ['an array formula of several cells', '<f t="array" ref="A1:A3">B1:B3*1</f>'],
    ['a What-If table', '<f t="dataTable" ref="A1:A3" dt2D="0" dtr="0" r1="C1"/>'],
  ])('%s would be spoilt: nothing is written, and its cells and the remedy are said', async (_, formula) => {
    const rows = [1, 2, 3].map(
      (row) =>
        `<row r="${row}"><c r="A${row}">${row === 1 ? formula : ''}<v>4</v></c><c r="B${row}"><v>4</v></c></row>`,
    );
    await entries();
    await writeFile(at('arrays.xlsx'), packageOf({ sheets: [`<sheetData>${rows.join('')}</sheetData>`] }));
    const words = ['type', at('arrays.xlsx'), '--entries', at('none.json'), '--out', at('spoilt.xlsx')];
    expect(await refused(...words)).toContain(
      "công thức mảng nhiều ô, bảng dữ liệu What-If (Data Table): 'Trang 1'!A1:A3",
    );
    // Before anything is ranked, too: what such cells show here may be something else.
    expect(await refused('rank', at('arrays.xlsx'), '--out', at('spoilt.xlsx'))).toContain("'Trang 1'!A1:A3");
    expect(await refused(...words, '--lang', 'en')).toContain('copy these cells and paste their values');
  });

  test('an array formula of one cell stays one', async () => {
    const sheet =
      '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1">SUM(B1:B3*B1:B3)</f><v>0</v></c></row></sheetData>';
    await entries();
    await writeFile(at('array.xlsx'), packageOf({ sheets: [sheet] }));
    const words = ['type', at('array.xlsx'), '--entries', at('none.json'), '--out', at('same-array.xlsx')];
    expect(JSON.parse((await runCommandLine(words)).stdout)).toMatchObject({ lost: [], notCalculated: [] });
    const saved = unzipSync(await readFile(at('same-array.xlsx')))['xl/worksheets/sheet1.xml'] ?? new Uint8Array();
    expect(strFromU8(saved)).toContain('<f t="array" ref="A1">SUM(B1:B3*B1:B3)</f>');
  });

  test('a table that no formula needs is lost and named', async () => {
    const lost: Loss[] = [{ sheet: 'A', kind: 'tables', detail: 'Bảng1' }];
    const session = await startSession(emptyWorkbook('x'), {}, lost);
    await session.save(at('unspoilt.xlsx'));
    session.close();
    expect(await files()).toContain('unspoilt.xlsx');
  });
});

test('a workbook whose structure is locked takes no new sheet: status 1, in words, and no file', async () => {
  const parts = unzipSync(await readFile(at(FRESH)));
  const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
  parts['xl/workbook.xml'] = strToU8(
    workbook.replace('<bookViews>', '<workbookProtection lockStructure="1"/><bookViews>'),
  );
  await writeFile(at('locked.xlsx'), zipSync(parts));
  const { status, stderr } = await runCommandLine(['document', 'charts', at('locked.xlsx'), '--out', at('more.xlsx')]);
  expect(status).toBe(1);
  expect(stderr).toContain('Bảo vệ sổ làm việc');
  expect(await files()).not.toContain('more.xlsx');
  const again = await runCommandLine(['fit', at('locked.xlsx'), '--out', at('fitted.xlsx')]);
  // No record can be begun there, and the command does without.
  expect([again.status, again.stdout.includes('recorded')]).toEqual([0, false]);
  expect(strFromU8(unzipSync(await readFile(at('fitted.xlsx')))['xl/workbook.xml'] ?? new Uint8Array())).toContain(
    '<workbookProtection lockStructure="1"/>',
  );
});

describe('a workbook that is not ours is not written again', () => {
  test.each(['fix', 'protect', 'fit', 'insert', 'rank'])('%s', async (verb) => {
    await writeFile(at('foreign.xlsx'), packageOf({}));
    const { status, stdout } = await runCommandLine([verb, at('foreign.xlsx'), '--out', at('mine.xlsx')]);
    expect(status).toBe(1);
    expect(stdout).toContain('covenant-missing');
    expect(await files()).not.toContain('mine.xlsx');
  });
});
