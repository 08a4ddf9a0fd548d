import type { ChartAxis, TickLabelPosition } from '../../../xlsx/model/charts';
import type { SheetId } from '../../../xlsx/model/snapshot';
import { aBoolean, aNumber, aString, oneOf } from '../check';
import type { HostState } from '../hostState';
import { changeChart, chartOf, ChartPart, LetteredFormatObject } from './chartPart';

type Which = 'categoryAxis' | 'valueAxis';

const axisOf = (part: AxisPart): ChartAxis => chartOf(part)[part.which];
const changeAxis = (part: AxisPart, patch: Partial<ChartAxis>): void =>
  changeChart(part, { [part.which]: { ...axisOf(part), ...patch } });

abstract class AxisPart extends ChartPart {
  constructor(
    session: HostState,
    sheetId: SheetId,
    chartId: string,
    readonly which: Which,
  ) {
    super(session, sheetId, chartId);
  }
}

const TICK_LABELS = { NextToAxis: 'nextToAxis', Low: 'low', High: 'high', None: 'none' } as const;
const TICK_LABEL_NAMES: Record<TickLabelPosition, string> = {
  nextToAxis: 'NextToAxis',
  low: 'Low',
  high: 'High',
  none: 'None',
};

/** Excel.ChartAxis. */
export class ChartAxisObject extends AxisPart {
  readonly className = 'ChartAxis';

  /** '' where Excel finds it itself. */
  get minimum(): number | '' {
    return axisOf(this).minimum ?? '';
  }
  set minimum(value: unknown) {
    changeAxis(this, { minimum: value === '' ? null : aNumber(value, 'minimum') });
  }
  get maximum(): number | '' {
    return axisOf(this).maximum ?? '';
  }
  set maximum(value: unknown) {
    changeAxis(this, { maximum: value === '' ? null : aNumber(value, 'maximum') });
  }
  get majorUnit(): number | '' {
    return axisOf(this).majorUnit ?? '';
  }
  set majorUnit(value: unknown) {
    changeAxis(this, { majorUnit: value === '' ? null : aNumber(value, 'majorUnit', Number.MIN_VALUE) });
  }
  get reversePlotOrder(): boolean {
    return axisOf(this).reversed;
  }
  set reversePlotOrder(value: unknown) {
    changeAxis(this, { reversed: aBoolean(value, 'reversePlotOrder') });
  }
  get tickLabelPosition(): string {
    return TICK_LABEL_NAMES[axisOf(this).tickLabels];
  }
  set tickLabelPosition(value: unknown) {
    const name = oneOf(value, ['NextToAxis', 'Low', 'High', 'None'], 'tickLabelPosition');
    changeAxis(this, { tickLabels: TICK_LABELS[name] });
  }
  get majorGridlines(): ChartGridlinesObject {
    return new ChartGridlinesObject(this.session, this.sheetId, this.chartId, this.which);
  }
  get title(): ChartAxisTitleObject {
    return new ChartAxisTitleObject(this.session, this.sheetId, this.chartId, this.which);
  }
  get format(): LetteredFormatObject {
    return new LetteredFormatObject(this.session, 'ChartAxisFormat', {
      read: () => axisOf(this).font,
      write: (font) => changeAxis(this, { font }),
    });
  }
}

/** Excel.ChartAxisTitle. */
class ChartAxisTitleObject extends AxisPart {
  readonly className = 'ChartAxisTitle';

  get text(): string {
    return axisOf(this).title ?? '';
  }
  set text(value: unknown) {
    changeAxis(this, { title: aString(value, 'text') });
  }
  get visible(): boolean {
    return axisOf(this).title !== null;
  }
  set visible(value: unknown) {
    changeAxis(this, { title: aBoolean(value, 'visible') ? this.text : null });
  }
}

/** Excel.ChartGridlines. */
class ChartGridlinesObject extends AxisPart {
  readonly className = 'ChartGridlines';

  get visible(): boolean {
    return axisOf(this).majorGridlines;
  }
  set visible(value: unknown) {
    changeAxis(this, { majorGridlines: aBoolean(value, 'visible') });
  }
}
