/** Names on every sheet brought up to date, decided on plain data: printed words, tabs, and all that a unit's name stands in. */
import type { Covenant, Unit } from '../covenant/covenant';
import type { Finding } from '../covenant/findings';
import type { Fix } from '../covenant/fixes';
import type { CellPlace } from '../covenant/cell';
import { nameKey, withName } from '../covenant/names';
import { definitionOf, definitionsOf, type DocumentType } from '../sheets';
import { proposalPatches } from '../sheets/awards/proposals';
import { isNameOf, renamePatches } from '../sheets/covenant/codes';
import type { SheetPatches } from '../sheets/definition';
import type { Evaluation } from '../sheets/shared/evaluation';
import { isRanked, rankingPatches, wordedStandings } from '../sheets/summary/ranking';
import { copyOf } from '../sheets/shared/copies';
import type { Source } from '../sheets/shared/copySources';
import { holdsCell } from '../spreadsheet/areas';
import {
  type CellPatch,
  type Change,
  editOf,
  type PlacedCell,
  placedCells,
  type SheetRename,
} from '../spreadsheet/change';
import { sheetNameFor } from '../spreadsheet/sheetNames';
import { rowKey } from '../spreadsheet/keys';
import { renamedEntries } from '../spreadsheet/keptList';
import { type KeyedSheet, keyedSheets, type WorkbookSnapshot } from '../spreadsheet/snapshot';
import type { CovenantWorkbook } from './covenantWorkbook';
import { Edits } from './edits';
import { formerNamePlaces } from './formerNames';
import { namedPatches, reviewerPatches } from './namedEntries';
import { baseChanges, baseCovenant } from './update/base';
import { isTabOf, spelledTab } from './tabs';

/**
 * The tabs of units' sheets that have another name than their unit's or spell it in other letters, those of one unit or of all. A number
 * that was added to a name stays.
 */
export function tabRenames(
  { all }: WorkbookSnapshot,
  unitSheets: CovenantWorkbook['unitSheets'],
  units: readonly Unit[],
): SheetRename[] {
  const wrong = units.flatMap(({ id, name }) => {
    const tab = unitSheets.get(id)?.snapshot;
    if (tab === undefined) return [];
    const spelled = spelledTab(tab.name, name);
    return spelled === tab.name.normalize('NFC') ? [] : [{ sheetId: tab.id, name, spelled }];
  });
  const kept = all.filter(({ id }) => wrong.every(({ sheetId }) => sheetId !== id)).map(({ name }) => name);
  const taken = [...kept, ...wrong.flatMap(({ spelled }) => spelled ?? [])];
  return wrong.map(({ sheetId, name, spelled }) => {
    if (spelled !== null) return { type: 'renameSheet', sheetId, name: spelled };
    const free = sheetNameFor(name, taken);
    taken.push(free);
    return { type: 'renameSheet', sheetId, name: free };
  });
}

/** The corrections of printed words that are applied together. */
export function wordFixes(findings: readonly Finding[]): Fix[] {
  return findings.flatMap(({ code, fix }) => (code === 'words-differ' && fix ? [fix] : []));
}

/** A workbook before a unit gets another name, and as it will be evaluated with it. */
export interface Renaming {
  reading: CovenantWorkbook;
  covenant: Covenant;
  unit: Unit;
  before: Evaluation;
  renamed: { covenant: Covenant; unit: Unit; evaluation: Evaluation };
}

export interface Renamed {
  changes: Change[];
  /** How many cells. */
  cells: number;
  /** Names that tabs get. */
  tabs: string[];
  /** Where the former name still stands: documents that have to be made anew, without a cell, and cells with texts that hold it. */
  left: CellPlace[];
}

