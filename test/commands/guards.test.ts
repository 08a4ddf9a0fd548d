/** Locks, number formats, rules for entries and page set-up that were lost or changed: found, given again, and undone. */
import fc from 'fast-check';
import type { IWorkbookData } from '@univerjs/core';
import { clusterSchema } from '../../src/covenant/covenant';
import type { Finding, FindingCode } from '../../src/covenant/findings';
import { LIST_ROWS } from '../../src/sheets/unit/lists';
import { holdsCell } from '../../src/spreadsheet/areas';
import { type Area, areaAddress, address, columnName, parseAddress } from '../../src/spreadsheet/plan';
import { offsetFormula } from '../../src/xlsx/model/references';
import { defaultPage, type PageSetup } from '../../src/xlsx/model/pageSetup';
import { applyFixes, checkFigures, complete, fitPages, makeDocument, rankUnits, undoLast } from '../support/commands';
import { found, number, text, UNIT } from '../support/checking';
import { clusterOf, criteriaOf } from '../support/covenants';
import {
  areaOf,
  brief,
  closeScoring,
  must,
  openScoring,
  preparedWorkbook,
  scoreAll,
  type ScoringBench,
} from '../support/scoringBench';
import { sharedWords } from '../../src/sheets/shared/words';
import { SOAK_TIMEOUT, tries } from '../support/soak';

const SUMMARY = 'Tổng hợp';
const DECISIONS = 'Quyết định';
const SHEETS = ['Giao ước', 'Tiêu chí', UNIT, SUMMARY, 'Xét danh hiệu', DECISIONS];
const CODES: readonly FindingCode[] = [
  'locks-changed',
  'formats-changed',
  'rules-changed',
  'page-changed',
  'page-words',
];

let scored: IWorkbookData;
beforeAll(async () => {
  const award = { id: 'A', name: 'Tập thể lao động xuất sắc', quota: { type: 'fixed', number: 1 }, conditions: [] };
  const cluster = clusterSchema.parse({ ...clusterOf(2), awards: [award] });
  scored = await preparedWorkbook(
    { criteria: criteriaOf(11), cluster },
    {
      fill: async (bench) => {
        for (const unit of [UNIT, 'Đơn vị 2']) await scoreAll(bench, unit, 1.5);
        must(await makeDocument('decisions'));
      },
    },
  );
});
afterEach(closeScoring);

const guardFindings = async (): Promise<Finding[]> => (await checkFigures()).filter(({ code }) => CODES.includes(code));

/** What guards a cell: lock, number format, and the rule as it is for this cell. */
function guardOf(bench: ScoringBench, sheet: string, cell: string): unknown[] {
  const id = bench.sheet(sheet);
  const { row, column } = parseAddress(cell);
  const { locked, numberFormat } = bench.workbook.styles(id, areaOf(cell))[0]?.[0] ?? {};
  const rule = bench.workbook
    .validations(id)
    .find(({ areas }) =>
      areas.some(
        (one) =>
          row >= one.row && row < one.row + one.rows && column >= one.column && column < one.column + one.columns,
      ),
    );
  if (!rule) return [locked, numberFormat, null];
  const { areas, formula1, formula2, ...rest } = rule;
  const [first] = areas;
  const moved = formula1.startsWith('=')
    ? offsetFormula(formula1, row - (first?.row ?? 0), column - (first?.column ?? 0))
    : formula1;
  // Office.js gives figures as formulas, and words that there are not as empty ones.
  const words = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ''));
  return [
    locked,
    numberFormat,
    { ...words, limits: [moved, formula2].map((limit) => limit?.replace(/^=(?=\d+$)/, '')) },
  ];
}

/** The open cells of a sheet within its keyed columns, without those that are covered by merged ones. */
function entryCells(bench: ScoringBench, sheet: string): string[] {
  const id = bench.sheet(sheet);
  const area = { row: 1, column: 1, rows: 60, columns: 24 };
  const merges = bench.workbook.merges(id);
  return bench.workbook.styles(id, area).flatMap((line, down) =>
    line.flatMap(({ locked, fill }, right) => {
      const [row, column] = [down + 1, right + 1];
      const covered = merges.some((one) => row === one.row && column > one.column && column < one.column + one.columns);
      return locked || covered || fill === null ? [] : [address(row, column)];
    }),
  );
}

