/** Every text that was put on a sheet as it was made, against *Giao ước* and *Tiêu chí*: tables and documents, and units' sheets. */
import type { Covenant, Unit } from '../covenant/covenant';
import type { Finding } from '../covenant/findings';
import { definitionOf } from '../sheets';
import { isPrintedBefore, unitOfDecision } from '../sheets/decisions/rows';
import { checkWords, type PrintedWord, type WordOptions } from '../sheets/shared/printed';
import { settledByKeys } from '../sheets/shared/strayedKeys';
import { checkNumbers } from '../sheets/shared/unitRows';
import { NAMING_ROWS } from '../sheets/unit/plan';
import type { KeyedText } from '../spreadsheet/layout';
import type { KeyedSheet } from '../spreadsheet/snapshot';
import type { CovenantWorkbook } from './covenantWorkbook';
import { rowKey } from '../spreadsheet/keys';
import { ofSameVersion } from './doubledKeys';
import { isTabOf } from './tabs';
import { baseCovenant } from './update/base';

/** Those of the tables of the cluster and of the documents; what is printed on units' sheets is checked with each of them. */
export function checkPrinted(covenant: Covenant, reading: CovenantWorkbook): Finding[] {
  const { targets, summary, titles, documents, record } = reading;
  const tables = [targets, summary, titles].filter((sheet) => sheet !== null);
  const isFormerName = formerNames(covenant, reading);
  return [
    ...tables.flatMap((sheet) => [
      ...checkSheet(covenant, sheet, { isFormerName, corrected: 'together' }),
      ...checkNumbers(covenant, sheet),
    ]),
    ...(record ? checkSheet(covenant, record, { isFormerName, corrected: 'together' }) : []),
    ...Object.values(documents)
      .flat()
      .flatMap((sheet) => {
        // What was signed is not rewritten together with everything else.
        const corrected = sheet.key.type === 'seal' ? 'oneByOne' : 'together';
        const isFormer = sheet.key.type === 'decisions' ? formerMatters(reading, sheet, isFormerName) : isFormerName;
        return checkSheet(covenant, sheet, { isFormerName: isFormer, corrected });
      }),
  ];
}

function checkSheet(covenant: Covenant, sheet: KeyedSheet<string>, options: WordOptions): Finding[] {
  const words = definitionOf(sheet)?.printed?.(covenant, sheet) ?? [];
  const same = ofSameVersion(covenant, sheet, words);
  return settledByKeys(sheet, same, checkWords(sheet, same, options));
}

/** Those of a unit's sheet except the two that name the unit, see {@link checkHeads}. */
export function checkUnitWords(
  covenant: Covenant,
  sheet: KeyedSheet<string>,
  words: readonly PrintedWord[],
): Finding[] {
  const others = words.filter(
    ({ row, column }) => column !== 'number' || !NAMING_ROWS.some((naming) => naming === row),
  );
  const same = ofSameVersion(covenant, sheet, others);
  return settledByKeys(sheet, same, checkWords(sheet, same, { corrected: 'together' }));
}

/** Without the wordings of lines: where they stand under other codes, none is to be put beside the figures. */
export function withoutWordings<Column extends string>(
  printed: ReadonlyMap<string, readonly PrintedWord<Column>[]>,
): ReadonlyMap<string, readonly PrintedWord<Column>[]> {
  const isWording = ({ row, column }: PrintedWord): boolean => row.startsWith('line:') && column === 'title';
  return new Map([...printed].map(([id, words]) => [id, words.filter((word) => !isWording(word))]));
}

type IsFormerName = NonNullable<WordOptions['isFormerName']>;

/** A unit whose tab still has the name that its row shows was renamed in *Giao ước*; the row was not moved. */
function formerNames({ cluster }: Covenant, { unitSheets }: CovenantWorkbook): IsFormerName {
  const unitOf = ({ row, column }: KeyedText<string>): Unit | undefined =>
    cluster.units.find(({ id }) => rowKey.unit(id) === row || rowKey.unit(id) === column || unitOfDecision(row) === id);
  return (word, shown) => {
    const tab = unitSheets.get(unitOf(word)?.id ?? '')?.snapshot.name;
    return tab !== undefined && isTabOf(tab, shown);
  };
}

/** A row of *Quyết định* that is about what it was about when the sheets were made: its award was renamed in *Giao ước*. */
function formerMatters(reading: CovenantWorkbook, sheet: KeyedSheet<string>, isFormerName: IsFormerName): IsFormerName {
  const earlier = baseCovenant(reading);
  const isBefore = earlier && isPrintedBefore(earlier, sheet);
  return (word, shown) => isFormerName(word, shown) || (word.column === 'matter' && isBefore?.(word, shown) === true);
}
