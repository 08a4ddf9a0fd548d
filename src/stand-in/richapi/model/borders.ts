import type { Area } from '../../../xlsx/model/areas';
import type { BorderEdge, BorderStyle, CellStyle } from '../../../xlsx/model/cellStyle';
import { aColour, oneOf } from '../check';
import { invalidArgument, notImplemented } from '../errors';
import { HostCollection, HostObject } from '../hostObject';
import type { Place } from '../place';
import type { HostState } from '../hostState';
import { sampled, shared } from './sharedValue';

const SIDES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal'] as const;
type Side = (typeof SIDES)[number];
const DIAGONALS = ['DiagonalDown', 'DiagonalUp'];

const STYLES = ['None', 'Continuous', 'Dash', 'Dot', 'Double'] as const;
const WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'] as const;
type Line = { style: (typeof STYLES)[number]; weight: (typeof WEIGHTS)[number] };

/** Office.js splits a line into style and weight; only full lines come in all weights here. */
const LINES: Record<BorderStyle, Line> = {
  none: { style: 'None', weight: 'Thin' },
  hair: { style: 'Continuous', weight: 'Hairline' },
  thin: { style: 'Continuous', weight: 'Thin' },
  medium: { style: 'Continuous', weight: 'Medium' },
  thick: { style: 'Continuous', weight: 'Thick' },
  double: { style: 'Double', weight: 'Thick' },
  dashed: { style: 'Dash', weight: 'Thin' },
  dotted: { style: 'Dot', weight: 'Thin' },
};
const BY_WEIGHT = { Hairline: 'hair', Thin: 'thin', Medium: 'medium', Thick: 'thick' } as const;
const BY_STYLE = { None: 'none', Dash: 'dashed', Dot: 'dotted', Double: 'double' } as const;

const toBorderStyle = ({ style, weight }: Line): BorderStyle =>
  style === 'Continuous' ? BY_WEIGHT[weight] : BY_STYLE[style];

/** Cells and which of their edges make up one side of a range. */
function edgesOf(side: Side, area: Area): { cells: Area; edge: BorderEdge }[] {
  const { row, column, rows, columns } = area;
  switch (side) {
    case 'EdgeTop':
      return [{ cells: { ...area, rows: 1 }, edge: 'top' }];
    case 'EdgeBottom':
      return [{ cells: { ...area, row: row + rows - 1, rows: 1 }, edge: 'bottom' }];
    case 'EdgeLeft':
      return [{ cells: { ...area, columns: 1 }, edge: 'left' }];
    case 'EdgeRight':
      return [{ cells: { ...area, column: column + columns - 1, columns: 1 }, edge: 'right' }];
    case 'InsideHorizontal':
      if (rows === 1) return [];
      return [
        { cells: { ...area, rows: rows - 1 }, edge: 'bottom' },
        { cells: { ...area, row: row + 1, rows: rows - 1 }, edge: 'top' },
      ];
    case 'InsideVertical':
      if (columns === 1) return [];
      return [
        { cells: { ...area, columns: columns - 1 }, edge: 'right' },
        { cells: { ...area, column: column + 1, columns: columns - 1 }, edge: 'left' },
      ];
  }
}

/** Excel.RangeBorderCollection. */
export class BordersObject extends HostCollection<BorderObject> {
  readonly className = 'RangeBorderCollection';

  constructor(
    session: HostState,
    readonly place: Place,
  ) {
    super(session);
  }

  get count(): number {
    return SIDES.length;
  }

  listItems(): BorderObject[] {
    return SIDES.map((side) => new BorderObject(this.session, this.place, side));
  }

  indexer(key: unknown): BorderObject {
    if (typeof key === 'string' && DIAGONALS.includes(key)) throw notImplemented(`the border ${key}`);
    return new BorderObject(this.session, this.place, oneOf(key, SIDES, 'index'));
  }

  getItem(key: unknown): BorderObject {
    return this.indexer(key);
  }

  getItemAt(index: unknown): BorderObject {
    const side = typeof index === 'number' ? SIDES[index] : undefined;
    if (side === undefined) throw invalidArgument(`index: ${String(index)}`);
    return new BorderObject(this.session, this.place, side);
  }
}

/** Excel.RangeBorder: one side of a range. */
export class BorderObject extends HostObject {
  readonly className = 'RangeBorder';

  constructor(
    session: HostState,
    readonly place: Place,
    readonly side: Side,
  ) {
    super(session);
  }

  get sideIndex(): string {
    return this.side;
  }
  get style(): string | null {
    return shared(this.#lines().map((line) => line.style));
  }
  set style(value: unknown) {
    const style = oneOf(value, STYLES, 'style');
    const weight = this.style === 'Continuous' ? (shared(this.#lines().map((line) => line.weight)) ?? 'Thin') : 'Thin';
    this.#draw({ style: toBorderStyle({ style, weight }), color: this.color ?? '#000000' });
  }
  get weight(): string | null {
    return shared(this.#lines().map((line) => line.weight));
  }
  /** A weight, and likewise a colour, makes a full line where there was none, as in Excel. */
  set weight(value: unknown) {
    const weight = oneOf(value, WEIGHTS, 'weight');
    this.#draw({ style: BY_WEIGHT[weight], color: this.color ?? '#000000' });
  }
  get color(): string | null {
    return shared(this.#borders().map((border) => border?.color ?? '#000000'));
  }
  set color(value: unknown) {
    const before = shared(this.#borders().map((border) => border?.style ?? 'none'));
    const style = before === null || before === 'none' ? 'thin' : before;
    this.#draw({ style, color: aColour(value, 'color') });
  }

  #borders(): CellStyle['borders'][BorderEdge][] {
    return this.place.areas.flatMap((area) => {
      const [first] = edgesOf(this.side, area);
      if (!first) return [];
      const styles = this.session.workbook.styles(this.place.sheet, sampled(first.cells));
      return styles.flat().map((style) => style.borders[first.edge]);
    });
  }

  #lines(): Line[] {
    return this.#borders().map((border) => LINES[border?.style ?? 'none']);
  }

  #draw(border: { style: BorderStyle; color: string }): void {
    // VBA raises an error for it; what Office.js does is not documented, so it is not relied on.
    const inside = { InsideHorizontal: 'rows', InsideVertical: 'columns' } as const;
    const axis = this.side === 'InsideHorizontal' || this.side === 'InsideVertical' ? inside[this.side] : null;
    if (axis !== null && this.place.areas.some((area) => area[axis] === 1))
      throw invalidArgument(`${this.side} of one of the ${axis}`);
    for (const { cells, edge } of this.place.areas.flatMap((area) => edgesOf(this.side, area))) {
      this.session.workbook.setStyle(this.place.sheet, cells, { borders: { [edge]: border } });
    }
  }
}
