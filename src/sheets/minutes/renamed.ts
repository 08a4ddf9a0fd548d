/** A unit's new name in minutes that stand: drawn again where they are as they were drawn, else written where the former one stands. */
import type { Covenant } from '../../covenant/covenant';
import { withNames } from '../../covenant/names';
import { type CellPatch, valuesWith } from '../../spreadsheet/change';
import { openCells } from '../../spreadsheet/guards';
import { CORNER, rowKey } from '../../spreadsheet/keys';
import type { PlanCell, SheetPlan } from '../../spreadsheet/plan';
import { formulaAt, type KeyedSheet } from '../../spreadsheet/snapshot';
import type { PresentMaterial, RenamedDocument } from '../definition';
import { redrawn } from '../shared/redrawn';
import type { MinutesFacts } from './content';
import type { MinutesColumn } from './layout';
import { minutesCells, minutesPlan } from './plan';

/** Without another name than these in it, a text of the minutes was generated; the other columns hold notes, reasons and entries. */
const GENERATED: readonly MinutesColumn[] = ['c1', 'c2', 'c3', 'c5'];

/** What minutes are drawn from, final or provisional as those that stand: the row that says so shifts all below it. */
export function standingFacts(
  sheet: KeyedSheet<string>,
  { covenant, reading, evaluation }: PresentMaterial,
): MinutesFacts | null {
  const { ranking } = evaluation;
  const provisional = sheet.layout.row(rowKey.field('status')) !== undefined;
  return ranking && { covenant, reading, evaluation, ranking: { ...ranking, provisional } };
}

/**
 * Names are no figures: they are written whether or not the minutes agree with the workbook, which an error anywhere in it may keep
 * them from.
 */
export function renamedMinutes(
  sheet: KeyedSheet<string>,
  before: PresentMaterial,
  after: PresentMaterial,
): RenamedDocument[] {
  const [was, is] = [standingFacts(sheet, before), standingFacts(sheet, after)];
  if (was === null || is === null) return [];
  const drawn = (facts: MinutesFacts): SheetPlan =>
    minutesPlan(facts, { name: sheet.snapshot.name, before: null, staleTerms: null });
  const plan = drawn(is);
  const names = new Names(was.covenant, is.covenant);
  const [whole] = redrawn(sheet, drawn(was), plan);
  const written = whole ?? { sheet, patches: namePatches(sheet, [minutesCells(was), minutesCells(is)], names) };
  if (whole && keepsFormer(whole, plan, names)) return [{ ...written, only: 'some' }];
  return [whole ? written : { ...written, only: 'names' }];
}

/** Whether a former name stays in a locked cell where another text is drawn. */
function keepsFormer({ sheet: { snapshot }, patches }: RenamedDocument, plan: SheetPlan, names: Names): boolean {
  const open = openCells(plan);
  return valuesWith(snapshot, patches).some((line, row) =>
    line.some(
      (value, column) =>
        typeof value === 'string' &&
        value !== (plan.cells[row]?.[column] ?? '') &&
        open[row]?.[column] === false &&
        names.renamed(value) !== value,
    ),
  );
}

type Cells = readonly (readonly PlanCell[])[];

/** The texts that are drawn otherwise with the new name, and former names in what is generated; entries as people typed them. */
function namePatches({ snapshot, layout }: KeyedSheet<string>, [old, now]: [Cells, Cells], names: Names): CellPatch[] {
  const [keyRow, keyColumn] = [layout.row(CORNER), layout.column(CORNER)];
  const drawn = new Map(
    old.flatMap((line, row) =>
      line.flatMap((text, column) =>
        typeof text === 'string' ? [[`${String(column)}:${text}`, now[row]?.[column] ?? null] as const] : [],
      ),
    ),
  );
  const generated = GENERATED.map((key) => layout.column(key));
  return snapshot.values.flatMap((line, row) =>
    line.flatMap((value, column): CellPatch[] => {
      if (row === keyRow || column === keyColumn || typeof value !== 'string' || isFormula(snapshot, row, column))
        return [];
      const isEntry = (line[keyColumn ?? 0] ?? '') !== '' || !generated.includes(column);
      const known = drawn.get(`${String(column - (keyColumn ?? 0))}:${value}`);
      const text = known === undefined ? (isEntry ? value : names.renamed(value)) : known;
      return text === value ? [] : [{ row, column, cells: [[text]] }];
    }),
  );
}

function isFormula(snapshot: KeyedSheet<string>['snapshot'], row: number, column: number): boolean {
  const formula = formulaAt(snapshot, row, column);
  return typeof formula === 'string' && formula.startsWith('=');
}

/** The names that units had before and have after. */
class Names {
  private readonly pairs: { was: string; is: string }[];
  private readonly names: string[];

  constructor(before: Covenant, after: Covenant) {
    this.pairs = after.cluster.units.flatMap((is) => {
      const was = before.cluster.units.find(({ id }) => id === is.id);
      return was === undefined
        ? []
        : [
            { was: was.fullName, is: is.fullName },
            { was: was.name, is: is.name },
          ].filter((one) => one.was !== one.is);
    });
    this.names = after.cluster.units.flatMap(({ name, fullName }) => [name, fullName]);
  }

  renamed(text: string): string {
    return withNames(text, this.pairs, this.names);
  }
}
