/** One covenant of everything, written and read again with what a person typed into it. */
import { clusterSchema, type Cluster } from '../../../src/covenant/covenant';
import { type Rules, rulesSchema } from '../../../src/covenant/rules';
import { covenantPlan } from '../../../src/sheets/covenant/plan';
import { type CovenantReading, readCovenantSheet } from '../../../src/sheets/covenant/read';
import { CASES, CONDITIONS, type Table, AWARDS, UNITS, VALUE_COLUMN } from '../../../src/sheets/covenant/layout';
import type { SheetSnapshot } from '../../../src/spreadsheet/snapshot';
import { addressesOf } from '../../../src/spreadsheet/layout';
import { address, type SheetPlan } from '../../../src/spreadsheet/plan';
import { criteriaOf } from '../../support/covenants';
import { imageOf, keyed } from '../../support/plans';

export const NAME = 'Giao ước';
export const CRITERIA = criteriaOf(11);
export const RULES = rulesSchema.parse({ bonusCap: 5 });
export const planOf = (cluster: Cluster, rules: Rules, criteria = CRITERIA): SheetPlan =>
  covenantPlan({ cluster, rules, criteria }, NAME);

export const CLUSTER = clusterSchema.parse({
  id: 'cum-1',
  title: 'Cụm 1',
  superior: 'Viện kiểm sát nhân dân tối cao',
  source: 'Tin hội nghị',
  head: 'u1',
  deputy: 'u2',
  convener: 'u3',
  period: { title: 'Năm 2020', signed: '2020-02-10', targetsBy: '2020-10-31', meeting: '2020-11-22' },
  units: ['Kiên Giang', 'Hậu Giang', 'An Giang', 'Bạc Liêu', "M'Đrắk"].map((name, index) => ({
    id: `u${index + 1}`,
    name,
    fullName: `VKSND tỉnh ${name}`,
  })),
  awards: [
    {
      id: 'LDTT',
      name: 'Tập thể lao động tiên tiến',
      quota: { type: 'all' },
      conditions: [{ id: 'TL50', text: 'Tỷ lệ Lao động tiên tiến', measure: 'share', least: 50 }],
    },
    {
      id: 'LDXS',
      name: 'Tập thể lao động xuất sắc',
      quota: { type: 'percent', percent: 20, of: 'title', ofTitle: 'LDTT', rounding: 'nearest', least: 1 },
      among: 'LDTT',
      conditions: [
        { id: 'TL70', text: 'Tỷ lệ Lao động tiên tiến', measure: 'share', least: 70, basis: 'Luật 2022, Điều 27' },
        { id: 'KL', text: 'Số người bị kỷ luật', measure: 'count', most: 0 },
      ],
    },
    { id: 'CO', name: 'Cờ thi đua của ngành', quota: { type: 'fixed', number: 1 }, among: 'LDXS', votes: 80 },
  ],
  cases: [{ eligibility: 'excluded', text: 'Không đăng ký thi đua', basis: 'Hướng dẫn 2019' }],
});
export const PLAN = planOf(CLUSTER, RULES);

/** The address of a field's value. */
export function at(field: string): string {
  return addressesOf(keyed(imageOf(PLAN)).layout).cell(`field:${field}`, VALUE_COLUMN) ?? '';
}

function inTable<F extends string>({ header, columns }: Table<F>): (row: number, field: F) => string {
  const { layout } = keyed(imageOf(PLAN));
  return (row, field) => address((layout.row(header) ?? 0) + 1 + row, layout.column(columns[field]) ?? 0);
}
/** The address of a column of the n-th row (from 0) of each table. */
export const unitAt = inTable<keyof typeof UNITS.columns>(UNITS);
export const titleAt = inTable<keyof typeof AWARDS.columns>(AWARDS);
export const conditionAt = inTable<keyof typeof CONDITIONS.columns>(CONDITIONS);
export const caseAt = inTable<keyof typeof CASES.columns>(CASES);

/** Reads the sheet after edits; `percent` names cells whose number is shown as a percentage. */
export function read(edits: Readonly<Record<string, unknown>>, percent: readonly string[] = []): CovenantReading {
  const snapshot = imageOf(PLAN, edits);
  const numberFormats = snapshot.numberFormats.map((line, row) =>
    line.map((format, column) => (percent.includes(address(row, column)) ? '0%' : format)),
  );
  return readCovenantSheet(keyed({ ...snapshot, numberFormats } satisfies SheetSnapshot));
}

/** What was found, in short: severity, cell, problem or code. */
export function brief({ findings }: Pick<CovenantReading, 'findings'>): string[] {
  return findings.map((one) => {
    const problem = one.code === 'field-invalid' ? one.data.problem : one.code;
    return `${one.severity} ${one.place?.cell ?? '-'} ${problem}`;
  });
}
