/** Whatever a person does wrongly with the headless command is explained in the chosen language, and in no other. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { runCommandLine } from '../../src/cli/commandLine';
import { openSession } from '../../src/cli/session';
import { VERBS } from '../../src/cli/verbs';
import { LANGUAGES } from '../../src/locales';
import { areaOf } from '../support/scoringBench';
import { wrongWords } from '../support/wrongLanguage';
import { packageOf } from '../xlsx/package';
import { useFolder } from './running';

const { at, entriesFile, run } = useFolder();
const FRESH = 'fresh.xlsx';
const UNIT = 'Kiên Giang';
const BOTH = ['vi', 'en'] as const;

beforeAll(async () => {
  await run('new', null, { criteria: 'cum-11-2020', cluster: 'cum-11-2020', out: at(FRESH) });
  await mkdir(at('folder.xlsx'));
  await writeFile(at('text.xlsx'), 'không phải bảng tính');
  await writeFile(at('damaged.xlsx'), packageOf({ sheets: ['<sheetData><row r="1"><c r="A1"><v>&&&</v></c></row>'] }));
  await writeFile(at('wrong.json'), '[\n  {"sheet": }\n]');
  await writeFile(at('ends.json'), '{');
  await writeFile(at('shape.json'), '{"a": 1}');
});

/** What is said first: the usage, which follows, is the same words for every wrong use. */
const explanation = (stderr: string): string => stderr.split('\n\n')[0] ?? '';

/** Refused with status 2, in both languages, with different words. */
async function expectBothLanguages(words: readonly string[]): Promise<void> {
  const said: string[] = [];
  for (const lang of BOTH) {
    const { status, stdout, stderr } = await runCommandLine([...words, '--lang', lang]);
    expect({ words, status, stdout }).toEqual({ words, status: 2, stdout: '' });
    expect({ words, lang, stderr, wrong: wrongWords(explanation(stderr), lang, words) }).toMatchObject({ wrong: [] });
    said.push(explanation(stderr));
  }
  expect(new Set(said).size).toBe(BOTH.length);
}

test('an option there is not, a value too few or too many', async () => {
  for (const words of [
    ['check', 'x.xlsx', '--all'],
    ['check', 'x.xlsx', '--all=1'],
    ['check', 'x.xlsx', '-x'],
    ['check', 'x.xlsx', '--force=yes'],
    ['check', 'x.xlsx', '--help=1'],
    ['new', '--criteria', '--cluster', 'cum-11-2020'],
    ['rank', 'x.xlsx', '--out', '--force'],
    ['rank', 'x.xlsx', '--out', '-o'],
    ['rename', 'x.xlsx', '--unit'],
    ['type', 'x.xlsx', '--entries='],
  ])
    await expectBothLanguages(words);
});

test('a value that begins with a hyphen is taken where it is written with the option', async () => {
  const { stderr } = await runCommandLine(['fit', at(FRESH), '--out=-x.csv']);
  expect(explanation(stderr)).toContain('-x.csv');
});

test('every verb without what it needs, with too much, and with a file there is not', async () => {
  await expectBothLanguages([]);
  await expectBothLanguages(['no-verb', 'x.xlsx']);
  for (const [verb, { writes }] of Object.entries(VERBS)) {
    const words = verb.split(' ');
    await expectBothLanguages([...words, 'a.xlsx', 'b.xlsx']);
    if (verb === 'catalogue') continue;
    await expectBothLanguages(words);
    if (writes) await expectBothLanguages([...words, 'a.xlsx']);
    const needed = ['--entries', at('shape.json'), '--unit', 'X', '--name', 'Y', '--criteria', 'x', '--cluster', 'y'];
    await expectBothLanguages([...words, at('nowhere.xlsx'), ...needed, ...(writes ? ['--out', at('out.xlsx')] : [])]);
  }
});

test('files that cannot be read or written, and sources that are none', async () => {
  const cluster = ['--cluster', 'cum-11-2020', '--out', at('out.xlsx')];
  for (const words of [
    ['check', at('text.xlsx')],
    ['check', at('damaged.xlsx')],
    ['check', at('folder.xlsx')],
    ['check', at(`${FRESH}/a.xlsx`)],
    ['fit', at(FRESH), '--out', at(FRESH)],
    ['fit', at(FRESH), '--out', at('text.xlsx')],
    ['fit', at(FRESH), '--out', at('folder.xlsx')],
    ['fit', at(FRESH), '--out', at('out.xlsm')],
    ['fit', at(FRESH), '--out', at('nowhere/out.xlsx')],
    ['new', '--criteria', 'unknown', ...cluster],
    ['new', '--criteria', at('no.json'), ...cluster],
    ['new', '--criteria', at('wrong.json'), ...cluster],
    ['new', '--criteria', at('ends.json'), ...cluster],
    ['type', at(FRESH), '--entries', at('wrong.json'), '--out', at('out.xlsx')],
    ['type', at(FRESH), '--entries', at('shape.json'), '--out', at('out.xlsx')],
  ])
    await expectBothLanguages(words);
});

