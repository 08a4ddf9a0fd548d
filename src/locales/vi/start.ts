/** The words of the page before the pane starts, in Vietnamese. */
export const start = {
  language: 'vi',
  title: 'Chấm điểm thi đua',
  opening: 'Đang mở…',
  again: 'Thử lại',
  late: 'Nếu khung vẫn chưa mở: máy chủ của phần bổ trợ chưa gửi đủ tệp của khung. Kiểm tra mạng rồi thử lại; nếu vẫn vậy, báo người quản trị máy chủ.',
  office: {
    title: 'Chưa tải được Office.js của Microsoft',
    text: (host: string): string =>
      `Khung cần tệp Office.js ở địa chỉ https://${host} nhưng chưa nhận được: mạng chậm, hoặc tường lửa, bộ lọc mạng đang chặn địa chỉ này.`,
    remedy: (host: string): string =>
      `Kiểm tra mạng rồi bấm Thử lại. Nếu vẫn vậy, đề nghị bộ phận công nghệ thông tin cho phép truy cập ${host} qua https (cổng 443). Khung tự mở khi tệp về.`,
  },
  ownFiles: {
    title: 'Chưa tải được tệp của khung',
    text: 'Máy chủ của phần bổ trợ chưa gửi đủ tệp của khung. Địa chỉ máy chủ:',
    remedy:
      'Kiểm tra mạng rồi bấm Thử lại. Nếu vẫn vậy, báo người quản trị máy chủ, hoặc đề nghị bộ phận công nghệ thông tin cho phép truy cập địa chỉ đó.',
  },
  silent: {
    title: 'Excel chưa trả lời',
    text: 'Khung và Office.js đã tải xong, nhưng Excel chưa trả lời: có thể đang sửa dở một ô, đang mở một hộp thoại, hoặc đang bận tính.',
    remedy:
      'Bấm Enter hoặc Esc để kết thúc việc sửa ô, đóng hộp thoại của Excel. Khung tự mở khi Excel trả lời. Nếu vẫn vậy, bấm Thử lại, hoặc lưu sổ rồi mở lại Excel.',
  },
  oldBrowser: {
    title: 'Trình duyệt của Office trên máy này quá cũ',
    text: 'Khung chạy bằng Microsoft Edge WebView2. Office trên máy này đang dùng Internet Explorer 11 hoặc một bản cũ hơn mức cần thiết, nên khung không chạy được. Sổ chấm điểm không bị ảnh hưởng.',
    remedy:
      'Cài Microsoft Edge WebView2 Runtime (https://developer.microsoft.com/microsoft-edge/webview2), cập nhật Office (thẻ Tệp, mục Tài khoản, Tùy chọn cập nhật), rồi mở lại Excel. Trên máy Mac, cập nhật macOS và Office. Cũng có thể dùng Excel trên web.',
  },
};
