import { hashSheetPassword, type FileSheet, type WriteSheet } from './hucre';
import type { SheetProtection } from './model/snapshot';
import { encodeXml } from './xml';

type FileProtection = NonNullable<WriteSheet['protection']>;

/** In a file each of these says "not allowed"; the library turns them about, and leaves out what a file does not say. */
const ALLOWANCES = [
  ['allowFormatCells', 'formatCells'],
  ['allowFormatColumns', 'formatColumns'],
  ['allowFormatRows', 'formatRows'],
  ['allowInsertColumns', 'insertColumns'],
  ['allowInsertRows', 'insertRows'],
  ['allowInsertHyperlinks', 'insertHyperlinks'],
  ['allowDeleteColumns', 'deleteColumns'],
  ['allowDeleteRows', 'deleteRows'],
  ['allowSort', 'sort'],
  ['allowAutoFilter', 'autoFilter'],
  ['allowPivotTables', 'pivotTables'],
] as const;

const HASH_PREFIX = 'xlsx-hash:';
const HASH_ATTRIBUTES = ['password', 'algorithmName', 'hashValue', 'saltValue', 'spinCount'];

/** Whether a password is only what a file keeps of it: then nothing a person types equals it, and a file keeps it. */
export const isPasswordHash = (password: string): boolean => password.startsWith(HASH_PREFIX);

export function writeProtection(protection: SheetProtection): FileProtection {
  const file: FileProtection = {
    sheet: true,
    // These two are not turned about by the library.
    objects: !protection.allowEditObjects,
    scenarios: !protection.allowEditScenarios,
    selectLockedCells: protection.selectionMode === 'normal',
    selectUnlockedCells: protection.selectionMode !== 'none',
  };
  for (const [ours, theirs] of ALLOWANCES) file[theirs] = protection[ours];
  return file;
}

/** The attributes that carry a password's hash, ready for the part; empty without one. */
export function passwordAttributes(password: string | null): string {
  if (password === null || password === '') return '';
  if (!isPasswordHash(password)) return ` password="${hashSheetPassword(password)}"`;
  const kept = new URLSearchParams(password.slice(HASH_PREFIX.length));
  return [...kept].map(([name, value]) => ` ${name}="${encodeXml(value)}"`).join('');
}

/** Protection as read; `attributes` are those of the part's `sheetProtection`. null where the sheet is not protected. */
export function readProtection(
  file: FileSheet['protection'],
  attributes: Record<string, string>,
): SheetProtection | null {
  if (file?.sheet !== true) return null;
  const allowed = (name: (typeof ALLOWANCES)[number][1]): boolean => file[name] ?? false;
  const unlockedOnly = file.selectLockedCells === false;
  return {
    allowFormatCells: allowed('formatCells'),
    allowFormatColumns: allowed('formatColumns'),
    allowFormatRows: allowed('formatRows'),
    allowInsertColumns: allowed('insertColumns'),
    allowInsertRows: allowed('insertRows'),
    allowInsertHyperlinks: allowed('insertHyperlinks'),
    allowDeleteColumns: allowed('deleteColumns'),
    allowDeleteRows: allowed('deleteRows'),
    allowSort: allowed('sort'),
    allowAutoFilter: allowed('autoFilter'),
    allowPivotTables: allowed('pivotTables'),
    allowEditObjects: file.objects !== true,
    allowEditScenarios: file.scenarios !== true,
    selectionMode: file.selectUnlockedCells === false ? 'none' : unlockedOnly ? 'unlocked' : 'normal',
    password: keptHash(attributes),
  };
}

function keptHash(attributes: Record<string, string>): string | null {
  const kept = HASH_ATTRIBUTES.filter((name) => attributes[name]).map((name) => [name, attributes[name] ?? '']);
  return kept.length === 0 ? null : HASH_PREFIX + new URLSearchParams(kept).toString();
}
