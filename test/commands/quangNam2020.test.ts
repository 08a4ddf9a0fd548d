/** The year of Quảng Nam 2020 as its guidance has it: one of a block, two of a cluster, the rest for the other awards, and its days. */
import { clusters } from '../../src/covenant/catalogue';
import type { Cluster } from '../../src/covenant/covenant';
import { BASIS_COLUMN, orderColumn } from '../../src/sheets/awards/layout';
import { rowKey } from '../../src/spreadsheet/keys';
import { checkFigures, makeDocument, rankUnits } from '../support/commands';
import { closeScoring, must, only, openScoring, refusal, type ScoringBench } from '../support/scoringBench';
import { agreedBook, seal } from '../support/sealed';

afterEach(closeScoring);

/** With a deputy, whom the guidance does not name: somebody has to review the head's sheet. */
function clusterOf(id: string): Cluster {
  const found = clusters().find((one) => one.id === `quang-nam-2020/${id}`);
  const deputy = found?.units.find((unit) => unit.id !== found.head)?.id;
  if (!found || deputy === undefined) throw new Error(`no ${id} in the catalogue`);
  return { ...found, deputy };
}

const proposed = async (): Promise<string[][]> =>
  must(await rankUnits()).awards.map(({ nominated }) => nominated.map(({ name }) => name));

async function textsOf(bench: ScoringBench, sheet: string): Promise<string> {
  const lines = await bench.workbook.read(bench.sheet(sheet), { row: 0, column: 0, rows: 90, columns: 9 });
  return lines.flatMap((line) => line.map(({ value }) => String(value ?? ''))).join('\n');
}

test('a block proposes one unit, the others get the rest', async () => {
  await openScoring(await agreedBook(clusterOf('khoi-1')));
  expect(await proposed()).toEqual([['Thanh tra - Khiếu tố'], ['Tổ chức cán bộ', 'Văn phòng tổng hợp']]);
});

test('a cluster proposes two: a tie for the second place is decided, on the minutes, and sealed after the meeting', async () => {
  const bench = await openScoring(await agreedBook(clusterOf('cum-1')));
  // Two are tied for the second place: until that is decided neither of them is proposed, for the rest neither.
  expect(await proposed()).toEqual([['Tam Kỳ'], ['Duy Xuyên', 'Hội An', 'Thăng Bình']]);
  const [title, tied] = ['Xét danh hiệu', { 'dien-ban': 2, 'nui-thanh': 1 }];
  for (const [unit, order] of Object.entries(tied))
    await bench.type(title, await bench.addressOf(title, rowKey.unit(unit), orderColumn('LDXS')), order);
  // The basis may stand beside the order.
  const basis = await bench.addressOf(title, rowKey.unit('dien-ban'), BASIS_COLUMN);
  await bench.type(title, basis, 'Biên bản số 01/BB ngày 25/11/2020');
  must(await makeDocument('decisions'));
  for (const [column, entry] of Object.entries({
    day: '25/11/2020',
    person: 'Hội nghị Cụm 1',
  }))
    await bench.type('Quyết định', await bench.addressOf('Quyết định', 'decision:tie:LDXS', column), entry);
  expect(await proposed()).toEqual([
    ['Tam Kỳ', 'Núi Thành'],
    ['Điện Bàn', 'Duy Xuyên', 'Hội An', 'Thăng Bình'],
  ]);

  must(await makeDocument('minutes'));
  const minutes = await textsOf(bench, 'Biên bản');
  expect(minutes).toContain(
    'Theo giao ước: số liệu lấy từ ngày 01/12/2019 đến ngày 20/11/2020; họp xét từ ngày 22/11/2020 đến ngày 27/11/2020; ' +
      'gửi kết quả về Thường trực Hội đồng chậm nhất ngày 30/11/2020.',
  );
  expect(minutes).toContain('Biên bản số 01/BB ngày 25/11/2020, Hội nghị Cụm 1');
  expect(minutes).toContain('số còn lại: mọi đơn vị đủ điều kiện chưa được đề nghị danh hiệu ở trên');

  expect(refusal(await seal('2020-11-21')).map(({ code }) => code)).toEqual([
    'decision-after-seal',
    'seal-before-meeting',
  ]);
  must(await seal('2020-12-01'));
  expect(only(await checkFigures(), 'sealed-off-date').map(({ data }) => data)).toEqual([
    { day: '2020-12-01', due: '2020-11-30', side: 'after' },
  ]);
});
