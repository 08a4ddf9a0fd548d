/** Names: a unit renamed everywhere in one step, printed words renewed, codes written down before a name can change. */
import type { IWorkbookData } from '@univerjs/core';
import { clusterSchema } from '../../src/covenant/covenant';
import { type Finding, identityDoubts } from '../../src/covenant/findings';
import { UNITS } from '../../src/sheets/covenant/layout';
import { sheetNameFor } from '../../src/spreadsheet/sheetNames';
import { parseAddress } from '../../src/spreadsheet/plan';
import { text } from '../support/checking';
import { checkFigures, complete, insertSheets, makeDocument, rankUnits, undoLast } from '../support/commands';
import { clusterOf, criteriaOf } from '../support/covenants';
import { decideEligibility } from '../support/sealed';
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
import { runById } from '../../src/commands';
import { vi } from '../../src/locales/vi';

const SUMMARY = 'Tổng hợp';
const [FIRST, SECOND] = ['Đơn vị 1', 'Đơn vị 2'] as const;
const covenant = {
  criteria: criteriaOf(11),
  cluster: clusterSchema.parse({
    ...clusterOf(5),
    awards: [{ id: 'A', name: 'Lá cờ đầu', quota: { type: 'fixed', number: 1 } }],
  }),
};

/** Scored, agreed and ranked; then with minutes and a seal. */
let ranked: IWorkbookData;
let sealed: IWorkbookData;
beforeAll(async () => {
  ranked = await preparedWorkbook(covenant, {
    fill: async (bench) => {
      for (const { name } of covenant.cluster.units) {
        await scoreAll(bench, name, name === FIRST ? 2 : 1.5);
        await bench.type(name, await bench.addressOf(name, 'field:stage', 'standard'), 'Thống nhất');
      }
      must(await rankUnits());
    },
  });
  const bench = await openScoring(ranked);
  for (const kind of ['minutes', 'detail', 'charts'] as const) must(await makeDocument(kind));
  must(await makeDocument('seal', {}, '2020-12-01'));
  sealed = await bench.snapshot();
  await closeScoring();
}, 120_000);
afterEach(closeScoring);

/** The hidden sheet with the cells as they were sealed. */
const COPIES = 'Chốt (bản lưu)';
/** Names are sealed: another one changes what was signed. */
const isOfSeal = ({ code }: Finding): boolean => code === 'seal-changed' || code === 'sealed-cell-differs';

const rename = (unit: string, name: string, fullName?: string) =>
  complete('renameUnit', { unit, name, ...(fullName !== undefined && { fullName }) });
/** Every cell of the workbook that contains a text, by the names of the sheets. */
async function sheetsWith(bench: ScoringBench, part: string): Promise<string[]> {
  const found: string[] = [];
  for (const { id, name } of bench.workbook.sheets()) {
    const used = await bench.workbook.usedArea(id, { valuesOnly: true });
    const cells = used ? await bench.workbook.read(id, used) : [];
    if (cells.some((line) => line.some(({ value }) => typeof value === 'string' && value.includes(part))))
      found.push(name);
  }
  return found;
}
const unitCell = async (bench: ScoringBench, nth: number, field: keyof typeof UNITS.columns): Promise<string> => {
  const { row, column } = parseAddress(await bench.addressOf('Giao ước', UNITS.header, UNITS.columns[field]));
  return `${String.fromCharCode(65 + column)}${row + 1 + nth}`;
};

