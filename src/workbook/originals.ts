/** Which of several sheets of one kind is the original, and which are copies that somebody made of it. */
import { finding, type Finding } from '../covenant/findings';
import { definitionsOf } from '../sheets';
import { isSameName, sheetsIn } from '../spreadsheet/sheetNames';
import type { KeyedSheet } from '../spreadsheet/snapshot';

export interface Originals {
  /** In the order of the tabs, without copies. */
  sheets: readonly KeyedSheet<string>[];
  /** In the order of the tabs. */
  copies: readonly KeyedSheet<string>[];
  /** A finding for each copy; where nothing tells them apart one for every sheet of the kind. */
  findings: Finding[];
}

/** Of minutes, charts and other documents there may be several: nothing is read from them, and each is drawn anew as it is. */
const SINGLE: ReadonlySet<string> = new Set([
  ...definitionsOf('covenant', 'cluster', 'unit').map(({ type }) => type),
  'seal',
  'decisions',
]);

/**
 * The original is the one that formulas of other sheets refer to, wherever it stands and whatever it is called: Excel puts a
 * copy in front as readily as behind, and formulas stay with the sheet they were written for. Where none or more than one
 * is referred to, the first is read, and nothing may be decided by it.
 */
export function originalsOf(all: readonly KeyedSheet<string>[]): Originals {
  const groups = new Map<string, KeyedSheet<string>[]>();
  for (const sheet of all) {
    const { type, unit } = sheet.key;
    if (SINGLE.has(type)) groups.set(`${type};${unit}`, [...(groups.get(`${type};${unit}`) ?? []), sheet]);
  }
  const copies = new Set<KeyedSheet<string>>();
  const findings: Finding[] = [];
  for (const group of groups.values()) {
    const [first, ...rest] = group;
    if (!first || rest.length === 0) continue;
    const [original, ...rivals] = group.filter((sheet) => isReferredTo(sheet, group, all));
    const isClear = original !== undefined && rivals.length === 0;
    for (const sheet of group) if (sheet !== (isClear ? original : first)) copies.add(sheet);
    findings.push(...(isClear ? copiesOf(original, group) : group.map((sheet) => unclear(sheet, group))));
  }
  return {
    sheets: all.filter((sheet) => !copies.has(sheet)),
    copies: all.filter((sheet) => copies.has(sheet)),
    findings,
  };
}

function copiesOf(original: KeyedSheet<string>, group: readonly KeyedSheet<string>[]): Finding[] {
  return group
    .filter((sheet) => sheet !== original)
    .map(({ snapshot: { name } }) =>
      finding('sheet-doubled', { sheet: name, cell: null }, { what: name, other: original.snapshot.name }),
    );
}

function unclear({ snapshot: { name } }: KeyedSheet<string>, group: readonly KeyedSheet<string>[]): Finding {
  const others = group.map(({ snapshot }) => snapshot.name).filter((other) => other !== name);
  return finding('original-unclear', { sheet: name, cell: null }, { what: name, other: others.join('”, “') });
}

/** Whether a formula of a sheet of another kind names it; where formulas were not read there is none. */
function isReferredTo(
  { snapshot: { name } }: KeyedSheet<string>,
  group: readonly KeyedSheet<string>[],
  all: readonly KeyedSheet<string>[],
): boolean {
  return all.some(
    (sheet) =>
      !group.includes(sheet) &&
      sheet.snapshot.formulas?.some((line) =>
        line.some(
          (cell) =>
            typeof cell === 'string' &&
            cell.startsWith('=') &&
            cell.includes('!') &&
            sheetsIn(cell).some((one) => isSameName(one, name)),
        ),
      ),
  );
}
