/** What is wrong with the entries of a unit's sheet: each finding names the cell and, where it can, the value that mends it. */
import { accepts, type EntryRule, isInSteps } from '../covenant/entryRule';
import { allLines, type CriteriaSet } from '../covenant/criteria';
import { finding, type Finding, type Fix } from '../covenant/findings';
import { type Criterion, kindOf } from '../covenant/kinds';
import { hasTwoDecimals, toPoints } from '../covenant/points';
import { isBlank, type LineEntries, type RawCell, type SheetEntries, textOf } from './entries';
import { numberFromText } from './numberText';
import { scoreLine } from './score';

/** All findings in the entries of one sheet, in printed order. */
export function checkEntries(criteria: CriteriaSet, sheet: SheetEntries): Finding[] {
  const lines = allLines(criteria);
  const perLine = lines.flatMap((criterion) => {
    const entries = sheet.lines.get(criterion.code);
    return entries ? checkLine(sheet.unit, criterion, entries) : [];
  });
  return [...perLine, ...evidenceTwice(sheet, lines)];
}

function checkLine(unit: string, criterion: Criterion, entries: LineEntries): Finding[] {
  const kind = kindOf(criterion);
  const about: About = { unit, line: label(criterion) };
  const figureRule = kind.figureRule(criterion);
  const pointsRule = kind.pointsRule(criterion);
  const entered = figureRule === null ? entries.self : entries.figure;
  const findings: Finding[] = [];
  if (isBlank(entered) && isBlank(entries.reviewed) && isBlank(entries.agreed))
    findings.push(finding('line-blank', entered?.place ?? entries.agreed.place, about));
  if (entered !== null) findings.push(...checkCell(about, figureRule ?? pointsRule, entered));
  findings.push(...checkCell(about, pointsRule, entries.reviewed), ...checkCell(about, pointsRule, entries.agreed));
  return [...findings, ...checkBonusEvidence(about, criterion, entries), ...checkReason(about, criterion, entries)];
}

interface About {
  unit: string;
  line: string;
}

function label(criterion: Criterion): string {
  return criterion.code;
}

/** Bonus points that count want a proof beside them. */
function checkBonusEvidence(about: About, criterion: Criterion, entries: LineEntries): Finding[] {
  const official = scoreLine(criterion, entries).official;
  return kindOf(criterion).part === 'bonus' && official !== null && official > 0 && isBlank(entries.evidence)
    ? [finding('bonus-without-evidence', entries.evidence.place, about)]
    : [];
}

/** A later stage that differs from the one before it wants a reason in the note (domain: a reviewer's change wants a reason). */
function checkReason(about: About, criterion: Criterion, entries: LineEntries): Finding[] {
  const { self, reviewed, agreed } = scoreLine(criterion, entries);
  const values = [self, reviewed, agreed].filter((value) => value !== null);
  const changed = values.some((value) => value !== values[0]);
  return changed && isBlank(entries.note) ? [finding('change-without-reason', entries.note.place, about)] : [];
}

function evidenceTwice(sheet: SheetEntries, lines: readonly Criterion[]): Finding[] {
  const first = new Map<string, string>();
  return lines.flatMap((criterion) => {
    const cell = sheet.lines.get(criterion.code)?.evidence;
    const part = kindOf(criterion).part;
    if (!cell || isBlank(cell) || part === 'standard') return [];
    const key = textOf(cell).toLocaleLowerCase('vi').replace(/\s+/g, ' ');
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, label(criterion));
      return [];
    }
    return [
      finding('evidence-twice', cell.place, {
        unit: sheet.unit,
        line: label(criterion),
        other,
        evidence: textOf(cell),
      }),
    ];
  });
}

/** What is wrong with one filled cell. An empty one is nobody's fault here: blanks are counted by line. */
function checkCell(about: About, rule: EntryRule, cell: RawCell): Finding[] {
  if (isBlank(cell)) return [];
  if (rule.type === 'mark') return checkMark(about, rule.marks, cell);
  const { value, place } = cell;
  if (typeof value === 'string') return [textForNumber(about, rule, value, cell)];
  if (typeof value !== 'number') return [finding('not-a-number', place, { ...about, value: String(value) })];
  if (cell.date) return [finding('date-for-number', place, about)];
  if (value < 0) return [finding('below-zero', place, { ...about, value })];
  return rule.type === 'count' ? checkCount(about, rule.max, value, cell) : checkPoints(about, rule, value, cell);
}

function checkCount(about: About, maximum: number, value: number, { place }: RawCell): Finding[] {
  if (!Number.isInteger(value)) return [finding('count-not-whole', place, { ...about, value })];
  return value > maximum ? [finding('count-too-large', place, { ...about, value, maximum })] : [];
}

function checkPoints(about: About, rule: EntryRule & { type: 'points' }, value: number, { place }: RawCell): Finding[] {
  if (value > toPoints(rule.max)) return [finding('above-maximum', place, { ...about, value, maximum: rule.max })];
  if (rule.step !== null && !isInSteps(value, rule.step))
    return [finding('not-in-steps', place, { ...about, value, step: rule.step })];
  return hasTwoDecimals(value) ? [] : [finding('rounded-to-hundredths', place, { ...about, value })];
}

function textForNumber(about: About, rule: EntryRule, text: string, { place }: RawCell): Finding {
  const number = numberFromText(text);
  if (number === null) return finding('not-a-number', place, { ...about, value: text });
  const fix = accepts(rule, number) ? fixAt(place, { number }) : undefined;
  return finding('number-as-text', place, { ...about, value: text, number }, fix);
}

function checkMark(about: About, marks: readonly string[], cell: RawCell): Finding[] {
  if (typeof cell.value === 'string' && marks.includes(cell.value)) return [];
  const typed = textOf(cell).normalize('NFC').toLocaleUpperCase('vi');
  const meant = marks.find((mark) => mark === typed);
  const fix = meant === undefined ? undefined : fixAt(cell.place, { text: meant });
  return [finding('mark-unknown', cell.place, { ...about, value: String(cell.value), marks: marks.join(', ') }, fix)];
}

function fixAt(place: RawCell['place'], put: Fix['put']): Fix | undefined {
  return place.cell === null ? undefined : { sheet: place.sheet, cell: place.cell, put };
}
