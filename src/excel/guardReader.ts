/** Which guards a reading asks for: of which sheets, first in groups, then cell by cell where a group differs. */
import type { FoundGuard } from '../spreadsheet/guards';
import type { Area } from '../spreadsheet/plan';
import type { GuardQuestion, GuardsOf, Reading } from '../spreadsheet/reading';
import type { WorkbookSnapshot } from '../spreadsheet/snapshot';
import type { Answer } from './readSheets';
import type { SheetState } from './sheetState';

export class GuardReader {
  /** What is to be asked; null until the values of all sheets are known. */
  #questions: ReadonlyMap<string, GuardQuestion> | null = null;

  constructor(
    private readonly reading: Pick<Reading, 'guards'>,
    private readonly guardsOf: GuardsOf,
  ) {}

  /** Whether it has to be decided what is asked. */
  get isWaiting(): boolean {
    return this.reading.guards !== 'none' && this.#questions === null;
  }

  /** Decides, from the values of all sheets. */
  decide(workbook: WorkbookSnapshot, { isSmall }: { isSmall: boolean }): void {
    // In a large workbook only locks and formats are read, with the formulas of the sheets in turn.
    const questions = this.reading.guards === 'inTurn' && !isSmall ? new Map<string, never>() : this.guardsOf(workbook);
    this.#questions = this.reading.guards === 'shapes' ? new Map([...questions].map(shapeOnly)) : questions;
  }

  /** Whether a plan says what should guard the cells of a sheet. */
  isPlanned(id: string): boolean {
    return this.#questions?.has(id) === true;
  }

  /** null where nothing is to be asked. */
  questionFor(id: string, { guarded, guards, shape }: SheetState): GuardQuestion | null {
    const question = this.#questions?.get(id);
    if (!question || (shape && this.reading.guards === 'shapes')) return null;
    // What is remembered of a sheet that did not change still holds.
    if (guarded === undefined) return guards ? null : question;
    const differing = (guards ?? []).filter(isMixed).flatMap(({ areas, rulesOnly }) => partsOf(areas, { rulesOnly }));
    return differing.length === 0 ? null : { ...question, groups: differing, page: false, single: true };
  }

  /** Takes what was answered over into what is known of the sheet. */
  note(state: SheetState, { guards, guarded, charts, page, shape }: Answer): void {
    if (page) state.page = page;
    if (shape) state.shape = shape;
    if (charts) state.charts = charts;
    if (!guards) return;
    // What was asked cell by cell stands for the group that differed.
    const before = guarded?.single === true ? (state.guards ?? []).filter((guard) => !isMixed(guard)) : [];
    state.guards = [...before, ...guards];
    if (guarded) state.guarded = guarded;
  }
}

const shapeOnly = ([id, { formats, headers }]: readonly [string, GuardQuestion]): readonly [string, GuardQuestion] => [
  id,
  { groups: [], formats, page: true, ...(headers && { headers }) },
];

/** Whether the cells that were asked for at once are not all guarded alike. */
function isMixed({ locked, rulesOnly, rule, areas }: FoundGuard): boolean {
  const several = areas.length > 1 || areas.some(({ rows, columns }) => rows * columns > 1);
  const isUnequal = rule.type === 'MixedCriteria' || rule.type === 'Inconsistent';
  return several && (isUnequal || (locked === null && rulesOnly !== true));
}

/** What is asked for next where cells differ: the rows of a whole sheet, of which few differ, else the cells. */
function partsOf(areas: readonly Area[], { rulesOnly = false }: { rulesOnly?: boolean | undefined }): Area[][] {
  return areas.flatMap((area) => {
    const { row, column, rows, columns } = area;
    if (rulesOnly && rows > 1)
      return Array.from({ length: rows }, (_, index) => [{ ...area, row: row + index, rows: 1 }]);
    return Array.from({ length: rows * columns }, (_, index) => [
      { row: row + Math.floor(index / columns), column: column + (index % columns), rows: 1, columns: 1 },
    ]);
  });
}
