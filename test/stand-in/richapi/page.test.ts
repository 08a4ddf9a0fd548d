import { closeBenches, errorCode, onSheet, openBench } from './harness';

beforeEach(() => openBench());
afterEach(closeBenches);

const setPage = (set: (layout: Excel.PageLayout) => void): Promise<void> => onSheet((sheet) => set(sheet.pageLayout));
const readPage = (properties: string): Promise<Excel.PageLayout> =>
  onSheet((sheet) => sheet.pageLayout.load(properties));

test('paper, margins in points, centring, printing', async () => {
  const wanted = {
    orientation: 'Landscape',
    paperSize: 'A4',
    topMargin: 56.7,
    bottomMargin: 56.7,
    leftMargin: 85,
    rightMargin: 42.5,
    headerMargin: 20,
    footerMargin: 21,
    centerHorizontally: true,
    centerVertically: true,
    printGridlines: true,
    blackAndWhite: true,
    firstPageNumber: 3,
  } as const;
  await setPage((layout) => layout.set(wanted));
  expect((await readPage('')).toJSON()).toMatchObject(wanted);
  await setPage((layout) => (layout.firstPageNumber = ''));
  expect((await readPage('firstPageNumber')).firstPageNumber).toBe('');
});

test('margins in other units', async () => {
  await setPage((layout) => {
    layout.setPrintMargins('Centimeters', { top: 2.54, left: 5.08 });
    layout.setPrintMargins('Inches', { bottom: 0.5 });
  });
  const { topMargin, leftMargin, bottomMargin } = await readPage('topMargin, leftMargin, bottomMargin');
  expect([topMargin, leftMargin, bottomMargin]).toEqual([72, 144, 36]);
});

test('zoom is a scale, or pages to fit, and is replaced as a whole', async () => {
  await setPage((layout) => (layout.zoom = { scale: 85 }));
  expect((await readPage('zoom')).zoom).toEqual({ scale: 85 });
  await setPage((layout) => (layout.zoom = { horizontalFitToPages: 1 }));
  expect((await readPage('zoom')).zoom).toEqual({ horizontalFitToPages: 1 });
});

test('print area and titles', async () => {
  await onSheet((sheet) => {
    sheet.pageLayout.setPrintArea('A1:H40');
    sheet.pageLayout.setPrintTitleRows('$5:$6');
    sheet.pageLayout.setPrintTitleColumns(sheet.getRange('A:B'));
  });
  const [area, rows, columns] = await onSheet(
    ({ pageLayout }) =>
      [
        pageLayout.getPrintArea().load('address'),
        pageLayout.getPrintTitleRows().load('address'),
        pageLayout.getPrintTitleColumnsOrNullObject().load('address'),
      ] as const,
  );
  expect([area.address, rows.address, columns.address]).toEqual(['Sheet1!A1:H40', 'Sheet1!5:6', 'Sheet1!A:B']);
});

test('where there is none, print area and titles are null objects or ItemNotFound', async () => {
  const none = await onSheet(({ pageLayout }) => [
    pageLayout.getPrintAreaOrNullObject(),
    pageLayout.getPrintTitleRowsOrNullObject(),
    pageLayout.getPrintTitleColumnsOrNullObject(),
  ]);
  expect(none.map(({ isNullObject }) => isNullObject)).toEqual([true, true, true]);
  expect(await errorCode(onSheet(({ pageLayout }) => pageLayout.getPrintArea().load('address')))).toBe('ItemNotFound');
});

test('headers and footers, with a first page of its own', async () => {
  await setPage(({ headersFooters }) => {
    headersFooters.state = 'FirstAndDefault';
    headersFooters.defaultForAllPages.centerFooter = '&P/&N';
    headersFooters.firstPage.rightHeader = 'Mẫu 01';
    headersFooters.useSheetMargins = true;
  });
  const { headersFooters } = await readPage(
    'headersFooters/state, headersFooters/defaultForAllPages, headersFooters/firstPage',
  );
  expect(headersFooters.state).toBe('FirstAndDefault');
  expect(headersFooters.defaultForAllPages.toJSON()).toEqual({
    leftHeader: '',
    centerHeader: '',
    rightHeader: '',
    leftFooter: '',
    centerFooter: '&P/&N',
    rightFooter: '',
  });
  expect([headersFooters.firstPage.rightHeader, headersFooters.firstPage.centerFooter]).toEqual(['Mẫu 01', '']);
});

test.each(['Default', 'FirstAndDefault', 'OddAndEven', 'FirstOddAndEven'] as const)(
  'the state of headers %s; odd pages have those of all',
  async (state) => {
    const hasEven = state.endsWith('OddAndEven');
    await setPage(({ headersFooters }) => {
      headersFooters.state = state;
      headersFooters.oddPages.leftHeader = 'lẻ';
      if (hasEven) headersFooters.evenPages.leftHeader = 'chẵn';
    });
    const { headersFooters } = await readPage(
      'headersFooters/state, headersFooters/defaultForAllPages, headersFooters/oddPages, headersFooters/evenPages',
    );
    const { defaultForAllPages, oddPages, evenPages } = headersFooters;
    expect(headersFooters.state).toBe(state);
    expect([defaultForAllPages, oddPages, evenPages].map(({ leftHeader }) => leftHeader)).toEqual([
      'lẻ',
      'lẻ',
      hasEven ? 'chẵn' : '',
    ]);
  },
);

test('headers of even pages that are like the others are not known here', async () => {
  const set = setPage(({ headersFooters }) => (headersFooters.evenPages.leftHeader = 'chẵn'));
  expect(await errorCode(set)).toBe('NotImplemented');
});

test('page breaks above rows', async () => {
  await onSheet((sheet) => {
    sheet.horizontalPageBreaks.add('A20');
    sheet.horizontalPageBreaks.add('A10');
    sheet.horizontalPageBreaks.add('A20');
  });
  const breaks = await onSheet((sheet) => sheet.horizontalPageBreaks.load('items/rowIndex'));
  expect(breaks.items.map(({ rowIndex }) => rowIndex)).toEqual([9, 19]);
  await onSheet((sheet) => sheet.horizontalPageBreaks.removePageBreaks());
  const count = await onSheet((sheet) => sheet.horizontalPageBreaks.getCount());
  expect(count.value).toBe(0);
});

test.each<[string, (layout: Excel.PageLayout) => void]>([
  ['a paper', (layout) => (layout.orientation = 'Flat' as 'Portrait')],
  ['a margin', (layout) => (layout.topMargin = -1)],
  ['a scale', (layout) => (layout.zoom = { scale: 5 })],
  ['a scale and pages', (layout) => (layout.zoom = { scale: 50, verticalFitToPages: 1 })],
  ['no zoom', (layout) => (layout.zoom = {})],
  ['a unit', (layout) => layout.setPrintMargins('Feet' as 'Inches', { top: 1 })],
  ['a side', (layout) => layout.setPrintMargins('Inches', { inner: 1 } as Excel.PageLayoutMarginOptions)],
  ['an area', (layout) => layout.setPrintArea('nowhere')],
  ['a footer', (layout) => (layout.headersFooters.defaultForAllPages.leftFooter = 'x'.repeat(256))],
])('%s that cannot be is InvalidArgument', async (_, set) => {
  expect(await errorCode(setPage(set))).toBe('InvalidArgument');
});
