/** The words of the pane around its tabs, in Vietnamese. */
import { pointsText } from '../../covenant/numberText';
import { tabs } from './tabs';

export const pane = {
  /** The language's own tag, for the page. */
  language: 'vi',
  title: 'Chấm điểm thi đua',
  sections: { covenant: 'Giao ước', score: 'Chấm điểm', check: 'Kiểm tra', rank: 'Xếp hạng', print: 'In và ký' },
  sectionsLabel: 'Các bước của công việc',
  loading: 'Đang mở…',
  steps: {
    reading: 'Đang đọc sổ…',
    deciding: 'Đang tính…',
    writing: 'Đang ghi vào sổ…',
    selfChecking: 'Đang tự kiểm tra…',
  },
  unitsDone: (done: number, of: number): string => `${done}/${of} đơn vị`,
  cancel: 'Hủy',
  cancelling: 'Đang hủy…',
  points: (hundredths: number): string => pointsText(hundredths / 100),
  names: (names: string, more: number): string => `${names} và ${more} đơn vị khác`,

  header: {
    label: 'Tình hình chung',
    provisional: 'Tạm tính',
    agreed: 'Đã thống nhất',
    sealed: 'Đã chốt',
    sealChanged: 'Có thay đổi sau khi chốt',
    complete: (complete: number, of: number): string => `${complete}/${of} đơn vị đã chấm xong`,
    changed: 'Có thay đổi',
    changedRemote: 'Có thay đổi của người khác',
    unwatched: 'Chưa theo dõi thay đổi',
    refresh: 'Đọc lại sổ',
    refreshing: 'Đang đọc lại sổ…',
    readAt: (time: string): string => `Số liệu đọc lúc ${time}`,
  },

  next: {
    label: 'Việc tiếp theo',
    newCovenant: {
      say: 'Sổ này chưa có giao ước. Chọn bộ tiêu chí và cụm, khối rồi lập giao ước.',
      act: 'Lập giao ước',
    },
    fixCovenant: {
      say: (errors: number): string => `Giao ước, Tiêu chí còn ${errors} lỗi cần sửa trước.`,
      act: 'Đến chỗ cần sửa',
      actElsewhere: 'Xem các lỗi',
    },
    updateSheets: {
      say: 'Giao ước hoặc Tiêu chí đã đổi sau khi lập bảng. Xem trước thay đổi rồi cập nhật; số liệu đã nhập được giữ.',
      act: 'Đến phần cập nhật',
    },
    insertSheets: {
      say: 'Xem lại Giao ước và Tiêu chí; nếu đã đúng thì chèn các bảng còn thiếu.',
      act: 'Chèn bảng chấm điểm',
    },
    fillIn: {
      say: (unit: string, lines: number): string => `${unit} còn ${lines} dòng chưa chấm.`,
      act: (unit: string): string => `Đến bảng ${unit}`,
    },
    fixErrors: { say: (errors: number): string => `Còn ${errors} lỗi cần xử lý.`, act: 'Xem các lỗi' },
    agree: {
      say: (units: string): string =>
        `Chờ thống nhất: ${units}. Khi đã thống nhất, chọn Thống nhất ở ô Giai đoạn của bảng.`,
      act: (unit: string): string => `Đến bảng ${unit}`,
    },
    decide: {
      say: (decisions: number): string =>
        `Còn ${decisions} nội dung chờ cụm, khối quyết định. Chưa quyết định thì kết quả là tạm tính và chưa chốt được.`,
      act: 'Đến nội dung đầu tiên',
    },
    breakTie: {
      say: (title: string, units: string): string =>
        `${units} đồng hạng ở chỉ tiêu của ${title}. Cụm, khối biểu quyết rồi ghi thứ tự.`,
      act: 'Đến ô ghi thứ tự',
    },
    rank: {
      say: 'Mọi đơn vị đã xong. Xếp hạng để ghi kết quả vào sổ.',
      sayAgain: 'Số liệu đã đổi sau lần xếp hạng trước. Xếp hạng lại.',
      act: 'Xếp hạng',
    },
    sealAgain: { say: 'Kết quả đã đổi sau khi chốt. Chốt lại để ghi các điều chỉnh.', act: 'Chốt lại kết quả' },
    print: { say: 'Đã xếp hạng. In các bảng và trình ký.', act: 'Xem các bảng cần in' },
  },

  log: {
    title: (count: number): string => `Việc đã làm (${count})`,
  },
  undo: {
    sheets: 'Gỡ các sheet vừa thêm',
    wouldGo: (sheets: string): string => `Các sheet sau sẽ bị gỡ: ${sheets}.`,
    confirm: (count: number): string => `Gỡ ${count} sheet này`,
    keep: 'Không gỡ',
    cells: 'Trả lại các ô vừa sửa',
    update: 'Trả lại các bảng như trước',
    hint: 'Ctrl+Z của Excel không hoàn tác được việc này. Nếu có sheet đã nhập gì vào thì không gỡ sheet nào, và nêu tên sheet đó.',
    hintUpdate:
      'Ctrl+Z của Excel không hoàn tác được việc này. Số liệu nhập sau đó được giữ; nếu có số liệu ở dòng, cột chỉ có sau khi cập nhật thì không trả lại, và nêu tên ô đó.',
    hintCells: 'Ctrl+Z của Excel có thể không hoàn tác được việc này. Ô đã có người sửa lại thì để nguyên.',
  },

  waiting: {
    cell: {
      message: 'Đang chờ Excel trả lời.',
      remedy: 'Nếu đang nhập dở một ô, nhấn Enter để kết thúc ô đang nhập.',
    },
    silent: (seconds: number): string => `Excel chưa trả lời sau ${seconds} giây.`,
    silentRemedy: {
      reading:
        'Nhấn Enter nếu đang nhập dở một ô, đóng hộp thoại nếu có hộp thoại đang mở trong Excel. Có thể chờ tiếp, hoặc tải lại khung: việc đang chờ chỉ đọc sổ, không ghi gì.',
      writing:
        'Nhấn Enter nếu đang nhập dở một ô, đóng hộp thoại nếu có hộp thoại đang mở trong Excel. Sổ lớn thì ghi lâu, có thể chờ tiếp. Nếu tải lại khung, sổ có thể mới ghi được một phần: chạy Kiểm tra, rồi làm lại lệnh.',
    },
    undoLost: 'Tải lại khung thì không hoàn tác được việc đã làm trước đó nữa.',
    reload: 'Tải lại khung',
  },
  help: { title: 'Trợ giúp' },
  record: {
    title: 'Nhật ký thay đổi',
    intro:
      'Mỗi lệnh ghi vào sheet Nhật ký ai đã đổi điểm thẩm định, thống nhất, diện xét, phiếu, giao ước: từ gì, thành gì.',
    author: 'Người, vai trò ghi vào nhật ký',
    authorHint: 'Ví dụ: Tổ thư ký – Nguyễn Văn A. Chỉ giữ trên máy này và trong sổ.',
    show: 'Xem Nhật ký',
    none: 'Sổ chưa có Nhật ký: lệnh ghi vào sổ đầu tiên sau khi chèn bảng sẽ bắt đầu.',
    unrecorded: (changes: number): string => `${changes} thay đổi chưa ghi vào Nhật ký.`,
  },

  refused: 'Chưa làm được. Cần xử lý những việc sau; sổ chưa bị thay đổi.',
  failed: 'Không làm xong',
  detail: (text: string): string => `Chi tiết: ${text}`,
  retry: 'Làm lại',
  tidyUp: 'Dọn lại',
  /** Others changed these sheets while the command ran. */
  meanwhile: (sheets: string): string =>
    `Có người sửa sổ cùng lúc (${sheets}): lệnh đã đọc lại và làm theo nội dung mới.`,
  /** Typed on a sheet in the moment it was replaced. */
  lost: (place: string, value: string): string =>
    `Có người nhập “${value}” vào ${place} đúng lúc sheet này được thay: cần nhập lại.`,
  /** What was left out because Excel refused it. */
  skipped: {
    page: 'Excel không nhận thiết lập trang in (khổ giấy, lề, ngắt trang, chân trang): kiểm tra máy in mặc định, rồi chọn Chỉnh dòng và ngắt trang hoặc chỉnh ở thẻ Bố trí trang.',
    view: 'Excel không cố định được dòng tiêu đề: vào thẻ Xem, chọn Cố định ngăn nếu cần.',
  },
  dismiss: 'Đóng thông báo',
  fileMissing: {
    message: 'Chưa tải được một tệp của khung: mạng bị ngắt, hoặc máy chủ vừa có bản mới.',
    remedy:
      'Kiểm tra mạng rồi bấm Làm lại; nếu vẫn lỗi, bấm Tải lại khung (khi đó không hoàn tác được việc đã làm trước đó nữa). Sổ chưa bị thay đổi.',
  },
  unexpected: {
    message: 'Phần bổ trợ gặp lỗi ngoài dự kiến.',
    remedy: 'Làm lại; nếu vẫn lỗi, chạy Kiểm tra để xem sổ còn đúng không và gửi chi tiết cho người phụ trách.',
  },
  tooOld: {
    message: 'Phiên bản Excel này chưa dùng được phần bổ trợ.',
    remedy: 'Hãy dùng Excel 2021 trở lên, Microsoft 365 hoặc Excel trên web.',
  },
  notExcel: {
    message: 'Phần bổ trợ này chỉ chạy trong Excel.',
    remedy: 'Mở sổ chấm điểm trong Excel, chọn thẻ Trang đầu rồi chọn Chấm điểm thi đua.',
  },

  ...tabs,
};
