/** Whose a row, a column or a sheet is: what it is by its key and what it shows have to be the same, or a person decides. */
import fc from 'fast-check';
import { type Finding, identityDoubts } from '../../src/covenant/findings';
import type { Choice } from '../../src/covenant/fixes';
import { definitionOf } from '../../src/sheets';
import type { PrintedWord } from '../../src/sheets/shared/printed';
import type { Evaluation } from '../../src/sheets/shared/evaluation';
import { UNITS } from '../../src/sheets/covenant/layout';
import { covenantWords } from '../../src/sheets/covenant/printed';
import { criteriaWords } from '../../src/sheets/criteria/printed';
import { unitWords } from '../../src/sheets/unit/plan';
import { address, parseAddress } from '../../src/spreadsheet/plan';
import { type KeyedSheet, keyedSheets, type WorkbookSnapshot } from '../../src/spreadsheet/snapshot';
import { readWorkbook } from '../../src/workbook/covenantWorkbook';
import { cellOf, closeWorkbooks } from '../sheets/clusterBook';
import { evaluateNow } from '../support/evaluateNow';
import { type At, withCopy, withFixes, withMoved, withRowsSorted, withSheet, withValue } from '../support/mutated';
import { SOAK_TIMEOUT, tries } from '../support/soak';
import { AWARDS, bookOfFive, covenant, outcomeOf, SUMMARY, TARGETS } from './bookOfFive';

const TABLES = [TARGETS, SUMMARY, AWARDS];
const { units } = covenant.cluster;

let snapshot: WorkbookSnapshot;
let before: readonly unknown[];
beforeAll(async () => {
  snapshot = await bookOfFive();
  before = outcomeOf(evaluated(snapshot));
});
afterAll(closeWorkbooks);

