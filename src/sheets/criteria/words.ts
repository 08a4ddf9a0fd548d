/** The words on *Tiêu chí*. */
export const words = {
  sheetName: 'Tiêu chí',
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
  /** A list of Excel is split at commas: none may be in a word. */
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
} as const;
