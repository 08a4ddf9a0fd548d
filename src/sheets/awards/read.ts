/** *Xét danh hiệu* read back: the facts of each unit for each award, and the errors of the sheet. */
import type { Covenant, Unit } from '../../covenant/covenant';
import { cellErrors, unusableFact } from '../shared/fields';
import { finding, type Finding } from '../../covenant/findings';
import type { Condition, Award } from '../../covenant/awards';
import { isBlank, isErrorValue, type RawCell, textOf } from '../../covenant/cell';
import { numberFromText } from '../../covenant/letters';
import { type Fact, factKey, type TypedFact, type UnitFacts } from '../../scoring/awards';
import { contradicts, type LineFact } from '../../scoring/lineFacts';
import { type KeyedSheet, keyedCell } from '../../spreadsheet/snapshot';
import { rowKey } from '../../spreadsheet/keys';
import {
  AWARDS_HEADER,
  BASIS_COLUMN,
  type EntryWord,
  factColumn,
  orderColumn,
  proposalRow,
  awardsColumns,
  votesColumn,
} from './layout';
import { awardsWords, MAX_COUNT, MAX_ORDER } from './plan';
import { checkProtection } from '../shared/checkFormulas';
import { doubledRows } from '../shared/strayedKeys';
import { typedInTable } from '../shared/unitRows';
import type { AwardsColumn } from '../shared/columns';
import { words } from './words';

/** The facts of one unit, with a finding for each cell that cannot be used and, on request each that is blank. */
export interface FactsReading extends UnitFacts {
  findings: Finding[];
}

export interface FactsOptions {
  /** Blank cells are findings, as they are for units that may be proposed. */
  reportBlanks: boolean;
  /** What the unit's own sheet has for a condition that names a line; null where it has nothing. */
  lineFactOf?: (condition: Condition) => LineFact | null;
}

/** Reads a unit's row. A fact that is blank there is the one of the line that its condition names. */
export function readFacts(
  awards: readonly Award[],
  unit: Unit,
  sheet: KeyedSheet<AwardsColumn> | null,
  { reportBlanks, lineFactOf = () => null }: FactsOptions,
): FactsReading {
  const row = new FactsRow(unit, sheet, reportBlanks);
  const facts = new Map<string, Fact>();
  const differing = new Map<string, Differing>();
  const votes = new Map<string, { inFavour: number; present: number }>();
  const resolutions = new Map<string, number>();
  for (const award of awards) {
    for (const condition of award.conditions) {
      const fact = readFact(row, award, condition, lineFactOf(condition));
      if (fact !== null && 'lineValue' in fact) differing.set(factKey(award.id, condition.id), fact);
      else if (fact !== null) facts.set(factKey(award.id, condition.id), fact);
    }
    const vote = award.votes === null ? null : readPair(row, ballots(award, 'inFavour'), ballots(award, 'present'));
    if (vote !== null) votes.set(award.id, { inFavour: vote[0], present: vote[1] });
    const order = row.take({ column: orderColumn(award.id), award, of: '', word: 'order' });
    if (order !== null) resolutions.set(award.id, order);
  }
  const basis = sheet && keyedCell(sheet, rowKey.unit(unit.id), BASIS_COLUMN);
  const resolutionBasis = basis === null || isErrorValue(basis.value) ? '' : textOf(basis);
  const findings = [...row.findings, ...cellErrors([basis])];
  return { facts, differing, votes, resolutions, resolutionBasis, findings };
}

const ballots = (award: Award, word: 'inFavour' | 'present'): Named => ({
  column: votesColumn(award.id, word),
  award,
  of: words.votes,
  word,
});

type Differing = { typed: string; line: string; lineValue: string };

/** The fact of a condition: as typed, or else as its line has it, or both where they differ. */
function readFact(row: FactsRow, award: Award, condition: Condition, found: LineFact | null): Fact | Differing | null {
  const named = cellsOf(award, condition);
  if (found?.fact && !found.overruled && named.every((one) => row.isBlank(one))) return found.fact;
  const typed = readTyped(row, named);
  if (typed === null || found === null) return typed;
  const shown = 'count' in typed ? String(typed.count) : words.reasons.share(typed.numerator, typed.denominator);
  if (contradicts(condition, typed, found)) {
    row.compare('fact-differs', named[0], shown, found);
    return { typed: shown, line: found.line, lineValue: found.shown };
  }
  if (found.overruled) row.compare('fact-overruled', named[0], shown, found);
  return typed;
}