const evaluated = (book: WorkbookSnapshot): Evaluation => evaluateNow(readWorkbook(book));
const namedAt = ({ code, place }: Finding): string => `${place?.sheet ?? ''}!${place?.cell ?? ''} ${code}`;
const sheetOf = (book: WorkbookSnapshot, name: string): KeyedSheet<string> => {
  const found = keyedSheets(book).find((one) => one.snapshot.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
};
const at = (sheet: string, row: string, column: string): At => {
  const { row: down, column: right } = parseAddress(cellOf(snapshot, sheet, row, column));
  return [down, right];
};
const exchanged = (sheet: string, one: At, other: At): WorkbookSnapshot =>
  withMoved(snapshot, sheet, [
    { from: one, to: other },
    { from: other, to: one },
  ]);
const doubtsIn = (book: WorkbookSnapshot): string[] => identityDoubts(evaluated(book).findings).map(namedAt);
const choicesAt = (book: WorkbookSnapshot, sheet: string, cell: string): readonly Choice[] =>
  evaluated(book).findings.find(({ place, choices }) => choices && place?.sheet === sheet && place.cell === cell)
    ?.choices ?? [];
const pick = (book: WorkbookSnapshot, sheet: string, cell: string, id: Choice['id']): WorkbookSnapshot => {
  const choice = choicesAt(book, sheet, cell).find((one) => one.id === id);
  if (!choice) throw new Error(`${sheet}!${cell} does not offer ${id}`);
  return withFixes(book, choice.fixes);
};
const ids = (choices: readonly Choice[]): string[] => choices.map(({ id }) => id);

describe('a row of a unit', () => {
  const cells = (sheet: string): [string, string] => [
    cellOf(snapshot, sheet, 'unit:u1', 'unit'),
    cellOf(snapshot, sheet, 'unit:u2', 'unit'),
  ];
  const swapped = (sheet: string): WorkbookSnapshot =>
    exchanged(sheet, at(sheet, 'unit:u1', 'unit'), at(sheet, 'unit:u2', 'unit'));

  it.each(TABLES)(
    'on %s that shows the name of another is an error at the name, and no fix is applied by itself',
    (sheet) => {
      const found = identityDoubts(evaluated(swapped(sheet)).findings);
      expect(found.map(namedAt)).toEqual(cells(sheet).map((cell) => `${sheet}!${cell} name-not-key`));
      expect(found.every(({ severity, fix }) => severity === 'error' && fix === undefined)).toBe(true);
      expect(found[0]?.data).toEqual({ shown: 'Hậu Giang', name: 'Kiên Giang', canFollow: true });
    },
  );

  it.each(TABLES)('on %s gets its name back where a person says so', (sheet) => {
    const book = cells(sheet).reduce((one, cell) => pick(one, sheet, cell, 'putNameBack'), swapped(sheet));
    expect(book).toEqual(snapshot);
  });

  it('gives its figures to the unit shown where a person says so, with every row among which the names went round', () => {
    const book = pick(swapped(TARGETS), TARGETS, cells(TARGETS)[0], 'followName');
    expect(doubtsIn(book)).toEqual([]);
    const targets = evaluated(book).units.map(({ entries }) => entries?.lines.get('more')?.target?.value);
    expect(targets).toEqual([51, 50, 52, 53, 54]);
  });

  it('offers that only where it is clear: not where a name is shown twice', () => {
    const book = withMoved(snapshot, TARGETS, [
      { from: at(TARGETS, 'unit:u2', 'unit'), to: at(TARGETS, 'unit:u1', 'unit') },
    ]);
    expect(doubtsIn(book)).toEqual([`${TARGETS}!${cells(TARGETS)[0]} name-not-key`]);
    expect(ids(choicesAt(book, TARGETS, cells(TARGETS)[0]))).toEqual(['putNameBack']);
  });

  it('found with the keys exchanged instead of the names is as much in doubt', () => {
    const book = exchanged(TARGETS, at(TARGETS, 'unit:u1', 'corner'), at(TARGETS, 'unit:u2', 'corner'));
    expect(doubtsIn(book)).toHaveLength(2);
  });

  it(
    'sorted by what is seen, wherever it comes to stand: figures and names stay together once a person says so',
    () => {
      fc.assert(
        fc.property(
          fc.constantFrom(TARGETS, SUMMARY, AWARDS),
          fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
          (sheet, order) => {
            const rows = units.map(({ id }) => at(sheet, `unit:${id}`, 'unit')[0]);
            const book = withRowsSorted(snapshot, sheetOf(snapshot, sheet), rows, order);
            const moved = order.flatMap((from, to) =>
              from === to ? [] : [`${sheet}!C${(rows[to] ?? 0) + 1} name-not-key`],
            );
            expect(doubtsIn(book)).toEqual(moved);
            let settled = book;
            for (let doubts = doubtsIn(book); doubts[0] !== undefined; doubts = doubtsIn(settled))
              settled = pick(settled, sheet, /!(\w+) /.exec(doubts[0])?.[1] ?? '', 'followName');
            expect(outcomeOf(evaluated(settled))).toEqual(before);
          },
        ),
        tries(12, 2_000),
      );
    },
    SOAK_TIMEOUT,
  );
});

describe('keys that were given to the names shown, but not all of them', () => {
  const codesAt = (book: WorkbookSnapshot, sheet: string): string[] =>
    evaluated(book).findings.flatMap(({ code, place }) => (place?.sheet === sheet ? [code] : []));
  const cellOfUnit = (sheet: string, unit: string, column: string): At => at(sheet, `unit:${unit}`, column);

  it(
    'are completed by what is offered, whichever were written, and figures and names stay together',
    () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...TABLES),
          fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
          fc.subarray([0, 1, 2, 3, 4]),
          (sheet, order, written) => {
            const rows = units.map(({ id }) => at(sheet, `unit:${id}`, 'unit')[0]);
            const sorted = withRowsSorted(snapshot, sheetOf(snapshot, sheet), rows, order);
            let settled = written.reduce(
              (book, row) => withValue(book, sheet, [rows[row] ?? 0, 0], `unit:${units[order[row] ?? 0]?.id ?? ''}`),
              sorted,
            );
            for (let turn = 0; doubtsIn(settled).length > 0; turn += 1) {
              expect(turn).toBeLessThan(units.length);
              const follow = evaluated(settled)
                .findings.flatMap(({ choices = [] }) => choices)
                .find(({ id }) => id === 'followName');
              settled = withFixes(settled, follow?.fixes ?? []);
            }
            expect(outcomeOf(evaluated(settled))).toEqual(before);
            expect(codesAt(settled, sheet).filter((code) => /-(doubled|missing)$/.test(code))).toEqual([]);
          },
        ),
        tries(12, 2_000),
      );
    },
    SOAK_TIMEOUT,
  );

  it.each(TABLES)(
    'on %s are an error at the name of the row that has a key of its own, which nobody is told to delete',
    (sheet) => {
      const swapped = exchanged(sheet, cellOfUnit(sheet, 'u1', 'unit'), cellOfUnit(sheet, 'u2', 'unit'));
      for (const [written, left] of [
        ['u1', 'u2'],
        ['u2', 'u1'],
      ] as const) {
        const book = withValue(swapped, sheet, cellOfUnit(sheet, written, 'corner'), `unit:${left}`);
        expect(doubtsIn(book)).toEqual([`${sheet}!${address(...cellOfUnit(sheet, left, 'unit'))} key-doubled`]);
        expect(codesAt(book, sheet)).not.toContain('row-doubled');
        expect(evaluated(book).ranking?.provisional).toBe(true);
      }
    },
  );

  it('are not offered anything where nothing tells: the doubled row shows no name, that of no unit, or one shown twice', () => {
    const [row, column] = cellOfUnit(TARGETS, 'u2', 'unit');
    const doubled = withValue(snapshot, TARGETS, cellOfUnit(TARGETS, 'u2', 'corner'), 'unit:u1');
    for (const name of ['', 'Ai đó', 'Kiên Giang', 'An Giang']) {
      const { findings } = evaluated(withValue(doubled, TARGETS, [row, column], name));
      expect(findings.flatMap(({ choices = [] }) => choices).filter(({ id }) => id === 'followName')).toEqual([]);
      expect(findings.map(({ code }) => code)).toContain('row-doubled');
    }
    // The name of the one that is missing.
    expect(doubtsIn(doubled)).toEqual([`${TARGETS}!${address(row, column)} key-doubled`]);
  });
});

