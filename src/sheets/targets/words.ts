/** The words on *Giao chỉ tiêu*. */
export const words = {
  sheetName: 'Giao chỉ tiêu',
  title: 'BẢNG GIAO CHỈ TIÊU',
  /** Shown where a target is entered, and not printed. */
  prompt: {
    title: 'Chỉ tiêu giao',
    message:
      'Không để trống: nhập chỉ tiêu giao cho đơn vị; không giao thì ghi KG. Bảng chấm điểm của đơn vị lấy chỉ tiêu từ đây.',
  },
  columns: { number: 'STT', unit: 'Đơn vị' },
  line: (number: string, title: string, code: string) => `${number === '' ? '' : `${number}. `}${title} (${code})`,
  refused: 'Nhập chỉ tiêu là một số từ 0 trở lên, hoặc KG nếu không giao chỉ tiêu.',
} as const;