/** What a paste, another program or a person who took the protection off does to one cell. */
const HARMS: Readonly<Record<string, (bench: ScoringBench, sheet: string, cell: string) => void>> = {
  locked: (bench, sheet, cell) => bench.workbook.setStyle(bench.sheet(sheet), areaOf(cell), { locked: true }),
  'made a text cell or none': (bench, sheet, cell) => {
    const [, format] = guardOf(bench, sheet, cell);
    bench.workbook.setStyle(bench.sheet(sheet), areaOf(cell), { numberFormat: format === '@' ? 'General' : '@' });
  },
  'without its rule, or with one': (bench, sheet, cell) => {
    const [, , rule] = guardOf(bench, sheet, cell);
    if (rule !== null) bench.workbook.clearValidation(bench.sheet(sheet), areaOf(cell));
    else giveRule(bench, sheet, cell);
  },
  'with another rule': giveRule,
};

function giveRule(bench: ScoringBench, sheet: string, cell: string): void {
  bench.workbook.setValidation(bench.sheet(sheet), {
    areas: [areaOf(cell)],
    type: 'whole',
    operator: 'between',
    formula1: '1',
    formula2: '2',
    ignoreBlank: true,
    alertStyle: 'stop',
    showError: true,
    showPrompt: true,
  });
}

test('a workbook as it was made has nothing to be restored', async () => {
  await openScoring(scored);
  expect((await guardFindings()).map(brief)).toEqual([]);
});

test(
  'any entry cell of any sheet, harmed in any way: found at the cell, restored by the fix, harmed again by its undo',
  async () => {
    const bench = await openScoring(scored);
    // Of a cell whose entry is a mistake nothing is said of the format, which is often its other side.
    const mistakes = (await checkFigures()).map(({ place }) => `${place?.sheet ?? ''}!${place?.cell ?? ''}`);
    const cells = SHEETS.flatMap((sheet) => entryCells(bench, sheet).map((cell) => ({ sheet, cell }))).filter(
      ({ sheet, cell }) => !mistakes.includes(`${sheet}!${cell}`),
    );
    expect(new Set(cells.map(({ sheet }) => sheet)).size).toBe(SHEETS.length);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...cells),
        fc.constantFrom(...Object.keys(HARMS)),
        async ({ sheet, cell }, harm) => {
          const before = guardOf(bench, sheet, cell);
          bench.unlocked(sheet, () => HARMS[harm]?.(bench, sheet, cell));
          const harmed = guardOf(bench, sheet, cell);
          // A figure in a text cell is found as what it is read as.
          const findings = (await checkFigures()).filter(
            ({ code, fix, place }) => CODES.includes(code) || (fix && place?.sheet === sheet && place.cell === cell),
          );
          expect(findings.map(({ place, fix }) => [place?.sheet, place?.cell, fix?.sheet])).toEqual([
            [sheet, cell, sheet],
          ]);
          const { undo } = await applyFixes(findings);
          expect(guardOf(bench, sheet, cell)).toEqual(before);
          expect((await guardFindings()).map(brief)).toEqual([]);
          must(await undoLast(undo));
          expect(guardOf(bench, sheet, cell)).toEqual(harmed);
          await applyFixes(findings);
          expect(guardOf(bench, sheet, cell)).toEqual(before);
        },
      ),
      // The workbook is the same for all runs: after a failure it is not as it was.
      { ...tries(6, 400), endOnFailure: true },
    );
  },
  SOAK_TIMEOUT,
);

test('a column that lost its rules, and rows that were inserted: every cell gets the rule that belongs to it', async () => {
  const bench = await openScoring(scored);
  const first = await bench.addressOf(UNIT, 'line:C2', 'self');
  const { row } = parseAddress(first);
  bench.unlocked(UNIT, (id) => bench.workbook.insertRows(id, row, 1));
  const cells = entryCells(bench, UNIT);
  const before = cells.map((cell) => guardOf(bench, UNIT, cell));
  bench.unlocked(UNIT, (id) => bench.workbook.clearValidation(id, { row: 0, column: 0, rows: 200, columns: 60 }));
  const findings = await guardFindings();
  expect(findings.map(({ code, place }) => [code, place?.sheet])).toEqual([['rules-changed', UNIT]]);
  await applyFixes(findings);
  // A row of nobody's gets nothing.
  const inserted = cells.map((cell) => parseAddress(cell).row === row);
  expect(cells.map((cell) => guardOf(bench, UNIT, cell)).filter((_, index) => !inserted[index])).toEqual(
    before.filter((_, index) => !inserted[index]),
  );
  expect(await guardFindings()).toEqual([]);
});

