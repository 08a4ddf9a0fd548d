/** Cluster 11 of 2020 with a made-up year of figures, as far as a test wants it: as entries to type, and as files to open. */
import { checkFigures, describeWorkbook, insertSheets, newCovenant, rankUnits } from './commands';
import { type Description } from '../../src/workbook/describe';
import { clusters, criteriaSets } from '../../src/covenant/catalogue';
import type { Cluster } from '../../src/covenant/covenant';
import { writeXlsx } from '../../src/xlsx';
import figures from '../../src/cli/demoFigures.json';
import { type Entry, typeEntries } from '../../src/cli/typing';
import { closeScoring, must, openScoring, type ScoringBench } from './scoringBench';
import { sharedWords } from '../../src/sheets/shared/words';

export const UNITS = ['kien-giang', 'hau-giang', 'an-giang', 'bac-lieu', 'ca-mau', 'soc-trang'] as const;
export type UnitId = (typeof UNITS)[number];

/** How many units may be proposed for the first title: the source names no number. */
export const QUOTA = 2;
/** An Giang and Cà Mau have the same figures where a tie is wanted: both second, and one place left. */
export const TIED = { first: 'an-giang', second: 'ca-mau' } as const;

/** What a unit enters, by the line's code. */
export function figuresOf(unit: UnitId, { tie = true } = {}): Map<string, string> {
  const from = tie && unit === TIED.second ? TIED.first : unit;
  return new Map(
    Object.entries(figures.units[from]).map(([code, { value }]) => [code, String(value).replace('.', ',')]),
  );
}

/** What proves a bonus; '' where there is none to prove. */
export function evidenceOf(unit: UnitId, code: string, figure: string): string {
  return code.startsWith('T') && figure !== '0' ? `Quyết định số ${UNITS.indexOf(unit) + 1}${code.slice(1)}/QĐ` : '';
}

/**
 * Numbers of people for the conditions of the first title: reached, of; reached, of; punished. They are as lines III.2 to III.4
 * have them: every unit meets the conditions but Bạc Liêu.
 */
export function factsOf(unit: string): readonly string[] {
  return unit === 'bac-lieu' ? ['52', '52', '35', '52', '1'] : ['52', '52', '52', '52', '0'];
}

export type Wanted =
  | 'sheets'
  /** Half of the units are filled in. */
  | 'begun'
  /** A number typed as text, points above the standard, a bonus without evidence. */
  | 'mistakes'
  | 'tie'
  /** All agreed, no tie, not ranked yet. */
  | 'complete'
  | 'final';

/** The file of a workbook that has come so far. */
export async function cluster11(wanted: Wanted): Promise<Uint8Array> {
  const bench = await openScoring();
  try {
    const [blank] = bench.workbook.sheets();
    must(await newCovenant({ criteria: one(criteriaSets()), cluster: withQuota(one(clusters())) }));
    must(await insertSheets());
    if (blank) bench.workbook.deleteSheet(blank.id);
    if (wanted !== 'sheets') await fillIn(bench, wanted);
    if (wanted === 'final' || wanted === 'tie' || wanted === 'begun') must(await rankUnits());
    return await writeXlsx(await bench.snapshot());
  } finally {
    await closeScoring();
  }
}

function one<T extends { id: string }>(all: readonly T[]): T {
  const found = all.find(({ id }) => id === 'cum-11-2020');
  if (!found) throw new Error('Cluster 11 is not in the catalogue');
  return found;
}

function withQuota(cluster: Cluster): Cluster {
  const [first, ...others] = cluster.awards;
  if (!first) throw new Error('Cluster 11 has no title');
  return {
    ...cluster,
    deputy: 'hau-giang',
    awards: [{ ...first, quota: { type: 'fixed', number: QUOTA } }, ...others],
  };
}

async function fillIn(bench: ScoringBench, wanted: Wanted): Promise<void> {
  const described = must(await describeWorkbook());
  const known = UNITS.slice(0, wanted === 'begun' ? 3 : UNITS.length);
  const entries = known.flatMap((unit) => unitEntries(described, unit, wanted));
  const refused = await typeEntries(bench.workbook, [...entries, ...factEntries(described)]);
  if (refused.length > 0)
    throw new Error(refused.map(({ sheet, cell, message }) => `${sheet}!${cell}: ${message}`).join());
  if (wanted !== 'mistakes') return;
  await bench.paste('An Giang', 'II.1', { kind: 'text', text: '9,5' });
  await bench.paste('An Giang', 'I.2', { kind: 'number', number: 99.5 });
  if (!(await checkFigures()).some(({ fix }) => fix)) throw new Error('no mistake can be fixed');
}

function unitEntries({ units }: Description, id: UnitId, wanted: Wanted): Entry[] {
  const unit = units.find((each) => each.id === id);
  if (!unit) throw new Error(`no sheet of ${id}`);
  const values = figuresOf(id, { tie: wanted === 'tie' });
  const put = (cell: string | null, value: string): Entry[] =>
    cell === null || value === '' ? [] : [{ sheet: unit.sheet, cell, value }];
  const lines = unit.lines.flatMap(({ code, cells }) => {
    const value = values.get(code) ?? '';
    const proven = wanted === 'mistakes' && id === 'bac-lieu' ? '' : evidenceOf(id, code, value);
    return [...put(cells.figure ?? cells.self, value), ...put(cells.evidence, proven)];
  });
  return [...lines, ...put(unit.stage, sharedWords.stages.agreed)];
}

function factEntries({ titles }: Description): Entry[] {
  if (titles === null) return [];
  return titles.rows.flatMap((row) => {
    const conditions = Object.values(row.titles).flatMap((title) => Object.values(title.conditions));
    const cells = conditions.flatMap(({ numerator, denominator, count }) => [numerator, denominator, count]);
    return cells
      .filter((cell) => cell !== null)
      .map((cell, index) => ({ sheet: titles.sheet, cell, value: factsOf(row.id)[index] ?? '0' }));
  });
}