describe('names exchanged by typing in *Giao ước*, the codes left', () => {
  it('are in doubt on every sheet that shows the units, and put right by typing them back', () => {
    const column = 'c3';
    const { layout } = sheetOf(snapshot, 'Giao ước');
    const [header, name] = [layout.row('header:units') ?? 0, layout.column(column) ?? 0];
    const book = exchanged('Giao ước', [header + 1, name], [header + 2, name]);
    const sheets = new Set(identityDoubts(evaluated(book).findings).map(({ place }) => place?.sheet));
    expect(sheets).toEqual(new Set([...TABLES, 'Kiên Giang', 'Hậu Giang']));
  });
});

describe('full names exchanged by typing in *Giao ước*', () => {
  const fullName = (nth: number): At => {
    const { layout } = sheetOf(snapshot, 'Giao ước');
    return [(layout.row('header:units') ?? 0) + nth, layout.column(UNITS.columns.fullName) ?? 0];
  };
  /** With full names on *Giao ước* and in the heads of the sheets. */
  const named = (): WorkbookSnapshot => {
    const book = ['VKSND Kiên Giang', 'VKSND Hậu Giang', 'VKSND An Giang'].reduce(
      (one, name, index) => withValue(one, 'Giao ước', fullName(index + 1), name),
      snapshot,
    );
    const differing = evaluated(book).findings.filter(({ code }) => code === 'words-differ');
    return withFixes(
      book,
      differing.flatMap(({ fix }) => fix ?? []),
    );
  };

  it.each([
    [1, 2],
    [1, 2, 3],
  ])('are in doubt at their cells there, before the heads that they contradict: rows %j, %j', (...rows) => {
    const book = named();
    const moves = rows.map((row, index) => ({
      from: fullName(row),
      to: fullName(rows[(index + 1) % rows.length] ?? 0),
    }));
    const moved = withMoved(book, 'Giao ước', moves);
    const cells = rows.map((row) => address(...fullName(row)));
    expect(doubtsIn(moved).slice(0, rows.length)).toEqual(cells.map((cell) => `Giao ước!${cell} name-not-key`));
    expect(doubtsIn(moved)).toHaveLength(3 * rows.length);
    // All are put back at once: one alone would stand for two units.
    for (const cell of cells) expect(pick(moved, 'Giao ước', cell, 'putNameBack')).toEqual(book);
  });

  it('are not doubted there where the tabs have each other’s names as well: then the sheets were exchanged', () => {
    const moves = [1, 2].map((row) => ({ from: fullName(row), to: fullName(3 - row) }));
    const moved = withMoved(named(), 'Giao ước', moves);
    const tabs: Readonly<Record<string, string>> = { 'Kiên Giang': 'Hậu Giang', 'Hậu Giang': 'Kiên Giang' };
    const sheets = moved.sheets.map((sheet) => ({ ...sheet, name: tabs[sheet.name] ?? sheet.name }));
    const book = { ...moved, sheets, all: sheets.map(({ id, name }) => ({ id, name })) };
    expect(doubtsIn(book).filter((one) => one.startsWith('Giao ước'))).toEqual([]);
    expect(doubtsIn(book)).toHaveLength(6);
  });
});

