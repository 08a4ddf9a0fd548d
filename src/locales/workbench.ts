/** Every word of the workbench: its page, and what its commands print. Vietnamese defines what words there are. */
import type { Language } from '.';

const vi = {
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
} as const satisfies Words;

interface Words {
  [key: string]: string | ((...data: string[]) => string) | Words;
}
/** The same words in whatever language: literal texts become texts. */
type Spoken<T> = {
  [K in keyof T]: T[K] extends string ? string : T[K] extends (...data: string[]) => string ? T[K] : Spoken<T[K]>;
};
export type WorkbenchWords = Spoken<typeof vi>;

const en: WorkbenchWords = {
  server: {
    building: 'Building the workbench…',
    ready: (url) => `Ready: ${url}`,
    openYourself: (url) =>
      `Open ${url} yourself in Chrome, Edge or Chromium; it will warn of a certificate that is only for this computer.`,
    howToEnd: 'Press Ctrl+C to end.',
    installing:
      'Excel opens the add-in only where the computer trusts the certificate of localhost. This installs Microsoft’s development certificate; you may be asked for a password. To remove it: npx office-addin-dev-certs uninstall',
    howToLoad: (manifest) =>
      [
        `Load the add-in from ${manifest}:`,
        '  Windows: npx office-addin-dev-settings sideload <manifest file> desktop',
        '  Mac: copy the file to ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef and reopen Excel',
        '  Excel on the web: Home > Add-ins > More Add-ins > My Add-ins > Upload My Add-in',
      ].join('\n'),
    failed: (detail) => `Could not start: ${detail}`,
  },
  page: {
    title: 'Emulation scoring workbench',
    untitled: 'Workbook',
    newBook: 'New workbook',
    open: 'Open…',
    save: 'Save',
    undo: 'Undo',
    redo: 'Redo',
    insertSheets: 'Insert score sheets',
    checkFigures: 'Check',
    rankUnits: 'Rank',
    showPane: 'Show pane',
    hidePane: 'Hide pane',
    paneTitle: 'Emulation scoring',
    resize: 'Width of the pane',
    dropHere: 'Drop an .xlsx file here to open it',
    close: 'Close',
    cancel: 'Cancel',
    discard: 'Discard changes',
    unsaved: {
      title: 'The workbook has unsaved changes',
      message: 'If you go on, what changed since it was last saved is lost.',
    },
    opened: (name) => `Opened ${name}.`,
    leftOut: (what) => `The workbench has no place for: ${what}. Saving over the file would lose them.`,
    saved: (name) => `Saved ${name}.`,
    choose: 'Choose a value',
    rename: 'Rename sheet',
    renameDone: 'Rename',
    unreadable: {
      title: 'The file cannot be opened',
      notAWorkbook: 'This file is not an Excel workbook.',
      oldFormat: 'The file has the old format (.xls). Open it in Excel and save it as .xlsx.',
      encrypted: 'The file has a password. Take the password away in Excel and try again.',
      tooLarge: 'The file is too large to be opened here.',
      damaged: 'The file is damaged or was not fully downloaded. Get it again and open it.',
      unsupported: 'The file uses something the workbench cannot read. Save it as an ordinary .xlsx.',
    },
    unwritable: { title: 'The workbook cannot be saved', message: 'It holds what no .xlsx file may hold:' },
    refused: {
      title: 'This cannot be done',
      locked:
        'The cell you are trying to change is on a protected sheet. To make a change, unprotect the sheet. You might be asked to enter a password.',
      merged: 'Only the first cell of a merged area takes an entry.',
      outside: 'There is no such cell.',
      formula: 'There is a problem with this formula. If you are not trying to type one, put an apostrophe (’) first.',
      validation: 'This value doesn’t match the data validation restrictions defined for this cell.',
      notHere: 'The workbench does not do this. Use Excel.',
      oneArea: 'This works on one selected area only.',
      sheet: 'This cannot be done with this sheet (the name is taken or not allowed, or it is the last sheet).',
    },
  },
};

/** The workbench's words in a language. */
export function workbenchWords(language: Language): WorkbenchWords {
  return language === 'en' ? en : vi;
}
