/** The minutes and the detailed table: what they say, and what stays when they are made anew. */
import { complete, checkFigures, insertSheets, makeDocument, rankUnits, readOverview } from '../support/commands';
import type { IWorkbookData } from '@univerjs/core';
import type { Covenant } from '../../src/covenant/covenant';
import { clusterSchema } from '../../src/covenant/covenant';
import { tableParts } from '../../src/sheets/detail/table';
import { rowKey, type RowKey } from '../../src/spreadsheet/keys';
import type { CellWrite } from '../../src/stand-in/workbook/cellContent';
import { address, parseAddress } from '../../src/spreadsheet/plan';
import { text } from '../support/checking';
import { clusterOf, criteriaOf } from '../support/covenants';
import {
  areaOf,
  brief,
  closeScoring,
  must,
  openScoring,
  preparedWorkbook,
  refusal,
  scoreAll,
  type ScoringBench,
} from '../support/scoringBench';

const MINUTES = 'Biên bản';
const DETAIL = 'Chi tiết';
const covenant: Pick<Covenant, 'criteria' | 'cluster'> = { criteria: criteriaOf(11), cluster: clusterOf(3) };

/** Every text and number of a sheet, row by row, without the keys. */
async function texts(bench: ScoringBench, sheet: string): Promise<string[]> {
  const rows = await bench.workbook.read(bench.sheet(sheet), { row: 1, column: 1, rows: 120, columns: 20 });
  return rows
    .map((line) => line.flatMap(({ value }) => (value === null ? [] : [String(value)])).join(' | '))
    .filter((line) => line !== '');
}

/** The keys of the cells of a sheet that are open; of merged ones the first. */
async function openCells(bench: ScoringBench, sheet: string): Promise<{ row: string; column: string }[]> {
  const area = { row: 0, column: 0, rows: 120, columns: 20 };
  const [cells, styles] = [
    await bench.workbook.read(bench.sheet(sheet), area),
    bench.workbook.styles(bench.sheet(sheet), area),
  ];
  const merges = bench.workbook.merges(bench.sheet(sheet));
  const isCovered = (row: number, column: number): boolean =>
    merges.some((one) => row === one.row && column > one.column && column < one.column + one.columns);
  return styles.flatMap((line, row) =>
    line.flatMap(({ locked }, column) => {
      const [rowKeyHere, columnKeyHere] = [cells[row]?.[0]?.value, cells[0]?.[column]?.value];
      return locked || isCovered(row, column)
        ? []
        : [{ row: String(rowKeyHere ?? ''), column: String(columnKeyHere ?? '') }];
    }),
  );
}

/** Two units are equal, one has been corrected, one is excluded. */
async function scored(bench: ScoringBench): Promise<void> {
  await scoreAll(bench, 'Đơn vị 1', 1);
  await scoreAll(bench, 'Đơn vị 2', 1);
  await scoreAll(bench, 'Đơn vị 3', 1.5);
  await bench.enter('Đơn vị 1', 'C1', 0.75, 'agreed');
  await bench.enter('Đơn vị 1', 'C1', 'Thiếu báo cáo quý II', 'note');
  await bench.enter('Đơn vị 2', 'C1', 0.75, 'reviewed');
  const cell = await bench.addressOf('Tổng hợp', rowKey.unit(covenant.cluster.units[2]?.id ?? ''), 'eligibility');
  await bench.type('Tổng hợp', cell, 'Không xét');
  const reason = await bench.addressOf('Tổng hợp', rowKey.unit(covenant.cluster.units[2]?.id ?? ''), 'reason');
  await bench.type('Tổng hợp', reason, 'Có người bị kỷ luật');
  must(await rankUnits());
}

let ranked: IWorkbookData;
beforeAll(async () => {
  ranked = await preparedWorkbook(covenant, { fill: scored });
});
afterEach(closeScoring);

/** Documents that differ from what the workbook says by now. */
const outdated = async (): Promise<string[]> =>
  (await readOverview()).documents.flatMap((one) => (one.outdated ? [one.type] : []));

