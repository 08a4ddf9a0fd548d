/** The table of awards and quotas of *Giao ước*. */
import type { Cluster } from '../../covenant/covenant';
import { problemOf } from '../../covenant/problems';
import { idsOf, nameKey } from '../../covenant/names';
import { toPoints } from '../../covenant/points';
import { type Quota, type Award, awardSchema } from '../../covenant/awards';
import { plainNumber } from '../../covenant/numberText';
import { textOf } from '../../covenant/cell';
import type { PlanDraft } from '../../spreadsheet/draft';
import { choiceField, numberField, inPercent, percentField, writtenPercent } from '../shared/fields';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import type { PlanCell } from '../../spreadsheet/plan';
import { type CovenantColumn, AWARDS } from './layout';
import type { Report } from './fieldReader';
import { type ColumnLook, drawTable, type FoundRow, foundRows } from './table';
import { words } from './words';

type Column = keyof typeof AWARDS.columns;

export function drawAwards(draft: PlanDraft<CovenantColumn>, { awards }: Cluster): void {
  drawTable<Column>(
    draft,
    AWARDS,
    words.titleColumns,
    awards.map((award) => ({
      id: award.id,
      name: award.name,
      basis: award.basis,
      ...quotaCells(award.quota),
      among: amongText(award),
      votes: award.votes === null ? null : toPoints(award.votes),
    })),
    LOOKS,
  );
}

const NUMBER: ColumnLook = {
  numberFormat: 'General',
  center: true,
  rule: { rule: { type: 'decimal', min: 0, max: 999 }, message: words.refused.number },
};
const LOOKS: Partial<Record<Column, ColumnLook>> = {
  quota: {
    numberFormat: 'General',
    center: true,
    rule: {
      rule: { type: 'list', values: [words.quotaAll, words.quotaRest] },
      message: words.prompts.quota.message,
      prompt: words.prompts.quota,
      open: true,
    },
  },
  of: {
    rule: {
      rule: { type: 'list', values: Object.values(words.quotaBases) },
      message: words.refused.choice(Object.values(words.quotaBases)),
      open: true,
    },
  },
  rounding: {
    center: true,
    rule: {
      rule: { type: 'list', values: Object.values(words.roundings) },
      message: words.refused.choice(Object.values(words.roundings)),
    },
  },
  least: NUMBER,
  votes: NUMBER,
};

function quotaCells(quota: Quota | null): Partial<Record<Column, PlanCell>> {
  switch (quota?.type) {
    case undefined:
      return {};
    case 'all':
      return { quota: words.quotaAll };
    case 'rest':
      return { quota: words.quotaRest };
    case 'fixed':
      return { quota: quota.number };
    case 'percent':
      return {
        quota: `${plainNumber(toPoints(quota.percent))}%`,
        of: quota.of === 'title' ? quota.ofTitle : words.quotaBases[quota.of],
        rounding: words.roundings[quota.rounding],
        least: quota.least === 0 ? null : quota.least,
      };
  }
}

export interface AwardsReading {
  awards: Award[];
  /** The row of each award. */
  rows: FoundRow<Column>[];
  /** The codes of all rows, including those that cannot be read. */
  ids: string[];
}

export function readAwards(sheet: KeyedSheet<CovenantColumn>, report: Report): AwardsReading {
  const rows = foundRows<Column>(sheet, AWARDS, words.titleColumns, report);
  const reading: AwardsReading = { awards: [], rows: [], ids: awardIds(rows) };
  for (const [index, row] of rows.entries()) {
    const award = readAward(row, reading.ids[index] ?? '', reading.ids);
    if (!award) continue;
    reading.awards.push(award);
    reading.rows.push(row);
  }
  return reading;
}

/** An award typed in without a code has the one that follows from its name; inserting writes it down. */
export function awardIds(rows: readonly FoundRow<Column>[]): string[] {
  return idsOf(rows.map((row) => ({ id: row.text('id'), name: row.text('name') })));
}

/** The code of a table as it is written there: people write codes in any case. */
export function knownCode(code: string, known: readonly string[]): string {
  return known.find((one) => nameKey(one) === nameKey(code)) ?? code;
}

function readAward(row: FoundRow<Column>, id: string, ids: readonly string[]): Award | null {
  const quota = readQuota(row, ids);
  const votes = row.take('votes', { otherwise: 'unreadable', blocking: true }, percentField);
  if (quota === 'unreadable' || votes === 'unreadable') return null;
  const parsed = awardSchema.safeParse(
    {
      id,
      name: row.text('name'),
      basis: row.text('basis'),
      ...readAmong(row.text('among'), ids),
      quota,
      votes: votes ?? null,
    },
    { reportInput: true },
  );
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) row.complain(columnOf(issue.path), problemOf(issue), { blocking: true });
  return null;
}

/** One award among whose units others are chosen, then those that exclude this one: "LDTT; trừ CO-KS, CO-CP". */
function amongText({ among, without }: Award): string {
  const except = without.length === 0 ? '' : `${words.except} ${without.join(', ')}`;
  return [among, except].filter((text) => text !== '').join('; ');
}

function readAmong(text: string, ids: readonly string[]): Pick<Award, 'among' | 'without'> {
  const [, among = '', except = ''] = EXCEPT.exec(text) ?? ['', text];
  const codes = except.split(/[,;]/).map((code) => code.trim());
  return {
    among: knownCode(among.replace(/[;,]\s*$/, '').trim(), ids),
    without: codes.filter((code) => code !== '').map((code) => knownCode(code, ids)),
  };
}

/** What comes before the word for exceptions, and what after it. */
const EXCEPT = new RegExp(`^(?:(.*[;,\\s])?${words.except}\\s+)(.+)$`, 'isu');

const FIELDS = ['id', 'name', 'basis', 'among', 'votes'] as const;

function columnOf([field, part]: readonly PropertyKey[]): Column {
  if (field === 'without') return 'among';
  if (field === 'quota') return part === 'least' ? 'least' : part === 'ofTitle' ? 'of' : 'quota';
  return FIELDS.find((one) => one === field) ?? 'name';
}

/** The quota as the schema takes it; null where the cell is empty. */
function readQuota(row: FoundRow<Column>, ids: readonly string[]): unknown {
  const cell = row.cell('quota');
  const text = textOf(cell);
  if (text === '') return null;
  if (nameKey(text) === nameKey(words.quotaAll)) return { type: 'all' };
  if (nameKey(text) === nameKey(words.quotaRest)) return { type: 'rest' };
  const shown = row.percent('quota') && typeof cell.value === 'number' ? inPercent(cell.value) : null;
  const percent = writtenPercent(cell) ?? shown;
  if (percent === null) {
    const number = row.take('quota', { otherwise: 'unreadable', blocking: true }, numberField);
    return number === 'unreadable' ? number : { type: 'fixed', number };
  }
  const rounding = row.take('rounding', { otherwise: 'unreadable', blocking: true }, (one) =>
    choiceField(one, words.roundings),
  );
  const least = row.take('least', { otherwise: 'unreadable', blocking: true }, numberField);
  if (rounding === 'unreadable' || least === 'unreadable') return 'unreadable';
  return { type: 'percent', percent, ...readBase(row, ids), rounding: rounding || undefined, least };
}

function readBase(row: FoundRow<Column>, ids: readonly string[]): { of?: string; ofTitle?: string } {
  const base = choiceField(row.cell('of'), words.quotaBases);
  if ('problem' in base) return { of: 'title', ofTitle: knownCode(row.text('of'), ids) };
  return base.value === '' ? {} : { of: base.value };
}