describe("a unit's sheet", () => {
  const heads = (book: WorkbookSnapshot): WorkbookSnapshot => {
    const rows = ['field:unit', 'field:subtitle'];
    return rows.reduce((one, row) => {
      const [first, second] = [at('Kiên Giang', row, 'number'), at('Hậu Giang', row, 'number')];
      const text = (name: string, [down, right]: At): unknown => sheetOf(snapshot, name).snapshot.values[down]?.[right];
      const typed = withValue(one, 'Kiên Giang', first, text('Hậu Giang', second));
      return withValue(typed, 'Hậu Giang', second, text('Kiên Giang', first));
    }, book);
  };

  it('whose head names another unit is in doubt at both of its names', () => {
    expect(doubtsIn(heads(snapshot))).toEqual(
      ['Kiên Giang', 'Hậu Giang'].flatMap((name) => [`${name}!B6 name-not-key`, `${name}!B9 name-not-key`]),
    );
  });

  it('becomes that of the unit its head names where a person says so', () => {
    const book = pick(heads(snapshot), 'Kiên Giang', 'B6', 'followName');
    const { unitSheets } = readWorkbook(book);
    expect(unitSheets.get('u1')?.snapshot.name).toBe('Hậu Giang');
    expect(unitSheets.get('u2')?.snapshot.name).toBe('Kiên Giang');
    // Only the tabs still have the names as they were.
    expect(doubtsIn(book)).toEqual(['Hậu Giang! tab-of-other', 'Kiên Giang! tab-of-other']);
  });

  it('offers no such choice where only one of its two names is that of another', () => {
    const [row, column] = at('Kiên Giang', 'field:unit', 'number');
    const book = withValue(snapshot, 'Kiên Giang', [row, column], 'HẬU GIANG');
    expect(doubtsIn(book)).toEqual(['Kiên Giang!B6 name-not-key']);
    expect(ids(choicesAt(book, 'Kiên Giang', 'B6'))).toEqual(['putNameBack']);
  });

  describe('that has the name of another in another form than *Giao ước* has it', () => {
    const full = (nth: number, name: string): WorkbookSnapshot => {
      const { layout } = sheetOf(snapshot, 'Giao ước');
      const cell = [(layout.row('header:units') ?? 0) + nth, layout.column(UNITS.columns.fullName) ?? 0] as const;
      return withValue(snapshot, 'Giao ước', cell, name);
    };
    const headed = (book: WorkbookSnapshot, sheet: string, row: string, text: string): WorkbookSnapshot =>
      withValue(book, sheet, at(sheet, row, 'number'), text);

    it.each([
      'VKSND HẬU GIANG',
      'Hậu Giang',
      'Đơn vị: VKSND tỉnh hậu  giang',
      'VKSND TỈNH HAU GIANG',
      'Нậu Giang',
      'u2',
    ])('%j is in doubt, and put back only where a person says so', (shown) => {
      const book = headed(full(2, 'VKSND tỉnh Hậu Giang'), 'Kiên Giang', 'field:unit', shown);
      expect(doubtsIn(book)).toEqual(['Kiên Giang!B6 name-not-key']);
      expect(ids(choicesAt(book, 'Kiên Giang', 'B6'))).toEqual(['putNameBack']);
      expect(evaluated(book).findings.filter(({ fix, place }) => fix && place?.sheet === 'Kiên Giang')).toEqual([]);
    });

    it.each(['KIEN GIANG', 'VKSND Kiên Giang', 'Ai đó', 'VKSND Kiên Giang (thay Hậu Giang)'])(
      '%j, its own or that of none, is in no doubt',
      (shown) => {
        const book = headed(snapshot, 'Kiên Giang', 'field:unit', shown);
        expect(doubtsIn(book)).toEqual([]);
        expect(evaluated(book).findings.map(namedAt)).toContain('Kiên Giang!B6 words-differ');
      },
    );

    it.each([[['field:unit']], [['field:subtitle']], [['field:unit', 'field:subtitle']]])(
      'exchanged in %j is given to the unit named, with the rest of both heads',
      (rows) => {
        const book = rows.reduce((one, row) => {
          const typed = headed(one, 'Kiên Giang', row, 'VKSND Hậu Giang');
          return headed(typed, 'Hậu Giang', row, 'VKSND Kiên Giang');
        }, snapshot);
        const cell = cellOf(snapshot, 'Kiên Giang', rows[0] ?? '', 'number');
        expect(doubtsIn(book)).toHaveLength(2 * rows.length);
        expect(
          choicesAt(book, 'Kiên Giang', cell)
            .map(({ id, name }) => [id, name])
            .at(-1),
        ).toEqual(['followName', 'Hậu Giang']);
        const followed = pick(book, 'Kiên Giang', cell, 'followName');
        expect(readWorkbook(followed).unitSheets.get('u1')?.snapshot.name).toBe('Hậu Giang');
        expect(doubtsIn(followed)).toEqual(['Hậu Giang! tab-of-other', 'Kiên Giang! tab-of-other']);
      },
    );
  });

  it('with the wording of two criteria exchanged is in doubt, and the lines follow it where a person says so', () => {
    const lines = ['line:more', 'line:less'].map((row) => at('Kiên Giang', row, 'title'));
    const [one = [0, 0], other = [0, 0]] = lines;
    const book = exchanged('Kiên Giang', one, other);
    expect(doubtsIn(book)).toHaveLength(2);
    const cell = cellOf(snapshot, 'Kiên Giang', 'line:more', 'title');
    expect(ids(choicesAt(book, 'Kiên Giang', cell))).toEqual(['putNameBack', 'followName']);
    const followed = pick(book, 'Kiên Giang', cell, 'followName');
    expect(evaluated(followed).units[0]?.entries?.lines.get('less')?.figure?.value).toBe(40);
  });
});

describe("the tab of a unit's sheet", () => {
  const withTabs = (tabs: Readonly<Record<string, string>>): WorkbookSnapshot => {
    const sheets = snapshot.sheets.map((sheet) => ({ ...sheet, name: tabs[sheet.name] ?? sheet.name }));
    return { ...snapshot, sheets, all: sheets.map(({ id, name }) => ({ id, name })) };
  };
  const aboutTabs = (book: WorkbookSnapshot): Finding[] =>
    evaluated(book).findings.filter(({ code }) => code.startsWith('tab-'));

  it.each(['VKSND tỉnh Hậu Giang', 'Hậu Giang (2)', 'HAU GIANG', 'Bảng Hậu Giang 2020', 'u2'])(
    'that names another in another form is an error: %j',
    (tab) => {
      const [found, ...more] = aboutTabs(withTabs({ 'Kiên Giang': tab }));
      expect(more).toEqual([]);
      expect(found).toMatchObject({ code: 'tab-of-other', severity: 'error', data: { tab, isExchanged: false } });
      // The sheet of the other is still its own: nothing can be given away.
      expect(found?.choices).toBeUndefined();
    },
  );

  it.each(['Bảng 1', 'VKSND Kiên Giang', 'u1', 'Kiên Giang thay Hậu Giang'])(
    'that names none or its own is a warning: %j',
    (tab) => {
      expect(aboutTabs(withTabs({ 'Kiên Giang': tab }))).toMatchObject([{ code: 'tab-differs', severity: 'warning' }]);
    },
  );

  it('that changed places with others, in whatever form, offers to give the sheets to the units on the tabs', () => {
    const book = withTabs({ 'Kiên Giang': 'VKSND Hậu Giang', 'Hậu Giang': 'An Giang (2)', 'An Giang': 'kien giang' });
    const found = aboutTabs(book);
    expect(found.map(({ code, choices = [] }) => [code, choices.map(({ name }) => name)])).toEqual([
      ['tab-of-other', ['Hậu Giang']],
      ['tab-of-other', ['An Giang']],
      ['tab-of-other', ['Kiên Giang']],
    ]);
    for (const { choices = [] } of found) {
      const given = withFixes(book, choices[0]?.fixes ?? []);
      const { unitSheets } = readWorkbook(given);
      expect(['u1', 'u2', 'u3'].map((id) => unitSheets.get(id)?.snapshot.name)).toEqual([
        'kien giang',
        'VKSND Hậu Giang',
        'An Giang (2)',
      ]);
      expect(doubtsIn(given)).toEqual([]);
      expect(evaluated(given).findings.filter(({ code }) => code === 'words-differ')).toEqual([]);
    }
  });
});