describe('a unit renamed by the command', () => {
  const NEW = 'Phường Vị Tân';

  test('has its new name wherever the old one stood, tab, minutes and seal among them; only the seal has changed', async () => {
    const bench = await openScoring(sealed);
    const before = (await checkFigures()).map(brief);
    expect(before).toEqual([]);
    const { report } = await rename('u1', NEW);
    expect(report).toMatchObject({ from: FIRST, to: NEW, tabs: [NEW], left: [] });
    // The copies keep what was sealed.
    expect(await sheetsWith(bench, FIRST)).toEqual([COPIES]);
    expect(bench.names()).toEqual(expect.arrayContaining([NEW, 'Biên bản', 'Chốt']));
    expect(await sheetsWith(bench, NEW)).toEqual(
      expect.arrayContaining(['Giao ước', NEW, SECOND, SUMMARY, 'Xét danh hiệu', 'Biên bản', 'Chốt']),
    );
    const after = await checkFigures();
    expect(after.filter((one) => !isOfSeal(one)).map(brief)).toEqual(before);
    expect(after.map(({ code }) => code)).toContain('seal-changed');
    expect(must(await rankUnits()).provisional).toBe(false);
  });

  test('is undone in one step', async () => {
    const bench = await openScoring(sealed);
    const before = await bench.snapshot();
    const { undo } = await rename('u1', NEW, 'Viện kiểm sát nhân dân khu vực 1');
    const { renamed, left } = must(await undoLast(undo));
    expect(renamed).toEqual([FIRST]);
    expect(left).toEqual([]);
    expect(await bench.snapshot()).toEqual(before);
  });

  test('keeps a full name with the old one in it, which is proposed anew, and every place is named where it stands', async () => {
    const bench = await openScoring(sealed);
    await rename('u2', SECOND, 'VKSND Đơn vị 2');
    const evidence = await bench.addressOf('Đơn vị 3', 'line:C1', 'evidence');
    await bench.type('Đơn vị 3', evidence, 'Công văn số 7/CV của đơn vị 2, Đơn vị 21 và Đơn vị 1');
    const { report, undo } = await rename('u2', NEW);
    const full = await unitCell(bench, 2, 'fullName');
    const own = [
      await bench.addressOf(NEW, 'field:unit', 'number'),
      await bench.addressOf(NEW, 'field:subtitle', 'number'),
    ];
    const cells = [`Giao ước!${full}`, ...own.map((cell) => `${NEW}!${cell}`), `Đơn vị 3!${evidence}`];
    const placed = report.left.filter(({ cell }) => cell !== null);
    expect(placed.map(({ sheet, cell }) => `${sheet}!${cell ?? ''}`)).toEqual([
      ...cells,
      // The minutes call units by their full names.
      expect.stringMatching(/^Biên bản!/),
    ]);
    expect(report.fullName).toEqual({ kept: 'VKSND Đơn vị 2', proposed: `VKSND ${NEW}` });
    const words = vi.commands.renameUnit.done(report).join(' ');
    expect(words).toContain(
      `Tên cũ còn ở: Giao ước!${full}, ${NEW}!${own.join(', ')}, Đơn vị 3!${evidence}, Biên bản!`,
    );
    expect(words).toContain(`“VKSND ${NEW}”`);
    must(await undoLast(undo));
    // Given with the new name nothing is left but what a person has written.
    const given = await rename('u2', NEW, `VKSND ${NEW}`);
    expect(given.report.fullName).toBeNull();
    expect(given.report.left.filter(({ cell }) => cell !== null)).toEqual([{ sheet: 'Đơn vị 3', cell: evidence }]);
  });

  test.each(['Đơn vị/1', 'Đơn vị 1/Phòng 2', 'A: [B] * ? \\ C', "'Phòng 1'", 'x'.repeat(40)])(
    'whose name a tab may not have has it cleaned on its tab; what keeps the former name is named: %s',
    async (name) => {
      const bench = await openScoring(ranked);
      await bench.type('Giao ước', await unitCell(bench, 1, 'fullName'), `Viện kiểm sát ${FIRST}`);
      await complete('renewWords', undefined);
      const before = (await checkFigures()).map(({ code }) => code);
      const { tabs, left, fullName } = (await rename('u1', name)).report;
      const tab = sheetNameFor(name, []);
      expect(bench.names()).toContain(tab);
      expect(tabs).toEqual(tab === FIRST ? [] : [tab]);
      expect(fullName).toEqual({ kept: `Viện kiểm sát ${FIRST}`, proposed: `Viện kiểm sát ${name}` });
      expect(left.map(({ sheet, cell }) => `${sheet}!${cell ?? ''}`)).toContain(
        `Giao ước!${await unitCell(bench, 1, 'fullName')}`,
      );
      expect(new Set(left.map(({ sheet }) => sheet))).toEqual(new Set(['Giao ước', tab]));
      expect(await bench.value(SUMMARY, 'unit:u1', 'unit')).toBe(name);
      expect((await checkFigures()).map(({ code }) => code)).toEqual(before);
    },
  );

  test.each([40, 65, 120, 200])('of %d letters has rows and pages that are as they should be', async (letters) => {
    await openScoring(sealed);
    const { report } = await rename('u1', 'Khu vực mười hai '.repeat(12).slice(0, letters).trim());
    // With a long name the minutes may break their pages elsewhere: then they have to be made anew.
    const left = report.left.map(({ sheet }) => `${sheet} document-outdated`);
    const found = (await checkFigures()).filter((one) => !isOfSeal(one));
    expect(found.map(({ code, place }) => `${place?.sheet ?? ''} ${code}`)).toEqual(left);
  });

  test.each([
    ['a name that another unit has', 'u1', 'ĐƠN VỊ 2', 'unit-doubled'],
    ['a name that Excel takes for a formula', 'u1', '=1+1', 'name-refused'],
    ['the name of a table', 'u1', 'Tổng hợp', 'name-refused'],
    ['the name of a document, in capitals', 'u1', 'BIÊN BẢN', 'name-refused'],
    ['no name', 'u1', '  ', 'name-refused'],
    ['a name that is too long', 'u1', 'x'.repeat(201), 'name-refused'],
    ['a unit that there is none of', 'u9', 'X', 'name-refused'],
  ])('is refused with %s, and nothing is written', async (_, unit, name, code) => {
    const bench = await openScoring(sealed);
    const before = await bench.snapshot();
    const { outcome } = await runById('renameUnit', { unit, name }, {});
    const findings = refusal(outcome);
    expect(findings.map((one) => one.code)).toEqual([code]);
    const names = findings.flatMap(({ place }) => (place?.cell ? [bench.read(place.sheet, place.cell)] : []));
    const shown = (await Promise.all(names)).map((cell) => cell.value);
    expect(shown).toEqual([unit === 'u9' ? 'Mã đơn vị' : code === 'unit-doubled' ? SECOND : FIRST]);
    expect(await bench.snapshot()).toEqual(before);
  });
});

