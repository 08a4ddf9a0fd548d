/** The words of failures of Excel, in Vietnamese. */
export const failures = {
  cellBeingEdited: {
    message: 'Một ô đang được sửa nên Excel chưa nhận lệnh.',
    remedy: 'Bấm Enter để kết thúc sửa ô rồi làm lại.',
  },
  protected: {
    message: 'Excel từ chối: sheet hoặc sổ đang được bảo vệ, hoặc sổ chỉ mở để xem.',
    remedy:
      'Bỏ bảo vệ (thẻ Xem lại, nút Bỏ bảo vệ trang tính, hoặc nút Bảo vệ sổ làm việc khi không thêm được sheet; có mật khẩu thì hỏi người đặt), hoặc bấm Bật chỉnh sửa ở thanh vàng, rồi làm lại. Nếu sổ không bị bảo vệ, phần mềm diệt vi-rút có thể đang chặn Office: báo bộ phận công nghệ thông tin.',
  },
  passwordNeeded: {
    message: 'Sheet hoặc sổ được bảo vệ bằng mật khẩu.',
    remedy: 'Bỏ bảo vệ bằng mật khẩu đã đặt (thẻ Xem lại, nút Bỏ bảo vệ trang tính) rồi làm lại.',
  },
  notFound: { message: 'Một sheet vừa bị xóa hoặc đổi trong lúc làm.', remedy: 'Làm lại lệnh.' },
  nameTaken: { message: 'Đã có sheet cùng tên.', remedy: 'Làm lại lệnh; phần bổ trợ sẽ chọn tên khác.' },
  otherWorkbook: {
    message: 'Một sổ khác đang được chọn.',
    remedy: 'Quay lại sổ chấm điểm này rồi làm lại; nếu vẫn lỗi, đóng các sổ khác.',
  },
  selectionUnusable: {
    message: 'Vùng đang chọn trong sổ không dùng được cho lệnh này.',
    remedy: 'Chọn một ô bất kỳ của sổ chấm điểm rồi làm lại.',
  },
  changedMeanwhile: {
    message: 'Sổ vừa bị thay đổi trong lúc làm, có thể do người khác cùng sửa.',
    remedy: 'Chờ người đó sửa xong rồi làm lại.',
  },
  rowsBlocked: {
    message: 'Excel không chèn hoặc xóa được dòng ở chỗ này.',
    remedy: 'Kiểm tra xem có ô gộp, bảng (Table) hay bộ lọc ở đó không; bỏ đi rồi làm lại.',
  },
  filtered: { message: 'Bộ lọc đang che một phần bảng.', remedy: 'Bỏ lọc (thẻ Dữ liệu, nút Xóa) rồi làm lại.' },
  merged: {
    message: 'Chỗ cần ghi có ô gộp, hoặc một bảng (Table) khác chiếm.',
    remedy: 'Bỏ gộp ô hoặc chuyển bảng đó sang sheet khác rồi làm lại.',
  },
  pivotTable: {
    message: 'Chỗ cần ghi bị một PivotTable chiếm.',
    remedy: 'Chuyển PivotTable sang sheet khác rồi làm lại.',
  },
  sheetFull: {
    message: 'Không còn chỗ để chèn thêm dòng: cuối sheet có ô không trống.',
    remedy: 'Xóa những dòng thừa ở cuối sheet rồi làm lại.',
  },
  unsupportedSheet: {
    message: 'Sổ có sheet biểu đồ hoặc sheet macro, lệnh không dùng được với loại sheet này.',
    remedy: 'Chuyển sheet đó sang sổ khác rồi làm lại.',
  },
  unsupportedContent: {
    message: 'Trên sheet có nội dung mà Excel không sao chép được.',
    remedy: 'Bỏ hình, đối tượng hoặc cách tô đặc biệt đã thêm vào sheet rồi làm lại.',
  },
  emptyChart: {
    message: 'Chưa có số liệu để vẽ biểu đồ.',
    remedy: 'Bấm F9 để Excel tính lại, xem bảng Tổng hợp đã có điểm chưa rồi làm lại.',
  },
  notCalculated: { message: 'Có công thức chưa được tính.', remedy: 'Bấm F9 để Excel tính lại rồi làm lại.' },
  linksBlocked: {
    message: 'Excel đang chặn liên kết hoặc kết nối ra ngoài sổ.',
    remedy: 'Bấm Bật nội dung ở thanh vàng, hoặc bỏ liên kết (thẻ Dữ liệu), rồi làm lại.',
  },
  formulaTooLong: {
    message: 'Một công thức dài hơn mức Excel cho phép.',
    remedy:
      'Giảm số mức hoặc số dòng của tiêu chí trong Tiêu chí rồi làm lại; nếu vẫn lỗi, gửi chi tiết cho người phụ trách.',
  },
  tooLarge: {
    message: 'Sổ quá lớn để xử lý một lần.',
    remedy: 'Chuyển các sheet không liên quan sang sổ khác rồi làm lại.',
  },
  outOfMemory: {
    message: 'Excel hết bộ nhớ.',
    remedy: 'Đóng các sổ và chương trình khác, mở lại Excel rồi làm lại.',
  },
  tooOld: {
    message: 'Phiên bản Excel này chưa đủ chức năng.',
    remedy: 'Dùng Excel 2021 trở lên hoặc Excel trên web.',
  },
  tooManyRequests: { message: 'Excel đang nhận quá nhiều yêu cầu.', remedy: 'Chờ một phút rồi làm lại.' },
  connectionLost: { message: 'Mất liên lạc với Excel.', remedy: 'Kiểm tra mạng rồi làm lại.' },
  signInNeeded: {
    message: 'Phiên đăng nhập Office đã hết hạn.',
    remedy: 'Đăng nhập lại tài khoản Office (thẻ Tệp, mục Tài khoản) rồi làm lại.',
  },
  dialogOpen: { message: 'Một hộp thoại đang mở trong Excel.', remedy: 'Đóng hộp thoại đó rồi làm lại.' },
  restartNeeded: {
    message: 'Phần bổ trợ đã được cập nhật từ khi mở Excel.',
    remedy: 'Lưu sổ, đóng Excel, mở lại rồi làm lại.',
  },
  stopped: { message: 'Excel đã dừng lệnh giữa chừng.', remedy: 'Làm lại lệnh.' },
  refusedRequest: {
    message: 'Excel không nhận yêu cầu của phần bổ trợ.',
    remedy: 'Làm lại; nếu vẫn lỗi, cập nhật Office và gửi chi tiết lỗi cho người phụ trách.',
  },
  cancelled: { message: 'Đã hủy theo yêu cầu.', remedy: 'Làm lại khi cần.' },
  other: {
    message: 'Excel báo lỗi.',
    remedy: 'Lưu sổ, mở lại rồi làm lại; nếu vẫn lỗi, gửi chi tiết lỗi cho người phụ trách.',
  },
};
