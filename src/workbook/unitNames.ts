/** Names of units against those of the sheets of a cluster. */
import type { FieldProblem } from '../covenant/findingData';
import { finding, type Finding } from '../covenant/findings';
import { nameKey } from '../covenant/names';
import { definitionsOf } from '../sheets';
import type { CovenantReading } from '../sheets/covenant/read';
import { words as covenantWords } from '../sheets/covenant/words';
import { isSimilarName, sheetNameFor } from '../spreadsheet/sheetNames';

/**
 * Why a unit should not be called so: Excel takes the name for a formula where somebody types it again, or it is, as a name or as
 * a tab, that of a sheet of the whole cluster, and two tabs would read the same. null where nothing speaks against it.
 */
export function nameProblem(name: string): FieldProblem | null {
  if (name.startsWith('=')) return 'formulaLike';
  const isTable = tableNames().some(
    (table) => nameKey(table) === nameKey(name) || isSimilarName(table, sheetNameFor(name, [])),
  );
  return isTable ? 'tableName' : null;
}

/** The names that sheets of the whole cluster get. */
export function tableNames(): string[] {
  return definitionsOf('covenant', 'cluster', 'document', 'record', 'base').flatMap((one) => [
    one.sheetName,
    ...('furtherNames' in one ? one.furtherNames : []),
  ]);
}

/** A finding for each unit that should not be called so, at its name in *Giao ước*; its figures and ranks stay right. */
export function checkUnitNames({ cluster, unitNames }: CovenantReading): Finding[] {
  const field = covenantWords.columns.name;
  return (cluster?.units ?? []).flatMap(({ name }, index): Finding[] => {
    const problem = nameProblem(name);
    return problem === null
      ? []
      : [finding('field-invalid', unitNames[index] ?? null, { field, problem, value: name })];
  });
}