describe('a column of targets', () => {
  it('under the heading of another criterion is in doubt, and follows it where a person says so', () => {
    const [one, other] = [at(TARGETS, 'header', 'target:more'), at(TARGETS, 'header', 'target:less')];
    const book = exchanged(TARGETS, one, other);
    const cell = cellOf(snapshot, TARGETS, 'header', 'target:more');
    expect(doubtsIn(book)).toHaveLength(2);
    const followed = pick(book, TARGETS, cell, 'followName');
    expect(evaluated(followed).units[0]?.entries?.lines.get('less')?.target?.value).toBe(50);
  });
});

describe('a unit renamed in *Giao ước* after its sheets were made', () => {
  const renamed = (): WorkbookSnapshot => {
    const { layout } = sheetOf(snapshot, 'Giao ước');
    return withValue(
      snapshot,
      'Giao ước',
      [(layout.row('header:units') ?? 0) + 1, layout.column('c3') ?? 0],
      'Kiên Giang mới',
    );
  };

  it('is in doubt nowhere, and every place that has the old name offers the new one', () => {
    const book = renamed();
    expect(doubtsIn(book)).toEqual([]);
    const differing = evaluated(book).findings.filter(({ code }) => code === 'words-differ');
    expect(differing.map(({ place }) => place?.sheet)).toEqual(['Kiên Giang', 'Kiên Giang', ...TABLES]);
    const fixed = withFixes(
      book,
      differing.flatMap(({ fix }) => fix ?? []),
    );
    expect(evaluated(fixed).findings.filter(({ code }) => code === 'words-differ')).toEqual([]);
  });

  it('whose rows were sorted as well is in doubt: the old name is that of no unit, and the row may have moved', () => {
    const book = [TARGETS].reduce((one, sheet) => {
      const [first, second] = [at(sheet, 'unit:u1', 'unit'), at(sheet, 'unit:u2', 'unit')];
      return withMoved(one, sheet, [
        { from: first, to: second },
        { from: second, to: first },
      ]);
    }, renamed());
    const found = evaluated(book).findings.filter(({ place }) => place?.sheet === TARGETS);
    expect(found.map(({ code }) => code)).toEqual(['name-not-key', 'name-not-key']);
  });
});

describe('a unit called like a sheet of the whole cluster, or like a formula', () => {
  const name = (): At => {
    const { layout } = sheetOf(snapshot, 'Giao ước');
    return [(layout.row('header:units') ?? 0) + 2, layout.column('c3') ?? 0];
  };

  it.each([
    ['Tổng hợp', 'tableName'],
    ['GIAO ƯỚC', 'tableName'],
    ['Điều chỉnh', 'tableName'],
    ['[Biên bản]', 'tableName'],
    ['Xét  danh hiệu', 'tableName'],
    ['=1+1', 'formulaLike'],
  ])('%j is an error at its name', (typed, problem) => {
    const { findings } = evaluated(withValue(snapshot, 'Giao ước', name(), typed));
    const about = findings.filter(({ code }) => code === 'field-invalid');
    expect(about.map(namedAt)).toEqual([`Giao ước!${address(...name())} field-invalid`]);
    expect(about[0]).toMatchObject({ severity: 'error', data: { problem, value: typed } });
  });

  it('which a longer name is not', () => {
    const { findings } = evaluated(withValue(snapshot, 'Giao ước', name(), 'Phòng Tổng hợp'));
    expect(findings.map(({ code }) => code)).not.toContain('field-invalid');
  });
});

