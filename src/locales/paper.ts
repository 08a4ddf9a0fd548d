/**
 * The words that stand in the workbook. Sheets are signed and sent in Vietnamese whatever the language of the screen, so
 * these have no translation; sheets are also read back by them (lists of choices).
 */
import { plainNumber as n } from './numbers';

export const paper = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  placeAndDate: '..............., ngày ..... tháng ..... năm ........',
  sheetNames: {
    covenant: 'Giao ước',
    criteria: 'Tiêu chí',
    targets: 'Giao chỉ tiêu',
    summary: 'Tổng hợp',
    titles: 'Xét danh hiệu',
  },
  yes: 'Có',
  no: 'Không',
  proposedMark: 'x',

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
    /** An expression of a formula; `missing` is the cell that counts. */
    provisional: (missing: string) => `"TẠM TÍNH: còn "&${missing}&" dòng chưa chấm"`,
    columns: {
      number: 'STT',
      title: 'Nội dung tiêu chí',
      standard: 'Điểm chuẩn',
      how: 'Chỉ tiêu, cách chấm',
      figure: 'Kết quả',
      self: 'Tự chấm',
      reviewed: 'Thẩm định',
      agreed: 'Thống nhất',
      official: 'Điểm chính thức',
      evidence: 'Minh chứng',
      note: 'Ghi chú, lý do điều chỉnh',
    },
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
        'Nhập điểm từ 0 đến mức tối đa của dòng này, đúng bước chấm (nếu có). Dùng dấu phẩy thập phân, ví dụ 9,5.',
      count: (max: number) => `Nhập số lần là số nguyên từ 0 đến ${max}. Không phát sinh thì nhập 0.`,
      mark: 'Chọn Đ (đạt) hoặc K (không đạt).',
      stage: 'Chọn một giai đoạn trong danh sách: Tự chấm, Thẩm định, Thống nhất.',
    },
    prompt: {
      count: { title: 'Số lần', message: 'Nhập số lần; không có thì nhập 0.' },
      mark: { title: 'Đạt hay không đạt', message: 'Đ: đạt. K: không đạt.' },
    },
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
      explanation: 'Diễn giải xếp hạng',
    },
    section: (number: string, title: string) => (number === '' ? title : `${number}. ${title}`),
    statusStale: 'Điểm hoặc diện xét đã thay đổi sau lần xếp hạng gần nhất: cần xếp hạng lại.',
    statusProvisional: 'KẾT QUẢ TẠM TÍNH: còn đơn vị chưa chấm xong, chưa thống nhất hoặc chưa xét.',
    statusFinal: 'KẾT QUẢ ĐÃ THỐNG NHẤT',
    signatures: ['NGƯỜI LẬP BIỂU', 'ĐẠI DIỆN CÁC ĐƠN VỊ'],
    refusedEligibility: 'Chọn một mục trong danh sách: Được xét, Chưa xét, Không xét.',
  },

  explanations: {
    ranked: (rank: number, total: string) => `hạng ${rank} vì tổng ${total}`,
    behind: (names: string, total: string) => `sau ${names} ${total}`,
    tied: (names: string) => `bằng ${names}, đồng hạng`,
    deferred: 'tạm xếp vì đơn vị thuộc diện chưa xét',
    incomplete: (missing: number, total: string) =>
      `chưa xếp hạng vì còn ${missing} dòng chưa chấm; tổng tạm tính ${total}`,
    excluded: (total: string) => `không xếp hạng vì thuộc diện không xét; tổng ${total}`,
    undecided: (total: string) => `chưa xếp hạng vì chưa ghi diện xét; tổng ${total}`,
    noSheet: 'chưa xếp hạng vì chưa có bảng chấm điểm',
  },

  covenant: {
    title: 'GIAO ƯỚC THI ĐUA',
    hint: 'Sửa các ô nền vàng nhạt. Ngày ghi theo dạng ngày/tháng/năm. Thêm đơn vị vào dòng trống của bảng rồi chèn bảng chấm điểm.',
    fields: {
      title: 'Tên cụm, khối',
      id: 'Mã cụm, khối',
      type: 'Loại (Cụm hoặc Khối)',
      superior: 'Cơ quan chủ quản',
      source: 'Nguồn',
      'period.title': 'Kỳ thi đua',
      'period.signed': 'Ngày ký giao ước',
      'period.targetsBy': 'Hạn hoàn thành chỉ tiêu',
      'period.from': 'Lấy số liệu từ ngày',
      'period.to': 'Lấy số liệu đến ngày',
      'period.handIn': 'Hạn nộp hồ sơ',
      'period.meeting': 'Ngày họp xét',
      'rules.bonusCap': 'Tổng điểm cộng tối đa (trống: không giới hạn)',
      'rules.totalCap': 'Tổng điểm tối đa để xếp hạng (trống: không giới hạn)',
      'rules.floorAtZero': 'Tổng điểm âm tính là 0 (Có hoặc Không)',
    },
    rulesHeading: 'QUY ƯỚC TÍNH ĐIỂM',
    unitsHeading: 'CÁC ĐƠN VỊ TRONG CỤM, KHỐI',
    columns: { number: 'STT', id: 'Mã đơn vị', name: 'Tên đơn vị', fullName: 'Tên đầy đủ khi ký', role: 'Vai trò' },
    refused: {
      date: 'Nhập một ngày theo dạng ngày/tháng/năm, ví dụ 31/10/2020.',
      choice: (choices: readonly string[]) => `Chọn một trong: ${choices.join(', ')}.`,
      points: 'Nhập số điểm lớn hơn 0 hoặc để trống.',
    },
  },

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
      note: 'Căn cứ, ghi chú',
      proposed: 'Đề xuất (x)',
      sum: 'Tổng các dòng thuộc mục',
    },
    refused: {
      number: 'Nhập số điểm từ 0 trở lên, ví dụ 2,5.',
      kind: 'Chọn một loại trong danh sách.',
    },
  },
} as const;