const STALE = 'KHÔNG CÒN KHỚP SỐ LIỆU TRONG SỔ: lập lại trước khi ký';
const writeOf = (value: unknown): CellWrite => {
  if (value === null) return { kind: 'empty' };
  return typeof value === 'number' ? { kind: 'number', number: value } : { kind: 'text', text: String(value) };
};

describe('the minutes', () => {
  test('tell old and new points with the reason, who is left out, every rank, and how equal ones stand', async () => {
    const bench = await openScoring(ranked);
    expect(must(await makeDocument('minutes'))).toEqual({ kind: 'minutes', sheets: [MINUTES], replaced: false });
    const lines = await texts(bench, MINUTES);
    const line = (wanted: RegExp): string => lines.find((one) => wanted.test(one)) ?? '';
    expect(line(/Thiếu báo cáo/)).toMatch(/^1 \| Đơn vị 1 \| .* \| 1,00 \| 0,75 \| Thiếu báo cáo quý II$/);
    expect(line(/^2 \| Đơn vị 2 \| .* \| 1,00 \| 0,75/)).not.toBe('');
    expect(line(/Không xét/)).toMatch(/^1 \| Đơn vị 3 \| Không xét \| Có người bị kỷ luật/);
    expect(lines.filter((one) => /^1 \| Đơn vị [12] \| [\d,]+ \| [\d,]+ \| [\d,]+ \| [\d,]+/.test(one))).toHaveLength(
      2,
    );
    expect(line(/^- \| Đơn vị 3/)).not.toBe('');
    expect(lines).toContainEqual(
      expect.stringMatching(/^Hai đơn vị Đơn vị 1, Đơn vị 2 cùng đạt \d+,\d\d điểm, đồng hạng 1\.$/),
    );
    expect(lines.filter((one) => one.startsWith('- Đơn vị'))).toEqual([]);
  });

  test('say that they are a draft while the ranking is provisional', async () => {
    const bench = await openScoring(ranked);
    must(await makeDocument('minutes'));
    expect(await texts(bench, MINUTES)).toContain('DỰ THẢO: KẾT QUẢ TẠM TÍNH');
  });

  test('keep what was written by hand when they are made anew', async () => {
    const bench = await openScoring(ranked);
    must(await makeDocument('minutes'));
    const person = await bench.addressOf(MINUTES, rowKey.unit(covenant.cluster.units[1]?.id ?? ''), 'c4');
    const closing = await bench.addressOf(MINUTES, rowKey.field('closing'), 'c1');
    await bench.type(MINUTES, person, 'Nguyễn Văn A');
    await bench.type(MINUTES, closing, 'Họp xong lúc 11 giờ.');
    await bench.enter('Đơn vị 1', 'C1', 0.5, 'agreed');
    expect(must(await makeDocument('minutes'))).toMatchObject({ replaced: true });
    const lines = await texts(bench, MINUTES);
    expect(lines).toContain('Họp xong lúc 11 giờ.');
    expect(lines.find((one) => one.includes('Nguyễn Văn A'))).toMatch(/^2 \| /);
    expect(lines.find((one) => one.includes('Thiếu báo cáo'))).toContain('0,50');
  });

  test('keep every open cell, the number of the minutes among them', async () => {
    const bench = await openScoring(ranked);
    must(await makeDocument('minutes'));
    const open = await openCells(bench, MINUTES);
    expect(open.length).toBeGreaterThan(6);
    expect(open.map(({ row }) => row)).toContain('field:number');
    for (const [index, { row, column }] of open.entries())
      await bench.type(MINUTES, await bench.addressOf(MINUTES, row, column), `Ghi tay ${index}`);
    await bench.enter('Đơn vị 1', 'C1', 0.5, 'agreed');
    must(await makeDocument('minutes'));
    for (const [index, { row, column }] of open.entries())
      expect(await bench.value(MINUTES, row, column)).toBe(`Ghi tay ${index}`);
  });

  test('begin and end as the cluster wants it', async () => {
    const cluster = clusterSchema.parse({
      ...clusterOf(2),
      awards: [],
      paper: {
        issuer: 'Hội đồng Cụm 1',
        basis: 'Căn cứ Quy chế 01; Căn cứ Giao ước 02;',
        opening: 'Sáng nay.',
        recipients: 'Vụ 16; Lưu',
      },
    });
    const bench = await openScoring(await preparedWorkbook({ criteria: covenant.criteria, cluster }));
    must(await makeDocument('minutes'));
    const lines = await texts(bench, MINUTES);
    expect(lines).toEqual(
      expect.arrayContaining(['Căn cứ Quy chế 01;', 'Căn cứ Giao ước 02.', 'Sáng nay.', '- Vụ 16;', '- Lưu.']),
    );
    expect(lines.join('\n')).toContain('HỘI ĐỒNG CỤM 1');
  });

  test.each<['cluster' | 'block', string]>([
    ['cluster', 'cụm'],
    ['block', 'khối'],
  ])('say the year once, days as documents have them, and what it is: a %s', async (type, noun) => {
    const cluster = clusterSchema.parse({
      ...clusterOf(2),
      type,
      title: 'Cụm thi đua số 1 năm 2020',
      period: { title: 'Năm 2020', signed: '2020-02-05' },
      awards: [{ id: 'co', name: 'Cờ thi đua', quota: null }],
    });
    const bench = await openScoring(await preparedWorkbook({ criteria: covenant.criteria, cluster }));
    must(await makeDocument('minutes'));
    const lines = await texts(bench, MINUTES);
    expect(lines).toEqual(
      expect.arrayContaining([
        'Căn cứ Giao ước thi đua ngày 05 tháng 02 năm 2020 của Cụm thi đua số 1.',
        'Không có tiêu chí nào được điều chỉnh điểm so với tự chấm.',
        `3. Nội dung ${noun} quyết định`,
        `1. Cờ thi đua: Giao ước chưa quy định số lượng; ${noun} chưa đề nghị đơn vị nào.`,
        `- Các đơn vị trong ${noun};`,
        '- Lưu: VT, hồ sơ.',
      ]),
    );
    const opening = lines.find((one) => one.startsWith('Hôm nay')) ?? '';
    expect(opening.match(/năm 2020/g)).toHaveLength(1);
    expect(lines.find((one) => one.startsWith('Cuộc họp kết thúc'))).toMatch(/ký tên\.\/\.$/);
    expect(lines.join('\n')).not.toMatch(/cụm, khối|nguồn không nêu|Chưa đề nghị đơn vị nào/);
  });

  test('fill a page before they begin the next: a heading takes only what follows it along', async () => {
    const bench = await openScoring(ranked);
    must(await makeDocument('minutes'));
    const { rowBreaks } = bench.workbook.page(bench.sheet(MINUTES));
    const heights = (first: number, next: number): number =>
      Array.from({ length: next - first }, (_, row) =>
        bench.workbook.rowHeight(bench.sheet(MINUTES), first + row),
      ).reduce((sum, height) => sum + height, 0);
    const room = ((297 - 40) / 25.4) * 72;
    expect(rowBreaks.length).toBeGreaterThan(0);
    [1, ...rowBreaks].slice(0, -1).forEach((first, index) => {
      expect(heights(first, rowBreaks[index] ?? 0)).toBeLessThanOrEqual(room);
      // Nothing here is higher than a quarter of the page.
      expect(heights(first, rowBreaks[index] ?? 0)).toBeGreaterThan(room * 0.7);
    });
  });

  test('take at most five round trips, also in place of older ones', async () => {
    const bench = await openScoring(ranked);
    for (let time = 0; time < 2; time += 1) {
      bench.host.resetCounters();
      must(await makeDocument('minutes'));
      expect(bench.host.counters.batches).toBeLessThanOrEqual(5);
    }
  });
});