describe('every text that is printed', () => {
  /** With the name of its sheet. */
  const printed = (): { sheet: string; word: PrintedWord }[] => {
    const { unitSheets } = readWorkbook(snapshot);
    const ofUnits = [...unitWords(covenant)].flatMap(([id, words]) => {
      const sheet = unitSheets.get(id)?.snapshot.name ?? '';
      return words.map((word) => ({ sheet, word }));
    });
    const ofTables = TABLES.flatMap((sheet) => {
      const keyed = sheetOf(snapshot, sheet);
      return (definitionOf(keyed)?.printed?.(covenant, keyed) ?? []).map((word) => ({ sheet, word }));
    });
    const { covenantSheet, criteriaSheet } = readWorkbook(snapshot);
    if (!covenantSheet || !criteriaSheet) throw new Error('no covenant');
    const ofCovenant = [
      ...covenantWords(covenantSheet).map((word) => ({ sheet: 'Giao ước', word })),
      ...criteriaWords().map((word) => ({ sheet: 'Tiêu chí', word })),
    ];
    return [...ofUnits, ...ofTables, ...ofCovenant];
  };

  it(
    'is found where it is changed, at its cell',
    () => {
      const words = printed();
      expect(words.length).toBeGreaterThan(200);
      fc.assert(
        fc.property(fc.constantFrom(...words), fc.constantFrom('', 'x', ' (sửa)'), ({ sheet, word }, added) => {
          const text = added === '' ? '' : `${word.text}${added}`;
          fc.pre(text !== word.text && !word.text.includes('.....'));
          // Workbooks of earlier versions have no such heading.
          fc.pre(text !== '' || word.row !== 'header:conditions' || word.column !== 'c9');
          const book = withValue(snapshot, sheet, at(sheet, word.row, word.column), text);
          const cell = cellOf(snapshot, sheet, word.row, word.column);
          const found = evaluated(book).findings.filter(({ place }) => place?.sheet === sheet && place.cell === cell);
          expect(found.map(({ code }) => code)).toContain('words-differ');
        }),
        tries(40, 5_000),
      );
    },
    SOAK_TIMEOUT,
  );

  it(
    'is found where it is exchanged with another on its sheet, unless they read alike',
    () => {
      const words = printed();
      fc.assert(
        fc.property(fc.constantFrom(...words), fc.nat(), ({ sheet, word }, nth) => {
          const others = words.filter((one) => one.sheet === sheet && one.word.text !== word.text);
          const other = others[nth % others.length]?.word;
          fc.pre(other !== undefined && !word.text.includes('.....') && !other.text.includes('.....'));
          const [one, two] = [at(sheet, word.row, word.column), at(sheet, other?.row ?? '', other?.column ?? '')];
          const found = evaluated(exchanged(sheet, one, two)).findings.filter(({ place }) => place?.sheet === sheet);
          expect(found.filter(({ code }) => code === 'words-differ' || code === 'name-not-key')).toHaveLength(2);
        }),
        tries(40, 5_000),
      );
    },
    SOAK_TIMEOUT,
  );

  it.each([
    ['of columns', ['header:units', 'c7'], ['header:units', 'c8']],
    ['of columns of two tables', ['header:units', 'c5'], ['header:titles', 'c5']],
    ['of fields', ['field:rules.bonusCap', 'c1'], ['field:rules.penaltyCap', 'c1']],
    ['of parts', ['field:unitsHeading', 'c1'], ['field:casesHeading', 'c1']],
  ] as const)('on *Giao ước* that are exchanged are in doubt: headings %s', (_, one, other) => {
    const cells = [at('Giao ước', one[0], one[1]), at('Giao ước', other[0], other[1])] as const;
    const named = cells.map((cell) => `Giao ước!${address(...cell)} name-not-key`);
    const book = exchanged('Giao ước', ...cells);
    expect(doubtsIn(book).toSorted()).toEqual(named.toSorted());
    const settled = cells.reduce((some, cell) => pick(some, 'Giao ước', address(...cell), 'putNameBack'), book);
    expect(settled).toEqual(snapshot);
  });

  it('a heading that earlier versions did not have may be missing', () => {
    const book = withValue(snapshot, 'Giao ước', at('Giao ước', 'header:conditions', 'c9'), '');
    expect(evaluated(book).findings.map(namedAt)).toEqual(evaluated(snapshot).findings.map(namedAt));
  });

  it.each(['more', ' MORE '])('that heading emptied above the code of a line is found at its cell: %j', (line) => {
    const heading = at('Giao ước', 'header:conditions', 'c9');
    const named = withValue(snapshot, 'Giao ước', [heading[0] + 1, heading[1]], line);
    const { covenant: before, findings: known } = readWorkbook(named);
    expect(before?.cluster.awards[0]?.conditions[0]?.line).toBe('more');
    const book = withValue(named, 'Giao ước', heading, '');
    const { covenant: without, findings } = readWorkbook(book);
    expect(findings.map(namedAt)).toEqual([...known.map(namedAt), `Giao ước!${address(...heading)} words-differ`]);
    // What the award depends on is not read without it.
    expect(without).toBeNull();
    const fixed = withFixes(
      book,
      findings.flatMap(({ fix }) => fix ?? []),
    );
    expect(fixed).toEqual(named);
  });

  it('a place and date that a person wrote over the dots are left alone', () => {
    const place = printed().find(({ sheet, word }) => sheet === SUMMARY && word.text.includes('.....'));
    const cell = at(SUMMARY, place?.word.row ?? '', place?.word.column ?? '');
    const book = withValue(snapshot, SUMMARY, cell, 'Rạch Giá, ngày 05 tháng 11 năm 2025');
    expect(evaluated(book).findings.map(namedAt)).toEqual(evaluated(snapshot).findings.map(namedAt));
  });

  it('is the same in any composition of its accents and with any line breaks', () => {
    const written = (value: unknown): unknown =>
      typeof value === 'string' && !value.startsWith('=') ? value.normalize('NFD').replaceAll('\n', '\r\n') : value;
    const [row, column] = at('Kiên Giang', 'field:subtitle', 'number');
    const text = sheetOf(snapshot, 'Kiên Giang').snapshot.values[row]?.[column];
    const book = withValue(snapshot, 'Kiên Giang', [row, column], written(text));
    expect(evaluated(book).findings.map(namedAt)).toEqual(evaluated(snapshot).findings.map(namedAt));
  });
});

