/** The table of units of *Giao ước*. */
import { type Cluster, type Unit, unitSchema } from '../../covenant/covenant';
import { idsOf } from '../../covenant/names';
import { DAY_FORMAT, serialOfDay } from '../../spreadsheet/days';
import type { PlanDraft } from '../../spreadsheet/draft';
import { choiceField, dayField } from '../shared/fields';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import { type CovenantColumn, UNITS } from './layout';
import type { Report } from './fieldReader';
import { drawTable, type FoundRow, foundRows } from './table';
import { words } from './words';
import { sharedWords } from '../shared/words';

const REGISTERED = { yes: sharedWords.yes, no: sharedWords.no };
type Column = keyof typeof UNITS.columns;

export function drawUnits(draft: PlanDraft<CovenantColumn>, cluster: Cluster): void {
  const roles = Object.values(sharedWords.roles[cluster.type]);
  const yesNo = Object.values(REGISTERED);
  drawTable<Column>(
    draft,
    UNITS,
    words.columns,
    cluster.units.map((unit) => ({
      id: unit.id,
      name: unit.name,
      fullName: unit.fullName,
      role: roleOf(cluster, unit),
      registered: unit.registered === '' ? null : REGISTERED[unit.registered],
      handedIn: unit.handedIn === '' ? null : serialOfDay(unit.handedIn),
      barred: unit.barred ? words.barredMark : null,
    })),
    {
      role: { rule: { rule: { type: 'list', values: roles }, message: words.refused.choice(roles) } },
      registered: {
        center: true,
        rule: { rule: { type: 'list', values: yesNo }, message: words.refused.choice(yesNo) },
      },
      handedIn: {
        numberFormat: DAY_FORMAT,
        center: true,
        rule: { rule: { type: 'date' }, message: sharedWords.refusedDay },
      },
      barred: {
        center: true,
        rule: { rule: { type: 'list', values: [words.barredMark] }, message: words.refused.mark },
      },
    },
  );
}

function roleOf(cluster: Cluster, unit: Unit): string {
  const roles = sharedWords.roles[cluster.type];
  return unit.id === cluster.head ? roles.head : unit.id === cluster.deputy ? roles.deputy : '';
}

export interface UnitsReading {
  units: Unit[];
  /** The row of each unit. */
  rows: number[];
  head: string;
  deputy: string;
}

export function readUnits(sheet: KeyedSheet<CovenantColumn>, type: Cluster['type'], report: Report): UnitsReading {
  const reading: UnitsReading = { units: [], rows: [], head: '', deputy: '' };
  const rows = foundRows<Column>(sheet, UNITS, words.columns, report);
  const ids = unitIds(rows);
  for (const [index, row] of rows.entries()) {
    const unit = readUnit(row, ids[index] ?? '');
    if (!unit) continue;
    reading.units.push(unit);
    reading.rows.push(row.row);
    const role = row.take('role', { otherwise: '', blocking: false }, (cell) =>
      choiceField(cell, sharedWords.roles[type]),
    );
    if (role === '') continue;
    if (reading[role] === '') reading[role] = unit.id;
    else row.complain('role', 'doubled', { blocking: false });
  }
  return reading;
}

/** A unit typed in without a code has the one that follows from its name; inserting writes it down. */
export function unitIds(rows: readonly FoundRow<Column>[]): string[] {
  return idsOf(rows.map((row) => ({ id: row.text('id'), name: row.text('name') })));
}

/** null where the unit cannot be identified; the report has the reason. */
function readUnit(row: FoundRow<Column>, id: string): Unit | null {
  const name = row.text('name');
  for (const [field, text] of [
    ['name', name],
    ['id', id],
  ] as const) {
    if (unitSchema.shape[field].safeParse(text).success) continue;
    row.complain(name === '' ? 'name' : field, text === '' ? 'required' : 'tooLong', { blocking: true });
    return null;
  }
  const fullName = unitSchema.shape.fullName.safeParse(row.text('fullName', { blocking: false }));
  if (!fullName.success) row.complain('fullName', 'tooLong', { blocking: false });
  return {
    id,
    name,
    fullName: fullName.data ?? '',
    registered: row.take('registered', { otherwise: '', blocking: false }, (cell) => choiceField(cell, REGISTERED)),
    handedIn: row.take('handedIn', { otherwise: '', blocking: false }, dayField),
    barred: BARRED.has(
      row.take('barred', { otherwise: '', blocking: false }, (cell) =>
        choiceField(cell, { mark: words.barredMark, ...REGISTERED }),
      ),
    ),
  };
}

/** The choices that mark a unit as barred; a plain "Có" is accepted as well. */
const BARRED: ReadonlySet<string> = new Set(['mark', 'yes']);
