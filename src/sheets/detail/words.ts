/** The words on *Chi tiết*. */
export const words = {
  sheetName: 'Chi tiết',
  title: 'BẢN TỔNG HỢP CHI TIẾT CÁC CHỈ TIÊU THI ĐUA',
  whole: 'Điểm chính thức của từng đơn vị, lấy trực tiếp từ bảng chấm điểm; dòng chưa chấm để trống.',
  part: (part: number, of: number) =>
    `Tờ ${part}/${of}. Điểm chính thức của từng đơn vị, lấy trực tiếp từ bảng chấm điểm; dòng chưa chấm để trống.`,
  columns: { number: 'STT', title: 'Nội dung tiêu chí', standard: 'Điểm chuẩn' },
  rank: 'Xếp hạng',
} as const;