describe('lists whose words are hidden cells', () => {
  /** The cells of a list on a unit's sheet, and where they stand. */
  async function markList(bench: ScoringBench): Promise<{ entry: string; words: Area }> {
    const entry = await bench.addressOf(UNIT, 'line:C3', 'figure');
    const words = areaOf(await bench.addressOf(UNIT, LIST_ROWS.marks, 'max'));
    return { entry, words: { ...words, columns: 3 } };
  }
  const ruleOf = (bench: ScoringBench, cell: string): unknown => guardOf(bench, UNIT, cell)[2];

  test('they are locked, hidden and not printed', async () => {
    const bench = await openScoring(scored);
    const { words } = await markList(bench);
    const id = bench.sheet(UNIT);
    expect((await bench.workbook.read(id, words))[0]?.map(({ value }) => value)).toEqual(['Đ', 'K', 'KPS']);
    expect(bench.workbook.styles(id, words)[0]?.map(({ locked }) => locked)).toEqual([true, true, true]);
    for (const column of [0, 1, 2]) expect(bench.workbook.columnHidden(id, words.column + column)).toBe(true);
    const { column, columns } = bench.workbook.page(id).printArea ?? { column: 0, columns: Infinity };
    expect(column + columns).toBeLessThanOrEqual(words.column);
  });

  test('a sheet of an earlier version, whose lists are typed out, has nothing to be restored', async () => {
    const bench = await openScoring(scored);
    const { entry, words } = await markList(bench);
    const id = bench.sheet(UNIT);
    const rule = bench.workbook
      .validations(id)
      .find(({ areas }) => areas.some((area) => holdsCell(area, areaOf(entry))));
    if (!rule) throw new Error('no rule');
    const earlier = { ...rule, formula1: 'Đ,K,KPS' };
    bench.unlocked(UNIT, () => {
      bench.workbook.write(id, words, [[{ kind: 'empty' }, { kind: 'empty' }, { kind: 'empty' }]]);
      bench.workbook.setValidation(id, earlier);
    });
    expect(await guardFindings()).toEqual([]);
    const before = guardOf(bench, UNIT, entry);
    bench.unlocked(UNIT, () => bench.workbook.clearValidation(id, areaOf(entry)));
    await applyFixes(await guardFindings());
    expect(guardOf(bench, UNIT, entry)).toEqual(before);
  });

  test('where their words are gone, the list is found and typed out, and back by undo', async () => {
    const bench = await openScoring(scored);
    const { entry, words } = await markList(bench);
    const before = ruleOf(bench, entry);
    bench.unlocked(UNIT, (id) => bench.workbook.write(id, { ...words, columns: 1 }, [[text('X')]]));
    expect(await bench.tryTyping(UNIT, entry, 'Đ')).toMatchObject({ ok: false });
    const findings = await guardFindings();
    expect(findings.map(brief)).toEqual([`${UNIT}!${entry} rules-changed`]);
    const { undo } = await applyFixes(findings);
    expect(await guardFindings()).toEqual([]);
    expect(await bench.tryTyping(UNIT, entry, 'Đ')).toMatchObject({ ok: true });
    must(await undoLast(undo));
    expect(ruleOf(bench, entry)).toEqual(before);
  });

  test('columns that were inserted before them: they are found where they are', async () => {
    const bench = await openScoring(scored);
    const { words } = await markList(bench);
    bench.unlocked(UNIT, (id) => bench.workbook.insertColumns(id, words.column, 1));
    expect((await guardFindings()).filter(({ code }) => code === 'rules-changed')).toEqual([]);
  });
});

