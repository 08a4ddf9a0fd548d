/**
 * Saves workbooks of random figures, filled in and ranked, with the value that the engine gives for every cell
 * (`tsx test/tools/agreement.ts <folder>`). A program of its own, because the same work takes longer inside jest.
 */
import { describeWorkbook, rankUnits } from '../support/commands';
import type { RankResult } from '../../src/commands/rank';
import type { IWorkbookData } from '@univerjs/core';
import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Description } from '../../src/workbook/describe';
import { criteriaSets } from '../../src/covenant/catalogue';
import { isErrorValue } from '../../src/covenant/cell';
import { allLines, type CriteriaSet } from '../../src/covenant/criteria';
import { NOT_ARISING } from '../../src/covenant/marks';
import { toPoints } from '../../src/covenant/points';
import type { LineScore } from '../../src/scoring/score';
import { parseAddress } from '../../src/spreadsheet/plan';
import { stackOf } from '../../src/thrown';
import { writeXlsx } from '../../src/xlsx';
import type { CellWrite } from '../../src/stand-in/workbook/cellContent';
import type { StandInWorkbook } from '../../src/stand-in/workbook/contract';
import {
  awkwardEntriesArbitrary,
  criteriaSetOf,
  entriesArbitrary,
  rulesFor,
  type UnitFigures,
} from '../support/arbitraries';
import { clusterOf, criteriaOf } from '../support/covenants';
import { closeScoring, must, openScoring, preparedWorkbook } from '../support/scoringBench';
import { tries } from '../support/soak';
import { sharedWords } from '../../src/sheets/shared/words';

const SEED = Number(process.env.SEED ?? 20201210);
/** How often each large cluster is filled in. */
const ROUNDS = tries(2, 12).numRuns;
/** Units of the clusters of the catalogue's criteria sets and of drawn ones. */
const UNITS = tries(16, 60).numRuns;
/** How many small clusters there are. */
const SMALL = tries(8, 16).numRuns;
/** How many large clusters there are beside that of the widest criteria set. */
const LARGE = tries(1, 3).numRuns;

/** The figures of a whole cluster; `awkward` ones break their rules here and there, and some lines are blank. */
interface Case {
  name: string;
  criteria: CriteriaSet;
  units: UnitFigures[];
  eligibility: string[];
  /** Votes that break ties; few different numbers, so that some are equal. */
  votes: (number | string | null)[];
}

const WORDS = [
  sharedWords.eligibility.eligible,
  sharedWords.eligibility.eligible,
  sharedWords.eligibility.deferred,
  sharedWords.eligibility.excluded,
  // One bad cell takes nobody else's rank.
  '#N/A',
];

function caseOf(name: string, criteria: CriteriaSet, units: number, awkward: boolean, seed: number): Case {
  const arbitrary = awkward ? awkwardEntriesArbitrary(criteria) : entriesArbitrary(criteria);
  const each = { numRuns: units, seed };
  return {
    name,
    criteria,
    units: fc.sample(arbitrary, each).map(withoutTruthValues),
    eligibility: fc.sample(fc.constantFrom(...WORDS), each),
    votes: fc.sample(fc.constantFrom(null, 0, 3, 5, '#DIV/0!', 3 * (1 + Number.EPSILON)), each),
  };
}

/** LibreOffice counts a truth value in a cell as a number, Excel does not: they cannot agree on it. */
function withoutTruthValues({ stage, lines }: UnitFigures): UnitFigures {
  const plain = <T>(value: T): T | string => (typeof value === 'boolean' ? 'x' : value);
  return {
    stage,
    lines: lines.map((line) => ({
      ...line,
      target: line.target && { ...line.target, value: plain(line.target.value) },
      entry: plain(line.entry),
      reviewed: plain(line.reviewed),
      agreed: plain(line.agreed),
    })),
  };
}

