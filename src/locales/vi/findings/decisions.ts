/** Findings about what the cluster has to decide, in Vietnamese. */
import type { MatterKind, RecordPart } from '../../../covenant/decisionFindings';
import type { FindingData } from '../../../covenant/findingData';
import { short, shortPair } from '../../../covenant/findings';
import { dayText } from '../../../covenant/numberText';
import type { FindingWords } from '../../wording';
import { decimal, points } from '../numbers';

const PARTS: Readonly<Record<RecordPart, string>> = {
  choice: 'quyết định',
  votes: 'số phiếu (đồng ý, tổng số)',
  reason: 'lý do',
  basis: 'căn cứ',
  day: 'ngày quyết định',
  person: 'người, cấp quyết định',
};
const listed = (parts: readonly RecordPart[]): string => parts.map((part) => PARTS[part]).join(', ');

const MATTERS: Readonly<Record<MatterKind, string>> = {
  registration: 'không đăng ký thi đua',
  barred: 'năm trước không được xét',
  ownReview: 'tự thẩm định',
  late: 'nộp chậm',
  notArising: 'không phát sinh',
  tie: 'đồng hạng',
  election: 'bầu, đề nghị năm sau',
  passedOver: 'không đề nghị danh hiệu',
};

/** What the line of a late file holds. */
const STANDING: Readonly<Record<'less' | 'more' | 'overruled', (line: string, value: string) => string>> = {
  less: () => '',
  more: (line, value) => `; dòng ${line} đang ghi nhiều hơn ${value}, chưa rõ đã gồm phần nộp chậm hay chưa`,
  overruled: (line, value) => `; dòng ${line} ghi ${value} nhưng điểm thẩm định, thống nhất bỏ phần trừ`,
};

/** Where a decision is recorded. */
const ON_SHEET = 'Nơi ghi: sheet Quyết định (bấm Lập sheet Quyết định).';

