/** What the grid and its editor show of a cell: numbers as Vietnamese Excel writes them, conditional formats applied. */
import { InterceptorEffectEnum, type ICellData, type Injector, type IStyleData } from '@univerjs/core';
import { BEFORE_CELL_EDIT, INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import type { UniverWorkbook } from '../../../stand-in/workbook';

/** After Univer's own, so that what is shown is what we say. */
const PRIORITY = 100;
/** Texts of numbers that are remembered; a workbook shows the same few thousand again and again. */
const MAX_CACHED_TEXTS = 20_000;

/** The style that conditional formats give a cell now; null where none applies. */
export type Overlay = (sheet: string, row: number, column: number) => IStyleData | null;

/** Shows a workbook's cells; what it answers stops that. */
export function interceptCellDisplay(workbook: UniverWorkbook, injector: Injector, overlay: Overlay): () => void {
  const service = injector.get(SheetInterceptorService);
  const texts = new Map<string, string>();
  const textOf = (value: number, pattern: string): string => {
    const key = `${value} ${pattern}`;
    const known = texts.get(key);
    if (known !== undefined) return known;
    if (texts.size > MAX_CACHED_TEXTS) texts.clear();
    const text = workbook.shownText(value, pattern);
    texts.set(key, text);
    return text;
  };
  const styles = workbook.engine.workbook.getStyles();
  const shown = service.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    id: 'workbench.shown',
    priority: PRIORITY,
    effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
    handler: (cell, { subUnitId, row, col }, next) => {
      const extra = overlay(subUnitId, row, col);
      if (!cell) return next(extra ? { s: extra } : cell);
      const style = styles.getStyleByCell(cell);
      const number = numberIn(cell);
      const text = number === null ? undefined : textOf(number, style?.n?.pattern ?? 'General');
      if (text === undefined && !extra) return next(cell);
      return next({
        ...cell,
        ...(text === undefined ? {} : { v: text }),
        ...(extra ? { s: { ...style, ...extra } } : {}),
      });
    },
  });
  const edited = service.writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: PRIORITY,
    handler: (cell, { subUnitId, row, col, origin }, next) => {
      if (!cell || !origin || origin.f) return next(cell);
      return next({ ...cell, v: workbook.editText(subUnitId, row, col) });
    },
  });
  return () => {
    shown.dispose();
    edited();
  };
}

/** The number in a cell; texts, booleans and empty cells have none. */
function numberIn(cell: ICellData): number | null {
  return typeof cell.v === 'number' && (cell.t === undefined || cell.t === null || cell.t === 2) ? cell.v : null;
}
