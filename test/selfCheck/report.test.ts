/** The report says what Excel is and what each item came to, in the user's language, and nothing of the workbook. */
import { ITEM_IDS, QUESTIONS } from '../../src/selfCheck/item';
import { type Answers, formatReport, questionsFor } from '../../src/selfCheck/report';
import type { SelfCheckResult } from '../../src/selfCheck/result';
import { selfCheckWords } from '../../src/locales/selfCheck';
import { closeBenches, onSheet, openBench } from '../stand-in/richapi/harness';
import { check, FACTS } from './running';

const ITEM = { differences: [], unsupported: [], notes: [], refusal: null };
const RESULT: SelfCheckResult = {
  facts: FACTS,
  excel: {
    culture: 'vi-VN',
    decimalSeparator: ',',
    groupSeparator: '.',
    dateSeparator: '/',
    calculationMode: 'Automatic',
  },
  items: [
    { ...ITEM, id: 'protection', status: 'ok', notes: [{ point: 'protectTwice', value: 'AccessDenied' }] },
    {
      ...ITEM,
      id: 'rowDeletion',
      status: 'differs',
      differences: [{ point: 'unlockedPart', expected: 'AccessDenied', found: 'none' }],
    },
    { ...ITEM, id: 'conditionalFormat', status: 'notSupported', unsupported: ['Range.getDisplayedCellProperties'] },
    {
      ...ITEM,
      id: 'freeze',
      status: 'failed',
      refusal: { code: 'GeneralException', location: 'FreezePanes.freezeRows' },
    },
  ],
  cancelled: false,
  left: 0,
  leftName: '__kiểm tra',
  restored: true,
};

const reportOf = (part: Partial<SelfCheckResult> = {}, answers: Answers = {}, language = 'vi-VN'): string =>
  formatReport({ ...RESULT, ...part }, answers, selfCheckWords(language));

afterEach(closeBenches);

test('is one text', () => {
  expect(reportOf({}, { pageBreaks: 'yes', otherWorkbook: 'no', code: ' InactiveWorkbook ' }).split('\n')).toEqual([
    'Tự kiểm tra phần bổ trợ Chấm điểm thi đua',
    'Ứng dụng: Excel; nền tảng: OfficeOnline; phiên bản: 16.0.1.2',
    'ExcelApi 1.19; SharedRuntime: có; DelayForCellEdit: không',
    'Ngôn ngữ: vi-VN; vùng: vi-VN',
    'Dấu thập phân ",", dấu nhóm số ".", dấu ngày tháng "/"',
    'Chế độ tính: Automatic',
    '',
    'Kết quả: đúng 1; KHÁC 1; LỖI 1; Excel này không có chức năng 1',
    '',
    '01 protection (bật, bỏ bảo vệ sheet): đúng',
    '   ghi nhận protectTwice: AccessDenied',
    '02 rowDeletion (xóa dòng khi sheet được bảo vệ): KHÁC',
    '   unlockedPart: cần AccessDenied, thấy none',
    '10 conditionalFormat (tô màu theo điều kiện): Excel này không có chức năng',
    '   không có Range.getDisplayedCellProperties',
    '13 freeze (cố định dòng, cột): LỖI',
    '   mã GeneralException tại FreezePanes.freezeRows',
    '23 byHand (xem bằng mắt)',
    '   pageBreaks (Xem trước khi in: trang ngắt đúng như ngăn chấm điểm đếm?) Có',
    '   headings (Xem trước khi in: đầu bảng lặp lại ở mỗi trang?) Chưa xem',
    '   otherWorkbook (Chuyển sang sổ khác trong lúc chèn bảng: lệnh vẫn xong? Nếu không, ghi mã lỗi.) Không – InactiveWorkbook',
    '   recolouring (Sửa một ô làm đổi điều kiện: ô được tô màu đổi màu ngay?) Chưa xem',
    '',
  ]);
});

test('has the same ids in every language', () => {
  const ids = (text: string): string[] => [...text.matchAll(/^\d\d \w+/gm)].map(([id]) => id);
  expect(ids(reportOf({}, {}, 'en-US'))).toEqual(ids(reportOf()));
});

test.each(['vi', 'en'])('says in %s what could not be restored, and that it was cancelled', (language) => {
  const { report } = selfCheckWords(language);
  const text = reportOf({ left: 2, restored: false, cancelled: true }, {}, language);
  expect(text).toContain(report.left(2, '__kiểm tra'));
  expect(text).toContain(report.notRestored);
  expect(text).toContain(report.cancelled);
  expect(reportOf({ left: null }, {}, language)).toContain(report.leftUnknown('__kiểm tra'));
});

test('asks for colours only where Excel does not tell them', () => {
  expect(questionsFor(RESULT)).toEqual(QUESTIONS);
  const ok = RESULT.items.map((item) => ({ ...item, status: 'ok' as const }));
  expect(questionsFor({ items: ok })).toEqual(['pageBreaks', 'headings', 'otherWorkbook']);
});

test('of a whole run has a line for each item, and nothing that stands in the workbook', async () => {
  await openBench();
  await onSheet((sheet) => {
    sheet.name = 'Bí mật';
    sheet.getRange('A1').values = [['Nguyễn Văn A']];
  });
  const text = formatReport(await check(), {}, selfCheckWords('vi'));
  expect([...text.matchAll(/^(\d\d) /gm)].map(([, number]) => Number(number))).toEqual(
    [...ITEM_IDS, 'byHand'].map((_, index) => index + 1),
  );
  expect(text).not.toMatch(/Bí mật|Nguyễn|Sheet1|sheet-\d/);
});