/** The cells of a condition's fact: a number, or a part and its whole. */
function cellsOf(award: Award, { id, text, measure }: Condition): [Named] | [Named, Named] {
  const cell = (word: 'count' | 'numerator' | 'denominator'): Named => ({
    column: factColumn(award.id, id, word),
    award,
    of: text,
    word,
  });
  return measure === 'count' ? [cell('count')] : [cell('numerator'), cell('denominator')];
}

function readTyped(row: FactsRow, [first, whole]: [Named] | [Named, Named]): TypedFact | null {
  if (whole) {
    const share = readPair(row, first, whole);
    return share && { numerator: share[0], denominator: share[1] };
  }
  const count = row.take(first);
  return count === null ? null : { count };
}

/** A part and the whole it is of; null where one of them is missing, wrong, or the part is larger. */
function readPair(row: FactsRow, part: Named, whole: Named): [part: number, whole: number] | null {
  const found = [row.take(part), row.take(whole)] as const;
  if (found[0] === null || found[1] === null) return null;
  if (found[0] <= found[1]) return [found[0], found[1]];
  row.refuse(part);
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
    this.findings.push(unusableFact(cell, { unit: this.unit.name, what: nameOf(named) }, fix));
  }

  isBlank(named: Named): boolean {
    return isBlank(this.cell(named));
  }

  /** Reports a fact at its cell, with the cell of the line that it was compared with. */
  compare(code: 'fact-differs' | 'fact-overruled', named: Named, value: string, found: LineFact): void {
    const { line, shown: lineValue, place } = found;
    const of = { line, lineValue, lineSheet: place.sheet, lineCell: place.cell ?? '' };
    const data = { unit: this.unit.name, what: nameOf(named), value, ...of };
    this.findings.push(finding(code, this.cell(named)?.place ?? null, data));
  }

  private cell({ column }: Named): RawCell | null {
    return this.sheet && keyedCell(this.sheet, rowKey.unit(this.unit.id), column);
  }
}

/** No unit is proposed for an award without a quota; the order among tied units is needed only where there are any. */
function isAsked({ award, word }: Named): boolean {
  return award.quota !== null && word !== 'order';
}

/** Whether a cell can hold a number. Where nobody was present nobody voted: that is no result of a vote. */
function fits(word: EntryWord, value: number): boolean {
  const min = word === 'order' || word === 'present' ? 1 : 0;
  return Number.isInteger(value) && value >= min && value <= (word === 'order' ? MAX_ORDER : MAX_COUNT);
}

function nameOf({ award, of, word }: Pick<Named, 'award' | 'of' | 'word'>): string {
  return words.cell(award.name, of, words.columns[word]);
}

/** What is wrong with the sheet apart from its entries: rows, columns, protection. */
export function checkAwardsSheet(covenant: Covenant, sheet: KeyedSheet<AwardsColumn>): Finding[] {
  const { cluster } = covenant;
  const { snapshot, layout } = sheet;
  const whole = { sheet: snapshot.name, cell: null };
  const missing = awardsColumns({ cluster }).filter(({ key }) => layout.column(key) === undefined);
  const fixed = new Map<string, string>(
    (['number', 'unit', BASIS_COLUMN] as const).map((key) => [key, words.columns[key]]),
  );
  const findings = missing.flatMap(({ key }): Finding[] => {
    const column = fixed.get(key);
    return column === undefined ? [] : [finding('column-missing', whole, { column })];
  });
  const placed = awardsColumns({ cluster }).flatMap(({ key }) => layout.column(key) ?? []);
  const isInOrder = placed.every((column, index) => index === 0 || column > (placed[index - 1] ?? 0));
  // Awards or conditions were added or moved after the sheet was created: one finding asks for an update.
  const unwritten = cluster.awards.some(({ id }) => layout.row(proposalRow('quota', id)) === undefined);
  if (missing.length > findings.length || unwritten || !isInOrder)
    findings.push(finding('sheet-of-other-criteria', whole, { unit: snapshot.name }));
  for (const unit of cluster.units)
    if (layout.row(rowKey.unit(unit.id)) === undefined)
      findings.push(finding('row-missing', whole, { row: unit.name }));
  const nameOf = (key: string): string | null => cluster.units.find(({ id }) => rowKey.unit(id) === key)?.name ?? null;
  findings.push(...doubledRows(sheet, nameOf, () => awardsWords(covenant)));
  const facts = awardsColumns({ cluster }).flatMap(({ key }) => (fixed.has(key) ? [] : [key]));
  findings.push(...typedInTable(sheet, AWARDS_HEADER, { name: 'unit', columns: facts }));
  return [...findings, ...checkProtection(sheet)];
}