test('decisions that lost their locks and rules: found, restored, and every cell takes its entry again', async () => {
  const bench = await openScoring(scored);
  const cells = entryCells(bench, DECISIONS);
  const before = cells.map((cell) => guardOf(bench, DECISIONS, cell));
  bench.unlocked(DECISIONS, (id) => {
    bench.workbook.clearValidation(id, { row: 0, column: 0, rows: 60, columns: 20 });
    for (const cell of cells) bench.workbook.setStyle(id, areaOf(cell), { locked: true });
  });
  const findings = await guardFindings();
  expect(findings.map(({ code, place }) => [code, place?.sheet])).toEqual([
    ['locks-changed', DECISIONS],
    ['rules-changed', DECISIONS],
  ]);
  await applyFixes(findings);
  expect(cells.map((cell) => guardOf(bench, DECISIONS, cell))).toEqual(before);
  await bench.type(DECISIONS, await bench.addressOf(DECISIONS, 'decision:election:head', 'choice'), UNIT);
});

test('a paste that brings its lock, its format and its rule into an entry cell of a protected sheet', async () => {
  const bench = await openScoring(scored);
  bench.workbook.behaviours.pastedLooks = 'always';
  const cell = await bench.addressOf(UNIT, 'line:C1', 'self');
  const before = guardOf(bench, UNIT, cell);
  const look = bench.workbook.styles(
    bench.sheet(UNIT),
    areaOf(await bench.addressOf(UNIT, 'line:C1', 'number')),
  )[0]?.[0];
  if (!look) throw new Error('no look');
  const pasted = { ...parseAddress(cell), write: { kind: 'number', number: 1.25 } as const, look, rule: null };
  expect(bench.workbook.putAsPerson(bench.sheet(UNIT), [pasted])).toEqual({ ok: true });
  expect(await bench.tryTyping(UNIT, cell, 1)).toMatchObject({ ok: false, reason: 'locked' });
  // A text cell makes a text of the number: the fix of the number gives the format as well.
  const findings = (await checkFigures()).filter(({ place }) => place?.sheet === UNIT);
  expect(findings.map(brief)).toEqual(
    ['number-as-text', 'locks-changed', 'rules-changed'].map((code) => `${UNIT}!${cell} ${code}`),
  );
  await applyFixes(findings);
  expect(guardOf(bench, UNIT, cell)).toEqual(before);
  await bench.type(UNIT, cell, 1.5);
});

test('protecting again opens the entry cells of a sheet that came back without locks', async () => {
  const bench = await openScoring(scored);
  const cells = entryCells(bench, UNIT);
  bench.workbook.unprotect(bench.sheet(UNIT), null);
  bench.workbook.setStyle(bench.sheet(UNIT), { row: 0, column: 0, rows: 60, columns: 24 }, { locked: true });
  await complete('protectSheets', undefined);
  expect(bench.workbook.protection(bench.sheet(UNIT))).not.toBeNull();
  expect(entryCells(bench, UNIT)).toEqual(cells);
});

test('the fix of a sheet without protection gives it with its locks', async () => {
  const bench = await openScoring(scored);
  const cells = entryCells(bench, SUMMARY);
  bench.workbook.unprotect(bench.sheet(SUMMARY), null);
  bench.workbook.setStyle(bench.sheet(SUMMARY), { row: 0, column: 0, rows: 60, columns: 24 }, { locked: true });
  await applyFixes((await checkFigures()).filter(({ code }) => code === 'sheet-unprotected'));
  expect(bench.workbook.protection(bench.sheet(SUMMARY))).not.toBeNull();
  expect(entryCells(bench, SUMMARY)).toEqual(cells);
});

