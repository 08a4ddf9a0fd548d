/** Findings about the seal and the record of changes, in Vietnamese. */
import { short, shortPair } from '../../../covenant/findings';
import { dayText } from '../../../covenant/numberText';
import type { FindingWords } from '../../wording';

/** What has been changed cannot be told from the workbook itself. */
const RECORD_REMEDY =
  'Nếu vừa sửa nhầm, hoàn tác việc sửa. Nếu không, đối chiếu với bản lưu hoặc bản in của nhật ký và ghi vào biên bản; dấu hiệu này không tự mất.';

const RECORD_PARTS = { rows: 'hàng', columns: 'cột' } as const;

export const seal = {
  'seal-errors': (d) => ({
    message: `Chưa chốt được: sổ còn ${d.errors} lỗi.`,
    remedy: 'Chạy Kiểm tra, xử lý các lỗi rồi chốt.',
  }),
  'seal-provisional': () => ({
    message: 'Chưa chốt được: kết quả còn tạm tính.',
    remedy: 'Chấm xong, thống nhất bảng của mọi đơn vị và ghi rõ diện xét rồi chốt.',
  }),
  'seal-unranked': () => ({
    message: 'Chưa chốt được: xếp hạng, danh hiệu ghi trong sổ chưa khớp với số liệu hiện nay.',
    remedy: 'Chọn Xếp hạng rồi chốt.',
  }),
  'seal-undecided': (d) => ({
    message: `Chưa chốt được: còn ${d.decisions} nội dung chờ cụm, khối quyết định (nêu dưới đây).`,
    remedy: 'Ghi đủ quyết định, căn cứ, ngày và người quyết định của từng nội dung rồi chốt.',
  }),
  'seal-facts-missing': (d) => ({
    message: `Chưa chốt được: ${d.units} lượt xét danh hiệu chưa nhập đủ số liệu, phiếu, hoặc hai nơi ghi khác nhau; đầu tiên là ${d.unit}, “${short(d.title)}”.`,
    remedy: 'Nhập số liệu, số phiếu của các đơn vị đủ thứ hạng ở sheet Xét danh hiệu, xếp hạng lại rồi chốt.',
  }),
  'seal-before-meeting': (d) => ({
    message: `Chưa chốt được: ngày chốt ${dayText(d.day)} trước ngày họp xét ${dayText(d.meeting)}.`,
    remedy: 'Chốt sau khi cụm, khối đã họp. Nếu cuộc họp đã diễn ra sớm hơn, sửa ô Họp xét từ ngày của sheet Giao ước.',
  }),
  'seal-before-earlier': (d) => ({
    message: `Chưa chốt được: ngày chốt ${dayText(d.day)} trước ngày của lần chốt gần nhất ${dayText(d.latest)}.`,
    remedy: 'Kiểm tra ngày của máy tính, hoặc chốt vào ngày không trước lần chốt gần nhất.',
  }),
  'sealed-off-date': (d) => ({
    message:
      d.side === 'after'
        ? `Kết quả chốt ngày ${dayText(d.day)}, sau hạn gửi kết quả ${dayText(d.due)}.`
        : `Kết quả chốt ngày ${dayText(d.day)}, trước ngày họp xét ${dayText(d.due)}.`,
    remedy:
      d.side === 'after'
        ? 'Báo Thường trực Hội đồng lý do gửi muộn; sửa hạn trong sheet Giao ước nếu đã được gia hạn.'
        : 'Kiểm tra ngày họp ghi trong sheet Giao ước; nếu đúng thì chốt lại sau cuộc họp.',
  }),
  'seal-unchanged': () => ({
    message: 'Kết quả đã chốt và không có gì thay đổi từ lần chốt gần nhất.',
    remedy: 'Không cần chốt lại; in các bảng và trình ký.',
  }),
  'seal-missing': () => ({
    message: 'Sổ này chưa được chốt, không có mã chốt để đối chiếu.',
    remedy: 'Mở đúng sổ đã chốt; nếu chưa chốt, chọn Chốt kết quả.',
  }),
  'seal-code-invalid': (d) => ({
    message: `“${short(d.code)}” không phải mã chốt: mã chốt có 12 ký tự, gồm chữ số và các chữ a đến f.`,
    remedy: 'Gõ lại mã in ở dòng “Đã chốt…” hoặc ở chân trang của bản chốt.',
  }),
  'seal-damaged': () => ({
    message: 'Bản chốt đã bị sửa: số liệu trên sheet không khớp với mã chốt.',
    remedy: 'Hoàn tác việc sửa hoặc lấy lại từ bản lưu; nếu không được, chọn Chốt lại kết quả.',
  }),
  'seal-words-differ': (d) => {
    const [shown, wanted] = shortPair(d.shown, d.wanted);
    return {
      message: `Dòng chữ chốt ${shown === '' ? 'đang trống' : `ghi “${shown}”`}, nhưng lần chốt được ghi nhận là “${wanted}”.`,
      remedy: 'Đối chiếu với bản đã ký, rồi chọn ghi lại chữ theo lần chốt; hoặc xếp hạng và chốt lại.',
    };
  },
  'seal-points-only': () => ({
    message: 'Bản chốt do phiên bản trước lập: chỉ đối chiếu điểm, thứ hạng, diện xét và danh hiệu.',
    remedy:
      'Để mã chốt bảo vệ mọi nội dung in, chọn Chốt lại kết quả; số lần điều chỉnh giữ nguyên nếu kết quả không đổi.',
  }),
  'seal-cell-error': (d) => ({
    message: `Chưa chốt được: ô này hiện lỗi ${d.value}.`,
    remedy: 'Sửa hoặc xóa nội dung của ô rồi chốt.',
  }),
  'sealed-cell-differs': (d) => {
    const [sealed, present] = shortPair(d.sealed, d.present);
    return {
      message: `Khác bản đã chốt: khi chốt ${sealed === '' ? 'để trống' : `là “${sealed}”`}, nay ${present === '' ? 'để trống' : `là “${present}”`}.`,
      remedy: 'Nếu nhầm: trả lại nội dung đã chốt. Nếu đúng: xếp hạng lại, chốt lại rồi ghi lý do, số biên bản.',
    };
  },
  'sealed-sheet-differs': (d) => ({
    message: `Sheet ${d.sheet} khác bản đã chốt: hàng, cột hoặc trạng thái đã đổi, không nêu được từng ô.`,
    remedy: 'Nếu nhầm: hoàn tác việc thêm, xóa hàng, cột. Nếu đúng: xếp hạng lại rồi chốt lại.',
  }),
  'seal-changed': (d) => ({
    message: `Có ${d.changes} thay đổi sau khi chốt, đầu tiên là ${d.unit}: ${short(d.what)}.`,
    remedy: 'Nếu thay đổi là đúng: xếp hạng lại, chốt lại rồi ghi lý do, số biên bản. Nếu nhầm: trả lại số liệu cũ.',
  }),
  'amendment-unexplained': (d) => ({
    message: `Điều chỉnh sau khi chốt của ${d.unit} (${short(d.what)}) chưa đủ lý do hoặc số biên bản.`,
    remedy: 'Ghi vào cột Lý do và cột Số biên bản của sheet Điều chỉnh.',
  }),
  'record-row-changed': (d) => ({
    message: `Dòng ${d.number} của Nhật ký không còn như lúc được ghi: nội dung đã bị sửa hoặc được gõ thêm.`,
    remedy: RECORD_REMEDY,
  }),
  'record-row-inserted': (d) => ({
    message: `Nhật ký có dòng trống chèn thêm (hàng ${d.rows} của sheet); các dòng đã ghi không đổi.`,
    remedy:
      'Hoàn tác việc chèn, hoặc mở khóa sheet Nhật ký, xóa đúng các hàng trống ấy rồi bấm Bật lại bảo vệ các sheet.',
  }),
  'record-row-moved': (d) => ({
    message: `Dòng ${d.number} của Nhật ký không đứng ở chỗ lúc được ghi: các dòng đã bị đổi chỗ hoặc chép thêm.`,
    remedy: RECORD_REMEDY,
  }),
  'record-row-missing': (d) => ({
    message: `Nhật ký thiếu dòng ngay trước dòng ${d.number}: có dòng đã bị xóa.`,
    remedy: RECORD_REMEDY,
  }),
  'record-cut': (d) => ({
    message: `Các dòng cuối của Nhật ký không khớp với số đã ghi (${d.count} dòng): có dòng đã bị xóa hoặc thêm.`,
    remedy: RECORD_REMEDY,
  }),
  'record-state-changed': () => ({
    message: 'Phần ẩn của Nhật ký giữ các giá trị ghi lần cuối không khớp với các dòng đã ghi.',
    remedy: RECORD_REMEDY,
  }),
  'record-full': (d) => ({
    message: `Nhật ký đã có ${d.count} dòng và không ghi thêm nữa.`,
    remedy: 'Lưu một bản của sổ để giữ nhật ký cũ, rồi xóa sheet Nhật ký: lần ghi sau sẽ bắt đầu nhật ký mới.',
  }),
  'record-damaged': (d) => ({
    message: `Nhật ký thiếu ${RECORD_PARTS[d.part]} của chính nó, hoặc thứ tự đã đổi: không ghi thêm được, cũng không biết còn thay đổi nào chưa ghi.`,
    remedy: 'Hoàn tác việc xóa hoặc chèn, hoặc lấy lại sheet Nhật ký từ bản lưu của sổ.',
  }),
  'record-end-lost': () => ({
    message: 'Dòng cuối Nhật ký mất khóa ẩn ở cột đầu: các thay đổi tiếp theo chưa ghi thêm được.',
    remedy: 'Ghi lại khóa của dòng ngay dưới dòng nhật ký cuối cùng; nếu dòng ấy đã có nội dung, hoàn tác việc sửa.',
  }),
  'record-doubled': (d) => ({
    message: `Sheet này là bản chép của Nhật ký; phần bổ trợ chỉ ghi thêm vào sheet “${d.kept}”.`,
    remedy: 'Xóa bản chép, hoặc chuyển nó sang sổ khác để lưu.',
  }),
} satisfies Partial<FindingWords>;
