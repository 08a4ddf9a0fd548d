/** Numbers in words, as Vietnamese offices write them: linh, mốt, tư, lăm, and không trăm below a thousand. */
export const numberWords = {
  /** By the digit; a digit that stands alone, and every one that is counted (hai nghìn, hai trăm, hai mươi). */
  digits: ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'],
  /** The last digit after mười, and after hai mươi, ba mươi …; nothing is said of a zero. */
  afterTen: ['', 'một', 'hai', 'ba', 'bốn', 'lăm', 'sáu', 'bảy', 'tám', 'chín'],
  afterTens: ['', 'mốt', 'hai', 'ba', 'tư', 'lăm', 'sáu', 'bảy', 'tám', 'chín'],
  ten: 'mười',
  tens: 'mươi',
  hundred: 'trăm',
  thousand: 'nghìn',
  /** Stands for tens that are missing after hundreds. */
  noTens: 'linh',
  minus: 'âm',
  comma: 'phẩy',
  points: 'điểm',
  /** Stands before a total in words. */
  label: 'Bằng chữ:',
} as const;