test('JSON that cannot be read is told with its line where the parser knows it', async () => {
  await writeFile(at('line.json'), '[\n  {"sheet" 1}\n]');
  const { stderr } = await runCommandLine(['type', at(FRESH), '--entries', at('line.json'), '--out', at('out.xlsx')]);
  expect(stderr).toContain('dòng 2');
});

test('findings of criteria and clusters in JSON', async () => {
  for (const lang of BOTH) {
    const words = ['new', '--criteria', at('shape.json'), '--cluster', at('shape.json'), '--out', at('out.xlsx')];
    const { status, stdout } = await runCommandLine([...words, '--lang', lang]);
    const { findings } = JSON.parse(stdout) as { findings: { message: string; remedy: string }[] };
    expect([status, findings.length > 0]).toEqual([1, true]);
    const given = ['shape.json', 'JSON'];
    expect(findings.flatMap(({ message, remedy }) => wrongWords(`${message} ${remedy}`, lang, given))).toEqual([]);
  }
});

test('entries that are refused: the words of the cell’s own rule, else ours', async () => {
  const { units } = await run('describe', FRESH).then(
    ({ output }) =>
      output as {
        units: { sheet: string; totals: Record<string, string>; lines: { cells: Record<string, string> }[] }[];
      },
  );
  const unit = units.find(({ sheet }) => sheet === UNIT);
  const cell = unit?.lines[0]?.cells.evidence ?? '';
  const entries = await entriesFile('refused.json', [
    { sheet: UNIT, cell: unit?.totals.total, value: 1 },
    { sheet: UNIT, cell: 'ZZZ1', value: 1 },
    { sheet: UNIT, cell, value: 'a'.repeat(40_000) },
    { sheet: UNIT, cell: 'C5', value: 1 },
    { sheet: 'Không có', cell: 'A1', value: 1 },
  ]);
  for (const lang of BOTH) {
    const words = ['type', at(FRESH), '--entries', entries, '--out', at('out.xlsx'), '--lang', lang];
    const { errors } = JSON.parse((await runCommandLine(words)).stdout) as {
      errors: { reason: string; message: string }[];
    };
    expect(errors.map(({ reason }) => reason)).toEqual(['locked', 'outside', 'formula', 'merged', 'noSheet']);
    expect(errors.flatMap(({ message }) => (message === '' ? ['no words'] : wrongWords(message, lang)))).toEqual([]);
  }
});

test('what Excel refuses is told by its code, not in its words', async () => {
  const session = await openSession(at(FRESH));
  for (const { id, name } of session.workbook.sheets()) if (name === UNIT) session.workbook.deleteSheet(id);
  await session.save(at('less.xlsx'));
  session.close();
  const parts = unzipSync(await readFile(at('less.xlsx')));
  const book = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
  parts['xl/workbook.xml'] = strToU8(book.replace('<sheets>', '<workbookProtection lockStructure="1"/><sheets>'));
  await writeFile(at('locked.xlsx'), zipSync(parts));
  for (const lang of BOTH) {
    const words = ['insert', at('locked.xlsx'), '--out', at('out.xlsx'), '--lang', lang];
    const { status, stdout, stderr } = await runCommandLine(words);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('AccessDenied');
    expect(wrongWords(stderr, lang, ['Tổng hợp'])).toEqual([]);
  }
});

test('all languages of the words are walked here', () => {
  expect(Object.keys(LANGUAGES)).toEqual([...BOTH]);
});

test('a formula that cannot be calculated here is not called an error of Excel, and the remedy is to look at it in Excel', async () => {
  const session = await openSession(at(FRESH));
  const unit = session.workbook.sheets().find(({ name }) => name === UNIT);
  if (!unit) throw new Error('no such unit');
  session.workbook.unprotect(unit.id, null);
  session.workbook.write(unit.id, areaOf('H16'), [[{ kind: 'formula', formula: '=A:A' }]]);
  session.workbook.write(unit.id, areaOf('H15'), [[{ kind: 'formula', formula: '=VALUE("4,75")' }]]);
  await session.save(at('formulas.xlsx'));
  session.close();
  for (const lang of BOTH) {
    const { stdout } = await runCommandLine(['check', at('formulas.xlsx'), '--lang', lang]);
    const { findings } = JSON.parse(stdout) as { findings: { code: string; message: string; remedy: string }[] };
    const found = findings.filter(({ code }) => code === 'error-value');
    expect(found).toHaveLength(2);
    for (const { message, remedy } of found) {
      expect(message).toMatch(/không phải Excel|not Excel/);
      expect(message).not.toMatch(/của Excel|Excel shows/);
      expect(remedy).toMatch(/Mở sổ trong Excel|Open the workbook in Excel/);
    }
  }
});
