/** Findings about the seal, in Vietnamese. */
import { short } from '../../../covenant/findings';
import type { FindingWords } from '../../wording';

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
  'seal-unchanged': () => ({
    message: 'Kết quả đã chốt và không có gì thay đổi từ lần chốt gần nhất.',
    remedy: 'Không cần chốt lại; in các bảng và trình ký.',
  }),
  'seal-damaged': () => ({
    message: 'Bản chốt đã bị sửa: số liệu trên sheet không khớp với mã chốt.',
    remedy: 'Hoàn tác việc sửa hoặc lấy lại từ bản lưu; nếu không được, chọn Chốt lại kết quả.',
  }),
  'seal-words-differ': (d) => ({
    message: `Dòng chữ chốt ghi “${short(d.shown)}”, nhưng lần chốt được ghi nhận là “${short(d.wanted)}”.`,
    remedy: 'Đối chiếu với bản đã ký, rồi chọn ghi lại chữ theo lần chốt; hoặc xếp hạng và chốt lại.',
  }),
  'seal-changed': (d) => ({
    message: `Có ${d.changes} thay đổi sau khi chốt, đầu tiên là ${d.unit}: ${short(d.what)}.`,
    remedy: 'Nếu thay đổi là đúng: xếp hạng lại, chốt lại rồi ghi lý do, số biên bản. Nếu nhầm: trả lại số liệu cũ.',
  }),
  'amendment-unexplained': (d) => ({
    message: `Điều chỉnh sau khi chốt của ${d.unit} (${short(d.what)}) chưa đủ lý do hoặc số biên bản.`,
    remedy: 'Ghi vào cột Lý do và cột Số biên bản của sheet Điều chỉnh.',
  }),
} satisfies Partial<FindingWords>;
