/** The words of the workbench, its page and its server, in Vietnamese. */

export const workbench = {
  server: {
    building: 'Đang dựng bàn thử…',
    ready: (url: string): string => `Đã sẵn sàng: ${url}`,
    openYourself: (url: string): string =>
      `Hãy tự mở ${url} bằng Chrome, Edge hoặc Chromium; trình duyệt sẽ cảnh báo vì chứng chỉ chỉ dùng trên máy này.`,
    howToEnd: 'Nhấn Ctrl+C để kết thúc.',
    installing:
      'Excel chỉ mở phần bổ trợ khi máy tin chứng chỉ của localhost. Bước này cài chứng chỉ phát triển của Microsoft; hệ điều hành có thể hỏi mật khẩu. Gỡ bằng: npx office-addin-dev-certs uninstall',
    howToLoad: (manifest: string): string =>
      [
        `Nạp phần bổ trợ từ ${manifest}:`,
        '  Windows: npx office-addin-dev-settings sideload <tệp manifest> desktop',
        '  Mac: chép tệp vào ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef rồi mở lại Excel',
        '  Excel trên web: Trang đầu > Bổ trợ > Bổ trợ khác > Bổ trợ của tôi > Tải lên bổ trợ của tôi',
      ].join('\n'),
    failed: (detail: string): string => `Không khởi động được: ${detail}`,
  },
  build: {
    made: (folder: string, archive: string, hash: string): string =>
      `Đã dựng thư mục ${folder} và tệp nén ${archive} (SHA-256 ${hash}).`,
    forAddress: (address: string): string => `Tệp manifest dành cho địa chỉ ${address}.`,
    onlyHere: (address: string): string =>
      `Tệp manifest chỉ dùng được trên máy này (${address}). Để đưa lên máy chủ, hãy đặt biến ADDIN_BASE_URL bằng địa chỉ của máy chủ rồi dựng lại.`,
  },
  page: {
    title: 'Bàn thử chấm điểm thi đua',
    untitled: 'Sổ mới',
    newBook: 'Sổ mới',
    open: 'Mở…',
    save: 'Lưu',
    undo: 'Hoàn tác',
    redo: 'Làm lại',
    insertSheets: 'Chèn bảng chấm điểm',
    checkFigures: 'Kiểm tra',
    rankUnits: 'Xếp hạng',
    showPane: 'Hiện bảng tác vụ',
    hidePane: 'Ẩn bảng tác vụ',
    paneTitle: 'Chấm điểm thi đua',
    resize: 'Độ rộng của bảng tác vụ',
    dropHere: 'Thả tệp .xlsx vào đây để mở',
    close: 'Đóng',
    cancel: 'Hủy',
    discard: 'Bỏ thay đổi',
    unsaved: {
      title: 'Sổ có thay đổi chưa lưu',
      message: 'Nếu tiếp tục, những thay đổi từ lần lưu gần nhất sẽ mất.',
    },
    opened: (name: string): string => `Đã mở ${name}.`,
    leftOut: (what: string): string => `Bàn thử không giữ được: ${what}. Lưu đè sẽ làm mất những phần này.`,
    saved: (name: string): string => `Đã lưu ${name}.`,
    choose: 'Chọn giá trị',
    rename: 'Đổi tên trang tính',
    renameDone: 'Đổi tên',
    unreadable: {
      title: 'Không mở được tệp',
      notAWorkbook: 'Tệp này không phải sổ Excel.',
      oldFormat: 'Tệp thuộc định dạng cũ (.xls). Hãy mở bằng Excel và lưu lại thành .xlsx.',
      encrypted: 'Tệp được đặt mật khẩu. Hãy bỏ mật khẩu mở tệp trong Excel rồi thử lại.',
      tooLarge: 'Tệp quá lớn để mở ở đây.',
      damaged: 'Tệp bị hỏng hoặc tải về chưa đủ. Hãy lấy lại tệp rồi mở.',
      unsupported: 'Tệp dùng một tính năng bàn thử chưa đọc được. Hãy lưu lại thành .xlsx thông thường.',
    },
    unwritable: { title: 'Không lưu được', message: 'Sổ có nội dung mà tệp .xlsx không chứa được:' },
    refused: {
      title: 'Không thực hiện được',
      locked:
        'Ô bạn đang thay đổi nằm trên trang tính được bảo vệ. Để thay đổi, hãy bỏ bảo vệ trang tính. Bạn có thể được yêu cầu nhập mật khẩu.',
      merged: 'Chỉ nhập được vào ô đầu tiên của vùng gộp.',
      outside: 'Không có ô này.',
      formula: 'Công thức chưa đúng. Nếu không định nhập công thức, hãy đặt dấu nháy đơn (’) ở trước.',
      validation: 'Giá trị này không khớp với những hạn chế về xác thực dữ liệu được xác định cho ô này.',
      notHere: 'Bàn thử không làm việc này. Hãy dùng Excel.',
      oneArea: 'Việc này chỉ làm được với một vùng chọn.',
      sheet: 'Không thực hiện được với trang tính này (tên trùng, tên không hợp lệ, hoặc là trang tính cuối cùng).',
    },
  },
};