/** Random criteria with random rules, tie-breaks by their own sections among them. */
function drawnSets(size: { min: number; max: number }, count: number, seed: number): CriteriaSet[] {
  const drawn = criteriaSetOf(size).chain((criteria) =>
    rulesFor(criteria.sections.map(({ code }) => code)).map((rules) => ({ ...criteria, rules })),
  );
  return fc.sample(drawn, { numRuns: count, seed });
}

function cases(): Case[] {
  const catalogue = criteriaSets().flatMap((set) =>
    [1, 2].map((round) => caseOf(`${set.id} ${round}`, set, UNITS, round === 2, SEED + round)),
  );
  // Preparing a workbook costs more than filling it in: large clusters of few criteria sets, filled in as often as is wanted,
  // and small clusters of many.
  const wide = criteriaOf(40);
  const large = [wide, ...drawnSets({ min: 28, max: 34 }, LARGE, SEED + 20)].flatMap((set, index) =>
    Array.from({ length: ROUNDS }, (_, round) =>
      caseOf(
        `large ${index}.${round}`,
        set,
        set === wide ? tries(24, 60).numRuns : UNITS,
        (index + round) % 3 === 1,
        SEED + 1000 + ROUNDS * index + round,
      ),
    ),
  );
  const small = drawnSets({ min: 2, max: 9 }, SMALL, SEED).map((set, round) =>
    caseOf(`small ${round}`, set, 14, round % 3 === 2, SEED + 100 + round),
  );
  return [...catalogue, ...large, ...small];
}

/** A workbook ready to be filled in, and where its cells are. */
interface Prepared {
  data: IWorkbookData;
  at: Description;
}

/** Made once for each criteria set. */
const prepared = new Map<CriteriaSet, Prepared>();

async function workbookFor({ criteria, units }: Case): Promise<Prepared> {
  const known = prepared.get(criteria);
  if (known) return known;
  let at: Description | undefined;
  const fill = async (): Promise<void> => {
    at = must(await describeWorkbook());
  };
  const data = await preparedWorkbook({ criteria, cluster: clusterOf(units.length) }, { fill });
  if (!at) throw new Error('nothing was described');
  const made = { data, at };
  prepared.set(criteria, made);
  return made;
}

function written(value: unknown): CellWrite {
  if (value === null || value === undefined) return { kind: 'keep' };
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (isErrorValue(value)) return { kind: 'error', error: value };
  return typeof value === 'boolean' ? { kind: 'boolean', boolean: value } : { kind: 'text', text: String(value) };
}

/** Fills in every sheet at once, as a paste does: some of the figures are such that typing would refuse them. */
function fill(
  { workbook, sheet }: { workbook: StandInWorkbook; sheet: (name: string) => string },
  one: Case,
  at: Description,
): void {
  const write = (name: string, cell: string | null, value: unknown): void => {
    if (cell === null || value === null) return;
    workbook.write(sheet(name), { ...parseAddress(cell), rows: 1, columns: 1 }, [[written(value)]]);
  };
  const give = (cell: string | null, value: unknown): void => write(at.targets?.sheet ?? '', cell, value);
  at.units.forEach((unit, index) => {
    const figures = one.units[index];
    const put = (cell: string | null, value: unknown): void => write(unit.sheet, cell, value);
    unit.lines.forEach(({ code, cells }, line) => {
      const typed = figures?.lines[line];
      if (!typed) return;
      if (typed.target?.source === 'sheet') put(cells.target, typed.target.value);
      if (typed.target?.source === 'table') give(at.targets?.rows[index]?.cells[code] ?? null, typed.target.value);
      put(cells[typed.column], typed.entry);
      put(cells.reviewed, typed.reviewed);
      put(cells.agreed, typed.agreed);
      put(cells.evidence, typed.evidence);
    });
    put(unit.stage, sharedWords.stages[figures?.stage ?? 'self']);
  });
  at.summary?.rows.forEach(({ cells }, index) => {
    write(at.summary?.sheet ?? '', cells.eligibility, one.eligibility[index]);
    write(at.summary?.sheet ?? '', cells.vote, one.votes[index]);
  });
}

