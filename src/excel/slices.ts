/** How much is asked for at once: estimates of answers, by the sizes that are remembered of earlier ones. */
import type { Area } from '../spreadsheet/plan';
import type { ReadingMemory } from './memory';
import type { Wish } from './readSheets';

/** Bytes that the values of a sheet are taken to have while none was read: about those of a unit's sheet of 100 lines. */
const USUAL_VALUES = 22_000;
/** Those of a sheet that holds values on demand, at most. */
const LARGE_VALUES = 250_000;
/** How many times as large the values are with the formats of the figures, and with all formulas and formats. */
const FIGURES_FACTOR = 1.4;
const WHOLE_FACTOR = 5;
/** Bytes of a cell's formula and of its number format, on the average of our sheets. */
const FORMULA_BYTES = 24;
const FORMAT_BYTES = 11;
const CORNER_BYTES = 400;
/** Of the lock of one cell, with its number format. */
const LOCK_BYTES = 75;
/** Of the lock and the rule of a group of cells, with the words of the rule; page set-up takes less than one. */
const GUARD_BYTES = 900;
/** Of the height of a row or the width of a column, with what tells of merged cells. */
const SIZE_BYTES = 60;
/** Of the rules that colour the cells of a sheet, and of the cells of one of them. */
const HIGHLIGHTS_BYTES = 4_000;
const AREAS_BYTES = 150;
/** Bytes that tell of one row or column whether it is hidden. */
const LINE_BYTES = 24;

/** As many of the wishes as an answer of `limit` bytes probably holds, at least one. */
export function take(wishes: readonly Wish[], limit: number, memory: ReadingMemory): readonly Wish[] {
  let bytes = 0;
  const wanted = asWhole(wishes, limit, memory);
  const end = wanted.findIndex((wish, index) => {
    bytes += bytesOf([wish], memory);
    return index > 0 && bytes > limit;
  });
  return end < 0 ? wanted : wanted.slice(0, end);
}

/** Where all that is left fits into one answer with its formulas and formats, no further round trip is needed for them. */
function asWhole(wishes: readonly Wish[], limit: number, memory: ReadingMemory): readonly Wish[] {
  if (memory.sizes.size === 0) return wishes;
  const whole = wishes.map((wish): Wish =>
    wish.cells === 'values' && wish.figureColumns !== '' ? { ...wish, cells: 'whole', figureColumns: '' } : wish,
  );
  return bytesOf(whole, memory) <= limit ? whole : wishes;
}

/** An estimate of the answer, in bytes. */
export function bytesOf(wishes: readonly Wish[], memory: ReadingMemory): number {
  return sum(
    wishes.map(
      ({
        id,
        large,
        cells,
        formulas,
        formats,
        locks,
        guards,
        shape,
        sizes: lined,
        highlights,
        highlightAreas,
        lines,
      }) => {
        const sizes = memory.sizes.get(id);
        const values = sizes?.values ?? (large ? LARGE_VALUES : usualValues(memory));
        return (
          { none: 0, corner: CORNER_BYTES, values: values * FIGURES_FACTOR, whole: values * WHOLE_FACTOR }[cells] +
          (formulas.length > 0 ? sizes?.formulas || sum(formulas.map(cellCount)) * FORMULA_BYTES : 0) +
          (locks ? sum(formulas.map(cellCount)) * LOCK_BYTES : 0) +
          (formats ? formatBytes(formats, id, memory) : 0) +
          (guards && guards.groups.length > 0
            ? guards.groups.length * GUARD_BYTES + cellCount(guards.formats) * FORMAT_BYTES
            : 0) +
          (guards?.whole && !guards.single ? cellCount(guards.formats) * LOCK_BYTES : 0) +
          (guards?.page ? (guards.formats.rows + guards.formats.columns) * SIZE_BYTES : 0) +
          (shape ? (shape.rows + shape.columns) * SIZE_BYTES : 0) +
          (lined ? (lined.rows + lined.columns) * SIZE_BYTES : 0) +
          (highlights ? HIGHLIGHTS_BYTES : 0) +
          highlightAreas.length * AREAS_BYTES +
          (lines?.ask === 'each'
            ? sum([lines.rows, lines.columns].map((area) => (area ? cellCount(area) : 0))) * LINE_BYTES
            : 0)
        );
      },
    ),
  );
}

/** Remembered are those of the cells that matter to points. */
function formatBytes(formats: Area, id: string, { sizes, details }: ReadingMemory): number {
  const usual = details.get(id)?.formats;
  const known = usual && cellCount(usual) === cellCount(formats) ? sizes.get(id)?.formats : 0;
  return known || cellCount(formats) * FORMAT_BYTES;
}

/** Bytes that the values of a sheet probably take. */
function usualValues({ sizes, details }: ReadingMemory): number {
  const usual = [...sizes].flatMap(([id, { values }]) => (details.get(id)?.usual === true ? [values] : []));
  return usual.length === 0 ? USUAL_VALUES : sum(usual) / usual.length;
}

const cellCount = ({ rows, columns }: Area): number => rows * columns;

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
