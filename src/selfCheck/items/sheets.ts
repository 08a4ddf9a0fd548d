/** Sheets as wholes: what a copy brings along, what becomes active, and how one takes the place of another. */
import { writeCells, writePlan } from '../writers';
import { quoteSheet } from '../../spreadsheet/plan';
import type { Bench } from '../bench';
import type { CheckItem } from '../item';
import { PAGE, scratchPlan, withoutSheet } from '../scratchPlan';

const COPIED = scratchPlan({
  cells: [
    ['key', 'Tiêu chí', 'Điểm'],
    ['A', 'Một', 1],
    ['B', 'Hai', 2],
  ],
  hiddenRows: [{ row: 4, rows: 1 }],
  hiddenColumns: [{ column: 4, columns: 1 }],
  styles: [{ areas: [{ row: 1, column: 2, rows: 2, columns: 1 }], style: { locked: false } }],
  validations: [
    {
      areas: [{ row: 1, column: 2, rows: 2, columns: 1 }],
      rule: { type: 'decimal', min: 0, max: 10 },
      error: { title: 'T', message: 'M' },
    },
  ],
  conditionals: [{ area: { row: 1, column: 0, rows: 2, columns: 3 }, formula: '=$C2>1', style: { bold: true } }],
  freeze: { rows: 1, columns: 1 },
  page: { ...PAGE, orientation: 'landscape' },
});

/** Every property of a copy is the original's: the add-in writes one sheet and copies it. */
export const copy: CheckItem = {
  id: 'copy',
  async run(bench) {
    const { points, batch } = bench;
    await batch((sheet) => writePlan(sheet, COPIED));
    const copies = await batch((sheet) => {
      const made = { before: sheet.copy('Before', sheet), end: sheet.copy('End') };
      const names = { before: 'copy 1', end: 'copy 2' };
      made.before.name = `${bench.prefix} ${names.before}`;
      made.end.name = `${bench.prefix} ${names.end}`;
      made.before.load('id,position,name');
      made.end.load('id,position,name');
      sheet.load('id,position');
      return { ...made, original: sheet };
    });
    const count = await batch((_, { workbook }) => workbook.worksheets.getCount());
    points.equal('position before', copies.original.position - 1, copies.before.position);
    points.equal('position end', count.value - 1, copies.end.position);
    points.equal('name', `${bench.prefix} copy 1`, copies.before.name);
    const original = await lookOf(bench, copies.original.id);
    for (const [which, { id }] of [
      ['before', copies.before],
      ['end', copies.end],
    ] as const)
      Object.entries(await lookOf(bench, id)).forEach(([property, found]) =>
        points.equal(`${which} ${property}`, original[property], found),
      );
  },
};

/** What a sheet looks like, as plain data by the names of the properties. */
async function lookOf({ batch }: Bench, id: string): Promise<Record<string, unknown>> {
  return lookFound(await batch((_, { workbook }) => queueLook(workbook.worksheets.getItem(id))));
}

function queueLook(sheet: Excel.Worksheet) {
  const { pageLayout: layout } = sheet;
  const { headersFooters } = layout;
  layout.load(
    'orientation,paperSize,zoom,topMargin,bottomMargin,leftMargin,rightMargin,headerMargin,footerMargin,' +
      'centerHorizontally,firstPageNumber',
  );
  headersFooters.load('state');
  headersFooters.defaultForAllPages.load('leftFooter,centerHeader');
  const figures = sheet.getRange('C2:C3');
  figures.format.protection.load('locked');
  figures.dataValidation.load('type');
  return {
    sheet: sheet.load('showGridlines'),
    layout,
    area: layout.getPrintAreaOrNullObject().load('address'),
    titles: layout.getPrintTitleRowsOrNullObject().load('address'),
    freeze: sheet.freezePanes.getLocationOrNullObject().load('rowCount,columnCount'),
    breaks: sheet.horizontalPageBreaks.getCount(),
    formats: sheet.getRange('A1:C3').conditionalFormats.getCount(),
    figures,
    row: sheet.getRange('A5').load('rowHidden'),
    column: sheet.getRange('E1').load('columnHidden'),
  };
}

function lookFound(found: ReturnType<typeof queueLook>): Record<string, unknown> {
  const { sheet, layout, area, titles, freeze, breaks, formats, figures, row, column } = found;
  return {
    ...layoutData(layout),
    printArea: area.isNullObject ? null : withoutSheet(area.address),
    titleRows: titles.isNullObject ? null : withoutSheet(titles.address),
    freeze: freeze.isNullObject ? null : [freeze.rowCount, freeze.columnCount],
    breaks: breaks.value,
    conditionalFormats: formats.value,
    locked: figures.format.protection.locked,
    validation: figures.dataValidation.type,
    hiddenRow: row.rowHidden,
    hiddenColumn: column.columnHidden,
    gridlines: sheet.showGridlines,
  };
}

function layoutData(layout: Excel.PageLayout): Record<string, unknown> {
  const { defaultForAllPages, state } = layout.headersFooters;
  return {
    orientation: layout.orientation,
    paperSize: layout.paperSize,
    zoom: layout.zoom,
    margins: [layout.topMargin, layout.bottomMargin, layout.leftMargin, layout.rightMargin],
    headerMargins: [layout.headerMargin, layout.footerMargin],
    centerHorizontally: layout.centerHorizontally,
    firstPageNumber: layout.firstPageNumber,
    headerState: state,
    header: defaultForAllPages.centerHeader,
    footer: defaultForAllPages.leftFooter,
  };
}

/** A sheet that is activated in the batch that adds it, and in a later one. */
export const activate: CheckItem = {
  id: 'activate',
  async run({ points, batch, prefix }) {
    const name = `${prefix} mới`;
    // The name of a sheet of the user's must not come into the report.
    const active = async (): Promise<string> => {
      const found = await batch((_, { workbook }) => workbook.worksheets.getActiveWorksheet().load('name'));
      return found.name.startsWith(prefix) ? found.name : 'another sheet';
    };
    await batch((_, { workbook }) => workbook.worksheets.add(name).activate());
    points.equal('same batch', name, await active());
    await batch((sheet) => sheet.activate());
    await batch((_, { workbook }) => workbook.worksheets.getItem(name).activate());
    points.equal('later batch', name, await active());
  },
};

/** As a document is made anew: the old sheet is deleted, the new one takes its place and name, formulas follow. */
export const replace: CheckItem = {
  id: 'replace',
  async run({ points, batch, prefix }) {
    const [old, fresh] = [`${prefix} cũ`, `${prefix} thay`];
    await batch((sheet, { workbook }) => {
      workbook.worksheets.add(old);
      writeCells(workbook.worksheets.add(fresh), 0, 0, [[7]]);
      writeCells(sheet, 0, 0, [[{ formula: `=${quoteSheet(fresh)}!A1` }]]);
    });
    const { position } = await batch((_, { workbook }) => workbook.worksheets.getItem(old).load('position'));
    const replaced = await batch((_, { workbook }) => {
      const sheet = workbook.worksheets.getItem(fresh);
      workbook.worksheets.getItem(old).delete();
      sheet.name = old;
      sheet.position = position;
      return sheet.load('name,position');
    });
    points.equal('name', old, replaced.name);
    points.equal('position', position, replaced.position);
    const watcher = await batch((sheet) => {
      sheet.calculate(false);
      return sheet.getRange('A1').load('formulas,values');
    });
    points.equal('formula follows', `=${quoteSheet(old)}!A1`, watcher.formulas[0]?.[0]);
    points.equal('value', 7, watcher.values[0]?.[0]);
  },
};
