/** Data validation and conditional formats. */
import { writeCells, writeTable } from '../writers';
import type { PlanValidation } from '../../spreadsheet/plan';
import { hasExcelApi } from '../facts';
import type { CheckItem } from '../item';
import { scratchPlan, withoutSheet } from '../scratchPlan';

/** Letters: at least as many as the longest message of any sheet has. */
export const MAX_MESSAGE = 160;
const ERROR = { title: 'Chưa đúng', message: 'Nhập lại theo quy ước.' };
const PROMPT = { title: 'Cách nhập', message: 'Số thập phân dùng dấu phẩy. '.repeat(6).slice(0, MAX_MESSAGE) };
/** Days since 1899-12-30 of the day that dates of the covenant are later than. */
const FIRST_DAY = '36526';

const column = (index: number) => ({ row: 0, column: index, rows: 3, columns: 1 });
/** Beside the columns: the words of a list, which Excel takes in small letters too. */
const WORDS = { row: 0, column: 5, rows: 1, columns: 2 };
const VALIDATIONS: PlanValidation[] = [
  { areas: [column(0)], rule: { type: 'list', values: ['Có', 'Không', 'Không giao'] }, error: ERROR, prompt: PROMPT },
  { areas: [column(1)], rule: { type: 'custom', formula: '=B1<=D1' }, error: ERROR },
  { areas: [column(2)], rule: { type: 'date' }, error: ERROR },
  { areas: [column(4)], rule: { type: 'list', values: ['Đ', 'KPS'], cells: WORDS }, error: ERROR },
];

export const validation: CheckItem = {
  id: 'validation',
  async run({ points, batch }) {
    await batch((sheet) =>
      writeTable(
        sheet,
        scratchPlan({
          cells: [
            ['Không', 1, 44_000, 1, 'đ', 'Đ', 'KPS'],
            ['Sai', 5, 20_000, 2, 'Sai', null, null],
            ['Có', 3, 45_000, 3, 'kps', null, null],
          ],
          validations: VALIDATIONS,
        }),
      ),
    );
    const ranges = await batch((sheet) =>
      ['A1:A3', 'B1:B3', 'C1:C3', 'E1:E3'].map((address) => {
        const { dataValidation } = sheet.getRange(address);
        dataValidation.load('rule,prompt,errorAlert,type');
        const invalid = dataValidation.getInvalidCellsOrNullObject();
        invalid.load('address');
        return { validation: dataValidation, invalid };
      }),
    );
    const [list, custom, date, cells] = ranges.map((one) => one.validation);
    points.equal('types', 'List Custom Date List', [list, custom, date, cells].map((one) => one?.type).join(' '));
    points.equal('list source', 'Có,Không,Không giao', list?.rule.list?.source);
    points.equal('list cells', '=$F$1:$G$1', cells?.rule.list?.source);
    points.equal('custom formula', '=B1<=D1', custom?.rule.custom?.formula);
    const day = date?.rule.date?.formula1;
    points.equal('date', FIRST_DAY, typeof day === 'string' ? day.replace('=', '') : day);
    points.equal('prompt', PROMPT.message, list?.prompt.message);
    points.equal('error title', ERROR.title, list?.errorAlert.title);
    points.equal('error style', 'Stop', list?.errorAlert.style);
    ['A2', 'B2', 'C2', 'E2'].forEach((expected, index) => {
      const invalid = ranges[index]?.invalid;
      points.equal(
        `invalid ${expected}`,
        expected,
        invalid?.isNullObject ? 'none' : withoutSheet(String(invalid?.address)),
      );
    });
  },
};

const FILL = '#FFC7CE';
/** The version of ExcelApi that tells how a cell looks with its conditional formats. */
const COLOURS_SINCE = '1.19';

/** A cell that another cell colours: rule and count, and the colour after that cell has changed. */
export const conditionalFormat: CheckItem = {
  id: 'conditionalFormat',
  async run({ points, batch }, facts) {
    const area = { row: 0, column: 0, rows: 3, columns: 1 };
    await batch((sheet) =>
      writeTable(
        sheet,
        scratchPlan({
          cells: [
            ['x', 1],
            ['x', 1],
            ['x', 1],
          ],
          conditionals: [{ area, formula: '=$B1>5', style: { fill: FILL } }],
        }),
      ),
    );
    const found = await batch((sheet) => {
      const formats = sheet.getRange('A1:A3').conditionalFormats;
      // As the rules of sheets are read.
      formats.load('items/type,items/customOrNullObject/rule/formula,items/customOrNullObject/format/fill/color');
      const count = formats.getCount();
      const { rule } = formats.getItemAt(0).custom;
      rule.load('formula');
      return { count, rule, formats };
    });
    points.equal('count', 1, found.count.value);
    points.equal('formula', '=$B1>5', found.rule.formula);
    const [listed] = found.formats.items;
    points.equal('formula in the list', '=$B1>5', listed?.customOrNullObject.rule.formula);
    points.equal('fill in the list', FILL, listed?.customOrNullObject.format.fill.color);
    const areas = await batch((sheet) => {
      const { conditionalFormats } = sheet.getRange();
      return conditionalFormats.getItemAt(0).getRanges().load('address');
    });
    points.equal('cells', 'A1:A3', withoutSheet(areas.address));
    await batch((sheet) => writeCells(sheet, 1, 1, [[9]]));
    const shown = await batch((sheet) => {
      const cell = sheet.getRange('A2');
      // A client may have the member where Excel does not, and the other way round.
      return hasExcelApi(facts, COLOURS_SINCE) && 'getDisplayedCellProperties' in cell
        ? cell.getDisplayedCellProperties({ format: { fill: { color: true } } })
        : null;
    });
    if (shown === null) points.unsupported('Range.getDisplayedCellProperties');
    else points.equal('colour after change', FILL, shown.value[0]?.[0]?.format?.fill?.color);
  },
};
