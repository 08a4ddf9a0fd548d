/**
 * The words that several sheets have in common. Sheets are signed and sent in Vietnamese whatever the language of the screen,
 * so the words beside each sheet have no translation; sheets are also read back by them (lists of choices).
 */
export const sharedWords = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  shortLine: '————————',
  date: 'ngày ..... tháng ..... năm ........',
  placeAndDate: (place: string, date: string) => `${place === '' ? '...............' : place}, ${date}`,
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
  clusterNouns: { cluster: 'cụm', block: 'khối' },

  /** Above the title of a document that no longer agrees with the workbook. */
  stale: 'KHÔNG CÒN KHỚP SỐ LIỆU TRONG SỔ: lập lại trước khi ký',

  /** Above the entries below a sheet that have no cell any more. */
  kept: 'Số liệu không còn chỗ trong giao ước, chờ xác nhận bỏ',

  subtitle: (cluster: string, period: string) => (period === '' ? cluster : `${cluster} - Kỳ: ${period}`),
  footer: (version: string, fingerprint: string) => `Giao ước ${version} - mã ${fingerprint}`,
  /** The footer that builds before this one wrote. */
  longFooter: (title: string, version: string, fingerprint: string) =>
    `${title} - phiên bản ${version} - mã kiểm tra ${fingerprint}`,
  signatures: ['NGƯỜI LẬP BIỂU', 'THỦ TRƯỞNG ĐƠN VỊ'],
  signHere: '(Ký, ghi rõ họ tên)',
  refusedTitle: 'Giá trị không hợp lệ',
  refusedDay: 'Nhập một ngày theo dạng ngày/tháng/năm, ví dụ 31/10/2020.',
  /** How the words of a seal begin, those of the first and of an amended one, and no other text in their place. */
  sealBeginnings: ['Đã chốt ngày', 'Bản điều chỉnh lần'],
} as const;

/** Whether a text is the footer of criteria of whatever version and code, as this or an earlier build wrote it. */
export function isFooter(text: string): boolean {
  return FOOTER.test(text) || LONG_FOOTER.test(text);
}

/** Whether a text is the longer footer for the same criteria as a `footer`. */
export function isLongFooter(text: string, footer: string): boolean {
  const [, ...long] = LONG_FOOTER.exec(text) ?? [];
  const [, ...short] = FOOTER.exec(footer) ?? [];
  return long.length > 0 && long.join() === short.join();
}

const CODE = '([0-9a-f]{12})';
const FOOTER = new RegExp(`^${sharedWords.footer('(.+)', CODE)}$`);
const LONG_FOOTER = new RegExp(`^${sharedWords.longFooter('.+', '(.+)', CODE)}$`);

/** Numbers in words, as Vietnamese offices write them: linh, mốt, tư, lăm, and không trăm below a thousand. */
export const numberWords = {
  /** By the digit; a digit alone, and every one that is counted (hai nghìn, hai trăm, hai mươi). */
  digits: ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'],
  /** The last digit after mười, and after hai mươi, ba mươi …; a zero has no word. */
  afterTen: ['', 'một', 'hai', 'ba', 'bốn', 'lăm', 'sáu', 'bảy', 'tám', 'chín'],
  afterTens: ['', 'mốt', 'hai', 'ba', 'tư', 'lăm', 'sáu', 'bảy', 'tám', 'chín'],
  ten: 'mười',
  tens: 'mươi',
  hundred: 'trăm',
  thousand: 'nghìn',
  /** Replaces missing tens after hundreds. */
  noTens: 'linh',
  minus: 'âm',
  comma: 'phẩy',
  points: 'điểm',
  /** Stands before a total in words. */
  label: 'Bằng chữ:',
} as const;
