/** The words on *Biểu đồ*. */

/** "(phần 2/3)" where a chart spans several pages. */
const part = (number: number, of: number): string => (of === 1 ? '' : ` (phần ${number}/${of})`);

export const words = {
  sheetName: 'Biểu đồ',
  title: 'BIỂU ĐỒ KẾT QUẢ THI ĐUA',
  ranking: (number: number, of: number) => `Điểm thi đua xếp theo thứ hạng${part(number, of)}`,
  sections: (number: number, of: number) => `Điểm chuẩn theo từng mục của các đơn vị${part(number, of)}`,
  /** What Excel calls the charts where one picks them from a list. */
  names: {
    ranking: (number: number) => `Biểu đồ xếp hạng ${number}`,
    sections: (number: number) => `Biểu đồ các mục ${number}`,
  },
  columns: {
    rank: 'Hạng',
    unit: 'Đơn vị',
    standard: 'Điểm chuẩn',
    bonus: 'Điểm cộng',
    penalty: 'Điểm trừ',
    total: 'Tổng điểm',
  },
  table: 'SỐ LIỆU CỦA BIỂU ĐỒ',
  noRank: '–',
  note: 'Số liệu lấy trực tiếp từ sheet Tổng hợp và tự thay đổi theo sheet đó. Dấu “–”: đơn vị chưa có hạng vì chưa chấm xong hoặc không thuộc diện xếp hạng. Điểm trừ ghi số âm.',
} as const;