describe('a name that changes in capitals only', () => {
  const SPELLED = 'ĐƠN VỊ 1';

  test('is that of the tab as well, and undone with it', async () => {
    const bench = await openScoring(ranked);
    const before = await bench.snapshot();
    const { result, undo } = await complete('renameUnit', { unit: 'u1', name: SPELLED });
    expect(result.tabs).toEqual([SPELLED]);
    expect(bench.names()).toContain(SPELLED);
    expect((await checkFigures()).map(({ code }) => code)).not.toContain('words-differ');
    expect(must(await undoLast(undo)).renamed).toEqual([FIRST]);
    expect(await bench.snapshot()).toEqual(before);
  });

  test('and was typed in *Giao ước*, or the tab in other letters, is renewed with the words, a number kept', async () => {
    const bench = await openScoring(ranked);
    await bench.type('Giao ước', await unitCell(bench, 1, 'name'), SPELLED);
    bench.workbook.renameSheet(bench.sheet(SECOND), 'đơn vị 2 (2)');
    const { tabs } = (await complete('renewWords', undefined)).result;
    expect(tabs).toEqual([SPELLED, `${SECOND} (2)`]);
    expect((await complete('renewWords', undefined)).result).toEqual({ cells: 0, tabs: [] });
  });
});

describe('printed words that *Giao ước* no longer has', () => {
  test('are renewed on every sheet by one command, tabs that were exchanged as well; it is undone in one step', async () => {
    const bench = await openScoring(sealed);
    await bench.type('Giao ước', await bench.addressOf('Giao ước', 'field:period.title', 'c4'), 'Năm 2031');
    for (const [from, to] of [
      [FIRST, 'tạm'],
      [SECOND, FIRST],
      ['tạm', SECOND],
    ] as const)
      bench.workbook.renameSheet(bench.sheet(from), to);
    const before = await bench.snapshot();
    expect(identityDoubts(await checkFigures()).map(brief)).toEqual([
      `${SECOND}! tab-of-other`,
      `${FIRST}! tab-of-other`,
    ]);
    const { result, undo } = await complete('renewWords', undefined);
    expect(result.tabs).toEqual([FIRST, SECOND]);
    const left = (await checkFigures()).filter(({ code }) => code === 'words-differ' || code === 'tab-of-other');
    // What was signed is left for a person to decide.
    expect(new Set(left.map(({ place }) => place?.sheet))).toEqual(new Set(['Chốt']));
    expect(left.every(({ fix, choices }) => fix === undefined && choices?.length === 1)).toBe(true);
    must(await undoLast(undo));
    expect(await bench.snapshot()).toEqual(before);
  });

  test('keep the result from being sealed, also on the sheet of an excluded unit', async () => {
    const bench = await openScoring(sealed);
    await decideEligibility(bench, 'u5', 'Không xét');
    const cell = await bench.addressOf('Đơn vị 5', 'header', 'title');
    bench.unlocked('Đơn vị 5', (id) => bench.workbook.write(id, areaOf(cell), [[text('Nội dung')]]));
    must(await rankUnits());
    expect(refusal(await makeDocument('seal', {}, '2020-12-02')).map(brief)).toEqual(['! seal-errors']);
    await complete('renewWords', undefined);
    must(await makeDocument('seal', {}, '2020-12-02'));
  });
});