describe('the detailed table', () => {
  test('shows every line of every unit and follows the figures', async () => {
    const bench = await openScoring(ranked);
    must(await makeDocument('detail'));
    const [first] = covenant.cluster.units;
    const at = (row: string): Promise<unknown> => bench.value(DETAIL, row, `unit:${first?.id ?? ''}`);
    expect(await at(rowKey.line('C1'))).toBe(0.75);
    expect(await at(rowKey.field('rank'))).toBe(1);
    const total = await at(rowKey.total('total'));
    await bench.enter('Đơn vị 1', 'C1', 0.5, 'agreed');
    expect(await at(rowKey.line('C1'))).toBe(0.5);
    expect(await at(rowKey.total('total'))).toBeCloseTo(Number(total) - 0.25, 6);
  });

  test('goes on in further sheets, each with as many units as the others; fewer units leave fewer sheets', async () => {
    expect([1, 10, 11, 60].map(tableParts)).toEqual([1, 1, 2, 6]);
    const many = { criteria: criteriaOf(11), cluster: clusterOf(12) };
    const bench = await openScoring(await preparedWorkbook(many));
    const { sheets } = must(await makeDocument('detail'));
    expect(sheets).toHaveLength(2);
    const shown = async (sheet: string): Promise<number> =>
      (await texts(bench, sheet)).filter((line) => line.startsWith('STT'))[0]?.split(' | ').length ?? 0;
    expect(await Promise.all(sheets.map(shown))).toEqual([9, 9]);
    expect(must(await makeDocument('detail'))).toEqual({ kind: 'detail', sheets, replaced: true });
    expect(bench.names().filter((name) => name.startsWith(DETAIL))).toEqual(sheets);
  });

  test('is refused while a unit has no sheet', async () => {
    const bench = await openScoring(ranked);
    await bench.addUnit('Mới');
    expect(refusal(await makeDocument('detail')).map(({ code }) => code)).toEqual(['sheet-missing']);
  });
});

