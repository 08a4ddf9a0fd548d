/** Conditional formats of the sheet that is shown, as styles laid over its cells. */
import { BooleanNumber, type IStyleData } from '@univerjs/core';
import type { UniverWorkbook } from '../../../stand-in/workbook';
import type { ConditionalFormat } from '../../../xlsx/model/rules';
import type { SheetId } from '../../../xlsx/model/snapshot';
import { breather } from '../breathe';

export class ConditionalLooks {
  private sheet: SheetId | null = null;
  private state = '';
  private readonly breathe = breather();
  private looks = new Map<string, IStyleData>();

  constructor(private readonly workbook: UniverWorkbook) {}

  /** Evaluates the formats of the active sheet, and says whether any look differs; other sheets show none until they are shown. */
  async update(): Promise<boolean> {
    const sheet = this.workbook.activeSheet();
    const found = await this.workbook.conditionalLooks(sheet, this.breathe);
    const state = JSON.stringify([sheet, found]);
    if (state === this.state) return false;
    this.state = state;
    this.sheet = sheet;
    this.looks = new Map(found.map(({ row, column, style }) => [`${row},${column}`, toStyle(style)]));
    return true;
  }

  lookOf(sheet: SheetId, row: number, column: number): IStyleData | null {
    return sheet === this.sheet ? (this.looks.get(`${row},${column}`) ?? null) : null;
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