/** Everything that has the name of a unit gets the new one; what differed before for another reason stays as it is. */
export function renaming(facts: Renaming): Renamed {
  const { reading, unit, renamed } = facts;
  const { snapshot, covenantSheet, unitSheets } = reading;
  const edits = new Edits();
  if (covenantSheet) edits.add(covenantSheet, renamePatches(covenantSheet, unit, renamed.unit));
  edits.fix(keyedSheets(snapshot), nameFixes(facts));
  const renames = { renamed: [{ was: unit, is: renamed.unit }], units: renamed.covenant.cluster.units };
  for (const sheet of unitSheets.values()) edits.add(sheet, reviewerPatches(sheet, renames));
  for (const sheet of keyedSheets(snapshot)) edits.add(sheet, keptPatches(sheet, facts));
  for (const { sheet, patches } of rankingEdits(facts)) edits.add(sheet, patches);
  const [decisions] = reading.documents.decisions;
  if (decisions) edits.add(decisions, namedPatches(decisions, renames));
  const { documents, followed } = writeDocuments(edits, facts);
  edits.fit(reading, renamed.covenant);
  edits.breakPages(reading, renamed.covenant);
  const tab = unitSheets.get(unit.id)?.snapshot.name;
  // Given the name that it has, a unit whose tab kept another after an interruption gets it there, too.
  const isOwnTab = tab !== undefined && (isTabOf(tab, unit.name) || unit.name === renamed.unit.name);
  const tabs = tabRenames(snapshot, unitSheets, isOwnTab ? [renamed.unit] : []);
  // *Giao ước* comes last: as long as it has the former name, the same command does again what was interrupted.
  const isLast = (change: Change): boolean => 'sheetId' in change && change.sheetId === covenantSheet?.snapshot.id;
  const written = edits.changes();
  const changes = [
    ...written.filter((one) => !isLast(one)),
    ...mirroredEdits(reading, written, followed),
    ...baseRenaming(reading, renamed.unit),
    ...written.filter(isLast),
    ...tabs,
  ];
  // What was sealed stays as it was sealed.
  const done = [...documents.map(({ sheet }) => sheet), ...reading.stores.map((sheet) => sheet.snapshot.name)];
  const kept = keyedSheets(snapshot).filter(
    (sheet) => !done.includes(sheet.snapshot.name) && definitionOf(sheet)?.scope !== 'base',
  );
  const left = [...documents, ...formerNamePlaces(kept, { unit, covenant: renamed.covenant }, changes)];
  return { changes, cells: edits.count(), tabs: tabs.map(({ name }) => name), left };
}

/** Entries of the unit that have no cell any more come back only to its name. */
function keptPatches({ snapshot }: KeyedSheet<string>, { unit, renamed }: Renaming): CellPatch[] {
  const { name } = renamed.unit;
  const told = (what: string): string => withName(what, unit.name, name);
  return renamedEntries(
    snapshot,
    { key: rowKey.unit(unit.id), name: nameKey(unit.name) },
    { name: nameKey(name), told },
  );
}

/** The hidden copy of the covenant gets the new names, whatever else of the covenant has changed. */
function baseRenaming(reading: CovenantWorkbook, renamed: Unit): Change[] {
  const before = baseCovenant(reading);
  if (before === null) return [];
  const { id, name, fullName } = renamed;
  const units = before.cluster.units.map((unit) => (unit.id === id ? { ...unit, name, fullName } : unit));
  return baseChanges(reading, { ...before, cluster: { ...before.cluster, units } });
}

/**
 * Edits of the hidden copies of documents that follow the name: what is written into a sheet is written into its copy. A document that
 * keeps the former name is compared with copies that have it, too, and so says that it is out of date. A seal's copies stay as they were
 * sealed.
 */
