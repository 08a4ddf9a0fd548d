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
    this.#questions = this.reading.guards === 'inTurn' && !isSmall ? new Map() : this.guardsOf(workbook);
  }

  /** Whether a plan says what should guard the cells of a sheet. */
  isPlanned(id: string): boolean {
    return this.#questions?.has(id) === true;
  }

  /** null where nothing is to be asked. */
  questionFor(id: string, { guarded, guards }: SheetState): GuardQuestion | null {
    const question = this.#questions?.get(id);
    if (!question) return null;
    // What is remembered of a sheet that did not change still holds.
    if (guarded === undefined) return guards ? null : question;
    if (guarded.single === true) return null;
    const differing = (guards ?? []).filter(isMixed).flatMap(({ areas }) => singleCells(areas));
    return differing.length === 0 ? null : { ...question, groups: differing, page: false, single: true };
  }

  /** Takes what was answered over into what is known of the sheet. */
  note(state: SheetState, { guards, guarded, page, shape }: Answer): void {
    if (page) state.page = page;
    if (shape) state.shape = shape;
    if (!guards) return;
    // What was asked cell by cell stands for the group that differed.
    const before = guarded?.single === true ? (state.guards ?? []).filter((guard) => !isMixed(guard)) : [];
    state.guards = [...before, ...guards];
    if (guarded) state.guarded = guarded;
  }
}

/** Whether the cells that were asked for at once are not all guarded alike. */
function isMixed({ locked, rule, areas }: FoundGuard): boolean {
  const several = areas.length > 1 || areas.some(({ rows, columns }) => rows * columns > 1);
  return several && (locked === null || rule.type === 'MixedCriteria' || rule.type === 'Inconsistent');
}

function singleCells(areas: readonly Area[]): Area[][] {
  return areas.flatMap(({ row, column, rows, columns }) =>
    Array.from({ length: rows * columns }, (_, index) => [
      { row: row + Math.floor(index / columns), column: column + (index % columns), rows: 1, columns: 1 },
    ]),
  );
}
