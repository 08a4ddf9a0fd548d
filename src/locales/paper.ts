/**
 * The words that stand in the workbook. Sheets are signed and sent in Vietnamese whatever the language of the screen, so
 * these have no translation; sheets are also read back by them (lists of choices).
 */
import { plainNumber as n } from '../covenant/numberText';
import { covenantWords } from './paperCovenant';
import { paperCharts } from './paperCharts';
import { paperMinutes } from './paperMinutes';
import { paperRanking } from './paperRanking';
import { paperSeal } from './paperSeal';

export const paper = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  shortLine: '————————',
  date: 'ngày ..... tháng ..... năm ........',
  placeAndDate: (place: string, date: string) => `${place === '' ? '...............' : place}, ${date}`,
  sheetNames: {
    covenant: 'Giao ước',
    criteria: 'Tiêu chí',
    targets: 'Giao chỉ tiêu',
    summary: 'Tổng hợp',
    titles: 'Xét danh hiệu',
    minutes: 'Biên bản',
    detail: 'Chi tiết',
    charts: 'Biểu đồ',
    seal: 'Chốt',
    amendments: 'Điều chỉnh',
  },
  yes: 'Có',
  no: 'Không',
  proposedMark: 'x',
  /** The code of a criteria set or cluster whose name gives none. */
  ownId: 'rieng',

  section: 'Mục',
  stages: { self: 'Tự chấm', reviewed: 'Thẩm định', agreed: 'Thống nhất' },
  eligibility: { eligible: 'Được xét', deferred: 'Chưa xét', excluded: 'Không xét' },
  roles: {
    cluster: { head: 'Cụm trưởng', deputy: 'Cụm phó' },
    block: { head: 'Khối trưởng', deputy: 'Khối phó' },
  },
  clusterTypes: { cluster: 'Cụm', block: 'Khối' },

  unitSheet: {
    title: 'BẢNG CHẤM ĐIỂM THI ĐUA',
    subtitle: (cluster: string, period: string) => (period === '' ? cluster : `${cluster} - Kỳ: ${period}`),
    unit: (name: string) => `Đơn vị: ${name}`,
    stage: 'Giai đoạn của bảng',
    reviewer: 'Đơn vị thẩm định',
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
    /** An expression of a formula; all three are cells or expressions. */
    rescaled: (earned: string, applicable: string, scale: string) =>
      `"Quy đổi: "&${earned}&" ÷ "&${applicable}&" × "&${scale}`,
    parts: { standard: 'TIÊU CHÍ THI ĐUA', bonus: 'ĐIỂM CỘNG', penalty: 'ĐIỂM TRỪ' },
    capped: (cap: number) => ` (tổng cộng tối đa ${n(cap)} điểm)`,
    total: 'TỔNG ĐIỂM (A + B - C)',
    missing: 'Số dòng chưa chấm',
    open: 'Số dòng chưa thống nhất',
    proposed: '(*) Nội dung hoặc mức điểm do nhóm lập bảng đề xuất, nguồn không nêu; cần cụm, khối thống nhất.',
    signatures: ['NGƯỜI LẬP BIỂU', 'THỦ TRƯỞNG ĐƠN VỊ'],
    signHere: '(Ký, ghi rõ họ tên)',
    footer: (title: string, version: string, fingerprint: string) =>
      `${title} - phiên bản ${version} - mã kiểm tra ${fingerprint}`,
    refused: {
      title: 'Giá trị không hợp lệ',
      points:
        'Nhập điểm từ 0 đến mức tối đa của dòng này, đúng bước chấm (nếu có). Dùng dấu phẩy thập phân, ví dụ 9,5. Tiêu chí không phát sinh thì ghi KPS.',
      count: (max: number) => `Nhập số lần là số nguyên từ 0 đến ${max}. Không phát sinh thì nhập 0.`,
      countOrMark: (max: number) =>
        `Nhập số lần là số nguyên từ 0 đến ${max}; không có lần nào thì nhập 0, tiêu chí không phát sinh thì ghi KPS.`,
      amount: 'Nhập kết quả là một số từ 0 trở lên; tiêu chí không phát sinh thì ghi KPS.',
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
  },

  targets: {
    title: 'BẢNG GIAO CHỈ TIÊU',
    hint: 'Không để trống ô nào: nhập chỉ tiêu giao cho từng đơn vị; không giao thì ghi KG. Bảng chấm điểm của đơn vị lấy chỉ tiêu từ đây.',
    columns: { number: 'STT', unit: 'Đơn vị' },
    line: (number: string, title: string, code: string) => `${number === '' ? '' : `${number}. `}${title} (${code})`,
    refused: 'Nhập chỉ tiêu là một số từ 0 trở lên, hoặc KG nếu không giao chỉ tiêu.',
  },

  summary: {
    title: 'BẢNG TỔNG HỢP VÀ XẾP HẠNG THI ĐUA',
    columns: {
      number: 'STT',
      unit: 'Đơn vị',
      standard: 'Cộng A',
      bonus: 'Điểm cộng B',
      penalty: 'Điểm trừ C',
      total: 'Tổng điểm',
      missing: 'Dòng chưa chấm',
      stage: 'Giai đoạn',
      eligibility: 'Diện xét',
      reason: 'Lý do, căn cứ',
      rank: 'Xếp hạng',
      rankWithoutDeferred: 'Hạng (không tính chưa xét)',
      class: 'Xếp loại',
      explanation: 'Diễn giải xếp hạng',
      title: 'Danh hiệu đề nghị',
      basis: 'Căn cứ (số, ngày văn bản)',
      decidedOn: 'Ngày quyết định',
      decidedBy: 'Người, cấp quyết định',
      vote: 'Phiếu khi bằng điểm',
    },
    section: (number: string, title: string) => (number === '' ? title : `${number}. ${title}`),
    statusStale: 'Điểm hoặc diện xét đã thay đổi sau lần xếp hạng gần nhất: cần xếp hạng lại.',
    statusProvisional: 'KẾT QUẢ TẠM TÍNH: còn đơn vị chưa chấm xong, chưa thống nhất hoặc chưa xét.',
    statusFinal: 'KẾT QUẢ ĐÃ THỐNG NHẤT',
    signatures: 'ĐẠI DIỆN CÁC ĐƠN VỊ',
    refusedEligibility: 'Chọn một mục trong danh sách: Được xét, Chưa xét, Không xét.',
    refusedVote: 'Nhập số phiếu là số nguyên từ 0 trở lên, hoặc để trống.',
  },

  ...paperRanking,
  ...paperMinutes,

  charts: paperCharts,

  seal: paperSeal,

  covenant: covenantWords,

  criteria: {
    title: 'BỘ TIÊU CHÍ CHẤM ĐIỂM THI ĐUA',
    hint: 'Sửa bảng này trước khi chèn bảng chấm điểm. Điểm chuẩn của một mục bằng tổng điểm các dòng thuộc mục đó.',
    fields: {
      title: 'Tên bộ tiêu chí',
      id: 'Mã bộ tiêu chí',
      version: 'Phiên bản',
      scale: 'Thang điểm',
      legalBasis: 'Căn cứ',
      source: 'Nguồn',
      proposal: 'Phần đề xuất',
    },
    columns: {
      code: 'Mã',
      number: 'STT',
      title: 'Nội dung',
      parent: 'Thuộc mục (mã)',
      kind: 'Loại',
      standard: 'Điểm chuẩn',
      rate: 'Điểm mỗi lần',
      cap: 'Tối đa',
      floor: 'Tối thiểu',
      step: 'Bước chấm',
      bands: 'Các mức điểm',
      direction: 'Chiều đánh giá',
      notArising: 'Khi không phát sinh (KPS)',
      least: 'Sàn để được xét (% điểm chuẩn)',
      note: 'Căn cứ, ghi chú',
      proposed: 'Đề xuất (x)',
      sum: 'Tổng các dòng thuộc mục',
    },
    /** A list of Excel is split at commas: none may stand in a word. */
    choices: {
      direction: { more: 'Càng nhiều càng tốt', less: 'Càng ít càng tốt' },
      notArising: {
        full: 'Đủ điểm',
        leftOut: 'Không tính và quy đổi',
        zero: '0 điểm',
        clusterDecides: 'Cụm quyết định',
      },
    },
    refused: {
      number: 'Nhập số điểm từ 0 trở lên, ví dụ 2,5.',
      percent: 'Nhập số phần trăm lớn hơn 0 và không quá 100, ví dụ 85; không có sàn thì để trống.',
      choice: 'Chọn một mục trong danh sách hoặc để trống.',
      kind: 'Chọn một loại trong danh sách.',
    },
    bandsPrompt: {
      title: 'Các mức điểm',
      message:
        'Chỉ dùng cho loại Theo mức. Ghi mỗi mức “khoảng: điểm”, cách nhau bằng dấu chấm phẩy. Ví dụ: >95%: 1,5; 75–95%: 1; <75%: 0 hoặc 0: 2; 1–2: 1; >2: 0.',
    },
  },
} as const;
