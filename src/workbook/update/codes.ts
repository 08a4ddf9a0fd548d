/** Codes of criteria against their wording: figures go along with codes, so a wording under another code is under other figures. */
import type { Covenant } from '../../covenant/covenant';
import { allLines, isSection, walk } from '../../covenant/criteria';
import { finding, type Finding } from '../../covenant/findings';
import { fingerprint } from '../../covenant/fingerprint';
import type { Criterion } from '../../covenant/kinds';
import { nameKey } from '../../covenant/names';
import { address } from '../../spreadsheet/plan';
import { shownText } from '../../spreadsheet/snapshot';
import type { CovenantWorkbook } from '../covenantWorkbook';
import { titlesOn } from './base';
import type { Covenants } from './sheets';

type Worded = Pick<Criterion, 'code' | 'title'>;

/** New codes by the former ones. */
export type RenamedCodes = ReadonlyMap<string, string>;

/** Codes that are gone whose wording, which no other line has, is that of a new code: the same criterion. */
export function renamedCodes({ earlier, covenant }: Covenants): RenamedCodes {
  return renamedLines(allLines(earlier.criteria), allLines(covenant.criteria));
}

function renamedLines(before: readonly Worded[], after: readonly Worded[]): RenamedCodes {
  const [was, is] = [byWording(before), byWording(after)];
  const [formerCodes, codes] = [codesOf(before), codesOf(after)];
  return new Map(
    [...was].flatMap(([wording, [from, ...others]]): [string, string][] => {
      const [to, ...further] = is.get(wording) ?? [];
      const isOne = from !== undefined && to !== undefined && others.length + further.length === 0;
      return isOne && !codes.has(from) && !formerCodes.has(to) ? [[from, to]] : [];
    }),
  );
}

/** The key of a row or a column under the new code of its line. */
export function keysAfter(renamed: RenamedCodes): (key: string) => string {
  const kinds = ['line', 'target', 'comparison'];
  const keys = new Map([...renamed].flatMap(([from, to]) => kinds.map((kind) => [`${kind}:${from}`, `${kind}:${to}`])));
  return (key) => keys.get(key) ?? key;
}

type Sheets = Pick<CovenantWorkbook, 'criteriaSheet' | 'unitSheets'>;

/** Lines and sections, apart: a section may be worded as one of its lines. */
const wordedIn = ({ criteria }: Covenant): readonly (readonly Worded[])[] => [
  allLines(criteria),
  walk(criteria.sections).filter(isSection),
];

/**
 * Whether a line or a section that both have has another title, spelling apart: the hidden copy does not tell, the sheets do. One that shows
 * none is called by its code.
 */
export function isRetitled({ earlier, covenant }: Covenants): boolean {
  const shown = wordedIn(earlier).flatMap((part) => part.filter((one) => wordingOf(one) !== nameKey(one.code)));
  const was = new Map(shown.map((one) => [one.code, wordingOf(one)]));
  return wordedIn(covenant).some((part) =>
    part.some((one) => (was.get(one.code) ?? wordingOf(one)) !== wordingOf(one)),
  );
}

/** A doubt for each line or section whose wording was that of another code, which has another wording now or is gone; at its code in *Tiêu chí*. */
export function codeDoubts({ earlier, covenant }: Covenants, sheets: Pick<Sheets, 'criteriaSheet'>): Finding[] {
  const [was, is] = [earlier, covenant].map(wordedIn);
  return (is ?? []).flatMap((after, part) => doubtsBetween(was?.[part] ?? [], after, sheets));
}

/**
 * The same where no code changed and the sheets of units, every one of them, show the former wordings: to renew the words would
 * put the figures under other criteria.
 */
export function movedWordings(covenant: Covenant, { criteriaSheet, unitSheets }: Sheets): Finding[] {
  const worded = wordedIn(covenant);
  const sheets = covenant.cluster.units.flatMap(({ id }) => unitSheets.get(id) ?? []);
  let found: Finding[] | null = null;
  for (const sheet of sheets.filter(({ key }) => key.version === fingerprint(covenant))) {
    const titleOf = titlesOn([sheet]);
    const there = worded.flatMap((lines) => {
      const shown = lines.map(({ code }): Worded => ({ code, title: titleOf(code) }));
      return doubtsBetween(shown, lines, { criteriaSheet });
    });
    const known = new Set(there.map(({ place }) => place?.cell));
    found = found === null ? there : found.filter(({ place }) => known.has(place?.cell));
    if (found.length === 0) break;
  }
  return found ?? [];
}

function doubtsBetween(
  before: readonly Worded[],
  after: readonly Worded[],
  { criteriaSheet }: Pick<Sheets, 'criteriaSheet'>,
): Finding[] {
  const [was, is] = [byWording(before), byWording(after)];
  const renamed = renamedLines(before, after);
  return after.flatMap((line): Finding[] => {
    const wording = wordingOf(line);
    const former = was.get(wording) ?? [];
    const keepsIt = former.includes(line.code) || former.every((code) => is.get(wording)?.includes(code));
    const [from] = former;
    if (from === undefined || keepsIt || renamed.get(from) === line.code) return [];
    return [finding('wording-of-other-code', placeOfCode(criteriaSheet, line.code), { line: line.code, former: from })];
  });
}

function placeOfCode(sheet: CovenantWorkbook['criteriaSheet'], code: string): Finding['place'] {
  if (sheet === null) return null;
  const { snapshot, layout } = sheet;
  const column = layout.column('code') ?? -1;
  const row = snapshot.values.findIndex((line) => nameKey(shownText(line[column])) === nameKey(code));
  return { sheet: snapshot.name, cell: row < 0 || column < 0 ? null : address(row, column) };
}

const codesOf = (lines: readonly Worded[]): ReadonlySet<string> => new Set(lines.map(({ code }) => code));

const wordingOf = ({ title }: Worded): string => nameKey(title);

/** The codes of the lines with a wording; a line that shows none is called by its code. */
function byWording(lines: readonly Worded[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const line of lines) {
    const wording = wordingOf(line);
    if (wording !== nameKey(line.code)) found.set(wording, [...(found.get(wording) ?? []), line.code]);
  }
  return found;
}
