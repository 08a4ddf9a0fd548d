/**
 * Numbers in formulas as Excel compares and rounds them, where Univer differs: by 15 significant digits. Formulas see the number
 * of a cell whatever its format: Univer takes what a cell shows for its text, so that LEN of a number with the format `;;;` is 0,
 * and a number with the format `@` for a text. And an error in a range that is compared is the result for its cell; Univer's
 * index of compared values leaves errors out. To be imported for its effect on Univer's classes.
 */
import { BaseReferenceObject, CELL_INVERTED_INDEX_CACHE, NumberValueObject } from '@univerjs/engine-formula';

type Compare = NumberValueObject['compareBy'];
type Round = NumberValueObject['round'];

const { prototype } = NumberValueObject;
const compareExactly: Compare = Reflect.get(prototype, 'compareBy');
const roundExactly: Round = Reflect.get(prototype, 'round');

const digits = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(15)));

prototype.compareBy = function (this: NumberValueObject, value, operator, ...rest) {
  const own = NumberValueObject.create(digits(this.getValue()));
  return compareExactly.call(own, typeof value === 'number' ? digits(value) : value, operator, ...rest);
};

prototype.round = function (this: NumberValueObject, decimals) {
  return roundExactly.call(NumberValueObject.create(digits(this.getValue())), decimals);
};

prototype.getPattern = () => '';
// By this format alone Univer decides whether a number that was read from a cell is one; the typings call it private.
Reflect.set(BaseReferenceObject.prototype, '_getPatternByCell', () => '');

CELL_INVERTED_INDEX_CACHE.canUseCache = () => ({ rowsInCache: [], rowsNotInCache: [] });
