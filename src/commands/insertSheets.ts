/** Insert: a scoring sheet for each unit that has none, and the summary; what exists is left as it is. */
import type { Covenant, Unit } from '../covenant/covenant';
import { finding, type Finding } from '../covenant/findings';
import { fingerprint } from '../covenant/fingerprint';
import { applyChanges } from '../excel/apply';
import { readWorkbookImage } from '../excel/read';
import { END_KEY, rowKey } from '../sheets/keys';
import type { Layout } from '../sheets/layout';
import { sheetNameFor } from '../sheets/names';
import type { CellPatch, Change } from '../sheets/plan';
import type { UnitSheetRef } from '../sheets/summary/formulas';
import { summaryAdditions, summaryPlan, summaryRepairs, UNIT_ROW_HEIGHT } from '../sheets/summary/plan';
import { unitLayout } from '../sheets/unit/layout';
import { unitPatches, unitPlan } from '../sheets/unit/plan';
import { currentCells } from '../sheets/undo';
import { LOCKED_PROTECTION } from '../sheets/draft';
import { readWorkbook, unitRefs, wishedName, type WorkbookReading } from '../sheets/workbook';
import { begin } from './begin';
import { done, type Outcome, type Progress, refused } from './outcome';

export interface InsertResult {
  /** Names of the sheets that were added, the summary among them. */
  added: string[];
  /** Names of the units' sheets that were there already. */
  kept: string[];
  /** Units that got a row in a summary that was there already. */
  rowsAdded: string[];
}

/**
 * Adds only what is missing. Refused where the covenant or the criteria cannot be used, or where a sheet made from other
 * criteria is still there; throws ExcelFailure where Excel refuses, with everything taken back.
 */
export async function insertSheets(progress: Progress = {}): Promise<Outcome<InsertResult>> {
  begin(progress, 'reading');
  const image = await readWorkbookImage();
  begin(progress, 'deciding');
  const reading = readWorkbook(image);
  const { covenant } = reading;
  if (covenant === null) return refused(reading.findings);
  const outdated = sheetsOfOtherCriteria(covenant, reading);
  if (outdated.length > 0) return refused(outdated);
  const { changes, result } = decide(covenant, reading);
  begin(progress, 'writing');
  await applyChanges(
    changes,
    image.all.map(({ id }) => id),
  );
  return done(result);
}

/** Sheets that would not agree with those to be inserted: the criteria or rules were edited after they were made. */
function sheetsOfOtherCriteria(covenant: Covenant, { unitSheets, summary }: WorkbookReading): Finding[] {
  const version = fingerprint(covenant);
  return [...unitSheets.values(), ...(summary ? [summary] : [])]
    .filter((sheet) => sheet.key.version !== version)
    .map(({ image, key }) => {
      const unit = covenant.cluster.units.find((one) => one.id === key.unit)?.name ?? image.name;
      return finding('sheet-of-other-criteria', { sheet: image.name, cell: null }, { unit });
    });
}

interface Decision {
  changes: Change[];
  result: InsertResult;
}

function decide(covenant: Covenant, reading: WorkbookReading): Decision {
  const taken = reading.image.all.map(({ name }) => name);
  const missing = covenant.cluster.units
    .filter((unit) => !reading.unitSheets.has(unit.id))
    .map((unit) => {
      const name = sheetNameFor(unit.name, taken);
      taken.push(name);
      return { unit, name };
    });
  const changes = newSheets(covenant, missing);
  const layout = unitLayout(covenant);
  const fresh = missing.map(({ unit, name }) => ({ unit: unit.id, sheet: name, layout }));
  const refs = [...unitRefs(reading, covenant.cluster.units), ...fresh];
  const result: InsertResult = {
    added: missing.map(({ name }) => name),
    kept: [...reading.unitSheets.values()].map(({ image }) => image.name),
    rowsAdded: [],
  };
  if (reading.summary === null) {
    const name = sheetNameFor(wishedName('summary'), taken);
    changes.push({ type: 'addSheet', plan: summaryPlan(covenant, refs, name) }, { type: 'activate', name });
    result.added.push(name);
  } else {
    const { change, rowsAdded } = editSummary(covenant, reading, refs, fresh);
    if (change) changes.push(change);
    result.rowsAdded = rowsAdded;
  }
  return { changes, result };
}

/** The first missing sheet is written out, the others are copies of it. */
function newSheets(covenant: Covenant, missing: readonly { unit: Unit; name: string }[]): Change[] {
  const [master, ...others] = missing;
  if (!master) return [];
  return [
    { type: 'addSheet', plan: unitPlan(covenant, master.unit, master.name) },
    ...others.map(({ unit, name }): Change => {
      return { type: 'copySheet', of: master.name, name, patches: unitPatches(covenant, master.unit, unit) };
    }),
  ];
}

/** Rows for units the summary does not know, and formulas of rows whose sheet was made anew. */
function editSummary(
  covenant: Covenant,
  { summary }: WorkbookReading,
  refs: readonly UnitSheetRef[],
  fresh: readonly UnitSheetRef[],
): { change: Change | null; rowsAdded: string[] } {
  const end = summary?.layout.row(END_KEY);
  if (!summary || end === undefined) return { change: null, rowsAdded: [] };
  const unknown = covenant.cluster.units.filter((unit) => summary.layout.row(rowKey.unit(unit.id)) === undefined);
  const added = unknown.map((unit, index) => ({ unit, row: end + index }));
  const layout = withRows(summary.layout, end, added);
  const known = fresh.filter(({ unit }) => summary.layout.row(rowKey.unit(unit)) !== undefined);
  const repairs = summaryRepairs(covenant.criteria, summary.layout, known);
  const patches: CellPatch[] = [...repairs, ...summaryAdditions(covenant, layout, added, refs)];
  if (patches.length === 0) return { change: null, rowsAdded: [] };
  return {
    change: {
      type: 'editSheet',
      sheetId: summary.image.id,
      protection: LOCKED_PROTECTION,
      wasProtected: summary.image.protected,
      insertion: added.length === 0 ? null : { row: end, rows: added.length, anchor: END_KEY, height: UNIT_ROW_HEIGHT },
      patches,
      undo: currentCells(summary.image, repairs),
    },
    rowsAdded: unknown.map((unit) => unit.name),
  };
}

/** The layout after rows for new units were opened above the end row. */
function withRows(layout: Layout, end: number, added: readonly { unit: Unit; row: number }[]): Layout {
  const rows = new Map(added.map(({ unit, row }) => [rowKey.unit(unit.id), row]));
  return {
    column: (key) => layout.column(key),
    row: (key) => {
      const before = layout.row(key);
      return rows.get(key) ?? (before !== undefined && before >= end ? before + added.length : before);
    },
  };
}
