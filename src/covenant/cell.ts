/** The model's view of a cell: where it stands and what was entered, nothing converted and nothing left out. */
import { meantText } from './letters';

/** A cell a person can go to; `cell` is an A1 address, null where the whole sheet is meant. */
export interface CellPlace {
  sheet: string;
  cell: string | null;
}

export type RawValue = string | number | boolean | null;

/**
 * A number format with what it shows in place of the cell's number; '' where it shows nothing, null where it is a date or a time, and
 * in place of a day where names or times are in it.
 */
export interface Disguise {
  format: string;
  shown: string | null;
}

/** A setting of how a sheet is printed; margins in millimetres. */
export type PageSetting =
  | 'paper'
  | 'orientation'
  | 'marginLeft'
  | 'marginRight'
  | 'marginTop'
  | 'marginBottom'
  | 'scale'
  | 'printArea'
  | 'titleRows'
  | 'breaks'
  | 'header'
  | 'footer';

/** One that is not as planned; '' is none. */
export interface PageDifference {
  setting: PageSetting;
  found: number | string;
  planned: number | string;
}

/** One cell. An empty one is null. `date`: its number is shown as a date; `disguised`: as another number. */
export interface RawCell {
  value: RawValue;
  date: boolean;
  disguised?: Disguise;
  place: CellPlace;
}

/** The error values of Excel and those that LibreOffice adds, as the text that is read of them. */
const ERROR_VALUE =
  /^(?:#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!|CYCLE!|FIELD!|BLOCKED!|CONNECT!|BUSY!|PYTHON!|UNKNOWN!|EXTERNAL!|GETTING_DATA)|Err:\d{3})$/;

/** Whether a cell shows an error instead of a value: a formula or a link that was pasted with it fails. */
export function isErrorValue(value: unknown): value is string {
  return typeof value === 'string' && ERROR_VALUE.test(value);
}

/**
 * A number to the 15 significant digits that Excel and LibreOffice show and compare by: 100.00000000000001, as arithmetic
 * leaves it, is 100.
 */
export function fifteenDigits(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

export function isBlank(cell: RawCell | null): boolean {
  return cell === null || cell.value === null || cell.value === '';
}

/** The text of a cell as it is meant, without spaces at the ends; '' where it is empty. */
export function textOf(cell: RawCell): string {
  return cell.value === null ? '' : meantText(String(cell.value)).trim();
}

/** What a cell should show; null stands for an empty one. */
export type Shown = number | string | null;
