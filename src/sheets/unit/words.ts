/** The words on a unit's scoring sheet. */
import { plainNumber as n } from '../../covenant/numberText';

export const words = {
  title: 'BẢNG CHẤM ĐIỂM THI ĐUA',
  unit: (name: string) => `Đơn vị: ${name}`,
  stage: 'Giai đoạn của bảng',
  reviewer: 'Đơn vị thẩm định',
  /** How people write who reviews, beside the names of units. */
  reviewers: {
    head: ['Cụm trưởng', 'Khối trưởng', 'Đơn vị trưởng', 'Trưởng cụm', 'Trưởng khối'],
    deputy: [
      ...['Cụm phó', 'Khối phó', 'Đơn vị phó', 'Phó cụm', 'Phó khối', 'Phó đơn vị trưởng'],
      ...['Phó cụm trưởng', 'Phó khối trưởng', 'Phó trưởng cụm', 'Phó trưởng khối'],
    ],
    /** As in "tự thẩm định", "đơn vị tự chấm". */
    itself: 'tự',
    /** Words that may stand beside a name and change nothing of what it says. */
    besideNames:
      'viện kiểm sát nhân dân vks vksnd ksnd tỉnh thành phố tp quận huyện thị xã khu vực đơn vị thẩm định chấm do và với cùng',
  },
  /** An expression of a formula; `missing` is the cell that counts. */
  provisional: (missing: string) => `"TẠM TÍNH: còn "&${missing}&" dòng chưa chấm"`,
  columns: {
    number: 'STT',
    title: 'Nội dung tiêu chí',
    standard: 'Điểm chuẩn',
    how: 'Cách chấm',
    target: 'Chỉ tiêu, tổng số',
    figure: 'Kết quả',
    self: 'Tự chấm',
    reviewed: 'Thẩm định',
    agreed: 'Thống nhất',
    official: 'Điểm chính thức',
    evidence: 'Minh chứng',
    note: 'Ghi chú, lý do điều chỉnh',
  },
  /** Of an upright page, where they take two lines. */
  shortColumns: { target: 'Chỉ tiêu', official: 'Chính thức', remarks: 'Minh chứng và ghi chú' },
  /** As long as what is said of the seal gets. */
  longestMessage: 'Bản điều chỉnh lần 10, chốt ngày 31/12/2020, mã chốt 0123456789ab',
  /** Expressions of a formula; all are cells. */
  standing: (stage: string, reviewer: string, message: string) =>
    `"Giai đoạn: "&${stage}&IF(LEN(${reviewer})=0,"","; đơn vị thẩm định: "&${reviewer})&IF(LEN(${message})=0,"",CHAR(10)&${message})`,
  joined: (evidence: string, note: string) => `${evidence}&IF(LEN(${evidence})*LEN(${note})>0,"; ","")&${note}`,
  /** An expression of a formula; all three are cells or expressions. */
  rescaled: (earned: string, applicable: string, scale: string) =>
    `"Quy đổi: "&${earned}&" ÷ "&${applicable}&" × "&${scale}`,
  /** What the expression results in. */
  rescaledFrom: (earned: string, applicable: string, scale: string) => `Quy đổi: ${earned} ÷ ${applicable} × ${scale}`,
  parts: { standard: 'TIÊU CHÍ THI ĐUA', bonus: 'ĐIỂM CỘNG', penalty: 'ĐIỂM TRỪ' },
  capped: (cap: number) => ` (tổng cộng tối đa ${n(cap)} điểm)`,
  total: 'TỔNG ĐIỂM (A + B - C)',
  missing: 'Số dòng chưa chấm',
  open: 'Số dòng chưa thống nhất',
  /** The title of a line or section that is proposed. */
  marked: (title: string) => `${title} (*)`,
  /** The same on an upright page, until the sheet is agreed. */
  notYetAgreed:
    '(*) Nội dung hoặc mức điểm do nhóm lập bảng đề xuất, nguồn không nêu; cần thống nhất trước khi áp dụng.',
  /** Expressions of a formula; `note` is the cell with the words above, blank where the mark no longer stands. */
  markedSection: (note: string) => `IF(LEN(${note})=0,"","(*)")`,
  markedLine: (note: string, text: string) => `IF(LEN(${note})=0,"","(*) ")&${text}`,
  proposed: '(*) Nội dung hoặc mức điểm do nhóm lập bảng đề xuất, nguồn không nêu; cần cụm, khối thống nhất.',
  refused: {
    points:
      'Nhập điểm từ 0 đến mức tối đa của dòng này, đúng bước chấm (nếu có). Dùng dấu phẩy thập phân, ví dụ 9,5. Không phát sinh thì ghi KPS.',
    count: (max: number) => `Nhập số lần là số nguyên từ 0 đến ${max}. Không phát sinh thì nhập 0.`,
    countOrMark: (max: number) => `Nhập số nguyên từ 0 đến ${max}; không có thì nhập 0, không phát sinh thì ghi KPS.`,
    amount: 'Nhập kết quả là một số từ 0 trở lên; không phát sinh thì ghi KPS.',
    target: 'Nhập tổng số (mẫu số) là một số từ 0 trở lên.',
    mark: 'Chọn Đ (đạt), K (không đạt) hoặc KPS (không phát sinh).',
    stage: 'Chọn một giai đoạn trong danh sách: Tự chấm, Thẩm định, Thống nhất.',
  },
  prompt: {
    count: { title: 'Số lần', message: 'Nhập số lần; không có thì nhập 0.' },
    countOrMark: { title: 'Số lần', message: 'Nhập số lần; không có thì nhập 0. Không phát sinh: KPS.' },
    amount: { title: 'Kết quả', message: 'Nhập kết quả thực hiện. Không phát sinh: KPS.' },
    target: { title: 'Tổng số', message: 'Nhập tổng số (mẫu số) để tính tỷ lệ.' },
    mark: { title: 'Đạt hay không đạt', message: 'Đ: đạt. K: không đạt. KPS: không phát sinh.' },
  },
} as const;
