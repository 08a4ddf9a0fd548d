/** A file against the code of a seal that is typed from paper: same, or what differs, with the exit status that says so. */
import { writeFile } from 'node:fs/promises';
import { writeXlsx } from '../../src/xlsx';
import { areaOf, closeScoring, openScoring, type ScoringBench } from '../support/scoringBench';
import { SEAL, type SealedBooks, sealedBooks, sealWords } from '../support/sealed';
import { useFolder } from './running';

const { at, run, output } = useFolder();
let books: SealedBooks;
let code: string;
beforeAll(async () => {
  books = await sealedBooks();
  code = await written('sealed.xlsx', async (bench) => String(await sealWords(bench)).slice(-12));
}, 120_000);

/** Saves the sealed workbook, changed, as a file. */
async function written<T>(name: string, change: (bench: ScoringBench) => Promise<T>, from = books.sealed): Promise<T> {
  const bench = await openScoring(from);
  const given = await change(bench);
  await writeFile(at(name), await writeXlsx(await bench.snapshot()));
  await closeScoring();
  return given;
}

const typed = (bench: ScoringBench, sheet: string, cell: string, text: string): void =>
  bench.unlocked(sheet, (id) => bench.workbook.write(id, areaOf(cell), [[{ kind: 'text', text }]]));

test('the file as it was saved is the same, however the code is typed', async () => {
  for (const given of [
    code,
    code.toUpperCase(),
    `mã chốt ${code.slice(0, 4)} ${code.slice(4, 8)}-${code.slice(8)}`,
    code.replaceAll('0', 'O').replaceAll('1', 'l'),
  ])
    expect(await run('verify', 'sealed.xlsx', { code: given })).toMatchObject({
      status: 0,
      output: {
        same: true,
        typed: code,
        recorded: code,
        intact: true,
        covers: 'everything',
        points: [],
        cells: [],
        sheets: [],
        shown: [],
      },
    });
});

test('the code of another seal is not the same: what the file says of its own', async () => {
  const other = code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`;
  expect(await run('verify', 'sealed.xlsx', { code: other })).toMatchObject({
    status: 1,
    output: { same: false, typed: other, recorded: code, intact: true, cells: [] },
  });
});

test('evidence that was changed is named with its cell, what was sealed and what is there now', async () => {
  const cell = await written('evidence.xlsx', async (bench) => {
    const evidence = await bench.addressOf('Đơn vị 2', 'line:C1', 'evidence');
    typed(bench, 'Đơn vị 2', evidence, 'Quyết định số 5/QĐ');
    return evidence;
  });
  expect(await run('verify', 'evidence.xlsx', { code })).toMatchObject({
    status: 1,
    output: {
      same: false,
      intact: true,
      cells: [{ place: { sheet: 'Đơn vị 2', cell }, sealed: '', present: 'Quyết định số 5/QĐ' }],
    },
  });
});

test('a day of the seal that was moved, and a copy that was edited, are damage', async () => {
  await written('day.xlsx', async (bench) =>
    typed(bench, SEAL, await bench.addressOf(SEAL, 'field:record', 'title'), '2020-11-24'),
  );
  await written('copy.xlsx', (bench) => Promise.resolve(typed(bench, 'Chốt (bản lưu)', 'E12', 'x')));
  for (const file of ['day.xlsx', 'copy.xlsx'])
    expect(await run('verify', file, { code })).toMatchObject({ status: 1, output: { same: false, intact: false } });
});

test('what is no code, and a file that was not sealed, are refused', async () => {
  await written('ranked.xlsx', () => Promise.resolve(), books.ranked);
  for (const given of ['xyz', code.slice(1), `1${code}`, `${code.slice(0, 4)} ${code.slice(4)} 1`])
    expect(await output('verify', 'sealed.xlsx', { code: given })).toMatchObject({
      findings: [{ code: 'seal-code-invalid' }],
    });
  expect(await run('verify', 'ranked.xlsx', { code })).toMatchObject({
    status: 1,
    output: { findings: [{ code: 'seal-missing' }] },
  });
});
