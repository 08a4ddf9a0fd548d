/** Conditional formats of the sheet that is shown, as styles laid over its cells. */
import { BooleanNumber, type IStyleData } from '@univerjs/core';
import type { UniverWorkbook } from '../../../stand-in/workbook';
import type { ConditionalFormat } from '../../../xlsx/model/rules';
import type { SheetId } from '../../../xlsx/model/snapshot';
import { createUiYield } from '../yieldToUi';

export class ConditionalStyles {
  private sheet: SheetId | null = null;
  private state = '';
  private readonly yieldToUi = createUiYield();
  private styles = new Map<string, IStyleData>();

  constructor(private readonly workbook: UniverWorkbook) {}

  /** Evaluates the formats of the active sheet, and says whether any look differs; other sheets show none until they are shown. */
  async update(): Promise<boolean> {
    const sheet = this.workbook.activeSheet();
    const found = await this.workbook.conditionalStyles(sheet, this.yieldToUi);
    const state = JSON.stringify([sheet, found]);
    if (state === this.state) return false;
    this.state = state;
    this.sheet = sheet;
    this.styles = new Map(found.map(({ row, column, style }) => [`${row},${column}`, toStyle(style)]));
    return true;
  }

  styleOf(sheet: SheetId, row: number, column: number): IStyleData | null {
    return sheet === this.sheet ? (this.styles.get(`${row},${column}`) ?? null) : null;
  }
}

function toStyle({ fontColor, fill, bold, italic }: ConditionalFormat['style']): IStyleData {
  return {
    ...(fontColor === undefined ? {} : { cl: { rgb: fontColor } }),
    ...(fill === undefined ? {} : { bg: { rgb: fill } }),
    ...(bold ? { bl: BooleanNumber.TRUE } : {}),
    ...(italic ? { it: BooleanNumber.TRUE } : {}),
  };
}
