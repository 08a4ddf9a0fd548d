/** The table of the conditions of each award, of *Giao ước*. */
import { type CellPlace, isBlank, textOf } from '../../covenant/cell';
import { checkConditionLines, hasLine, withLineCodesOf } from '../../covenant/conditionLines';
import type { Cluster } from '../../covenant/covenant';
import type { CriteriaSet } from '../../covenant/criteria';
import { finding, type Finding } from '../../covenant/findings';
import { idsOf } from '../../covenant/names';
import { problemOf } from '../../covenant/problems';
import { type Condition, conditionSchema } from '../../covenant/awards';
import type { PlanDraft } from '../../spreadsheet/draft';
import { choiceField, numberField, percentField } from '../shared/fields';
import { type KeyedSheet, keyedCell, rawCell } from '../../spreadsheet/snapshot';
import { type CovenantColumn, CONDITIONS } from './layout';
import { Report } from './fieldReader';
import { type ColumnLook, drawTable, type FoundRow, foundRows } from './table';
import { knownCode, type AwardsReading } from './awards';
import { words } from './words';

type Column = keyof typeof CONDITIONS.columns;

/** The cell of the line of each condition of each award. */
export type CovenantLines = readonly (readonly CellPlace[])[];

export function drawConditions(draft: PlanDraft<CovenantColumn>, { awards }: Cluster): void {
  const measures = Object.values(words.measures);
  drawTable<Column>(
    draft,
    CONDITIONS,
    words.conditionColumns,
    awards.flatMap((award) =>
      award.conditions.map(({ id, text, measure, least, most, line, basis }) => ({
        title: award.id,
        id,
        text,
        measure: words.measures[measure],
        least,
        most,
        line,
        basis,
      })),
    ),
    {
      measure: {
        center: true,
        rule: { rule: { type: 'list', values: measures }, message: words.refused.choice(measures) },
      },
      least: LIMIT,
      most: LIMIT,
    },
  );
}

const LIMIT: ColumnLook = {
  numberFormat: 'General',
  center: true,
  rule: {
    rule: { type: 'decimal', min: 0, max: 1_000_000_000 },
    message: words.refused.number,
    prompt: words.prompts.share,
  },
};

/** Adds each condition to its award; the result is the rows of the conditions of each award. */
export function readConditions(
  sheet: KeyedSheet<CovenantColumn>,
  { awards, ids }: AwardsReading,
  report: Report,
): FoundRow<Column>[][] {
  const rows: FoundRow<Column>[][] = awards.map(() => []);
  const found = foundRows<Column>(sheet, CONDITIONS, words.conditionColumns, report);
  const own = conditionIds(found, ids);
  for (const row of found) {
    const code = knownCode(row.text('title'), ids);
    const condition = readCondition(row, own.get(row) ?? '');
    if (!ids.includes(code)) row.complain('title', code === '' ? 'required' : 'notInList', { blocking: true });
    const index = awards.findIndex(({ id }) => id === code);
    if (!condition || index < 0) continue;
    awards[index]?.conditions.push(condition);
    rows[index]?.push(row);
  }
  return rows;
}

/** A condition typed in without a code has the one that follows from its text, among those of its award. */
export function conditionIds(
  rows: readonly FoundRow<Column>[],
  awards: readonly string[],
): ReadonlyMap<FoundRow<Column>, string> {
  const awardOf = (row: FoundRow<Column>): string => knownCode(row.text('title'), awards);
  return new Map(
    [...new Set(rows.map(awardOf))].flatMap((award) => {
      const own = rows.filter((row) => awardOf(row) === award);
      const ids = idsOf(own.map((row) => ({ id: row.text('id'), name: row.text('text') })));
      return own.map((row, index) => [row, ids[index] ?? ''] as const);
    }),
  );
}

function readCondition(row: FoundRow<Column>, id: string): Condition | null {
  const measure = row.take('measure', { otherwise: 'unreadable', blocking: true }, (cell) =>
    choiceField(cell, words.measures),
  );
  const limit = measure === 'share' ? percentField : numberField;
  const [least, most] = [
    row.take('least', { otherwise: 'unreadable', blocking: true }, limit),
    row.take('most', { otherwise: 'unreadable', blocking: true }, limit),
  ];
  if (measure === 'unreadable' || least === 'unreadable' || most === 'unreadable') return null;
  if (measure === '') {
    row.complain('measure', 'required', { blocking: true });
    return null;
  }
  const parsed = conditionSchema.safeParse(
    {
      id,
      text: row.text('text'),
      measure,
      least: least ?? null,
      most: most ?? null,
      line: row.text('line'),
      basis: row.text('basis'),
    },
    { reportInput: true },
  );
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues)
    row.complain(FIELDS.find((field) => field === issue.path[0]) ?? 'text', problemOf(issue), { blocking: true });
  return null;
}

const FIELDS = ['id', 'text', 'least', 'most', 'line', 'basis'] as const;

/**
 * The cluster with the criteria's own codes of lines; null where a condition names a line that holds no fact for it, and where
 * lines stand below a heading that was emptied: without it they are not read.
 */
export function settleConditions(
  sheet: KeyedSheet<CovenantColumn>,
  cluster: Cluster,
  lines: CovenantLines,
  criteria: CriteriaSet,
): { cluster: Cluster | null; findings: Finding[] } {
  const findings = checkConditionLines(cluster, criteria, (award, condition) => lines[award]?.[condition] ?? null);
  const named = findings.map((found) =>
    found.code === 'field-invalid' ? { ...found, data: { ...found.data, field: words.conditionColumns.line } } : found,
  );
  const all = [...named, ...emptiedHeading(sheet, criteria)];
  return { cluster: all.length > 0 ? null : withLineCodesOf(cluster, criteria), findings: all };
}

/**
 * A finding at the heading of the lines where it is empty, while the code of a line stands below it. On sheets of earlier versions,
 * which have no such heading, the column may hold remarks: they are none.
 */
function emptiedHeading(sheet: KeyedSheet<CovenantColumn>, criteria: CriteriaSet): Finding[] {
  const heading = keyedCell(sheet, CONDITIONS.header, CONDITIONS.columns.line);
  const column = sheet.layout.column(CONDITIONS.columns.line);
  if (heading === null || column === undefined || !isBlank(heading)) return [];
  const rows = foundRows<Column>(sheet, CONDITIONS, words.conditionColumns, new Report());
  const isLost = rows.some(({ row }) => hasLine(criteria, textOf(rawCell(sheet.snapshot, row, column))));
  const { sheet: name, cell } = heading.place;
  const wanted = words.conditionColumns.line;
  const fix = cell === null ? undefined : { sheet: name, cell, put: { text: wanted } };
  return isLost ? [finding('words-differ', heading.place, { shown: '', wanted }, fix)] : [];
}