describe('a number typed as text into a text cell', () => {
  async function textNumber(bench: ScoringBench): Promise<string> {
    const cell = await bench.addressOf(UNIT, 'line:C1', 'self');
    bench.unlocked(UNIT, (id) => {
      bench.workbook.setStyle(id, areaOf(cell), { numberFormat: '@', locked: true });
      bench.workbook.write(id, areaOf(cell), [[text('1,25')]]);
    });
    return cell;
  }

  test('the fix sets the planned format with the number, and its undo gives both back', async () => {
    const bench = await openScoring(scored);
    const before = guardOf(bench, UNIT, await bench.addressOf(UNIT, 'line:C1', 'self'));
    const cell = await textNumber(bench);
    const harmed = await bench.state();
    const fixes = (await checkFigures()).filter(({ code }) => code === 'number-as-text');
    expect(fixes.map(({ place }) => place?.cell)).toEqual([cell]);
    const { undo } = await applyFixes(fixes);
    expect((await bench.read(UNIT, cell)).value).toBe(1.25);
    expect(guardOf(bench, UNIT, cell)).toEqual(before);
    // The two are no longer tied.
    expect(await found()).toEqual([`${DECISIONS}! document-outdated`]);
    expect(await bench.summary('u1', 'total')).toBe(5.25);
    must(await undoLast(undo));
    expect(await bench.state()).toEqual(harmed);
  });

  test('a fix that fails half-way leaves text, format and lock as they were', async () => {
    const bench = await openScoring(scored);
    await textNumber(bench);
    const before = await bench.state();
    const findings = await checkFigures();
    for (const afterActions of [2, 6, 10]) {
      bench.host.resetCounters();
      bench.host.failOn({ batch: 4, code: 'InvalidOperationInCellEditMode', afterActions });
      await expect(applyFixes(findings)).rejects.toMatchObject({ failure: 'cellBeingEdited' });
      expect(await bench.state()).toEqual(before);
    }
  });
});

test('what other programs drop of the page is named for each sheet, and given again', async () => {
  const bench = await openScoring(scored);
  for (const sheet of [UNIT, SUMMARY, DECISIONS]) {
    const before = bench.workbook.page(bench.sheet(sheet));
    bench.workbook.setPage(bench.sheet(sheet), defaultPage());
    const findings = await guardFindings();
    expect(findings.map(brief)).toEqual([`${sheet}! page-changed`]);
    await applyFixes(findings);
    expect(bench.workbook.page(bench.sheet(sheet))).toEqual(before);
    expect(await guardFindings()).toEqual([]);
  }
});

describe('headers and footers, of whatever pages', () => {
  type Headers = PageSetup['headersFooters'];
  const WORDS = 'HẠNG 1: HẬU GIANG';
  const kept: Readonly<Record<string, (headers: Headers) => Partial<Headers>>> = {
    'of even pages, like those of all': (headers) => ({ even: headers.default }),
    'in another type': ({ first }) => ({ first: { ...first, leftFooter: `&"Arial,Bold"&9${first.leftFooter}` } }),
    'the longer footer that an earlier build gave': (headers) => {
      const [, version = '', code = ''] = /Giao ước (.*) - mã ([0-9a-f]{12})$/.exec(headers.default.leftFooter) ?? [];
      const leftFooter = sharedWords.longFooter('Tiêu chí cũ', version, code);
      return { first: { ...headers.first, leftFooter }, default: { ...headers.default, leftFooter } };
    },
  };
  const added: typeof kept = {
    'in the header of the first page': ({ first }) => ({ first: { ...first, centerHeader: WORDS } }),
    'beside the numbers of pages': (headers) => ({ default: { ...headers.default, leftHeader: `&B${WORDS}` } }),
    'in the header of even pages': (headers) => ({ even: { ...headers.default, rightHeader: WORDS } }),
    'in the footer of even pages': (headers) => ({ even: { ...headers.default, leftFooter: WORDS } }),
    'in front of a footer': ({ first }) => ({ first: { ...first, leftFooter: `${WORDS} ${first.leftFooter}` } }),
    'in place of a footer': ({ first }) => ({ first: { ...first, leftFooter: WORDS } }),
    'in the middle of a footer': (headers) => ({ default: { ...headers.default, centerFooter: WORDS } }),
  };
  const changed: typeof kept = {
    'a first page like all others': () => ({ differentFirst: false }),
    'even pages without numbers': (headers) => ({ even: { ...headers.default, centerHeader: '' } }),
    'numbers of pages at another place': (headers) => ({ default: { ...headers.default, rightHeader: 'Trang &P/&N' } }),
  };

  async function harm(sheet: string, change: (headers: Headers) => Partial<Headers>) {
    const bench = await openScoring(scored);
    const id = bench.sheet(sheet);
    const before = bench.workbook.page(id);
    const { headersFooters } = before;
    bench.workbook.setPage(id, { headersFooters: { ...headersFooters, ...change(headersFooters) } });
    return { bench, id, before };
  }

  test.each(Object.entries(kept))('%s: nothing is said', async (_, change) => {
    await harm(SUMMARY, change);
    expect(await guardFindings()).toEqual([]);
  });

  test.each(
    [UNIT, SUMMARY].flatMap((sheet) => [
      ...Object.entries(added).map(([what, change]) => ['page-words', 'error', sheet, what, change] as const),
      ...Object.entries(changed).map(([what, change]) => ['page-changed', 'warning', sheet, what, change] as const),
    ]),
  )('%s, a %s on %s: %s; the fix puts it back', async (code, severity, sheet, _, change) => {
    const { bench, id, before } = await harm(sheet, change);
    const findings = await guardFindings();
    expect(findings).toMatchObject([{ code, severity, place: { sheet } }]);
    if (code === 'page-words') expect(findings[0]?.data).toEqual({ words: expect.stringContaining(WORDS) });
    await applyFixes(findings);
    expect(bench.workbook.page(id)).toEqual(before);
    expect(await guardFindings()).toEqual([]);
  });

  test('with the rest of the page: both findings are fixed at one cell, which is named once', async () => {
    const bench = await openScoring(scored);
    const id = bench.sheet(SUMMARY);
    const before = bench.workbook.page(id);
    const page = defaultPage();
    const words = { ...page.headersFooters.default, centerHeader: WORDS };
    bench.workbook.setPage(id, { ...page, headersFooters: { ...page.headersFooters, default: words } });
    const findings = await guardFindings();
    expect(findings.map(({ code }) => code).sort()).toEqual(['page-changed', 'page-words']);
    expect((await complete('applyFixes', findings)).result.fixed).toEqual([{ sheet: SUMMARY, cell: 'A1' }]);
    expect(bench.workbook.page(id)).toEqual(before);
    bench.workbook.deleteSheet(id);
    expect((await complete('applyFixes', findings)).result.skipped).toEqual([{ sheet: SUMMARY, cell: 'A1' }]);
  });
});

