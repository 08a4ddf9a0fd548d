/** Documents of the catalogue's Cluster 11, which has proposed lines: made just now, none says that it is outdated. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IWorkbookData } from '@univerjs/core';
import { readWorkbookSnapshot } from '../../src/excel/read';
import { STALE_KEY } from '../../src/sheets/shared/stale';
import { sharedWords } from '../../src/sheets/shared/words';
import { readWorkbook } from '../../src/workbook/covenantWorkbook';
import { readXlsx, writeXlsx } from '../../src/xlsx';
import { cluster11 } from '../support/cluster11';
import { makeDocument, readOverview } from '../support/commands';
import { convert, describeWith } from '../support/libreOffice';
import { closeScoring, must, openScoring } from '../support/scoringBench';

const KINDS = ['detail', 'minutes', 'charts', 'decisions', 'guide'] as const;

let made: IWorkbookData;
beforeAll(async () => {
  const bench = await openScoring(await readXlsx(await cluster11('final')));
  for (const kind of KINDS) must(await makeDocument(kind, {}, '2020-11-25'));
  made = await bench.snapshot();
  await closeScoring();
});
afterEach(closeScoring);

/** The live lines of all documents, by the kind of document. */
async function liveLines(): Promise<[string, unknown][]> {
  const { documents } = readWorkbook(await readWorkbookSnapshot());
  return Object.entries(documents).flatMap(([kind, sheets]) =>
    sheets.flatMap(({ layout, snapshot }): [string, unknown][] => {
      const row = layout.row(STALE_KEY);
      return row === undefined ? [] : [[kind, snapshot.values[row]?.slice(1).join('')]];
    }),
  );
}

test('the check calls none of them outdated', async () => {
  await openScoring(made);
  const { documents, findings } = await readOverview();
  expect(documents.filter(({ outdated }) => outdated)).toEqual([]);
  expect(findings.filter(({ code }) => code === 'document-outdated')).toEqual([]);
});

test('their live lines are empty', async () => {
  await openScoring(made);
  const lines = await liveLines();
  expect(lines.map(([kind]) => kind)).toEqual(expect.arrayContaining(['detail', 'charts', 'minutes']));
  expect(lines.filter(([, text]) => text !== '')).toEqual([]);
});

describeWith(['LibreOffice'], 'calculated again by LibreOffice', () => {
  test('their live lines are empty', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'made-now-'));
    writeFileSync(join(folder, 'made.xlsx'), await writeXlsx(made));
    const [file = ''] = await convert([join(folder, 'made.xlsx')], 'xlsx', join(folder, 'out'));
    await openScoring(await readXlsx(readFileSync(file)));
    const shown = (await readWorkbookSnapshot()).sheets.flatMap(({ name, values }) =>
      values.flat().some((value) => value === sharedWords.stale) ? [name] : [],
    );
    expect(shown).toEqual([]);
    rmSync(folder, { recursive: true, force: true });
  }, 300_000);
});
