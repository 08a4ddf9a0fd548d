/** Page set-up and frozen panes. */
import { writePage } from '../../excel/writePage';
import { footerCode } from '../../spreadsheet/pageSetup';
import type { CheckItem } from '../item';
import { PAGE, scratchPlan, withoutSheet } from '../scratchPlan';

/** 2 cm in points. */
const TWO_CENTIMETRES = 56.7;

export const page: CheckItem = {
  id: 'page',
  async run({ points, batch }) {
    await batch((sheet) => writePage(sheet, scratchPlan({ page: PAGE })));
    const { layout, area, titles, breaks } = await batch((sheet) => {
      const layout = sheet.pageLayout;
      layout.load('zoom,paperSize,orientation,topMargin,firstPageNumber');
      layout.headersFooters.load('state');
      layout.headersFooters.defaultForAllPages.load('centerHeader,leftFooter');
      layout.headersFooters.firstPage.load('centerHeader,leftFooter');
      return {
        layout,
        area: layout.getPrintAreaOrNullObject().load('address'),
        titles: layout.getPrintTitleRowsOrNullObject().load('address'),
        breaks: sheet.horizontalPageBreaks.getCount(),
      };
    });
    const { defaultForAllPages, firstPage, state } = layout.headersFooters;
    points.equal('zoom width', 1, layout.zoom.horizontalFitToPages);
    points.equal('zoom height', 0, layout.zoom.verticalFitToPages);
    points.equal('paperSize', 'A4', layout.paperSize);
    points.equal('orientation', 'Portrait', layout.orientation);
    points.near('topMargin', TWO_CENTIMETRES, layout.topMargin, 0.5);
    points.equal('firstPageNumber', 1, layout.firstPageNumber);
    points.equal('header state', 'FirstAndDefault', state);
    points.equal('page number', true, defaultForAllPages.centerHeader.includes('&P'));
    points.equal('no number on first page', '', firstPage.centerHeader);
    points.equal('footer', footerCode(PAGE.footer.left), defaultForAllPages.leftFooter);
    points.equal('footer of first page', footerCode(PAGE.footer.left), firstPage.leftFooter);
    points.equal('print area', 'A1:F60', area.isNullObject ? null : withoutSheet(area.address));
    points.equal('title rows', '1:2', titles.isNullObject ? null : withoutSheet(titles.address).replaceAll('$', ''));
    points.equal('breaks', 2, breaks.value);
    const removed = await batch((sheet) => {
      sheet.horizontalPageBreaks.removePageBreaks();
      return sheet.horizontalPageBreaks.getCount();
    });
    points.equal('breaks after removal', 0, removed.value);
  },
};

export const freeze: CheckItem = {
  id: 'freeze',
  async run({ points, batch, refusal }) {
    const freezeBy = async (
      point: string,
      expected: readonly [rows: number | null, columns: number | null],
      queue: (panes: Excel.WorksheetFreezePanes, sheet: Excel.Worksheet) => void,
    ): Promise<void> => {
      await batch((sheet) => sheet.freezePanes.unfreeze());
      const refused = await refusal((sheet) => queue(sheet.freezePanes, sheet));
      points.equal(point, 'none', refused === null ? 'none' : `${refused.code} ${refused.location}`);
      if (refused !== null) return;
      const frozen = await batch((sheet) => sheet.freezePanes.getLocationOrNullObject().load('rowCount,columnCount'));
      const [rows, columns] = frozen.isNullObject ? [0, 0] : [frozen.rowCount, frozen.columnCount];
      if (expected[0] !== null) points.equal(`${point} rows`, expected[0], rows);
      if (expected[1] !== null) points.equal(`${point} columns`, expected[1], columns);
    };
    await freezeBy('freezeRows', [3, null], (panes) => panes.freezeRows(3));
    await freezeBy('freezeColumns', [null, 2], (panes) => panes.freezeColumns(2));
    await freezeBy('freezeAt', [3, 2], (panes, sheet) => panes.freezeAt(sheet.getRange('A1:B3')));
    await batch((sheet) => (sheet.showGridlines = false));
    points.equal('gridlines', false, (await batch((sheet) => sheet.load('showGridlines'))).showGridlines);
  },
};