describe('what hides a figure though nothing is hidden', () => {
  const UNSEEN: readonly FindingCode[] = ['rows-thin', 'columns-thin', 'columns-narrow', 'cell-covered'];
  const unseen = async (): Promise<Finding[]> => (await checkFigures()).filter(({ code }) => UNSEEN.includes(code));

  test('a row of almost no height is named, and the button that fits rows gives it its height', async () => {
    const bench = await openScoring(scored);
    const cell = await bench.addressOf(UNIT, 'line:C1', 'self');
    bench.workbook.setRowHeight(bench.sheet(UNIT), areaOf(cell).row, 1, 1);
    const [found] = await unseen();
    expect(found).toMatchObject({
      code: 'rows-thin',
      severity: 'warning',
      data: { rows: String(areaOf(cell).row + 1) },
    });
    must(await fitPages());
    expect(await unseen()).toEqual([]);
  });

  test('so is one of the decisions', async () => {
    const bench = await openScoring(scored);
    const cell = await bench.addressOf(DECISIONS, 'decision:election:head', 'choice');
    bench.workbook.setRowHeight(bench.sheet(DECISIONS), areaOf(cell).row, 1, 1);
    expect((await unseen()).map(({ code, place }) => [code, place?.sheet])).toEqual([['rows-thin', DECISIONS]]);
    must(await fitPages());
    expect(await unseen()).toEqual([]);
  });

  test('so is a column of almost no width', async () => {
    const bench = await openScoring(scored);
    const { column } = areaOf(await bench.addressOf(SUMMARY, 'header', 'total'));
    bench.workbook.setColumnWidth(bench.sheet(SUMMARY), column, 1, 1);
    const [found, ...more] = await unseen();
    expect(more).toEqual([]);
    expect(found?.data).toEqual({ columns: columnName(column) });
    const { undo } = await applyFixes(await unseen());
    expect(await unseen()).toEqual([]);
    must(await undoLast(undo));
    expect(bench.workbook.columnWidth(bench.sheet(SUMMARY), column)).toBe(1);
  });

  test.each([
    [SUMMARY, 'unit:u1', 'total', 15],
    [UNIT, 'line:C1', 'self', 15],
    [UNIT, 'line:C1', 'official', 15],
  ])('on %s a column of %s, %s that is narrower than a number in it gets its width again', async (...keys) => {
    const [sheet, row, key, width] = keys;
    const bench = await openScoring(scored);
    const cell = areaOf(await bench.addressOf(sheet, row, key));
    await bench.paste(UNIT, 'C1', number(1.25));
    const planned = bench.workbook.columnWidth(bench.sheet(sheet), cell.column);
    bench.workbook.setColumnWidth(bench.sheet(sheet), cell.column, 1, width);
    const [found, ...more] = await unseen();
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      code: 'columns-narrow',
      severity: 'warning',
      place: { sheet },
      data: { columns: columnName(cell.column) },
    });
    await applyFixes(await unseen());
    expect(bench.workbook.columnWidth(bench.sheet(sheet), cell.column)).toBe(planned);
    expect(await unseen()).toEqual([]);
  });

  test('a number that does not fit the planned width: its column becomes wide enough', async () => {
    const bench = await openScoring(scored);
    const cell = await bench.addressOf(UNIT, 'line:C1', 'self');
    const { column } = areaOf(cell);
    const planned = bench.workbook.columnWidth(bench.sheet(UNIT), column);
    bench.workbook.write(bench.sheet(UNIT), areaOf(cell), [[number(1_234_567.25)]]);
    expect((await unseen()).map(({ code, data }) => [code, data])).toContainEqual([
      'columns-narrow',
      { columns: columnName(column) },
    ]);
    await applyFixes(await unseen());
    expect(bench.workbook.columnWidth(bench.sheet(UNIT), column)).toBeGreaterThan(planned);
    expect(await unseen()).toEqual([]);
  });

  test('a cell that another program has merged away, its figure kept, is an error', async () => {
    const before = await openScoring(scored);
    const cells = ['self', 'reviewed'].map((column) => before.addressOf(UNIT, 'line:C1', column));
    const [self = '', reviewed = ''] = await Promise.all(cells);
    await before.type(UNIT, reviewed, 1.25);
    const data = structuredClone(await before.snapshot());
    await closeScoring();
    const sheet = Object.values(data.sheets).find(({ name }) => name === UNIT);
    const [{ row, column }, last] = [areaOf(self), areaOf(reviewed)];
    sheet?.mergeData?.push({ startRow: row, endRow: row, startColumn: column, endColumn: last.column });
    await openScoring(data);
    const [found, ...more] = await unseen();
    expect(more).toEqual([]);
    expect(found && brief(found)).toBe(`${UNIT}!${reviewed} cell-covered`);
    expect(found).toMatchObject({ severity: 'error', data: { area: `${self}:${reviewed}`, value: '1.25' } });
    expect(must(await rankUnits()).causes.map(brief)).toEqual([`${UNIT}!${reviewed} cell-covered`]);
  });
});

test('ranking and documents are not held up by what changes no figure', async () => {
  const bench = await openScoring(scored);
  const cell = await bench.addressOf(UNIT, 'line:C1', 'evidence');
  bench.unlocked(UNIT, (id) => bench.workbook.setStyle(id, areaOf(cell), { locked: true }));
  bench.workbook.write(bench.sheet(UNIT), areaOf(await bench.addressOf(UNIT, 'line:C1', 'self')), [[number(1)]]);
  expect(must(await rankUnits()).findings.map(brief)).toContain(`${UNIT}!${cell} locks-changed`);
  must(await makeDocument('minutes'));
});

test('a finding names the cells as rectangles', async () => {
  const bench = await openScoring(scored);
  const cells = entryCells(bench, SUMMARY);
  bench.unlocked(SUMMARY, (id) => {
    for (const cell of cells) bench.workbook.setStyle(id, areaOf(cell), { locked: true });
  });
  const [finding] = await guardFindings();
  const { row, column } = parseAddress(cells[0] ?? 'A1');
  expect(finding?.data).toMatchObject({ count: cells.length });
  expect(finding?.data).toHaveProperty(
    'cells',
    expect.stringContaining(areaAddress({ row, column, rows: 3, columns: 1 })),
  );
});
