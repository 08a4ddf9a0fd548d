/** The words on *Xét danh hiệu*. */
import type { Cluster } from '../../covenant/covenant';
import { plainNumber as n } from '../../covenant/numberText';
import { sharedWords } from '../shared/words';

/** Every decimal that counts: 1.25 → "1,25", 0.1234 → "0,1234". */
const exactly = (value: number): string => String(value).replace('.', ',');

export const words = {
  sheetName: 'Xét danh hiệu',
  title: 'BẢNG XÉT DANH HIỆU THI ĐUA',
  /** Shown where something is entered, and not printed. */
  prompt: {
    title: 'Số liệu xét danh hiệu',
    message:
      'Để trống nếu chưa có. Kết quả dưới bảng được ghi khi xếp hạng: đó là đề xuất để xem xét, không làm thay đổi thứ hạng.',
  },
  columns: {
    number: 'STT',
    unit: 'Đơn vị',
    numerator: 'Số đạt',
    denominator: 'Tổng số',
    count: 'Số lượng',
    inFavour: 'Phiếu đồng ý',
    present: 'Tổng số phiếu',
    order: 'Thứ tự khi đồng hạng',
    resolutionBasis: 'Căn cứ (biên bản)',
  },
  votes: 'Biểu quyết',
  /** What a person calls a cell: "Tập thể Lao động tiên tiến, Tỷ lệ Lao động tiên tiến, số đạt". */
  cell: (title: string, of: string, column: string) =>
    [title, of, column.toLocaleLowerCase('vi')].filter((word) => word !== '').join(', '),
  refused: {
    count: 'Nhập số nguyên từ 0 trở lên.',
    order: 'Nhập thứ tự là số nguyên từ 1: số nhỏ được chọn trước.',
  },
  proposalsHeading: 'KẾT QUẢ XÉT THEO CHỈ TIÊU SỐ LƯỢNG',
  /** What is below the table before the first ranking. */
  notYet: (number: number, title: string) => `${number}. ${title}: chưa xét, chọn Xếp hạng để xét.`,
  quota: (number: number, title: string, computation: string) => `${number}. ${title}: ${computation}`,
  /** Says also that nobody is proposed. */
  quotaNone: (type: Cluster['type']) =>
    `Giao ước chưa quy định số lượng; ${sharedWords.clusterNouns[type]} chưa đề nghị đơn vị nào.`,
  quotaAll: 'mọi đơn vị đủ điều kiện',
  quotaRest: 'số còn lại: mọi đơn vị đủ điều kiện chưa được đề nghị danh hiệu ở trên',
  quotaFixed: (number: number) => `chỉ tiêu ${number} đơn vị`,
  quotaPercent: (percent: number, base: number, of: string, exact: number, rounding: string, rounded: number) =>
    `${exactly(percent)} % × ${base} ${of} = ${exactly(exact)}, ${rounding} ${rounded}`,
  quotaLeast: (least: number, number: number) => `; ít nhất ${least} → ${number}`,
  bases: { units: 'đơn vị', eligible: 'đơn vị được xét', ranked: 'đơn vị được xếp hạng' },
  baseTitle: (title: string) => `đơn vị được đề nghị ${title}`,
  roundings: { down: 'làm tròn xuống', nearest: 'làm tròn đến số gần nhất', up: 'làm tròn lên' },
  nominee: (name: string, rank: number) => `${name} (hạng ${rank})`,
  resolvedNominee: (name: string, rank: number) => `${name} (hạng ${rank}, theo thứ tự đã biểu quyết)`,
  nominated: (names: string) => `Đề nghị: ${names}.`,
  nobody: 'Chưa đề nghị đơn vị nào.',
  tie: (names: string, places: number, type: Cluster['type']) =>
    `Đồng hạng: ${names}; còn ${places} suất. ${sharedWords.clusterTypes[type]} biểu quyết, ghi thứ tự vào cột Thứ tự khi đồng hạng và ghi căn cứ.`,
  /** One unit a line. */
  passedOver: (units: readonly string[]) => ['Không đề nghị:', ...units].join('\n'),
  passedUnit: (nominee: string, reasons: string) => `- ${nominee}: ${reasons}.`,
  reasons: {
    deferred: 'thuộc diện chưa xét',
    undecided: 'chờ quyết định của cụm, khối',
    /** On paper, which one cluster signs. */
    undecidedBy: (type: Cluster['type']) => `chờ quyết định của ${sharedWords.clusterNouns[type]}`,
    belowMinimum: (lines: string) => `dòng ${lines} dưới mức điểm tối thiểu`,
    notAmong: (title: string) => `không được đề nghị ${title}`,
    hasOther: (title: string) => `đã được đề nghị ${title}`,
    awaitsOther: (title: string) => `đồng hạng khi xét ${title}, chờ quyết định`,
    factMissing: (condition: string) => `chưa nhập số liệu “${condition}”`,
    factDiffers: (condition: string, typed: string, line: string, lineValue: string) =>
      `hai số liệu khác nhau cho “${condition}”: ${typed} ở Xét danh hiệu, ${lineValue} ở dòng ${line}`,
    ofLine: (figure: string, line: string) => `${figure} (dòng ${line})`,
    condition: (condition: string, found: string, wanted: string) =>
      `chưa đạt “${condition}”: ${found}, yêu cầu ${wanted}`,
    share: (numerator: number, denominator: number) => `${n(numerator)}/${n(denominator)}`,
    percent: (value: string) => ` = ${value} %`,
    least: (value: number, unit: string) => `từ ${exactly(value)}${unit}`,
    most: (value: number, unit: string) => `không quá ${exactly(value)}${unit}`,
    votesMissing: 'chưa ghi phiếu biểu quyết',
    votes: (inFavour: number, present: number, percent: number) =>
      `chỉ đạt ${inFavour}/${present} phiếu, yêu cầu từ ${exactly(percent)} %`,
  },
  rotation: {
    heading: 'Luân phiên năm sau (đề xuất theo thứ tự đơn vị trong Giao ước)',
    place: (role: string, name: string) => `${role}: ${name}`,
    nobody: 'chưa có đơn vị',
    passedOver: (names: string) => `Đến lượt nhưng không đủ điều kiện: ${names}`,
    unit: (name: string, eligibility: string) => `${name} (${eligibility.toLocaleLowerCase('vi')})`,
  },
  signatures: 'ĐẠI DIỆN CÁC ĐƠN VỊ',
} as const;

/** What builds before this one wrote, where it is not what is written now. */
export const formerWords = {
  quotaNone: 'nguồn không nêu chỉ tiêu, cụm, khối chưa ấn định nên chưa đề nghị đơn vị nào',
  tie: (text: string, type: Cluster['type']) =>
    text.replace(` suất. ${sharedWords.clusterTypes[type]} biểu quyết`, ' suất. Cụm, khối biểu quyết'),
  undecided: (text: string, type: Cluster['type']) =>
    text.replaceAll(words.reasons.undecidedBy(type), words.reasons.undecided),
} as const;
