/** Many rectangles at once, and borders on ranges of one row or column. */
import { writeEdit, writeTable } from '../writers';
import type { Area } from '../../spreadsheet/plan';
import type { CheckItem } from '../item';
import { cell, scratchPlan } from '../scratchPlan';

/** More than the most that one sheet of the add-in has (78). */
export const AREAS = 80;
const EVERY_OTHER_ROW: Area[] = Array.from({ length: AREAS }, (_, index) => cell(index * 2, 0));
const LAST_ROW = AREAS * 2 - 2;
const COLUMNS = 24;
/** Points. */
const [NARROW, WIDE, HEIGHT, NEW_HEIGHT] = [48, 66, 30, 45];
/** Widths are whole pixels, on some screens of two thirds of a point, and whole letters on others. */
const WIDTH_TOLERANCE = 1;
const HEIGHT_TOLERANCE = 0.75;

export const rangeAreas: CheckItem = {
  id: 'rangeAreas',
  async run({ points, batch }) {
    await batch((sheet) =>
      writeTable(
        sheet,
        scratchPlan({
          styles: [{ areas: EVERY_OTHER_ROW, style: { locked: false } }],
          columnWidths: Array.from({ length: COLUMNS }, (_, index) => (index % 2 === 0 ? NARROW : WIDE)),
          rowHeights: EVERY_OTHER_ROW.map(({ row }) => ({ row, rows: 1, height: HEIGHT })),
          hiddenRows: [{ row: 1, rows: 1 }],
          hiddenColumns: [{ column: COLUMNS + 1, columns: 1 }],
          validations: [
            { areas: EVERY_OTHER_ROW, rule: { type: 'whole', min: 0, max: 9 }, error: { title: 'T', message: 'M' } },
          ],
        }),
      ),
    );
    const fit = { rowHeights: [{ row: 2, rows: 1, height: NEW_HEIGHT }], types: [], breaks: [] };
    await batch((sheet) => writeEdit(sheet, { type: 'editSheet', sheetId: '', protection: null, patches: [], fit }));
    const read = (row: number, column: number) =>
      batch((sheet) => {
        const range = sheet.getRangeByIndexes(row, column, 1, 1);
        range.load('rowHidden,columnHidden');
        range.format.load('rowHeight,columnWidth');
        range.format.protection.load('locked');
        range.dataValidation.load('type');
        return range;
      });
    const [first, last] = [await read(0, 0), await read(LAST_ROW, 0)];
    for (const [which, range] of [
      ['first', first],
      ['last', last],
    ] as const) {
      points.equal(`${which} locked`, false, range.format.protection.locked);
      points.near(`${which} rowHeight`, HEIGHT, range.format.rowHeight, HEIGHT_TOLERANCE);
      points.equal(`${which} validation`, 'WholeNumber', range.dataValidation.type);
    }
    points.near('first columnWidth', NARROW, first.format.columnWidth, WIDTH_TOLERANCE);
    points.near('last columnWidth', NARROW, (await read(0, COLUMNS - 2)).format.columnWidth, WIDTH_TOLERANCE);
    points.near('other columnWidth', WIDE, (await read(0, COLUMNS - 1)).format.columnWidth, WIDTH_TOLERANCE);
    points.near('fitted rowHeight', NEW_HEIGHT, (await read(2, 0)).format.rowHeight, HEIGHT_TOLERANCE);
    points.equal('hidden row', true, (await read(1, 0)).rowHidden);
    points.equal('hidden column', true, (await read(0, COLUMNS + 1)).columnHidden);
  },
};

type Edge = (typeof OUTER)[number] | 'InsideHorizontal' | 'InsideVertical';
const OUTER = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;
/** Ranges, and the inside borders that they have. */
const SHAPES = {
  row: { address: 'A1:E1', inside: ['InsideVertical'] },
  column: { address: 'A3:A8', inside: ['InsideHorizontal'] },
  cell: { address: 'C3', inside: [] },
  table: { address: 'C5:E8', inside: ['InsideHorizontal', 'InsideVertical'] },
} as const;

export const borders: CheckItem = {
  id: 'borders',
  async run({ points, code }) {
    const codeOf = (address: string, edge: Edge): Promise<string> =>
      code((sheet) => (sheet.getRange(address).format.borders.getItem(edge).style = 'Continuous'));
    for (const [shape, { address, inside }] of Object.entries(SHAPES))
      for (const edge of [...OUTER, ...inside]) points.equal(`${shape} ${edge}`, 'none', await codeOf(address, edge));
    // The add-in draws none where there is nothing inside; what Excel makes of one is only told.
    points.note('row InsideHorizontal', await codeOf(SHAPES.row.address, 'InsideHorizontal'));
    points.note('column InsideVertical', await codeOf(SHAPES.column.address, 'InsideVertical'));
    const plan = scratchPlan({
      styles: [
        { areas: [{ row: 10, column: 0, rows: 1, columns: 5 }], style: { borders: 'all' } },
        { areas: [{ row: 12, column: 0, rows: 5, columns: 1 }], style: { borders: 'all' } },
        { areas: [cell(18, 0)], style: { borders: 'all' } },
      ],
    });
    points.equal('writer', 'none', await code((sheet) => writeTable(sheet, plan)));
  },
};