/** A cell of a saved workbook and the value the engine gives for it; '' for empty. */
export interface ExpectedCell {
  sheet: string;
  cell: string | null;
  expected: string | number;
}

/** One saved workbook. */
export interface SavedCase {
  name: string;
  file: string;
  lines: number;
  /** Whether an entry has more than the 15 digits that Excel and LibreOffice round by; Gnumeric rounds by all bits. */
  beyond15Digits: boolean;
  /** Codes of findings that say the live formulas are not the engine's. */
  doubts: string[];
  cells: ExpectedCell[];
}

async function save(one: Case, folder: string, index: number): Promise<SavedCase> {
  const { data, at } = await workbookFor(one);
  const bench = await openScoring(data);
  fill({ workbook: bench.workbook, sheet: (name) => bench.sheet(name) }, one, at);
  // Ranking is refused where the live formulas say anything else than the engine.
  const ranking = must(await rankUnits());
  const file = join(folder, `case-${index}.xlsx`);
  writeFileSync(file, await writeXlsx(await bench.snapshot()));
  await closeScoring();
  return {
    name: one.name,
    file,
    lines: one.units.length * allLines(one.criteria).length,
    beyond15Digits: one.units.some(({ lines }) => lines.some(hasLongNumber)),
    doubts: ranking.findings.map(({ code }) => code).filter((code) => /^(engine|formula)-/.test(code)),
    cells: expectations(at, ranking),
  };
}

function hasLongNumber({ target, entry, reviewed, agreed }: UnitFigures['lines'][number]): boolean {
  return [target?.value, entry, reviewed, agreed].some(
    (value) => typeof value === 'number' && Number(value.toPrecision(15)) !== value,
  );
}

/** Every cell of a ranked workbook that the engine has a value for, with that value. */
function expectations(at: Description, ranking: RankResult): ExpectedCell[] {
  const points = (value: Parameters<typeof toPoints>[0] | null | undefined): string | number =>
    value === null || value === undefined ? '' : toPoints(value);
  const official = (line: LineScore | undefined): string | number =>
    line?.state === 'leftOut' || line?.state === 'undecided' ? NOT_ARISING : points(line?.official);
  return ranking.standings.flatMap(({ score, rank, rankWithoutDeferred }, index) => {
    const unit = at.units[index];
    const row = at.summary?.rows[index];
    if (!unit || !row || !at.summary || !score) return [];
    const on =
      (sheet: string) =>
      (cell: string | null, expected: string | number): ExpectedCell => ({ sheet, cell, expected });
    const own = on(unit.sheet);
    const summary = on(at.summary.sheet);
    return [
      ...unit.lines.map(({ code, cells }) => own(cells.official, official(score.lines.get(code)))),
      ...unit.sections.map(({ code, cell }) => own(cell, points(score.sections.get(code)))),
      own(unit.totals.standard, points(score.standard)),
      own(unit.totals.bonus, points(score.bonus)),
      own(unit.totals.penalty, points(score.penalty)),
      own(unit.totals.total, points(score.provisionalTotal)),
      own(unit.totals.missing, score.missing),
      summary(row.cells.total, points(score.provisionalTotal)),
      summary(row.cells.class, score.missing === 0 ? score.className : ''),
      summary(row.cells.rank, rank ?? ''),
      summary(row.cells.rankWithoutDeferred, rankWithoutDeferred ?? ''),
    ];
  });
}

async function main(folder: string): Promise<void> {
  const saved: SavedCase[] = [];
  for (const [index, one] of cases().entries()) saved.push(await save(one, folder, index));
  writeFileSync(join(folder, 'expected.json'), JSON.stringify(saved));
}

main(process.argv[2] ?? '.').catch((thrown: unknown) => {
  process.stderr.write(`${stackOf(thrown)}\n`);
  process.exitCode = 1;
});
