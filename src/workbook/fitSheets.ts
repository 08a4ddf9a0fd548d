/** Fit pages: rows get the height of their content, and page breaks are set again; no value is changed. */
import type { Covenant } from '../covenant/covenant';
import { definitionOf, definitionsOf } from '../sheets';
import type { SheetFit } from '../spreadsheet/change';
import type { KeyedSheet } from '../spreadsheet/snapshot';
import type { Task } from '../spreadsheet/task';
import type { CovenantWorkbook } from './covenantWorkbook';

/** A sheet with its fit; null where its rows or columns were moved by hand: it is left as it is. */
export interface FittedSheet {
  sheet: KeyedSheet<string>;
  fit: SheetFit | null;
}

/**
 * Fits the units' sheets, the tables of the cluster and the documents that people type in, in the order of the tabs. Neither Excel nor LibreOffice makes rows of
 * a set height higher as people write.
 */
export function* fitSheets(covenant: Covenant, reading: CovenantWorkbook): Task<FittedSheet[]> {
  const { units } = covenant.cluster;
  const fits: FittedSheet[] = [];
  const add = (sheet: KeyedSheet<string> | null | undefined): void => {
    const definition = sheet ? definitionOf(sheet) : undefined;
    if (sheet && definition?.fit) fits.push({ sheet, fit: definition.fit(covenant, sheet, reading) });
  };
  for (const [index, unit] of units.entries()) {
    add(reading.unitSheets.get(unit.id));
    yield { done: index + 1, of: units.length };
  }
  for (const { type } of definitionsOf('cluster')) add(reading[type]);
  for (const { type } of definitionsOf('document')) reading.documents[type].forEach(add);
  return fits;
}
