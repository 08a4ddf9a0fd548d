/** The summary read back: eligibility as entered, and what is wrong with the sheet itself. */
import type { Covenant } from '../../covenant/covenant';
import { finding, type Finding } from '../../covenant/findings';
import { fingerprint } from '../../covenant/fingerprint';
import { paper } from '../../locales/paper';
import { type Eligibility, isBlank, textOf } from '../../scoring/entries';
import { choiceField } from '../fields';
import { checkFormulas } from '../formulaCheck';
import { type KeyedSheet, keyedCell, placeOf, shownText } from '../image';
import { rowKey } from '../keys';
import { statusFormula, summaryRowFormulas, type UnitSheetRef } from './formulas';
import { summaryColumns } from './layout';

/** The eligibility entered for a unit; null where none of the three words stands. */
export function readEligibility(sheet: KeyedSheet, unit: string): Eligibility | null {
  const cell = keyedCell(sheet, rowKey.unit(unit), 'eligibility');
  if (cell === null) return null;
  // The live formulas compare to the letter; so does this.
  return ELIGIBILITIES.find((one) => paper.eligibility[one] === cell.value) ?? null;
}

const ELIGIBILITIES: readonly Eligibility[] = ['eligible', 'deferred', 'excluded'];

/** What is wrong with the summary apart from its values: rows, columns, formulas, eligibility, protection. */
export function checkSummarySheet(covenant: Covenant, sheet: KeyedSheet, refs: readonly UnitSheetRef[]): Finding[] {
  const { image } = sheet;
  const whole = { sheet: image.name, cell: null };
  const findings = [
    ...checkColumns(covenant, sheet),
    ...checkRows(covenant, sheet),
    ...checkEligibility(covenant, sheet),
  ];
  if (!image.protected) findings.push(finding('sheet-unprotected', whole, {}));
  if (sheet.key.version !== fingerprint(covenant) && isOtherShape(covenant, sheet)) return findings;
  const formulas = [...summaryRowFormulas(covenant.criteria, sheet.layout, refs), statusFormula(sheet.layout)];
  return [...findings, ...checkFormulas(sheet, formulas)];
}

/** Whether the sections of the first level are others than those the summary has columns for. */
function isOtherShape({ criteria }: Covenant, sheet: KeyedSheet): boolean {
  return summaryColumns(criteria).some(({ key }) => sheet.layout.column(key) === undefined);
}

function checkColumns({ criteria }: Covenant, sheet: KeyedSheet): Finding[] {
  const titles: Readonly<Record<string, string>> = paper.summary.columns;
  return summaryColumns(criteria)
    .filter(({ key }) => sheet.layout.column(key) === undefined)
    .map(({ key }) =>
      finding(
        'column-missing',
        { sheet: sheet.image.name, cell: null },
        { column: titles[key] ?? key.replace(/^section:/, '') },
      ),
    );
}

function checkRows({ cluster }: Covenant, { image, layout, rows }: KeyedSheet): Finding[] {
  const missing = cluster.units
    .filter((unit) => layout.row(rowKey.unit(unit.id)) === undefined)
    .map((unit) => finding('summary-row-missing', { sheet: image.name, cell: null }, { unit: unit.name }));
  const known = new Set(cluster.units.map((unit) => rowKey.unit(unit.id)));
  const seen = new Map<string, number>();
  const extra = rows.flatMap(({ key, row }): Finding[] => {
    if (!key.startsWith('unit:')) return [];
    const unit = shownText(image.values[row]?.[layout.column('unit') ?? 0]) || key;
    const first = seen.get(key);
    seen.set(key, first ?? row);
    if (first !== undefined)
      return [finding('row-doubled', placeOf(image, row, 0), { row: unit, other: String(first + 1) })];
    return known.has(key) ? [] : [finding('summary-row-of-no-unit', placeOf(image, row, 0), { unit })];
  });
  return [...missing, ...extra];
}

function checkEligibility({ cluster }: Covenant, sheet: KeyedSheet): Finding[] {
  return cluster.units.flatMap((unit): Finding[] => {
    const cell = keyedCell(sheet, rowKey.unit(unit.id), 'eligibility');
    if (cell === null) return [];
    const eligibility = readEligibility(sheet, unit.id);
    if (eligibility === null) {
      const meant = choiceField(cell, paper.eligibility);
      const fix =
        'value' in meant && meant.value !== '' && cell.place.cell !== null
          ? { sheet: cell.place.sheet, cell: cell.place.cell, put: { text: paper.eligibility[meant.value] } }
          : undefined;
      return [finding('eligibility-unknown', cell.place, { unit: unit.name, value: textOf(cell) }, fix)];
    }
    const reason = keyedCell(sheet, rowKey.unit(unit.id), 'reason');
    return eligibility !== 'eligible' && isBlank(reason)
      ? [finding('eligibility-without-reason', reason?.place ?? cell.place, { unit: unit.name })]
      : [];
  });
}