describe('consecutive numbers', () => {
  it.each(TABLES)('of %s that were exchanged are found at their cells and put right', (sheet) => {
    const [one, other] = [at(sheet, 'unit:u1', 'number'), at(sheet, 'unit:u3', 'number')];
    const book = exchanged(sheet, one, other);
    const found = evaluated(book).findings.filter(({ code }) => code === 'words-differ');
    expect(found.map(namedAt)).toEqual([one, other].map((cell) => `${sheet}!${address(...cell)} words-differ`));
    expect(
      withFixes(
        book,
        found.flatMap(({ fix }) => fix ?? []),
      ),
    ).toEqual(snapshot);
  });

  describe('of a table of *Giao ước*', () => {
    const row = (nth: number): number => (sheetOf(snapshot, 'Giao ước').layout.row('header:units') ?? 0) + nth;
    const numbered = (...numbers: readonly unknown[]): WorkbookSnapshot =>
      numbers.reduce<WorkbookSnapshot>(
        (book, number, index) => withValue(book, 'Giao ước', [row(index + 1), 1], number),
        snapshot,
      );
    const found = (book: WorkbookSnapshot): readonly Finding[] =>
      evaluated(book).findings.filter(({ code }) => code === 'words-differ');

    it.each([
      [
        [1, 3, 2, 4, 5],
        ['B3', 'B2'],
      ],
      [[1, 2, 2, 4, 5], ['B3']],
      [[1, 2, 'x', 4, 5], ['B3']],
      [
        [5, '', 3, 4, 1],
        ['B1', 'B5'],
      ],
    ])('are found where they do not rise, %j, and put right', (numbers, cells) => {
      const book = numbered(...numbers);
      const at = cells.map((cell) => `Giao ước!B${row(Number(cell.slice(1))) + 1} words-differ`);
      expect(found(book).map(namedAt).toSorted()).toEqual(at.toSorted());
      const fixed = withFixes(
        book,
        found(book).flatMap(({ fix }) => fix ?? []),
      );
      expect(found(fixed)).toEqual([]);
    });

    it.each<[readonly unknown[]]>([[[1, 2, 4, 5, 7]], [[1, '', 2, 3, 4]], [['', '', '', '', '']]])(
      'may have gaps of deleted rows and rows without one: %j',
      (numbers) => {
        expect(found(numbered(...numbers))).toEqual([]);
      },
    );
  });

  it('may count rows as they stand, where they were moved with their keys', () => {
    const { snapshot: sheet } = sheetOf(snapshot, SUMMARY);
    const rows = ['unit:u1', 'unit:u2'].map((key) => at(SUMMARY, key, 'unit')[0]);
    const [one = 0, other = 0] = rows;
    const width = Math.max(...sheet.values.map((line) => line.length));
    const moves = Array.from({ length: width }, (_, column) => [
      { from: [one, column] as const, to: [other, column] as const },
      { from: [other, column] as const, to: [one, column] as const },
    ]).flat();
    const moved = withMoved(snapshot, SUMMARY, moves);
    const numbers = (book: WorkbookSnapshot): string[] =>
      evaluated(book).findings.flatMap((found) => (found.code === 'words-differ' ? [namedAt(found)] : []));
    expect(numbers(moved)).toEqual([]);
    const numbered = [one, other].toSorted((left, right) => left - right);
    const renumbered = numbered.reduce(
      (book, row, index) => withValue(book, SUMMARY, [row, at(SUMMARY, 'unit:u1', 'number')[1]], index + 1),
      moved,
    );
    expect(numbers(renumbered)).toEqual([]);
  });
});

describe('a row typed into the summary', () => {
  const typedBelow = (cells: Readonly<Record<string, unknown>>): string[] => {
    const end = at(SUMMARY, 'end', 'unit')[0];
    const book = Object.entries(cells).reduce(
      (one, [column, value]) => withValue(one, SUMMARY, [end, at(SUMMARY, 'end', column)[1]], value),
      snapshot,
    );
    return evaluated(book)
      .findings.filter(({ code }) => code === 'row-typed')
      .map(namedAt);
  };

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['points', { unit: 'Bạc Liêu', total: 98.5 }],
    ['points as text', { unit: 'An Giang', total: '98,5' }],
    ['a rank', { number: 6, unit: 'Bạc Liêu', rank: 1 }],
  ])('below the units with a name and %s is an error at its name', (_, cells) => {
    expect(typedBelow(cells)).toEqual([`${SUMMARY}!${cellOf(snapshot, SUMMARY, 'end', 'unit')} row-typed`]);
  });

  it.each(['total', 'rank', 'explanation', 'title'])('without a name it is one at what it has: %s', (column) => {
    const found = `${SUMMARY}!${cellOf(snapshot, SUMMARY, 'end', column)} row-typed`;
    expect(typedBelow({ [column]: column === 'rank' ? 1 : 'x' })).toEqual([found]);
  });

  it('is a remark where it has nothing but words beside the names', () => {
    expect(typedBelow({ unit: 'Ghi chú: điểm đã thống nhất' })).toEqual([]);
  });

  it('makes the ranking provisional', () => {
    const [row, column] = at(SUMMARY, 'end', 'total');
    const { ranking, causes } = evaluated(withValue(snapshot, SUMMARY, [row, column], 98.5));
    expect(ranking?.provisional).toBe(true);
    expect(causes.map(({ code }) => code)).toEqual(['row-typed']);
  });
});

