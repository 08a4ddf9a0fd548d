import type { Nullable } from '@univerjs/core';
import type { FileStyle } from './hucre';

type FontStyle = NonNullable<FileStyle['font']>;
/** A colour as a file states it: plain, by the theme, or by the old palette. */
export type FileColor = NonNullable<FontStyle['color']>;

/** The palette of ECMA-376 part 1, 18.8.27; 64 and 65 are the system's text and background. */
const PALETTE = (
  '000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF' +
  '800000008000000080808000800080008080C0C0C08080809999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF' +
  '000080FF00FFFFFF0000FFFF8000808000000080800000FF00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC99' +
  '3366FF33CCCC99CC00FFCC00FF9900FF6600666699969696003366339966003300333300993300993366333399333333'
).match(/.{6}/g);

/** `#RRGGBB` for a colour of a file; `theme` is the workbook's list, dark text first. undefined where nothing is said. */
export function readColor(color: FileColor | undefined, theme: readonly string[]): string | undefined {
  if (color === undefined) return undefined;
  const base = color.rgb ?? themeColor(color.theme, theme) ?? paletteColor(color.indexed);
  if (base === undefined || !/^[0-9a-f]{6}$/i.test(base)) return undefined;
  return `#${tinted(base, color.tint ?? 0)}`;
}

/** What the library writes for `#RRGGBB`; colours of another form are left out. */
export function writeColor(color: Nullable<string>): FileColor | undefined {
  const match = /^#([0-9a-f]{6})$/i.exec(color || '');
  if (match?.[1] !== undefined) return { rgb: match[1].toUpperCase() };
  const parts = /^rgba?\(\s*(\d+),\s*(\d+),\s*(\d+)/i.exec(color || '');
  return parts === null ? undefined : { rgb: hex(parts.slice(1, 4).map(Number)) };
}

function themeColor(index: number | undefined, theme: readonly string[]): string | undefined {
  if (index === undefined) return undefined;
  // Files count light before dark in the first two pairs, the theme itself dark before light.
  return theme[index < 4 ? index ^ 1 : index];
}

function paletteColor(index: number | undefined): string | undefined {
  if (index === undefined) return undefined;
  if (index === 64) return '000000';
  if (index === 65) return 'FFFFFF';
  return PALETTE?.[index];
}

/** Tint moves the lightness of a colour towards white (above 0) or black (below 0), as ECMA-376 18.8.19 says. */
function tinted(base: string, tint: number): string {
  const parts = [0, 2, 4].map((start) => parseInt(base.slice(start, start + 2), 16));
  if (tint === 0) return hex(parts);
  const high = Math.max(...parts) / 255;
  const low = Math.min(...parts) / 255;
  const lightness = (high + low) / 2;
  const target = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const reach = (value: number) => (value <= 0.5 ? value : 1 - value);
  // With hue and saturation fixed, every channel keeps its place between the ends of its lightness.
  const scale = reach(lightness) === 0 ? 0 : reach(target) / reach(lightness);
  return hex(parts.map((part) => Math.round((target + (part / 255 - lightness) * scale) * 255)));
}

const hex = (parts: number[]): string =>
  parts.map((part) => Math.min(255, Math.max(0, part)).toString(16).padStart(2, '0').toUpperCase()).join('');
