/** The words on *Nhật ký*. */
export const words = {
  sheetName: 'Nhật ký',
  title: 'NHẬT KÝ THAY ĐỔI',
  hint: 'Ghi mỗi thay đổi của điểm thẩm định, thống nhất, diện xét, phiếu, quyết định, bản chốt, Giao ước và Tiêu chí. “do”: làm bằng phần bổ trợ; “nhận thấy”: có người nhập vào sổ, thấy khi đọc lại sổ vào lúc ghi ở cột Thời gian. Chỉ ghi thêm; dòng bị xóa, sửa hoặc đổi chỗ thì phần Kiểm tra chỉ ra.',
  columns: {
    number: 'STT',
    time: 'Thời gian',
    who: 'Người, vai trò',
    how: 'Do, nhận thấy',
    place: 'Sheet, ô',
    what: 'Nội dung',
    before: 'Cũ',
    after: 'Mới',
    seal: 'Mã chốt',
  },
  how: { command: 'do', noticed: 'nhận thấy' },
  unknown: 'không rõ',
  /** The first row: what the workbook held when the record was begun. */
  start: 'Bắt đầu ghi nhật ký',
  startState: (values: number, checksum: string) => `${values} giá trị đang có, mã ${checksum}`,
  sheet: 'Sheet',
  present: 'có',
  footer: 'Nhật ký thay đổi',
} as const;