function mirroredEdits(
  reading: CovenantWorkbook,
  changes: readonly Change[],
  followed: readonly DocumentType[],
): Change[] {
  return definitionsOf('document').flatMap((definition) => {
    if (!followed.includes(definition.type)) return [];
    const sources = 'copied' in definition ? (definition.copied?.(reading) ?? []) : [];
    const stores = reading.stores.filter(({ key }) => key.type === definition.type);
    return stores.flatMap((store) => {
      const patches = sources.flatMap((source): CellPatch[] => {
        const at = copyOf(store, source);
        const edited = changes.flatMap((one) =>
          one.type === 'editSheet' && one.sheetId === source.sheet.snapshot.id ? one.patches : [],
        );
        return at === null ? [] : placedCells(edited).flatMap((one) => mirrored(one, source, at));
      });
      return patches.length === 0 ? [] : [editOf(store, patches)];
    });
  });
}

function mirrored(
  { row, column, cell }: PlacedCell,
  { area, compared }: Source,
  at: { row: number; column: number },
): CellPatch[] {
  const isCompared = compared.some((one) => holdsCell(one, { row, column }));
  return isCompared
    ? [{ row: at.row + row - area.row, column: at.column + column - area.column, cells: [[cell]] }]
    : [];
}

/** The corrections that the new name alone makes necessary, those on a sealed page among them. */
function nameFixes({ before, unit, renamed }: Renaming): Fix[] {
  const placeOf = ({ place }: Finding): string => `${place?.sheet ?? ''}!${place?.cell ?? ''}`;
  const differing = ({ findings }: Evaluation): Finding[] =>
    findings.filter(
      (one) => one.code === 'words-differ' || (one.code === 'name-not-key' && isNameOf(one.data.shown, unit)),
    );
  const known = new Set(differing(before).map(placeOf));
  return differing(renamed.evaluation)
    .filter((one) => !known.has(placeOf(one)))
    .flatMap(({ fix, choices = [] }) => {
      const chosen = choices.find(({ id }) => id === 'putNameBack');
      return fix ?? chosen?.fixes ?? [];
    });
}

/** What the ranking wrote, where it still holds: explanations name other units. */
function rankingEdits({ reading, covenant, before, renamed }: Renaming): SheetPatches[] {
  const { summary, titles } = reading;
  const { ranking, awards, rotation } = renamed.evaluation;
  if (!summary || !before.ranking || !ranking || !isRanked(covenant, summary, before, before.ranking)) return [];
  const ranked = rankingPatches(summary.layout, wordedStandings(renamed.covenant, awards, ranking));
  const { cluster } = renamed.covenant;
  return [
    { sheet: summary, patches: ranked },
    ...(titles && rotation
      ? [{ sheet: titles, patches: proposalPatches(titles.layout, cluster, awards, rotation) }]
      : []),
  ];
}

/** Writes into documents; gives those that only now have to be made anew, and the types whose sheets all have the new name. */
function writeDocuments(
  edits: Edits,
  { reading, covenant, before, renamed }: Renaming,
): { documents: CellPlace[]; followed: DocumentType[] } {
  const was = { covenant, reading, evaluation: before };
  const is = { covenant: renamed.covenant, reading, evaluation: renamed.evaluation };
  const all = definitionsOf('document').map(({ type, isOutdated, rename }) => {
    const sheets = reading.documents[type];
    const written = rename?.(sheets, was, is) ?? [];
    for (const { sheet, patches, guards } of written) {
      edits.add(sheet, patches);
      if (guards) edits.guard(sheet, guards);
    }
    const isLeft =
      sheets.length > 0 &&
      !isOutdated(sheets, was) &&
      (written.length === 0 ? isOutdated(sheets, is) : written.some(({ only }) => only === 'names'));
    return {
      type,
      isFollowed: written.length === sheets.length && written.every(({ only }) => only !== 'some'),
      documents: isLeft ? sheets.map(({ snapshot }) => ({ sheet: snapshot.name, cell: null })) : [],
    };
  });
  return {
    documents: all.flatMap(({ documents }) => documents),
    followed: all.flatMap(({ type, isFollowed }) => (isFollowed ? [type] : [])),
  };
}
