/** Findings in the entries of a unit's sheet, in Vietnamese. Points in the data are hundredths, other numbers are plain. */
import { short } from '../../../covenant/findings';
import type { FindingWords } from '../../wording';
import { decimal, disguised, points } from '../numbers';

const of = (unit: string, line: string): string => `${unit}, dòng ${line}`;

/** A word that means one of a list; formulas compare letter by letter. */
const otherLetters = (meant: string): string =>
  `đọc như “${meant}” nhưng gõ bằng ký tự khác (dấu rời, chữ trông giống, chữ hoa, chữ thường hay khoảng trắng), công thức của bảng không nhận`;

export const entries = {
  'line-blank': (d) => ({
    message: `${of(d.unit, d.line)}: chưa chấm.`,
    remedy:
      'Nhập kết quả hoặc điểm, bằng 0 thì nhập 0. Tiêu chí không phát sinh thì ghi KPS; điểm cộng, điểm trừ nhập 0.',
  }),
  'not-a-number': (d) => ({
    message: `${of(d.unit, d.line)}: “${short(d.value)}” không phải là số.`,
    remedy: 'Xóa ô và nhập lại bằng số, dùng dấu phẩy thập phân, ví dụ 9,5.',
  }),
  'number-as-text': (d) => ({
    message: `${of(d.unit, d.line)}: “${short(d.value)}” được nhập dưới dạng chữ nên không được tính.`,
    remedy: `Đổi thành số ${decimal(d.number)}.`,
  }),
  'date-for-number': (d) => ({
    message: `${of(d.unit, d.line)}: ô chứa ngày tháng, có thể Excel đã đổi số như 9/5 thành ngày.`,
    remedy: 'Đặt định dạng ô là Số (General) rồi nhập lại con số đúng.',
  }),
  'number-disguised': (d) => ({
    message: `${of(d.unit, d.line)}: ${disguised(d)}`,
    remedy: 'Trả lại định dạng số của ô (giá trị giữ nguyên), rồi xem lại: nếu số không đúng thì nhập lại.',
  }),
  'below-zero': (d) => ({
    message: `${of(d.unit, d.line)}: giá trị ${decimal(d.value)} nhỏ hơn 0.`,
    remedy: 'Nhập số từ 0 trở lên. Điểm trừ cũng nhập số dương.',
  }),
  'above-maximum': (d) => ({
    message: `${of(d.unit, d.line)}: ${decimal(d.value)} điểm vượt mức tối đa ${points(d.maximum)}.`,
    remedy: `Nhập điểm từ 0 đến ${points(d.maximum)}.`,
  }),
  'count-not-whole': (d) => ({
    message: `${of(d.unit, d.line)}: số lần ${decimal(d.value)} không phải số nguyên.`,
    remedy: 'Nhập số lần là số nguyên.',
  }),
  'count-too-large': (d) => ({
    message: `${of(d.unit, d.line)}: số lần ${decimal(d.value)} lớn bất thường (tối đa ${decimal(d.maximum)}).`,
    remedy: 'Kiểm tra và nhập lại số lần.',
  }),
  'not-in-steps': (d) => ({
    message: `${of(d.unit, d.line)}: ${decimal(d.value)} điểm không đúng bước chấm ${points(d.step)}.`,
    remedy: `Nhập điểm là bội số của ${points(d.step)}.`,
  }),
  'rounded-to-hundredths': (d) => ({
    message: `${of(d.unit, d.line)}: ${String(d.value).replace('.', ',')} có quá hai chữ số thập phân, được tính là ${decimal(d.value)}.`,
    remedy: 'Nhập điểm với tối đa hai chữ số thập phân.',
  }),
  'mark-unknown': (d) => ({
    message: `${of(d.unit, d.line)}: “${short(d.value)}” ${d.meant === '' ? 'không phải ký hiệu hợp lệ' : otherLetters(d.meant)}.`,
    remedy: d.meant === '' ? `Chọn một trong: ${d.marks}.` : `Ghi lại “${d.meant}”.`,
  }),
  'bonus-without-evidence': (d) => ({
    message: `${of(d.unit, d.line)}: có điểm cộng nhưng chưa ghi minh chứng.`,
    remedy: 'Ghi số, ngày của văn bản chứng minh vào cột Minh chứng.',
  }),
  'evidence-twice': (d) => ({
    message: `${of(d.unit, d.line)}: minh chứng “${short(d.evidence)}” đã dùng ở ${of(d.otherUnit, d.otherLine)} (sheet ${d.otherSheet}, ô ${d.otherCell}).`,
    remedy:
      'Kiểm tra để một minh chứng không được tính điểm hai lần. Nếu là hai văn bản khác nhau, ghi đủ số, ký hiệu và ngày của từng văn bản.',
  }),
  'change-without-reason': (d) => ({
    message: `${of(d.unit, d.line)}: điểm các giai đoạn khác nhau nhưng chưa ghi lý do.`,
    remedy: 'Ghi lý do điều chỉnh vào cột Ghi chú.',
  }),
  'target-missing': (d) => ({
    message: `${of(d.unit, d.line)}: có kết quả nhưng chưa có chỉ tiêu (hoặc tổng số).`,
    remedy:
      'Nhập chỉ tiêu trong sheet Giao chỉ tiêu, hoặc tổng số vào cột Chỉ tiêu của dòng. Không giao chỉ tiêu thì ghi KG.',
  }),
  'target-zero': (d) => ({
    message: `${of(d.unit, d.line)}: chỉ tiêu (hoặc tổng số) bằng 0 nhưng kết quả là ${decimal(d.value)}.`,
    remedy: 'Sửa chỉ tiêu hoặc kết quả. Không giao chỉ tiêu thì ghi KG; cả hai bằng 0 là không phát sinh.',
  }),
  'share-above-whole': (d) => ({
    message: `${of(d.unit, d.line)}: kết quả ${decimal(d.figure)} lớn hơn tổng số ${decimal(d.whole)}.`,
    remedy: 'Kiểm tra lại kết quả và tổng số; có thể đã nhập ngược hai ô.',
  }),
  'amount-too-large': (d) => ({
    message: `${of(d.unit, d.line)}: ${decimal(d.value)} lớn bất thường.`,
    remedy: 'Kiểm tra và nhập lại con số.',
  }),
  'amount-too-small': (d) => ({
    message: `${of(d.unit, d.line)}: ${String(d.value).replace('.', ',')} nhỏ bất thường.`,
    remedy: 'Kiểm tra và nhập lại con số; bằng 0 thì nhập 0.',
  }),
  'error-value': (d) => ({
    message: `${of(d.unit, d.line)}: ô hiện lỗi ${d.value} của Excel thay cho nội dung.`,
    remedy: 'Xóa công thức hoặc liên kết bị lỗi trong ô rồi nhập lại nội dung.',
  }),
  'cell-error': (d) => ({
    message: `Ô hiện lỗi ${d.value} của Excel thay cho nội dung.`,
    remedy: 'Xóa công thức hoặc liên kết bị lỗi trong ô rồi nhập lại nội dung.',
  }),
  'not-arising-in-adjustments': (d) => ({
    message: `${of(d.unit, d.line)}: điểm cộng, điểm trừ không dùng ký hiệu KPS.`,
    remedy: 'Không phát sinh thì nhập 0.',
  }),
  'nothing-applies': (d) => ({
    message: `${d.unit}: mọi dòng tính điểm đều không phát sinh nên không quy đổi được.`,
    remedy: 'Kiểm tra lại các dòng ghi KPS.',
  }),
  'stage-deviation': (d) => ({
    message: `${of(d.unit, d.line)}: điểm đổi từ ${points(d.from)} thành ${points(d.to)}, lệch quá ${points(d.limit)} điểm.`,
    remedy: 'Xem lại lý do điều chỉnh và đưa ra cụm, khối thống nhất.',
  }),
  'below-least': (d) => ({
    message: `${of(d.unit, d.line)}: ${points(d.points)} điểm, dưới mức tối thiểu ${points(d.least)} để được xét.`,
    remedy:
      'Cụm, khối xem xét diện xét của đơn vị trong sheet Tổng hợp; đơn vị không được đề nghị danh hiệu khi còn dưới mức này.',
  }),
  'reviewer-unknown': (d) => ({
    message:
      d.value === ''
        ? `${d.unit}: chưa ghi đơn vị thẩm định.`
        : `${d.unit}: ô Đơn vị thẩm định ghi “${short(d.value)}”, không rõ là đơn vị nào trong Giao ước.`,
    remedy:
      'Chỉ ghi tên một đơn vị trong Giao ước, thường là đơn vị trưởng; bảng của đơn vị trưởng do đơn vị phó thẩm định.',
  }),
  'stage-unknown': (d) => ({
    message: `${d.unit}: giai đoạn “${short(d.value)}” ${d.meant === '' ? 'không có trong danh sách' : otherLetters(d.meant)}.`,
    remedy: d.meant === '' ? 'Chọn Tự chấm, Thẩm định hoặc Thống nhất.' : `Ghi lại “${d.meant}”.`,
  }),
  'eligibility-unknown': (d) => ({
    message:
      d.value === ''
        ? `${d.unit}: chưa ghi diện xét.`
        : `${d.unit}: diện xét “${short(d.value)}” ${d.meant === '' ? 'không có trong danh sách' : otherLetters(d.meant)}.`,
    remedy: d.meant === '' ? 'Chọn Được xét, Chưa xét hoặc Không xét.' : `Ghi lại “${d.meant}”.`,
  }),
} satisfies Partial<FindingWords>;
