/** Where `new` takes its criteria and its cluster from: the catalogue, JSON, a workbook of ours, a workbook made by hand. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSession } from '../../src/cli/session';
import { type Printed, VERBS } from '../../src/cli/verbs';
import { wordsFor } from '../../src/locales';
import { cliWords } from '../../src/locales/cli';
import type { CellWrite } from '../../src/stand-in/workbook/cellContent';

let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sources-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function makeNew(criteria: string, cluster: string, out = 'new.xlsx'): Promise<Printed> {
  const make = VERBS['new'];
  if (!make) throw new Error('no verb new');
  return make.run({
    file: null,
    options: { criteria, cluster, entries: undefined, out: at(out) },
    words: wordsFor('vi'),
    cliWords: cliWords('vi'),
  });
}

type Cell = string | number;
const write = (cell: Cell | undefined): CellWrite => {
  if (typeof cell === 'number') return { kind: 'number', number: cell };
  return cell === undefined || cell === '' ? { kind: 'empty' } : { kind: 'text', text: cell };
};

/** A workbook typed by hand: sheets by name, rows of cells. */
async function handMade(name: string, sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Promise<string> {
  const session = await startSession();
  for (const [sheet, rows] of Object.entries(sheets)) {
    const columns = Math.max(...rows.map((row) => row.length));
    const cells = rows.map((row) => Array.from({ length: columns }, (_, column) => write(row[column])));
    const id = session.workbook.addSheet(sheet);
    session.workbook.write(id, { row: 0, column: 0, rows: rows.length, columns }, cells);
  }
  await session.save(at(name));
  session.close();
  return at(name);
}

const CRITERIA = [
  ['Tên bộ tiêu chí', 'Tiêu chí riêng'],
  ['Thang điểm', 10],
  ['STT', 'Mã', 'Nội dung', 'Thuộc mục (mã)', 'Loại', 'Điểm chuẩn', 'Các mức điểm', 'Điểm mỗi lần'],
  ['I', 'I', 'Chuyên môn', '', 'Mục', 10],
  [1, 'I.1', 'Báo cáo đúng hạn', 'I', 'Theo mức', 2, '0: 2; 1–2: 1,5; >2: 0'],
  [2, 'I.2', 'Chất lượng', 'I', 'Chấm trực tiếp', 8],
  ['', 'T1', 'Sáng kiến', '', 'Điểm cộng', '', '', 1],
];
const UNITS = [
  ['Tên cụm, khối:', 'Cụm riêng'],
  ['Tên đơn vị', 'Vai trò'],
  ...['Một', 'Hai', 'Ba', 'Bốn', 'Năm'].map((name, index) => [name, index === 0 ? 'Cụm trưởng' : '']),
];

describe('new', () => {
  test('takes a workbook made by hand for both', async () => {
    const file = await handMade('tay.xlsx', { 'Tiêu chí của tôi': CRITERIA, 'Danh sách': UNITS });
    expect(await makeNew(file, file)).toEqual({
      output: { added: ['Giao ước', 'Tiêu chí', 'Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Tổng hợp'] },
      status: 0,
    });
  });

  test('takes a workbook it made itself', async () => {
    await makeNew('cum-11-2020', 'cum-11-2020', 'cum-11.xlsx');
    const again = await makeNew(at('cum-11.xlsx'), at('cum-11.xlsx'), 'again.xlsx');
    expect(again.status).toBe(0);
  });

  test('is refused for a wrong cell in a workbook made by hand: finding with that cell, status 1, no file', async () => {
    const wrong = CRITERIA.map((row, index) => (index === 4 ? [...row.slice(0, 6), '0: 2; 0–2: 1; >2: 0'] : row));
    const file = await handMade('sai.xlsx', { Riêng: wrong, 'Danh sách': UNITS });
    expect(await makeNew(file, file, 'never.xlsx')).toMatchObject({
      status: 1,
      output: {
        findings: [{ code: 'field-invalid', sheet: 'Riêng', cell: 'G5', remedy: expect.any(String) as string }],
      },
    });
    expect(await readdir(folder)).not.toContain('never.xlsx');
  });

  test('is refused for a day that cannot be read, which would be lost', async () => {
    const file = await handMade('ngay.xlsx', { A: [['Hạn nộp hồ sơ', 'cuối năm'], ...UNITS] });
    const made = await makeNew('cum-11-2020', file, 'never.xlsx');
    expect(made).toMatchObject({
      status: 1,
      output: { findings: [{ code: 'field-invalid', sheet: 'A', cell: 'B1' }] },
    });
  });

  test('is refused for a workbook without such tables, and says what each wants', async () => {
    const file = await handMade('khac.xlsx', { A: [['Xin chào']] });
    const made = await makeNew(file, file, 'never.xlsx');
    expect(made).toMatchObject({
      status: 1,
      output: { findings: [{ code: 'table-missing' }, { code: 'table-missing' }] },
    });
  });

  test('is refused for JSON of something else: every place named', async () => {
    await writeFile(at('odd.json'), '{"id": 5}');
    const made = await makeNew(at('odd.json'), at('odd.json'), 'never.xlsx');
    expect(made.status).toBe(1);
    expect(made.output).toMatchObject({
      findings: expect.arrayContaining([
        expect.objectContaining({ code: 'data-invalid', sheet: 'odd.json', message: 'id: “5” không đọc được.' }),
      ]) as object[],
    });
  });
});