describe('while a name and its figures may have parted', () => {
  test('nothing is ranked, made into a document or sealed, until a person has chosen', async () => {
    const bench = await openScoring(sealed);
    const cells = [
      await bench.addressOf(SUMMARY, 'unit:u1', 'unit'),
      await bench.addressOf(SUMMARY, 'unit:u2', 'unit'),
    ];
    bench.unlocked(SUMMARY, (id) => {
      for (const [index, name] of [SECOND, FIRST].entries())
        bench.workbook.write(id, areaOf(cells[index] ?? ''), [[text(name)]]);
    });
    const before = await bench.snapshot();
    const doubts = cells.map((cell) => `${SUMMARY}!${cell} name-not-key`);
    expect(refusal(await rankUnits()).map(brief)).toEqual(doubts);
    for (const kind of ['minutes', 'detail', 'charts', 'seal'] as const)
      expect(refusal(await makeDocument(kind, {}, '2020-12-02')).map(brief)).toEqual(doubts);
    expect(refusal((await runById('renewWords', undefined, {})).outcome).map(brief)).toEqual(doubts);
    await complete(
      'applyFixes',
      (await checkFigures()).filter(({ code }) => code === 'name-not-key'),
    );
    expect(await bench.snapshot()).toEqual(before);
    for (const cell of cells) {
      const found = (await checkFigures()).find(({ place }) => place?.sheet === SUMMARY && place.cell === cell);
      const choice = found?.choices?.find(({ id }) => id === 'putNameBack');
      if (choice) await complete('applyChoice', choice);
    }
    expect(identityDoubts(await checkFigures())).toEqual([]);
    must(await rankUnits());
  });

  test.each([SUMMARY, 'Xét danh hiệu', 'Giao ước'])(
    'a second %s in front of the first is never ranked by',
    async (name) => {
      const isReferredTo = name === SUMMARY;
      // The formulas of a seal refer to every sheet, to the other two no other does.
      const bench = await openScoring(isReferredTo ? sealed : ranked);
      const copy = bench.workbook.copySheet(bench.sheet(name), 0);
      const about = (await checkFigures()).filter(
        ({ code }) => code === 'sheet-doubled' || code === 'original-unclear',
      );
      const tab = bench.names()[0] ?? '';
      expect(about.map(brief)).toEqual(
        isReferredTo ? [`${tab}! sheet-doubled`] : [`${tab}! original-unclear`, `${name}! original-unclear`],
      );
      if (!isReferredTo)
        for (const outcome of [await rankUnits(), await insertSheets(), await makeDocument('seal')])
          expect(refusal(outcome).map(({ code }) => code)).toEqual(['original-unclear', 'original-unclear']);
      bench.workbook.deleteSheet(copy);
      must(await rankUnits());
    },
  );
});

describe('codes of units that were typed without one', () => {
  test('are written down by inserting; a unit renamed in *Giao ước* afterwards keeps its sheet', async () => {
    const bench = await openScoring(await preparedWorkbook({ ...covenant, cluster: clusterOf(1) }));
    for (const [nth, name] of [
      [2, 'Hà Tiên'],
      [3, 'Hạ Tiên'],
    ] as const)
      await bench.type('Giao ước', await unitCell(bench, nth, 'name'), name);
    must(await insertSheets());
    const codes = [2, 3].map(async (nth) => (await bench.read('Giao ước', await unitCell(bench, nth, 'id'))).value);
    expect(await Promise.all(codes)).toEqual(['ha-tien', 'ha-tien-2']);
    await bench.type('Giao ước', await unitCell(bench, 3, 'name'), 'Hạ Tiên Tây');
    expect((await checkFigures()).map(({ code }) => code)).not.toContain('sheet-missing');
    expect(must(await insertSheets()).added).toEqual([]);
  });
});
