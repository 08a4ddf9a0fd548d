/** Findings about the covenant, its criteria, calendar and awards, in English. Points in the data are hundredths. */
import type { FieldProblem, NameField } from '../../../covenant/findingData';
import { short } from '../../../covenant/findings';
import type { FindingWords } from '../../wording';
import { counted, disguised, points } from '../numbers';

/** What is wrong with one field: the end of a sentence. */
const problems = {
  required: 'is empty',
  notANumber: 'is not a number',
  notPositive: 'must be greater than 0',
  negative: 'must not be negative',
  tooManyDecimals: 'has more than two decimal places',
  notADate: 'is not a date',
  notInList: 'is not in the list',
  notUsedByKind: 'is not used by this kind of criterion',
  aboveStandard: 'is greater than the standard points',
  belowRate: 'is less than the points for each occurrence',
  doubled: 'is used more than once',
  unknownSection: 'is not the code of a section of this table',
  ownSection: 'is the code of this very row',
  standardInAdjustments:
    'is in the wrong part: bonus and penalty items belong to no section; criteria with standard points belong to one',
  notYesOrNo: 'must be Có (yes) or Không (no)',
  tooLong: 'is too long',
  tooLarge: 'is too large',
  unknownField: 'is not in the schema',
  aboveHundred: 'is above 100 %',
  bandsUnreadable: 'cannot be read; write bands parted by semicolons, for instance >95%: 1,5; 75–95%: 1; <75%: 0',
  bandsOverlap: 'has bands that overlap',
  bandsGap: 'leaves a gap between bands, or does not cover everything from 0',
  bandsTooMany: 'has too many bands',
  bandsMaximum: 'has a best band that differs from the standard points',
  unknownLine: 'is not the code of a line of the criteria',
  lineWithoutFigure:
    'is a line without a figure for this condition; a share needs a line with a denominator or a target, or with marks Đ, K',
  notWhole: 'is not a whole number',
  shownAsDate:
    'shows a date that Excel made of it; set the format of the cell to Text (General for numbers) and enter it again',
  lostZero:
    'is doubled because Excel drops the zero at the end of a number (1.10 becomes 1.1); set the format of the cell to Text and enter it again in full',
  errorValue: 'shows an error instead of a value; remove the formula or link that fails and enter it again',
  unreadable: 'cannot be read',
  unknownTopSection: 'is not the code of a section of the first level of the criteria',
  notDescending: 'must go from the highest down, each with points of its own to begin at',
  formulaLike: 'begins with =, which Excel takes for a formula where it is typed again',
  tableName: 'is the name of a sheet of the whole cluster',
} satisfies Record<FieldProblem, string>;

const NAME_FIELDS: Readonly<Record<NameField, string>> = {
  id: 'The code of the unit',
  name: 'The name of the unit',
  fullName: 'The full name',
};

const CODED = { unit: 'unit', award: 'award', condition: 'condition' } as const;

