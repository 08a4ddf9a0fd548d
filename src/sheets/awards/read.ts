/** *Xét danh hiệu* read back: the facts of each unit for each award, and the errors of the sheet. */
import type { Covenant, Unit } from '../../covenant/covenant';
import { cellErrors } from '../shared/fields';
import { finding, type Finding } from '../../covenant/findings';
import type { Condition, Award } from '../../covenant/awards';
import { isBlank, type RawCell, textOf } from '../../covenant/cell';
import { numberFromText } from '../../covenant/letters';
import { type Fact, factKey, type UnitFacts } from '../../scoring/awards';
import { type KeyedSheet, keyedCell, placeOf } from '../../spreadsheet/snapshot';
import { rowKey } from '../../spreadsheet/keys';
import {
  BASIS_COLUMN,
  type EntryWord,
  factColumn,
  orderColumn,
  proposalRow,
  awardsColumns,
  votesColumn,
} from './layout';
import { MAX_COUNT, MAX_ORDER } from './plan';
import { checkProtection } from '../shared/checkFormulas';
import type { AwardsColumn } from '../shared/columns';
import { words } from './words';

/** The facts of one unit, with a finding for each cell that cannot be used and, on request each that is blank. */
export interface FactsReading extends UnitFacts {
  findings: Finding[];
}

/** Reads a unit's row. `reportBlanks`: blank cells are findings, as they are for units that may be proposed. */
export function readFacts(
  awards: readonly Award[],
  unit: Unit,
  sheet: KeyedSheet<AwardsColumn> | null,
  { reportBlanks }: { reportBlanks: boolean },
): FactsReading {
  const row = new FactsRow(unit, sheet, reportBlanks);
  const facts = new Map<string, Fact>();
  const votes = new Map<string, { inFavour: number; present: number }>();
  const resolutions = new Map<string, number>();
  for (const award of awards) {
    for (const condition of award.conditions) {
      const fact = readFact(row, award, condition);
      if (fact !== null) facts.set(factKey(award.id, condition.id), fact);
    }
    const vote = award.votes === null ? null : readPair(row, award, words.votes, ['inFavour', 'present'], votesColumn);
    if (vote !== null) votes.set(award.id, { inFavour: vote[0], present: vote[1] });
    const order = row.take({ column: orderColumn(award.id), award, of: '', word: 'order' });
    if (order !== null) resolutions.set(award.id, order);
  }
  const basis = sheet && keyedCell(sheet, rowKey.unit(unit.id), BASIS_COLUMN);
  return { facts, votes, resolutions, findings: [...row.findings, ...cellErrors([basis])] };
}

function readFact(row: FactsRow, award: Award, { id, text, measure }: Condition): Fact | null {
  if (measure === 'count') {
    const count = row.take({ column: factColumn(award.id, id, 'count'), award, of: text, word: 'count' });
    return count === null ? null : { count };
  }
  const column = (_award: string, of: 'numerator' | 'denominator') => factColumn(award.id, id, of);
  const share = readPair(row, award, text, ['numerator', 'denominator'], column);
  return share === null ? null : { numerator: share[0], denominator: share[1] };
}

/** A part and the whole it is of; null where one of them is missing, wrong, or the part is larger. */
function readPair<W extends EntryWord>(
  row: FactsRow,
  award: Award,
  of: string,
  [part, whole]: readonly [W, W],
  columnOf: (award: string, of: W) => AwardsColumn,
): [part: number, whole: number] | null {
  const first = { column: columnOf(award.id, part), award, of, word: part };
  const found = [row.take(first), row.take({ column: columnOf(award.id, whole), award, of, word: whole })] as const;
  if (found[0] === null || found[1] === null) return null;
  if (found[0] <= found[1]) return [found[0], found[1]];
  row.refuse(first);
  return null;
}

/** A cell by its column, and its name for the reader. */
interface Named {
  column: AwardsColumn;
  award: Award;
  of: string;
  word: EntryWord;
}

