/** A workbook judged: every finding, every score, the ranking; and whether the live formulas say the same as the engine. */
import type { Covenant } from '../covenant/covenant';
import { isSection, walk } from '../covenant/criteria';
import { finding, type Finding } from '../covenant/findings';
import { fingerprint } from '../covenant/fingerprint';
import { type Hundredths, toHundredths, toPoints } from '../covenant/points';
import { pointsText } from '../locales/numbers';
import { checkEntries } from '../scoring/check';
import { type Ranking, rankCluster } from '../scoring/rank';
import { scoreSheet, type SheetScore } from '../scoring/score';
import { type KeyedSheet, keyedCell } from './image';
import { rowKey } from './keys';
import { sectionColumn } from './summary/layout';
import { checkSummarySheet, readEligibility } from './summary/read';
import { checkUnitSheet, readUnit } from './unit/read';
import { unitRefs, type WorkbookReading } from './workbook';

export interface Judgement {
  /** In the order of the workbook: covenant, units, summary. */
  findings: Finding[];
  /** null where the covenant cannot be used. */
  ranking: Ranking | null;
}

/** Checks and ranks everything that was read. */
export function judge(reading: WorkbookReading): Judgement {
  const { covenant, summary } = reading;
  if (covenant === null) return { findings: reading.findings, ranking: null };
  const findings = [...reading.findings];
  const candidates = covenant.cluster.units.map((unit) => {
    const sheet = reading.unitSheets.get(unit.id);
    const judged = sheet ? judgeUnit(covenant, sheet, unit) : { findings: [], score: null };
    findings.push(...judged.findings);
    return {
      unit: unit.id,
      name: unit.name,
      eligibility: summary ? readEligibility(summary, unit.id) : null,
      score: judged.score,
      faulty: judged.findings.some((one) => one.severity === 'error'),
    };
  });
  const ranking = rankCluster(candidates);
  if (summary) {
    const refs = unitRefs(reading, covenant.cluster.units);
    const sheetFindings = checkSummarySheet(covenant, summary, refs);
    findings.push(...sheetFindings, ...compareSummary(covenant, summary, ranking, cellsOf(sheetFindings)));
  }
  return { findings, ranking };
}

function judgeUnit(
  covenant: Covenant,
  sheet: KeyedSheet,
  unit: Covenant['cluster']['units'][number],
): { findings: Finding[]; score: SheetScore } {
  const entries = readUnit(covenant, unit, sheet);
  const score = scoreSheet(covenant, entries);
  const sheetFindings = checkUnitSheet(covenant, unit, sheet);
  const findings = [...sheetFindings, ...checkEntries(covenant.criteria, entries)];
  // A sheet of other criteria has other sums by right; that it is one has been said.
  if (sheet.key.version === fingerprint(covenant))
    findings.push(...compareUnit(covenant, sheet, score, cellsOf(sheetFindings)));
  return { findings, score };
}

/** Cells that already have a finding of their own; a difference there would only say the same again. */
function cellsOf(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.flatMap((one) => (one.place?.cell ? [one.place.cell] : [])));
}

function compareUnit(covenant: Covenant, sheet: KeyedSheet, score: SheetScore, known: ReadonlySet<string>): Finding[] {
  const expected: [string, Hundredths | null][] = [
    ...[...score.lines].map(([code, line]): [string, Hundredths | null] => [rowKey.line(code), line.official]),
    ...walk(covenant.criteria.sections)
      .filter(isSection)
      .map(({ code }): [string, Hundredths | null] => [rowKey.section(code), score.sections.get(code) ?? null]),
    [rowKey.total('standard'), score.standard],
    [rowKey.total('bonus'), score.bonus],
    [rowKey.total('penalty'), score.penalty],
    [rowKey.total('total'), score.total],
  ];
  return expected.flatMap(([row, points]) =>
    compareCell(sheet, row, 'official', points === null ? null : toPoints(points), known),
  );
}

function compareSummary(
  { criteria }: Covenant,
  sheet: KeyedSheet,
  { standings }: Ranking,
  known: ReadonlySet<string>,
): Finding[] {
  return standings.flatMap(({ unit, score, rank, rankWithoutDeferred }) => {
    if (score === null) return [];
    const expected: [string, number | null][] = [
      ...criteria.sections.map(({ code }): [string, number | null] => [
        sectionColumn(code),
        toPoints(score.sections.get(code) ?? toHundredths(0)),
      ]),
      ['standard', toPoints(score.standard)],
      ['bonus', toPoints(score.bonus)],
      ['penalty', toPoints(score.penalty)],
      ['total', toPoints(score.total)],
      ['missing', score.missing],
      ['rank', rank],
      ['rankWithoutDeferred', rankWithoutDeferred],
    ];
    return expected.flatMap(([column, value]) => compareCell(sheet, rowKey.unit(unit), column, value, known));
  });
}

/** A finding where the live cell shows another value than the engine's; null stands for an empty cell. */
function compareCell(
  sheet: KeyedSheet,
  row: string,
  column: string,
  expected: number | null,
  known: ReadonlySet<string>,
): Finding[] {
  const cell = keyedCell(sheet, row, column);
  if (cell === null || cell.place.cell === null || known.has(cell.place.cell)) return [];
  const same =
    typeof cell.value === 'number' && expected !== null
      ? toHundredths(cell.value) === toHundredths(expected)
      : cell.value === expected;
  if (same) return [];
  const shown = typeof cell.value === 'number' ? pointsText(cell.value) : String(cell.value ?? '');
  const engine = expected === null ? '' : pointsText(expected);
  return [finding('engine-differs', cell.place, { what: row.replace(/^\w+:/, ''), sheet: shown, engine })];
}