export const covenant = {
  'code-changed': (d) => ({
    message: `The code of ${CODED[d.coded]} “${short(d.name)}” is now “${short(d.code)}” and was “${short(d.former)}”: what was entered goes along with codes and would be parted from the ${CODED[d.coded]}.`,
    remedy: `Enter the code “${short(d.former)}” again, also in other cells that were changed with it. To rename something, keep its code. If it really is another ${CODED[d.coded]}, give it another name.`,
  }),
  'days-out-of-order': (d) => ({
    message: `“${d.earlier}” is later than “${d.later}”.`,
    remedy: 'Check the two days on sheet Giao ước.',
  }),
  'title-unknown': (d) => ({
    message: `Award “${short(d.title)}” rests on “${short(d.named)}”, which is missing or stands below it.`,
    remedy: 'Give the code of an award in a row above.',
  }),
  'title-for-nobody': (d) => ({
    message: `Award “${short(d.title)}” is for units that are proposed for “${short(d.named)}”, and for none of them: no unit can be proposed.`,
    remedy: 'Remove one of the two: chosen among that award, or excluded by it.',
  }),
  'quota-too-large': (d) => ({
    message: `Award “${short(d.title)}”: the quota ${d.quota} is above the number of units, ${d.units}.`,
    remedy: 'Make the quota no larger than the number of units.',
  }),
  'fact-missing': (d) => ({
    message: `${d.unit}: “${short(d.what)}” has not been entered.`,
    remedy: 'Enter the figure in this cell so that awards can be considered.',
  }),
  'fact-invalid': (d) => ({
    message: `${d.unit}: “${short(d.value)}” cannot be used for “${short(d.what)}”.`,
    remedy: 'Enter whole numbers from 0 (days as day/month/year); votes and persons not above the total beside them.',
  }),
  'fact-disguised': (d) => ({
    message: `${d.unit}, “${short(d.what)}”: ${disguised(d)}`,
    remedy:
      'Give the cell its number format again (the value stays), then look at it: if the number is wrong, enter it anew.',
  }),
  'fact-differs': (d) => ({
    message: `${d.unit}: “${short(d.what)}” has ${d.value}, but line ${d.line} has ${d.lineValue} (cell ${d.lineCell} of sheet “${d.lineSheet}”).`,
    remedy: `Look at the records and correct one of the two cells; left blank, this one follows line ${d.line}. Until they agree the unit is not proposed under this condition.`,
  }),
  'fact-overruled': (d) => ({
    message: `${d.unit}: “${short(d.what)}” has ${d.value} as line ${d.line} has, but a later stage gave that line other points than this figure earns.`,
    remedy: `If the figure is wrong, correct cell ${d.lineCell} of sheet “${d.lineSheet}” and this one.`,
  }),
  'name-refused': (d) => ({
    message:
      d.value.trim() === ''
        ? `Not renamed. ${NAME_FIELDS[d.of]} ${problems[d.problem]}.`
        : `Not renamed. ${NAME_FIELDS[d.of]} “${short(d.value)}” ${problems[d.problem]}.`,
    remedy: 'Give another name, or the code of a unit in Giao ước, and rename again.',
  }),
  'field-invalid': (d) => ({
    message:
      d.value === ''
        ? `${d.field}: ${problems[d.problem]}.`
        : `${d.field}: “${short(d.value)}” ${problems[d.problem]}.`,
    remedy: 'Correct this cell and check again.',
  }),
  'data-invalid': (d) => ({
    message:
      d.value === ''
        ? `${d.field}: ${problems[d.problem]}.`
        : `${d.field}: “${short(d.value)}” ${problems[d.problem]}.`,
    remedy: 'Correct this place of the JSON file by the schema in docs/schema and try again.',
  }),
  'table-missing': (d) => ({
    message: `No table “${short(d.what)}” was found in the workbook.`,
    remedy: `Make a table with a heading row of at least these columns: ${d.column}.`,
  }),
  'sum-differs': (d) => ({
    message:
      d.section === ''
        ? `The scale of ${points(d.declared)} points differs from the sum of the main sections, ${points(d.sum)}.`
        : `Section ${d.section}: ${points(d.declared)} standard points are declared but its lines add up to ${points(d.sum)}.`,
    remedy: 'Change the standard points so that both are equal.',
  }),
  'section-empty': (d) => ({
    message: `Section ${d.section} has no lines.`,
    remedy: 'Add criteria that belong to this section (column Thuộc mục), or delete the section.',
  }),
  'section-circle': (d) => ({
    message: `Section ${d.section} lies within itself in a circle.`,
    remedy: 'Change the column Thuộc mục so that this section belongs to another one above it.',
  }),
  'no-criteria': () => ({
    message: 'The criteria set has no criterion with standard points.',
    remedy: 'Add at least one section and one criterion.',
  }),
  'no-units': () => ({
    message: 'The covenant has no units.',
    remedy: 'Enter the names of the units in the table of units.',
  }),
  'unit-doubled': (d) => ({
    message: `The unit “${d.unit}” has the same name or code as “${d.other}”.`,
    remedy: 'Give every unit its own name and code.',
  }),
  'head-unknown': (d) => ({
    message: `No unit has the code “${d.head}” given for the head.`,
    remedy: 'Set the role of the right unit in the table of units.',
  }),
  'unit-similar': (d) => ({
    message: `The name “${d.unit}” differs from “${d.other}” only in its accents and is easily mistaken for it.`,
    remedy: 'If it is one unit, delete one row; if there are two, write their full names so that they differ.',
  }),
  'cluster-small': (d) => ({
    message: `There are only ${counted(d.units, 'unit')}; the 2024 guidance asks for at least 5.`,
    remedy: 'Check the list of units; scoring works all the same.',
  }),
} satisfies Partial<FindingWords>;
