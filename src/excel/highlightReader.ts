/** Of which sheets a reading asks for the rules that colour cells: first for the rules, with the values; then for their cells. */
import { mayHide } from '../spreadsheet/highlights';
import type { Reading } from '../spreadsheet/reading';
import type { ReadingMemory } from './memory';
import { type Answer, NO_WISH, type Wish } from './readSheets';
import type { SheetState } from './sheetState';

/** What is known of a sheet while its wish is made. */
interface SheetFacts {
  state: SheetState;
  /** Whether a plan says what should colour its cells. */
  isPlanned: boolean;
}

export class HighlightReader {
  constructor(
    private readonly reading: Pick<Reading, 'guards'>,
    private readonly memory: Pick<ReadingMemory, 'refusedParts'>,
  ) {}

  /** The wish of a sheet of ours with the rules, or with their cells. */
  withRules(
    wish: Wish | null,
    { id, bounded }: Pick<Wish, 'id' | 'bounded'>,
    { state, isPlanned }: SheetFacts,
    { isSmall }: { isSmall: boolean },
  ): Wish | null {
    if (this.reading.guards === 'none' || (this.reading.guards === 'inTurn' && !isSmall)) return wish;
    if (wish && state.highlights === undefined) {
      const highlights = isWhole(wish) && state.details !== null && !this.memory.refusedParts.has('highlights');
      return highlights ? { ...wish, highlights } : wish;
    }
    // Before documents are made no round trip is spent on rules that hide nothing.
    const matters = this.reading.guards !== 'shapes' || state.highlights?.some(mayHide) === true;
    const ids = isPlanned && matters ? (state.highlightIds ?? []) : [];
    if (ids.length === 0 || this.memory.refusedParts.has('highlightAreas')) return wish;
    return { ...(wish ?? { ...NO_WISH, id, bounded }), highlightAreas: ids };
  }

  /** Takes what was answered over into what is known of the sheet. */
  note(state: SheetState, { highlights, highlightAreas }: Answer): void {
    if (highlights) {
      state.highlights = highlights.found;
      state.highlightIds = highlights.ids;
    }
    if (!highlightAreas || !state.highlights) return;
    state.highlights = state.highlights.map((one, index) => ({ ...one, areas: highlightAreas[index] ?? null }));
    delete state.highlightIds;
  }
}

/** Whether the sheet is read as one of ours that people see. */
function isWhole({ cells, rows, large, guards }: Wish): boolean {
  return large !== true && rows === null && (cells === 'values' || cells === 'whole' || guards !== null);
}