/** The cells of one unit's row, read one by one, with the findings on them. */
class FactsRow {
  readonly findings: Finding[] = [];

  constructor(
    private readonly unit: Unit,
    private readonly sheet: KeyedSheet<AwardsColumn> | null,
    private readonly reportBlanks: boolean,
  ) {}

  /** The whole number in a cell; null where it is blank or something else. */
  take(named: Named): number | null {
    const cell = this.cell(named);
    if (cell === null) return null;
    if (isBlank(cell)) {
      if (this.reportBlanks && isAsked(named))
        this.findings.push(finding('fact-missing', cell.place, { unit: this.unit.name, what: nameOf(named) }));
      return null;
    }
    if (typeof cell.value === 'number' && !cell.date && !cell.disguised && fits(named.word, cell.value))
      return cell.value;
    this.refuse(named);
    return null;
  }

  /** Reports a cell that cannot be used; for a number typed as text the fix is the number. */
  refuse(named: Named): void {
    const cell = this.cell(named);
    if (cell === null) return;
    const { place, value } = cell;
    const number = typeof value === 'string' ? numberFromText(value) : null;
    const fix =
      number !== null && fits(named.word, number) && place.cell !== null
        ? { sheet: place.sheet, cell: place.cell, put: { number } }
        : undefined;
    const data = { unit: this.unit.name, what: nameOf(named), value: textOf(cell) };
    this.findings.push(finding('fact-invalid', place, data, fix));
  }

  private cell({ column }: Named): RawCell | null {
    return this.sheet && keyedCell(this.sheet, rowKey.unit(this.unit.id), column);
  }
}

/** No unit is proposed for an award without a quota; the order among tied units is needed only where there are any. */
function isAsked({ award, word }: Named): boolean {
  return award.quota !== null && word !== 'order';
}

function fits(word: EntryWord, value: number): boolean {
  const [min, max] = word === 'order' ? [1, MAX_ORDER] : [0, MAX_COUNT];
  return Number.isInteger(value) && value >= min && value <= max;
}

function nameOf({ award, of, word }: Pick<Named, 'award' | 'of' | 'word'>): string {
  return words.cell(award.name, of, words.columns[word]);
}

/** What is wrong with the sheet apart from its entries: rows, columns, protection. */
export function checkAwardsSheet({ cluster }: Covenant, sheet: KeyedSheet<AwardsColumn>): Finding[] {
  const { snapshot, layout, rows } = sheet;
  const whole = { sheet: snapshot.name, cell: null };
  const missing = awardsColumns({ cluster }).filter(({ key }) => layout.column(key) === undefined);
  const fixed = new Map<string, string>(
    (['number', 'unit', BASIS_COLUMN] as const).map((key) => [key, words.columns[key]]),
  );
  const findings = missing.flatMap(({ key }): Finding[] => {
    const column = fixed.get(key);
    return column === undefined ? [] : [finding('column-missing', whole, { column })];
  });
  // Awards or conditions were added after the sheet was created: one finding asks for a new sheet.
  const unwritten = cluster.awards.some(({ id }) => layout.row(proposalRow('quota', id)) === undefined);
  if (missing.length > findings.length || unwritten)
    findings.push(finding('sheet-of-other-criteria', whole, { unit: snapshot.name }));
  for (const unit of cluster.units)
    if (layout.row(rowKey.unit(unit.id)) === undefined)
      findings.push(finding('row-missing', whole, { row: unit.name }));
  for (const { key, row } of rows) {
    const unit = cluster.units.find(({ id }) => rowKey.unit(id) === key);
    const first = layout.row(key);
    if (unit && first !== undefined && first !== row)
      findings.push(finding('row-doubled', placeOf(snapshot, row, 0), { row: unit.name, other: String(first + 1) }));
  }
  return [...findings, ...checkProtection(sheet)];
}
