import { insertSheets, newCovenant } from '../support/commands';
import { listenToWorkbook, type WorkbookChange } from '../../src/excel/listen';
import { clusterOf, criteriaOf } from '../support/covenants';
import { closeScoring, must, openScoring } from '../support/scoringBench';

afterEach(closeScoring);

const listening = async () => {
  const bench = await openScoring();
  must(await newCovenant({ criteria: criteriaOf(11), cluster: clusterOf(1) }));
  must(await insertSheets());
  const heard: WorkbookChange[] = [];
  const stop = await listenToWorkbook((change) => heard.push(change));
  return { bench, heard, stop };
};

it('a figure that a person types is heard, with its sheet and cell', async () => {
  const { bench, heard } = await listening();
  await bench.enter('Đơn vị 1', 'C1', 1);
  await bench.host.settled();
  expect(heard).toEqual([
    { sheet: bench.sheet('Đơn vị 1'), address: expect.stringMatching(/^[A-Z]+\d+$/), moved: false, remote: false },
  ]);
});

it('rows that come are heard as such', async () => {
  const { bench, heard } = await listening();
  bench.unlocked('Đơn vị 1', (id) => bench.workbook.insertRows(id, 4, 1));
  await bench.host.settled();
  expect(heard.map(({ moved }) => moved)).toEqual([true]);
});

it('a sheet that comes or goes is heard', async () => {
  const { bench, heard } = await listening();
  const sheet = bench.workbook.addSheet('Riêng');
  bench.workbook.deleteSheet(sheet);
  await bench.host.settled();
  expect(heard.map((one) => one.sheet)).toEqual([null, null]);
});

it('what the add-in itself writes is not', async () => {
  const { bench, heard } = await listening();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [[1]];
    await context.sync();
  });
  await bench.host.settled();
  expect(heard).toEqual([]);
});

it('nothing is heard once it has stopped', async () => {
  const { bench, heard, stop } = await listening();
  await stop();
  await bench.enter('Đơn vị 1', 'C1', 1);
  await bench.host.settled();
  expect(heard).toEqual([]);
});

it('waits for a cell that is being edited, both to begin and to stop', async () => {
  const run = jest.spyOn(Excel, 'run');
  try {
    const { stop } = await listening();
    run.mockClear();
    await (
      await listenToWorkbook(() => undefined)
    )();
    await stop();
    expect(run.mock.calls.map(([options]) => options)).toEqual(
      Array.from({ length: 3 }, () => expect.objectContaining({ delayForCellEdit: true })),
    );
  } finally {
    run.mockRestore();
  }
});
