import type { IStyleData } from '@univerjs/core';
import type { CellStyle } from '../../xlsx/model/cellStyle';
import { WorkbookRefusal } from './refusals';

/** What makes Univer replace a cell's old style by this one: every property we know is set or taken away. */
export function asReplacement(data: IStyleData): IStyleData {
  const nothing: Record<string, null> = {};
  for (const key of ['ff', 'fs', 'bl', 'it', 'ul', 'cl', 'bg', 'ht', 'vt', 'tb', 'pd', 'tr', 'n']) nothing[key] = null;
  return { ...nothing, ...data, bd: { t: null, b: null, l: null, r: null, ...data.bd } };
}

const COLOR = /^#[0-9A-F]{6}$/i;

/** Throws `InvalidArgument` for what Excel does not take as a format. */
export function requireStyle(patch: Partial<CellStyle>): void {
  const colors = [patch.fontColor, patch.fill, ...Object.values(patch.borders ?? {}).map((line) => line.color)];
  const refuse = (what: string): never => {
    throw new WorkbookRefusal('InvalidArgument', `Not a format: ${what}`);
  };
  for (const color of colors) if (typeof color === 'string' && !COLOR.test(color)) refuse(color);
  const { fontSize, indent, textRotation } = patch;
  if (fontSize !== undefined && !(fontSize >= 1 && fontSize <= 409)) refuse(`font size ${fontSize}`);
  if (indent !== undefined && !(Number.isInteger(indent) && indent >= 0 && indent <= 250)) refuse(`indent ${indent}`);
  if (textRotation !== undefined && !(Math.abs(textRotation) <= 90 || textRotation === 180))
    refuse(`rotation ${textRotation}`);
}