export const decisions = {
  'eligibility-undecided': (d) => ({
    message: `${d.unit}: ${d.eligibility === 'deferred' ? 'chưa xét' : 'không xét'} nhưng quyết định còn thiếu ${listed(d.missing)}.`,
    remedy:
      'Ghi đủ lý do, căn cứ, ngày (dạng ngày/tháng/năm) và người, cấp quyết định ở dòng của đơn vị trong sheet Tổng hợp.',
  }),
  'deferred-unfinished': (d) => ({
    message: `${d.unit}: thuộc diện chưa xét, bảng điểm ${d.missing > 0 ? `còn ${d.missing} dòng chưa chấm` : 'chưa thống nhất'}; điểm, hạng của đơn vị chưa chính thức.`,
    remedy:
      'Không cần chấm xong: quyết định chưa xét ghi đủ lý do, căn cứ, ngày, người quyết định thì chốt được. Muốn lấy điểm của đơn vị thì chấm xong, chọn Thống nhất rồi xếp hạng lại.',
  }),
  'tie-at-quota': (d) => ({
    message: `Danh hiệu “${short(d.title)}”: ${d.units} đồng hạng, chỉ còn ${d.places} suất${d.missing.includes('choice') ? '' : `; thứ tự đã ghi nhưng còn thiếu ${listed(d.missing)}`}.`,
    remedy: `Cụm, khối biểu quyết rồi ghi thứ tự vào cột Thứ tự khi đồng hạng, số và ngày biên bản vào cột Căn cứ của sheet Xét danh hiệu; ghi ngày, người quyết định. ${ON_SHEET}`,
  }),
  'award-passed-over': (d) => ({
    message: `${d.unit}: đủ thứ hạng nhưng không được đề nghị “${short(d.title)}” (${d.reasons}); chưa ghi quyết định.`,
    remedy: `Nếu số liệu, điều kiện ghi sai thì sửa; nếu đúng thì ghi căn cứ, ngày, người quyết định. ${ON_SHEET}`,
  }),
  'not-registered': (d) => ({
    message: `${d.unit}: không đăng ký thi đua hoặc không ký giao ước, nhưng diện xét chưa ghi Không xét.`,
    remedy: `Theo giao ước: ghi Không xét vào cột Diện xét của sheet Tổng hợp kèm lý do, căn cứ, ngày, người quyết định. Quyết định khác thì ghi lại. ${ON_SHEET}`,
  }),
  'hand-in-late': (d) => ({
    message: `${d.unit}: nộp hồ sơ chậm ${d.days} ngày${STANDING[d.standing](d.line, decimal(d.value))}.`,
    remedy: `${
      {
        less: `Theo giao ước: nhập ${decimal(d.value)} vào cột Kết quả của dòng ${d.line}. Quyết định khác thì ghi lại.`,
        more: 'Nếu số đã ghi chưa gồm phần nộp chậm thì ghi thêm; rồi ghi là đã trừ hay không trừ điểm.',
        overruled: 'Sửa điểm thẩm định, thống nhất của dòng, hoặc ghi quyết định không trừ điểm.',
      }[d.standing]
    } ${ON_SHEET}`,
  }),
  'hand-in-late-unruled': (d) => ({
    message: `${d.unit}: nộp hồ sơ chậm ${d.days} ngày; giao ước không nêu cách xử lý.`,
    remedy: `Cụm, khối quyết định; nếu có quy ước, ghi mã dòng ở mục Dòng ghi nộp chậm của sheet Giao ước. ${ON_SHEET}`,
  }),
  'role-barred': (d) => ({
    message: `${d.unit}: năm trước không được xét thi đua nên không làm ${d.role === 'head' ? 'đơn vị trưởng' : 'đơn vị phó'}.`,
    remedy: `Chọn đơn vị khác, hoặc bỏ dấu ở cột Năm trước không được xét nếu ghi nhầm. Quyết định khác thì ghi lại. ${ON_SHEET}`,
  }),
  'own-review': (d) => ({
    message:
      d.by === 'itself'
        ? `${d.unit}: ${d.isHead ? 'đơn vị trưởng ' : ''}tự thẩm định bảng của mình (${short(d.reviewer)}).`
        : `${d.unit}: bảng ${d.isHead ? 'của đơn vị trưởng có điểm thẩm định hoặc ' : ''}đã thống nhất nhưng ${d.by === 'nobody' ? 'chưa ghi đơn vị thẩm định' : `“${short(d.reviewer)}” không cho biết đơn vị nào thẩm định`}, nên coi là tự thẩm định.`,
    remedy: `${d.isHead ? 'Bảng của đơn vị trưởng do đơn vị phó' : 'Bảng do đơn vị trưởng'} thẩm định: sửa ô Đơn vị thẩm định. Quyết định khác thì ghi lại. ${ON_SHEET}`,
  }),
  'not-arising-undecided': (d) => ({
    message: `${d.unit}, dòng ${d.line}: không phát sinh (KPS), chờ cụm, khối quyết định điểm.`,
    remedy: `Ghi KPS là đúng. Cụm, khối thống nhất rồi nhập điểm vào cột Thống nhất kèm lý do và ghi quyết định; hoặc ghi cách tính KPS trong sheet Tiêu chí. ${ON_SHEET}`,
  }),
  'not-arising-unrecorded': (d) => ({
    message: `${d.unit}, dòng ${d.line}: không phát sinh (KPS), đã thống nhất ${points(d.points)} điểm nhưng chưa ghi quyết định của cụm, khối.`,
    remedy: `Ghi quyết định, căn cứ, ngày, người quyết định. ${ON_SHEET}`,
  }),
  'decision-incomplete': (d) => ({
    message: `${d.unit}, ${MATTERS[d.matter]}: quyết định còn thiếu ${listed(d.missing)}.`,
    remedy: 'Ghi nốt vào dòng này của sheet Quyết định; ngày ghi dạng ngày/tháng/năm.',
  }),
  'votes-exceeding': (d) => ({
    message: `${d.unit}, ${MATTERS[d.matter]}: số phiếu đồng ý (${d.inFavour}) nhiều hơn tổng số phiếu (${d.present}).`,
    remedy: 'Sửa số phiếu đồng ý hoặc tổng số phiếu ở dòng này của sheet Quyết định theo biên bản kiểm phiếu.',
  }),
  'votes-not-carried': (d) => ({
    message: `${d.unit}, ${MATTERS[d.matter]}: chỉ ${d.inFavour}/${d.present} phiếu đồng ý, không quá nửa nhưng vẫn ghi là đã quyết định.`,
    remedy:
      'Kiểm tra số phiếu ở dòng này của sheet Quyết định theo biên bản kiểm phiếu; nếu số phiếu đúng thì cụm, khối biểu quyết lại rồi ghi kết quả mới.',
  }),
  'decision-day-early': (d) => ({
    message: `Ngày quyết định ${dayText(d.day)} trước ${dayText(d.first)}, là ngày ký giao ước hoặc ngày bắt đầu thời kỳ.`,
    remedy: 'Kiểm tra ngày, nhất là năm; nếu đúng thì sửa ngày ký giao ước trong sheet Giao ước.',
  }),
  'decision-day-late': (d) => ({
    message: `Ngày quyết định ${dayText(d.day)} sau ${dayText(d.last)}, là ngày muộn nhất theo thời gian ghi trong Giao ước.`,
    remedy: 'Kiểm tra ngày, nhất là năm; nếu đúng thì sửa Hạn gửi kết quả trong sheet Giao ước.',
  }),
  'decision-after-seal': (d) => ({
    message: `Ngày quyết định ${dayText(d.day)} sau ngày chốt kết quả ${dayText(d.sealed)}.`,
    remedy: 'Sửa ngày nếu ghi nhầm; nếu đúng thì chốt vào hoặc sau ngày đó.',
  }),
  'decision-matter-changed': (d) => {
    const [decided, now] = shortPair(d.decided, d.now);
    return {
      message: `${d.unit}, ${MATTERS[d.matter]}: quyết định đã ghi là về “${decided}”, nay là “${now}”.`,
      remedy:
        'Nếu quyết định lại: xóa ngày quyết định ở dòng này, lập lại sheet Quyết định rồi ghi căn cứ, ngày, người của quyết định mới. Nếu số liệu mới ghi nhầm thì sửa số liệu.',
    };
  },
  'decision-differs': (d) => ({
    message: `${d.unit}, dòng ${d.line}: quyết định không khớp với ${points(d.points)} điểm đã thống nhất.`,
    remedy: 'Sửa quyết định, hoặc sửa điểm ở cột Thống nhất của dòng.',
  }),
  'decision-contradicted': (d) => ({
    message: CONTRADICTED[d.result](d),
    remedy:
      d.result === 'passed'
        ? 'Không còn như vậy thì xóa những gì đã ghi ở dòng này rồi lập lại sheet Quyết định và biên bản; vẫn như vậy thì sửa lại số liệu, Giao ước.'
        : 'Kết quả hiện nay đúng thì xóa những gì đã ghi ở dòng này rồi lập lại sheet Quyết định; quyết định đúng thì sửa số liệu, điều kiện hoặc diện xét.',
  }),
  'elected-twice': (d) => ({
    message: `Đơn vị trưởng và đơn vị phó năm sau đều ghi “${short(d.name)}”.`,
    remedy: 'Sửa một trong hai dòng: trưởng và phó là hai đơn vị khác nhau.',
  }),
  'elected-unknown': (d) => ({
    message: `${d.role} năm sau: “${short(d.name)}” không phải tên đơn vị nào trong Giao ước.`,
    remedy: 'Ghi đúng tên một đơn vị của cụm, khối vào ô Quyết định của dòng này.',
  }),
} satisfies Partial<FindingWords>;

type Contradicted = FindingData['decision-contradicted'];
const CONTRADICTED: Record<Contradicted['result'], (d: Contradicted) => string> = {
  proposed: (d) =>
    `${d.unit}: dòng này ghi “${short(d.decided)}” nhưng kết quả hiện nay đề nghị đơn vị nhận “${short(d.title)}”.`,
  excluded: (d) => `${d.unit}: dòng này ghi “${short(d.decided)}” nhưng cột Diện xét của sheet Tổng hợp ghi Không xét.`,
  passed: (d) =>
    `${d.unit}: dòng này ghi “${short(d.decided)}” về “${short(d.text)}”, nhưng theo số liệu, giao ước hiện nay thì nội dung đó không còn.`,
};