test('documents as they were made add nothing to what is checked', async () => {
  await openScoring(ranked);
  const before = (await checkFigures()).map(brief);
  for (const kind of ['minutes', 'detail', 'guide'] as const) must(await makeDocument(kind));
  expect((await checkFigures()).map(brief)).toEqual(before);
});

describe.each([
  ['minutes', MINUTES],
  ['guide', 'Hướng dẫn'],
] as const)('what is changed by hand on the document %s', (kind, sheet) => {
  let made: IWorkbookData;
  beforeAll(async () => {
    const bench = await openScoring(ranked);
    must(await makeDocument(kind));
    made = await bench.snapshot();
    await closeScoring();
  });

  const changes = async (): Promise<string[]> =>
    (await checkFigures()).flatMap((one) => (one.code.startsWith('document-') ? [brief(one)] : []));

  test('is found in every locked cell, each text and each number, and goes when it is made anew', async () => {
    const bench = await openScoring(made);
    const id = bench.sheet(sheet);
    const area = { row: 1, column: 1, rows: 120, columns: 12 };
    const [cells, styles] = [await bench.workbook.read(id, area), bench.workbook.styles(id, area)];
    const written = cells.flatMap((line, row) =>
      line.flatMap(({ value }, column) =>
        value !== null && value !== '' && styles[row]?.[column]?.locked ? [address(row + 1, column + 1)] : [],
      ),
    );
    expect(written.length).toBeGreaterThan(20);
    bench.unlocked(sheet, () => {
      for (const [index, cell] of written.entries()) {
        const other =
          index % 2 === 0 ? ({ kind: 'text', text: 'khác' } as const) : ({ kind: 'number', number: 9.87 } as const);
        bench.workbook.write(id, areaOf(cell), [[other]]);
      }
    });
    expect(await changes()).toEqual(written.map((cell) => `${sheet}!${cell} document-differs`));
    must(await makeDocument(kind));
    expect(await changes()).toEqual([]);
  });

  test('is found where a row was deleted', async () => {
    const bench = await openScoring(made);
    const area = { row: 0, column: 0, rows: 60, columns: 1 };
    const keys = (await bench.workbook.read(bench.sheet(sheet), area)).map(([key]) => key?.value);
    const keyed = keys.findLastIndex((key) => typeof key === 'string');
    bench.unlocked(sheet, (id) => bench.workbook.deleteRows(id, keyed, 1));
    expect(await changes()).toContain(`${sheet}! document-rows-lost`);
  });
});

