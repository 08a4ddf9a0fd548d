/** Names of units against those of the sheets of a cluster. */
import { finding, type Finding } from '../covenant/findings';
import { nameKey } from '../covenant/names';
import { definitionsOf } from '../sheets';
import type { CovenantReading } from '../sheets/covenant/read';
import { words as covenantWords } from '../sheets/covenant/words';
import { isSimilarName, sheetNameFor } from '../spreadsheet/sheetNames';

/** Whether a unit's name, or the tab that is called by it, is the name of a sheet of the whole cluster: two tabs would read the same. */
export function isTableName(name: string): boolean {
  return definitionsOf('covenant', 'cluster', 'document').some(
    ({ sheetName }) => nameKey(sheetName) === nameKey(name) || isSimilarName(sheetName, sheetNameFor(name, [])),
  );
}

/** A finding for each unit that is called like a sheet of the whole cluster, at its name in *Giao ước*. */
export function checkUnitNames({ cluster, unitNames }: CovenantReading): Finding[] {
  const field = covenantWords.columns.name;
  return (cluster?.units ?? []).flatMap(({ name }, index) =>
    isTableName(name)
      ? [finding('field-invalid', unitNames[index] ?? null, { field, problem: 'tableName', value: name })]
      : [],
  );
}
