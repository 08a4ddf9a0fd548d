import { selectCell } from '../../src/excel/select';
import { ExcelFailure } from '../../src/excel/failure';
import { closeBenches, openBench } from '../stand-in/richapi/harness';

afterEach(closeBenches);

const withTwoSheets = async () => {
  const bench = await openBench();
  const second = bench.workbook.addSheet("Phòng 'A' số 1");
  return { ...bench, second };
};

describe('going to a finding', () => {
  test('brings its sheet to the front and selects its cell', async () => {
    const { workbook, second } = await withTwoSheets();
    await selectCell("Phòng 'A' số 1", 'C9');
    expect(workbook.activeSheet()).toBe(second);
    expect(workbook.selection()).toMatchObject({ sheet: second, area: { row: 8, column: 2 } });
  });

  test('selects the first cell where the whole sheet is meant', async () => {
    const { workbook, second } = await withTwoSheets();
    await selectCell("Phòng 'A' số 1", null);
    expect(workbook.selection()).toMatchObject({ sheet: second, area: { row: 0, column: 0 } });
  });

  test('takes one round trip', async () => {
    const { host } = await withTwoSheets();
    const before = host.counters.batches;
    await selectCell("Phòng 'A' số 1", 'C9');
    expect(host.counters.batches - before).toBe(1);
  });

  test('says that the sheet is gone', async () => {
    await openBench();
    const thrown = await selectCell('An Giang', 'C9').catch((reason: unknown) => reason);
    expect(thrown).toBeInstanceOf(ExcelFailure);
    expect(thrown).toMatchObject({ failure: 'notFound', aftermath: 'unchanged' });
  });
});