describe('what the pane tells of documents', () => {
  test('minutes are out of date once anything they say has changed, and not for what is written on them by hand', async () => {
    const bench = await openScoring(ranked);
    must(await makeDocument('minutes'));
    must(await makeDocument('charts'));

    expect(await outdated()).toEqual([]);
    await bench.type(MINUTES, await bench.addressOf(MINUTES, rowKey.field('closing'), 'c1'), 'Họp xong lúc 11 giờ.');
    expect(await outdated()).toEqual([]);
    await bench.enter('Đơn vị 1', 'C1', 0.5, 'agreed');
    expect(await outdated()).toEqual(['minutes']);
    const line = await bench.addressOf(MINUTES, 'field:stale', 'c1');
    expect((await checkFigures()).filter(({ code }) => code.startsWith('document-')).map(brief)).toEqual([
      `${MINUTES}!${line} document-outdated`,
    ]);
    must(await makeDocument('minutes'));
    expect(await outdated()).toEqual([]);
  });

  test('the detailed table and the charts are out of date once a unit has joined', async () => {
    const bench = await openScoring(ranked);
    for (const kind of ['detail', 'charts'] as const) must(await makeDocument(kind));
    await bench.addUnit('Mới');
    must(await insertSheets());
    expect(await outdated()).toEqual(['detail', 'charts']);
  });

  describe('charts whose formulas take figures from other cells than they were made with', () => {
    /** A cell of the first place, its formula changed as `move` does. */
    async function moved(column: string, move: (formula: string) => string): Promise<ScoringBench> {
      const bench = await openScoring(ranked);
      must(await makeDocument('charts'));
      expect(await outdated()).toEqual([]);
      const cell = await bench.addressOf('Biểu đồ', 'place:1', column);
      const { formula } = await bench.read('Biểu đồ', cell);
      bench.unlocked('Biểu đồ', (id) => {
        bench.workbook.write(id, areaOf(cell), [[{ kind: 'formula', formula: move(formula ?? '') }]]);
      });
      return bench;
    }

    test.each<[string, string, (formula: string) => string]>([
      [
        'the rows of the summary one line further down',
        'total',
        (one) => one.replace(/\$(\d+):/g, (_all, row) => `$${Number(row) + 1}:`),
      ],
      ['no cell at all', 'rank', () => '=1'],
    ])('are out of date: %s', async (_what, column, move) => {
      await moved(column, move);
      expect(await outdated()).toEqual(['charts']);
      expect((await checkFigures()).map(brief)).toContain('Biểu đồ!B5 document-outdated');
      must(await makeDocument('charts'));
      expect(await outdated()).toEqual([]);
    });
  });

  test('charts say live above their title that the list of units begins elsewhere, and that the row of a unit is lost', async () => {
    const bench = await openScoring(ranked);
    must(await makeDocument('charts'));
    const line = (): Promise<unknown> => bench.value('Biểu đồ', 'field:stale', 'rank');
    const rowOf = async (unit: string): Promise<number> =>
      parseAddress(await bench.addressOf('Tổng hợp', rowKey.unit(unit), 'rank')).row;
    expect(await line()).toBe('');
    const first = await rowOf('u1');
    bench.unlocked('Tổng hợp', (id) => bench.workbook.insertRows(id, first, 1));
    expect(await line()).toMatch(/lập lại/);
    bench.unlocked('Tổng hợp', (id) => bench.workbook.deleteRows(id, first, 1));
    must(await makeDocument('charts'));
    expect(await line()).toBe('');
    const second = await rowOf('u2');
    bench.unlocked('Tổng hợp', (id) => {
      bench.workbook.deleteRows(id, second, 1);
      bench.workbook.insertRows(id, second, 1);
      bench.workbook.write(id, { row: second, column: 0, rows: 1, columns: 1 }, [[text(rowKey.unit('u2'))]]);
    });
    expect(await line()).toMatch(/lập lại/);
  });

  test('minutes say live above their title that what they were made from has changed, and no longer once it is put back', async () => {
    const bench = await openScoring(ranked);
    must(await makeDocument('minutes'));
    const line = (): Promise<unknown> => bench.value(MINUTES, 'field:stale', 'c1');
    expect(await line()).toBe('');
    const changes: [sheet: string, row: RowKey, column: string, content: string][] = [
      ['Đơn vị 1', rowKey.line('C1'), 'note', 'Thiếu báo cáo quý III'],
      ['Đơn vị 2', rowKey.line('C1'), 'agreed', '0.25'],
      ['Đơn vị 2', rowKey.field('stage'), 'standard', 'Thẩm định'],
      ['Tổng hợp', rowKey.unit('u3'), 'reason', 'Có người bị truy tố'],
      ['Tổng hợp', rowKey.unit('u3'), 'unit', 'ĐƠN VỊ 3'],
      ['Tổng hợp', rowKey.unit('u3'), 'basis', 'Quyết định số 5'],
      ['Giao ước', rowKey.field('period.title'), 'c4', 'Năm 2031'],
    ];
    for (const [sheet, row, column, content] of changes) {
      const cell = areaOf(await bench.addressOf(sheet, row, column));
      const id = bench.sheet(sheet);
      const [[before] = []] = await bench.workbook.read(id, cell);
      const put = (value: unknown, formula: string | null = null): void =>
        bench.unlocked(sheet, () =>
          bench.workbook.write(id, cell, [[formula === null ? writeOf(value) : { kind: 'formula', formula }]]),
        );
      put(content);
      expect([sheet, column, await line()]).toEqual([sheet, column, STALE]);
      put(before?.value ?? null, before?.formula ?? null);
      expect([sheet, column, await line()]).toEqual([sheet, column, '']);
    }
    // Evidence is not on the minutes.
    await bench.enter('Đơn vị 1', 'C1', 'Công văn số 7', 'evidence');
    expect(await line()).toBe('');
  });

  test.each(['detail', 'charts'] as const)(
    '%s say live that units, names or the period are not those that they show',
    async (kind) => {
      const bench = await openScoring(ranked);
      const [sheet = ''] = must(await makeDocument(kind)).sheets;
      const column = kind === 'detail' ? 'number' : 'rank';
      const line = (): Promise<unknown> => bench.value(sheet, 'field:stale', column);
      expect(await line()).toBe('');
      const cells: [string, string][] = [
        ['Tổng hợp', await bench.addressOf('Tổng hợp', 'field:subtitle', 'number')],
        ...(kind === 'detail'
          ? ([
              ['Tổng hợp', await bench.addressOf('Tổng hợp', rowKey.unit('u2'), 'unit')],
              ['Đơn vị 1', await bench.addressOf('Đơn vị 1', rowKey.line('C2'), 'title')],
            ] as [string, string][])
          : []),
      ];
      for (const [other, cell] of cells) {
        const before = (await bench.read(other, cell)).value;
        const put = (value: unknown): void =>
          bench.unlocked(other, (id) => bench.workbook.write(id, areaOf(cell), [[writeOf(value)]]));
        put('Khác');
        expect([other, cell, await line()]).toEqual([other, cell, STALE]);
        put(before);
        expect([other, cell, await line()]).toEqual([other, cell, '']);
      }
      await bench.enter('Đơn vị 1', 'C1', 0.5, 'agreed');
      expect(await line()).toBe('');
      await bench.addUnit('Mới');
      must(await insertSheets());
      expect(await line()).toBe(STALE);
      expect((await checkFigures()).map(brief)).toContain(
        `${sheet}!${await bench.addressOf(sheet, 'field:stale', column)} document-outdated`,
      );
      must(await makeDocument(kind));
      expect(await line()).toBe('');
    },
  );

  test('a line that was emptied is found', async () => {
    const bench = await openScoring(ranked);
    must(await makeDocument('minutes'));
    const cell = await bench.addressOf(MINUTES, 'field:stale', 'c1');
    bench.unlocked(MINUTES, (id) => bench.workbook.write(id, areaOf(cell), [[{ kind: 'empty' }]]));
    expect((await checkFigures()).map(brief)).toContain(`${MINUTES}!${cell} document-outdated`);
  });

  test('sheets that are laid out for paper tell their pages', async () => {
    const bench = await openScoring(ranked);
    must(await makeDocument('minutes'));
    const { result: pages } = await complete('countPages', undefined);
    for (const sheet of ['Đơn vị 1', 'Tổng hợp', MINUTES])
      expect(pages.get(sheet)).toBe(bench.workbook.page(bench.sheet(sheet)).rowBreaks.length + 1);
    expect(pages.has('Tiêu chí')).toBe(false);
  });
});
