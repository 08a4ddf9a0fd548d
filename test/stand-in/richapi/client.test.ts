import { startClient } from '../../../src/stand-in/richapi';
import { closeBenches, errorCode, openBench } from './harness';

beforeEach(() => openBench());
afterEach(closeBenches);

const loadedName = (): Promise<string> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1').load('name');
    await context.sync();
    return sheet.name;
  });

describe("Microsoft's client in Node", () => {
  test('runs a batch and gives back what was loaded', async () => {
    expect(await loadedName()).toBe('Sheet1');
  });

  test('refuses a property that was not loaded', async () => {
    const work = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1').load('position');
      await context.sync();
      return sheet.name;
    });
    expect(await errorCode(work)).toBe('PropertyNotLoaded');
  });

  test('serves whichever workbook was attached last', async () => {
    const { workbook } = await openBench();
    workbook.renameSheet(workbook.activeSheet(), 'Sheet2');
    expect(await errorCode(loadedName())).toBe('ItemNotFound');
  });

  test('without a workbook every batch fails', async () => {
    const client = await startClient();
    client.detach();
    expect(await errorCode(loadedName())).toBe('GeneralException');
  });

  test('is one per process', async () => {
    expect(await startClient()).toBe(await startClient());
  });

  test('keeps to ExcelApi 1.14: a later member fails with ApiNotFound', async () => {
    const work = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').getDependents();
      await context.sync();
    });
    expect(await errorCode(work)).toBe('ApiNotFound');
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.14')).toBe(true);
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.15')).toBe(false);
  });
});