it('a row of targets that was deleted makes the ranking provisional by name', () => {
  const book = withValue(snapshot, TARGETS, at(TARGETS, 'unit:u2', 'corner'), '');
  const { ranking, causes } = evaluated(book);
  expect(ranking?.provisional).toBe(true);
  expect(causes.map(namedAt)).toEqual([`${TARGETS}! row-missing`]);
});

describe('the end row of a table', () => {
  const known = new Set(['sheet-unprotected']);
  const newIn = (book: WorkbookSnapshot): Finding[] => {
    const before = new Set(evaluated(snapshot).findings.map(namedAt));
    return evaluated(book).findings.filter((one) => !before.has(namedAt(one)) && !known.has(one.code));
  };

  it.each(TABLES.flatMap((sheet) => ['unit:u1', 'x', ''].map((typed) => [sheet, typed] as const)))(
    'on %s whose key was typed over with %j is found there alone, and has its key back',
    (sheet, typed) => {
      const cell = at(sheet, 'end', 'corner');
      const book = withValue(snapshot, sheet, cell, typed);
      expect(newIn(book).map(namedAt)).toEqual([`${sheet}!${address(...cell)} end-row-lost`]);
      expect(
        withFixes(
          book,
          newIn(book).flatMap(({ fix }) => fix ?? []),
        ),
      ).toEqual(snapshot);
    },
  );

  it.each(TABLES)(
    'on %s that was deleted is found there, and no formula of other rows is called overwritten',
    (table) => {
      const [row] = at(table, 'end', 'corner');
      const without = <T>(lines: readonly T[]): T[] => lines.filter((_line, index) => index !== row);
      const book = withSheet(snapshot, table, (sheet) => [
        { ...sheet, values: without(sheet.values), formulas: sheet.formulas && without(sheet.formulas) },
      ]);
      const about = newIn(book).filter(({ place }) => place?.sheet === table);
      // Below the targets nothing stands: the row that took its place may be the end.
      const cell = table === TARGETS ? address(...at(table, 'end', 'corner')) : '';
      expect(about.map(namedAt)).toEqual([`${table}!${cell} end-row-lost`]);
    },
  );

  it.each([SUMMARY, TARGETS])('on %s makes the ranking provisional', (sheet) => {
    const { ranking, causes } = evaluated(withValue(snapshot, sheet, at(sheet, 'end', 'corner'), 'unit:u1'));
    expect([ranking?.provisional, causes.map(({ code }) => code)]).toEqual([true, ['end-row-lost']]);
  });
});

describe('a sheet that somebody copied', () => {
  it(
    'is never taken for the original, and the original never called the copy, wherever the copy stands',
    () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...snapshot.sheets.map(({ name }) => name)),
          fc.nat(snapshot.sheets.length),
          (name, place) => {
            const { findings, ...rest } = evaluated(withCopy(snapshot, name, place));
            const about = findings
              .filter(({ code }) => code === 'sheet-doubled' || code === 'original-unclear')
              .map(namedAt);
            const isReferredTo = ![AWARDS, 'Giao ước', 'Tiêu chí'].includes(name);
            expect(about.toSorted()).toEqual(
              isReferredTo
                ? [`${name} (2)! sheet-doubled`]
                : [`${name}! original-unclear`, `${name} (2)! original-unclear`].toSorted(),
            );
            expect(outcomeOf({ findings, ...rest })).toEqual(before);
          },
        ),
        tries(12, 2_000),
      );
    },
    SOAK_TIMEOUT,
  );

  it('and renamed is told from the original by the formulas that name it', () => {
    const copy = withCopy(snapshot, 'Kiên Giang', 0);
    const [first, ...rest] = copy.sheets;
    if (!first) throw new Error('no sheet');
    const sheets = [{ ...first, name: 'Bản nháp' }, ...rest];
    expect(evaluated({ ...copy, sheets }).findings.map(namedAt)).toContain('Bản nháp! sheet-doubled');
  });

  it('is unclear as long as no formula was read that could tell', () => {
    const copy = withCopy(snapshot, TARGETS, 0);
    const sheets = copy.sheets.map((sheet) => ({ ...sheet, formulas: null }));
    expect(doubtsIn({ ...copy, sheets })).toEqual([`${TARGETS} (2)! original-unclear`, `${TARGETS}! original-unclear`]);
  });
});

test('where nothing was changed nothing is in doubt', () => {
  const codes = new Set(evaluated(snapshot).findings.map(({ code }) => code));
  expect([...codes].filter((code) => code === 'words-differ' || code.startsWith('tab-'))).toEqual([]);
  expect(doubtsIn(snapshot)).toEqual([]);
});
