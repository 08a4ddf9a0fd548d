/** What the objects of a chart share: which chart they belong to, and how it is read and changed. */
import type { Chart, ChartFont, ChartKind } from '../../../xlsx/model/charts';
import type { SheetId } from '../../../xlsx/model/snapshot';
import { aBoolean, aColour, aNumber, aString } from '../check';
import { missing } from '../errors';
import { HostObject } from '../hostObject';
import type { HostState } from '../hostState';

/** Excel's names of the kinds of charts that are done here. */
export const CHART_TYPES: readonly { type: string; kind: ChartKind }[] = [
  { type: 'BarStacked', kind: 'barStacked' },
  { type: 'BarClustered', kind: 'barClustered' },
  { type: 'ColumnStacked', kind: 'columnStacked' },
  { type: 'ColumnClustered', kind: 'columnClustered' },
];

export abstract class ChartPart extends HostObject {
  constructor(
    session: HostState,
    readonly sheetId: SheetId,
    readonly chartId: string,
  ) {
    super(session);
  }
}

/** Which chart an object belongs to. */
type OfChart = Pick<ChartPart, 'session' | 'sheetId' | 'chartId'>;

/** Throws ItemNotFound for a chart that is gone. */
export function chartOf({ session, sheetId, chartId }: OfChart): Chart {
  const found = session.workbook.charts.of(sheetId).find(({ id }) => id === chartId);
  return found ?? missing(`the chart ${chartId}`);
}

export function changeChart({ session, sheetId, chartId }: OfChart, patch: Partial<Omit<Chart, 'id'>>): void {
  session.workbook.charts.update(sheetId, chartId, patch);
}

/** Something whose font can be set, wherever in the chart that font is kept. */
interface Lettered {
  read(): ChartFont;
  write(font: ChartFont): void;
}

/** The largest type Excel has. */
const MAX_FONT_SIZE = 409;

/** Excel.ChartFont. */
export class ChartFontObject extends HostObject {
  readonly className = 'ChartFont';
  readonly #lettered: Lettered;

  constructor(session: HostState, lettered: Lettered) {
    super(session);
    this.#lettered = lettered;
  }

  get name(): string | null {
    return this.#lettered.read().name;
  }
  set name(value: unknown) {
    this.#change({ name: aString(value, 'name') });
  }
  get size(): number | null {
    return this.#lettered.read().size;
  }
  set size(value: unknown) {
    this.#change({ size: aNumber(value, 'size', 1, MAX_FONT_SIZE) });
  }
  get bold(): boolean | null {
    return this.#lettered.read().bold;
  }
  set bold(value: unknown) {
    this.#change({ bold: aBoolean(value, 'bold') });
  }
  get color(): string | null {
    return this.#lettered.read().color;
  }
  set color(value: unknown) {
    this.#change({ color: aColour(value, 'color') });
  }

  #change(patch: Partial<ChartFont>): void {
    this.#lettered.write({ ...this.#lettered.read(), ...patch });
  }
}

/** The format of a part of a chart of which only the font can be set here; `className` is the part's own. */
export class LetteredFormatObject extends HostObject {
  readonly #lettered: Lettered;

  constructor(
    session: HostState,
    readonly className: string,
    lettered: Lettered,
  ) {
    super(session);
    this.#lettered = lettered;
  }

  get font(): ChartFontObject {
    return new ChartFontObject(this.session, this.#lettered);
  }
}
