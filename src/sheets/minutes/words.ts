/** The words of the minutes (*Biên bản*). */

import type { Cluster } from '../../covenant/covenant';
import { longDayText } from '../../covenant/numberText';
import { sharedWords } from '../shared/words';

/** The period in the middle of a sentence: "năm 2020" for "Năm 2020". */
function ofPeriod(period: string): string {
  if (period === '') return '';
  const [first = '', second = ''] = period;
  const common = second !== second.toLocaleUpperCase('vi');
  return ` ${common ? first.toLocaleLowerCase('vi') + period.slice(first.length) : period}`;
}

/** The name of the cluster beside its period, which it may end with: "Cụm thi đua số 11" for "Cụm thi đua số 11 năm 2020". */
function besidePeriod(cluster: string, period: string): string {
  const end = ofPeriod(period);
  return end !== '' && cluster.toLocaleLowerCase('vi').endsWith(end.toLocaleLowerCase('vi'))
    ? cluster.slice(0, -end.length)
    : cluster;
}

/** "Cụm", "Khối" in the middle of a sentence. */
const noun = (type: Cluster['type']): string => sharedWords.clusterNouns[type];

export const words = {
  sheetName: 'Biên bản',
  /** The name of the hidden sheet with what the minutes were made from. */
  copies: 'Biên bản (bản lưu)',
  title: 'BIÊN BẢN',
  number: 'Số: ......../BB-........',
  subtitle: (period: string) => `Họp chấm điểm, xếp hạng và xét danh hiệu thi đua${ofPeriod(period)}`,
  provisional: 'DỰ THẢO: KẾT QUẢ TẠM TÍNH',
  /** `signed` is a day, or ''. */
  basis: (cluster: string, period: string, signed: string) => {
    const year = signed.slice(0, 4);
    const of = year !== '' && period.endsWith(year) ? '' : ofPeriod(period);
    return `Căn cứ Giao ước thi đua${of}${signed === '' ? '' : ` ${longDayText(signed)}`} của ${besidePeriod(cluster, period)}`;
  },
  opening: (cluster: string, period: string, place: string) =>
    `Hôm nay, hồi ..... giờ ....., ngày ..... tháng ..... năm ........, tại ${place === '' ? '...............' : place}, ${besidePeriod(cluster, period)} họp chấm điểm, xếp hạng và xét danh hiệu thi đua${ofPeriod(period)}.`,
  parts: {
    attendance: 'I. THÀNH PHẦN DỰ HỌP',
    content: 'II. NỘI DUNG',
    close: 'III. KẾT THÚC',
  },
  calendar: {
    heading: (days: string) => `Theo giao ước: ${days}.`,
    data: (from: string, to: string) => `số liệu lấy từ ngày ${from} đến ngày ${to}`,
    handIn: (day: string) => `hạn nộp hồ sơ ngày ${day}`,
    meeting: (from: string, to: string) =>
      from === to ? `họp xét ngày ${from}` : `họp xét từ ngày ${from} đến ngày ${to}`,
    resultsBy: (day: string) => `gửi kết quả về Thường trực Hội đồng chậm nhất ngày ${day}`,
  },
  chair: '1. Chủ trì:',
  secretary: '2. Thư ký:',
  attending: '3. Đại diện các đơn vị:',
  chairOf: (unit: string, role: string) => `..............., ${unit}, ${role}`,
  blank: '...............',
  attendance: { number: 'STT', unit: 'Đơn vị', person: 'Họ và tên', position: 'Chức vụ' },
  adjustments: {
    heading: '1. Điểm được điều chỉnh sau thẩm định, thống nhất',
    none: 'Không có tiêu chí nào được điều chỉnh điểm so với tự chấm.',
    columns: {
      number: 'STT',
      unit: 'Đơn vị',
      line: 'Tiêu chí',
      old: 'Điểm tự chấm',
      now: 'Điểm chính thức',
      reason: 'Lý do',
    },
    line: (number: string, title: string) => (number === '' ? title : `${number}. ${title}`),
  },
  eligibility: {
    heading: '2. Đơn vị chưa xét, không xét',
    none: 'Tất cả các đơn vị đều thuộc diện được xét.',
    columns: {
      number: 'STT',
      unit: 'Đơn vị',
      eligibility: 'Diện',
      reason: 'Lý do',
      basis: 'Căn cứ, ngày, cấp quyết định',
    },
  },
  decisions: {
    heading: (type: Cluster['type']) => `3. Nội dung ${noun(type)} quyết định`,
    none: (type: Cluster['type']) => `Không có nội dung nào giao ước để ${noun(type)} quyết định.`,
    open: 'Chưa quyết định',
    barred: (unit: string, eligibility: string) => `${unit}, năm nay ${eligibility.toLocaleLowerCase('vi')}`,
    voted: (choice: string, inFavour: number, present: number) => `${choice} (${inFavour}/${present} phiếu)`,
    columns: {
      number: 'STT',
      unit: 'Đơn vị',
      matter: 'Nội dung',
      choice: 'Quyết định',
      basis: 'Căn cứ, ngày, cấp quyết định',
    },
  },
  standings: {
    heading: '4. Kết quả chấm điểm, xếp hạng',
    columns: {
      rank: 'Hạng',
      unit: 'Đơn vị',
      standard: 'Điểm chuẩn',
      bonus: 'Điểm cộng',
      penalty: 'Điểm trừ',
      total: 'Tổng điểm',
      class: 'Xếp loại',
    },
    withoutDeferred: (ranks: string) => `Xếp hạng khi không tính các đơn vị chưa xét: ${ranks}.`,
    /** Of units that are deferred and whose sheets were left unfinished. */
    notFinal: (units: string) => `Điểm, hạng chưa chính thức của đơn vị thuộc diện chưa xét: ${units}.`,
    unfinished: (name: string, missing: number) =>
      `${name} (${missing > 0 ? `còn ${missing} tiêu chí chưa chấm` : 'bảng điểm chưa thống nhất'})`,
    unitRank: (rank: number, name: string) => `hạng ${rank} ${name}`,
    noRank: '-',
  },
  ties: {
    heading: '5. Đơn vị bằng điểm và cách phân định',
    none: 'Không có đơn vị bằng điểm.',
    /** Of units that nothing parts: "Bốn đơn vị … cùng đạt 58,50 điểm, đồng hạng 4." */
    equal: (count: string, names: string, total: string, rank: number) =>
      `${count} đơn vị ${names} cùng đạt ${total} điểm, đồng hạng ${rank}.`,
  },
  titles: {
    heading: '6. Xét danh hiệu theo chỉ tiêu số lượng',
    none: 'Giao ước không có danh hiệu nào để xét.',
    votes: (name: string, inFavour: number, present: number, percent: string) =>
      `${name}: ${inFavour}/${present} phiếu đồng ý, đạt ${percent} %`,
    voted: (votes: string) => `Kết quả biểu quyết: ${votes}.`,
  },
  rotation: '7. Luân phiên',
  other: '8. Ý kiến khác',
  closing:
    'Cuộc họp kết thúc hồi ..... giờ ..... cùng ngày. Biên bản đã được đọc lại cho các thành viên dự họp cùng nghe, thống nhất và ký tên./.',
  signatures: { secretary: 'THƯ KÝ', chair: 'CHỦ TRÌ' },
  recipients: 'Nơi nhận:',
  usualRecipients: (type: Cluster['type']) => [`Các đơn vị trong ${noun(type)}`, 'Lưu: VT, hồ sơ'],
  recipient: (name: string, last: boolean) => `- ${name}${last ? '.' : ';'}`,
} as const;
