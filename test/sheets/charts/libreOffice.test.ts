/** *Biểu đồ* on paper: the saved file keeps its charts, and LibreOffice's pages show names, titles and colours. */
import { makeDocument } from '../../support/commands';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PART_COLORS, sectionColor } from '../../../src/sheets/charts/plan';
import { readXlsx, writeXlsx } from '../../../src/xlsx';
import type { SheetCustom } from '../../../src/xlsx/model/snapshot';
import { clusterOf, criteriaOf } from '../../support/covenants';
import { convert, describeWith } from '../../support/libreOffice';
import { pdfPages } from '../../support/poppler';
import { closeScoring, must, preparedWorkbook, scoreAll } from '../../support/scoringBench';
import { words as chartsWords } from '../../../src/sheets/charts/words';
import { defaultName } from '../../../src/sheets';

const NAMES = ['VKSND tỉnh Kiên Giang', 'VKSND tỉnh Bạc Liêu'];

describeWith(['LibreOffice', 'pdftotext', 'pdftoppm'], 'the charts of two units', () => {
  const folder = mkdtempSync(join(tmpdir(), 'charts-'));
  let pages: string[] = [];
  let file = '';
  let pdf = '';

  beforeAll(async () => {
    const data = await preparedWorkbook(
      { criteria: criteriaOf(11), cluster: clusterOf(2, NAMES) },
      {
        fill: async (bench) => {
          await scoreAll(bench, NAMES[0] ?? '', 1);
          await scoreAll(bench, NAMES[1] ?? '', 2);
          await bench.enter(NAMES[0] ?? '', 'bonus2', 1);
          await bench.enter(NAMES[0] ?? '', 'penalty1', 1);
          must(await makeDocument('charts'));
        },
      },
    );
    await closeScoring();
    file = join(folder, 'charts.xlsx');
    writeFileSync(file, await writeXlsx(data));
    [pdf = ''] = await convert([file], 'pdf', join(folder, 'pdf'));
    pages = pdfPages(pdf);
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const chartPage = (): number => pages.findIndex((text) => text.includes(chartsWords.title));

  test('are written on the page by title, by rank, unit and total, and with their values', () => {
    const text = pages[chartPage()] ?? '';
    expect(text).toContain(chartsWords.ranking(1, 1));
    expect(text).toContain(chartsWords.sections(1, 1));
    for (const part of ['1. VKSND tỉnh', 'Bạc Liêu', 'Điểm chuẩn', 'Điểm cộng', 'Điểm trừ'])
      expect(text).toContain(part);
    expect(text).toMatch(/-0[.,]50/);
  });

  test('are drawn in the colours of their series', () => {
    const prefix = join(folder, 'page');
    const page = String(chartPage() + 1);
    execFileSync('pdftoppm', ['-r', '60', '-f', page, '-l', page, '-singlefile', pdf, prefix]);
    const snapshot = readFileSync(`${prefix}.ppm`);
    const pixels = new Map<string, number>();
    // A header of three lines, then three bytes for each pixel.
    const start = [...snapshot.entries()].filter(([, byte]) => byte === 10)[2]?.[0] ?? 0;
    for (let at = start + 1; at + 2 < snapshot.length; at += 3) {
      const color = `#${snapshot
        .subarray(at, at + 3)
        .toString('hex')
        .toUpperCase()}`;
      pixels.set(color, (pixels.get(color) ?? 0) + 1);
    }
    for (const color of [...Object.values(PART_COLORS), sectionColor(0), sectionColor(1), sectionColor(2)])
      expect([color, (pixels.get(color) ?? 0) > 50]).toEqual([color, true]);
  });

  test('are kept where LibreOffice saves the file again, with references to the live cells', async () => {
    const [again = ''] = await convert([file], 'xlsx', join(folder, 'again'));
    const data = await readXlsx(new Uint8Array(readFileSync(again)));
    const sheet = Object.values(data.sheets).find(({ name }) => name === defaultName('charts'));
    const { charts } = sheet?.custom as unknown as SheetCustom;
    expect(charts.map(({ series }) => series.length)).toEqual([3, 3]);
    for (const { values, categories } of charts.flatMap(({ series }) => series)) {
      expect(values).toMatch(/^='Biểu đồ'!\$[A-Z]+\$\d+:\$[A-Z]+\$\d+$/);
      expect(categories).toMatch(/^='Biểu đồ'!\$[A-Z]+\$\d+:\$[A-Z]+\$\d+$/);
    }
  }, 120_000);
});
