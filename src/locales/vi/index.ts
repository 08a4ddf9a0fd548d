/** The words of the pane, of findings and of failures, in Vietnamese. */
import { commands } from './commands';
import { findings } from './findings';
import { pane } from './pane';

export const vi = {
  findings,
  failures: {
    cellBeingEdited: {
      message: 'Một ô đang được sửa nên Excel chưa nhận lệnh.',
      remedy: 'Bấm Enter để kết thúc sửa ô rồi làm lại.',
    },
    protected: {
      message: 'Excel từ chối vì sheet hoặc sổ đang được bảo vệ bằng mật khẩu.',
      remedy: 'Bỏ bảo vệ (thẻ Xem lại) rồi làm lại.',
    },
    notFound: { message: 'Một sheet vừa bị xóa hoặc đổi trong lúc làm.', remedy: 'Làm lại lệnh.' },
    tooLarge: {
      message: 'Sổ quá lớn để xử lý một lần.',
      remedy: 'Chuyển các sheet không liên quan sang sổ khác rồi làm lại.',
    },
    readOnly: {
      message: 'Sổ đang mở ở chế độ chỉ đọc.',
      remedy: 'Bấm Bật chỉnh sửa hoặc lưu thành bản khác rồi làm lại.',
    },
    tooOld: {
      message: 'Phiên bản Excel này chưa đủ chức năng.',
      remedy: 'Dùng Excel 2021 trở lên hoặc Excel trên web.',
    },
    nameTaken: { message: 'Đã có sheet cùng tên.', remedy: 'Làm lại lệnh; phần bổ trợ sẽ chọn tên khác.' },
    otherWorkbook: { message: 'Một sổ khác đang được chọn.', remedy: 'Bấm vào sổ chấm điểm rồi làm lại.' },
    connectionLost: { message: 'Mất liên lạc với Excel.', remedy: 'Kiểm tra mạng rồi làm lại.' },
    cancelled: { message: 'Đã hủy theo yêu cầu.', remedy: 'Làm lại khi cần.' },
    other: {
      message: 'Excel báo lỗi.',
      remedy: 'Lưu sổ, mở lại rồi làm lại; nếu vẫn lỗi, gửi chi tiết lỗi cho người phụ trách.',
    },
  },
  aftermath: {
    unchanged: 'Sổ chưa bị thay đổi.',
    rolledBack: 'Những gì đã thêm được gỡ lại; sổ như trước khi làm.',
    unknown:
      'Chưa gỡ lại được: có thể còn sheet thêm dở. Xóa những sheet vừa thêm, chưa có số liệu, rồi Chèn bảng chấm điểm lại.',
  },
  ui: pane,
  commands,
};
