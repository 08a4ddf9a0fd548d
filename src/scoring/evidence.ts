/**
 * The same evidence used twice: documents known by number and symbol, as 12/QĐ-VKS, wherever they are named; any other text
 * only where it is repeated letter for letter on two bonus or penalty lines of one unit.
 */
import { isBlank, isErrorValue, type CellPlace, textOf } from '../covenant/cell';
import { allLines, type CriteriaSet } from '../covenant/criteria';
import { finding, type Finding } from '../covenant/findings';
import { kindOf } from '../covenant/kinds';
import { nameKey } from '../covenant/names';
import type { SheetEntries } from './entries';

/** One mention of evidence in a cell. */
interface Mention {
  /** The document's number and symbol, or the whole text. */
  evidence: string;
  /** The day beside it, as far as it is given: documents of one number are told apart by it. */
  day: string | null;
  unit: string;
  line: string;
  place: CellPlace;
  /** Whether the line adds or takes off points for each occurrence. */
  adjusts: boolean;
}

/**
 * A warning at each cell that names what an earlier one names, with that cell. One document may prove several standard lines,
 * as a yearly report does: of two cells one at least is a bonus or penalty.
 */
export function evidenceTwice(criteria: CriteriaSet, sheets: readonly SheetEntries[]): Finding[] {
  const known = new Map<string, Mention[]>();
  return sheets.flatMap((sheet) =>
    allLines(criteria).flatMap(({ code, ...line }) => {
      const cell = sheet.lines.get(code)?.evidence;
      if (!cell || isBlank(cell) || isErrorValue(cell.value)) return [];
      const adjusts = kindOf(line).part !== 'standard';
      const about = { unit: sheet.unit, line: code, place: cell.place, adjusts };
      const mentions = mentionsIn(textOf(cell), sheet.unit).filter(({ isText }) => adjusts || !isText);
      const found = mentions.flatMap(({ key, evidence, day }): Finding[] => {
        const mention = { ...about, evidence, day };
        const earlier = known.get(key) ?? [];
        known.set(key, [...earlier, mention]);
        const other = earlier.find((one) => isSame(one, mention));
        return other ? [twice(mention, other)] : [];
      });
      return found.slice(0, 1);
    }),
  );
}

function isSame(left: Mention, right: Mention): boolean {
  if (left.place.cell === right.place.cell && left.place.sheet === right.place.sheet) return false;
  return (left.adjusts || right.adjusts) && (left.day === null || right.day === null || left.day === right.day);
}

function twice({ unit, line, evidence, place }: Mention, other: Mention): Finding {
  const { sheet, cell } = other.place;
  const data = { unit, line, evidence, otherUnit: other.unit, otherLine: other.line, otherSheet: sheet };
  return finding('evidence-twice', place, { ...data, otherCell: cell ?? '' });
}

interface Found {
  key: string;
  evidence: string;
  day: string | null;
  isText: boolean;
}

/** Number, year where it has one, and symbol: 12/QĐ-VKS, 12/2020/QĐ-VKS-P15. The symbol has a letter and no blanks. */
const DOCUMENT = /(?<![\p{L}\d/])(\d{1,6})\s*\/\s*((?:\d{4}\s*\/\s*)?\p{L}[\p{L}\d]*(?:\s*[-–]\s*[\p{L}\d]+)*)/gu;
/** The day that follows within the words about the document. */
const DAY = /^[^;\n]{0,40}?(?:ngày\s*)?(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})/u;

/** The documents that a text names; where it names none, the text itself as the evidence of its unit. */
function mentionsIn(text: string, unit: string): Found[] {
  const found = [...text.matchAll(DOCUMENT)].map((match) => {
    const [evidence, number = '', symbol = ''] = match;
    const [, day, month, year] = DAY.exec(text.slice(match.index + evidence.length)) ?? [];
    const key = `${Number(number)}/${nameKey(symbol).replace(/\s/g, '').replaceAll('–', '-')}`;
    return { key, evidence, day: year === undefined ? null : `${year}-${Number(month)}-${Number(day)}`, isText: false };
  });
  return found.length > 0 ? found : [{ key: `${unit}: ${nameKey(text)}`, evidence: text, day: null, isText: true }];
}
