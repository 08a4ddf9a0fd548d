/** What the headless command says, in Vietnamese. */
import type { CliWords } from '../cli';

/** What a formula gives here is no result of Excel's. */
const NOT_EXCEL =
  'Ô có công thức thì đây là kết quả do lệnh này tính, không phải Excel: có công thức Excel tính được mà lệnh này không tính được.';
const LOOK_IN_EXCEL =
  'Mở sổ trong Excel. Ô hiện đúng số: chép ô rồi dán giá trị vào chính ô ấy, hoặc nhập lại số. Ô hiện lỗi: xóa công thức hoặc liên kết bị lỗi rồi nhập lại nội dung. Lưu rồi chạy lại.';

export const viCli: CliWords = {
  findings: {
    'error-value': (d) => ({
      message: `${d.unit}, dòng ${d.line}: ô có lỗi ${d.value} thay cho nội dung. ${NOT_EXCEL}`,
      remedy: LOOK_IN_EXCEL,
    }),
    'cell-error': (d) => ({ message: `Ô có lỗi ${d.value} thay cho nội dung. ${NOT_EXCEL}`, remedy: LOOK_IN_EXCEL }),
    'engine-differs': (d) => ({
      message: `“${d.what}”: công thức của sheet cho ${quoted(d.sheet)} nhưng tính lại từ số liệu thì được ${quoted(d.engine)}. Công thức do lệnh này tính, không phải Excel.`,
      remedy:
        'Mở sổ trong Excel, bấm F9, lưu rồi kiểm tra lại. Nếu vẫn lệch, khôi phục công thức của sheet; công thức trên sheet riêng hoặc ở ô nhập mà lệnh này không tính được thì thay bằng giá trị.',
    }),
  },
  verbs: {
    catalogue: 'danh mục bộ tiêu chí và cụm, khối',
    new: 'nguồn: mã trong danh mục, tệp .json hoặc tệp .xlsx',
    type: 'nhập như người dùng gõ',
    verify: 'đối chiếu sổ với mã chốt in trên giấy (0: khớp, 1: khác)',
    rename: 'đổi tên đơn vị (mã U) ở mọi nơi',
    fix: 'sửa những lỗi tự sửa được',
  },
  usage: 'Cách dùng: headless <lệnh> [tệp.xlsx] [tùy chọn]',
  commonOptions:
    'Tùy chọn chung: --lang vi|en, --by "người, vai trò ghi vào nhật ký", --force (ghi đè tệp đã có), --help',
  source: '<nguồn>',
  noVerb: 'Thiếu lệnh.',
  workbookFile: 'tệp .xlsx',
  missing: (what) => `Thiếu ${what}.`,
  notUnderstood: (words) => `Không hiểu: ${words}`,
  unknownOption: (option) => `Không có tùy chọn ${option}.`,
  needsValue: (option) => `Tùy chọn ${option} thiếu giá trị. Giá trị bắt đầu bằng dấu - thì viết ${option}=-….`,
  takesNoValue: (option) => `Tùy chọn ${option} không nhận giá trị.`,
  noLanguage: (tag, languages) => `Không có ngôn ngữ “${tag}”. Có: ${languages}.`,
  notReadable: (why) => `Không mở được tệp: ${why}`,
  notWritable: (why) => `Không lưu được: sổ có nội dung mà tệp .xlsx không chứa được: ${why}.`,
  fileErrors: {
    noFile: (file) => `Không có tệp ${file}.`,
    isFolder: (file) => `${file} là thư mục, không phải tệp.`,
    mayNotRead: (file) => `Không có quyền đọc tệp ${file}.`,
    cannotRead: (file, code = '') => `Không đọc được tệp ${file} (${code}).`,
    tooLarge: (file) => `Tệp ${file} lớn hơn mức đọc được.`,
    tooDeep: (file) => `Tệp ${file} lồng quá nhiều tầng, không phải dữ liệu của giao ước.`,
    notXlsx: (file) => `Chỉ ghi được tệp .xlsx, không ghi được ${file}. Tệp .xlsm sẽ mất macro.`,
    noFolder: (folder) => `Không có thư mục ${folder} để ghi vào.`,
    isInput: (file) => `${file} chính là tệp đang đọc. Muốn ghi đè, thêm --force.`,
    exists: (file) => `Đã có tệp ${file}. Muốn ghi đè, thêm --force.`,
    mayNotWrite: (file) => `Không có quyền ghi tệp ${file}, hoặc ổ đĩa chỉ cho đọc.`,
    diskFull: (file) => `Không ghi được tệp ${file}: ổ đĩa đã đầy.`,
    cannotWrite: (file, code = '') => `Không ghi được tệp ${file} (${code}).`,
    spoilt: (places) =>
      `Không lưu: công thức, quy tắc cần bảng (Table) hoặc bảng Pivot mà tệp lưu sẽ không còn: ${places}. Đổi bảng thành vùng thường trong Excel rồi làm lại.`,
    spoiltArrays: (places) =>
      `Không lưu: tệp lưu sẽ không giữ được công thức mảng nhiều ô, bảng dữ liệu What-If (Data Table): ${places}. Trong Excel, thay bằng công thức thường ở từng ô, hoặc chép các ô này rồi dán giá trị, rồi làm lại.`,
  },
  lost: (things) => `Tệp đã lưu không còn: ${things}.`,
  notCalculated: (cells, count) =>
    `Không tính được ${count} công thức, giữ kết quả có sẵn trong tệp: ${cells}${count > 20 ? ', …' : ''}.`,
  notJson: (file, line) => `Tệp ${file} không phải JSON${line === null ? '' : `: sai ở dòng ${line}`}.`,
  notEntries: (file) => `Tệp ${file} phải là danh sách [{"sheet","cell","value"}].`,
  notInCatalogue: (source, ids) => `Không có “${source}” trong danh mục. Có: ${ids}.`,
  noSheet: (name) => `Không có sheet “${name}”.`,
  refusedEntries: {
    locked: 'Ô bị khóa và sheet đang được bảo vệ.',
    validation: 'Ô không nhận giá trị này.',
    formula: 'Không đọc được công thức, hoặc nội dung dài hơn mức Excel cho phép.',
    merged: 'Ô nằm trong vùng gộp: chỉ nhập được vào ô đầu của vùng.',
    outside: 'Sheet không có ô này.',
  },
  excelCode: (code, member) => `Mã lỗi của Excel: ${code}${member === '' ? '' : ` (${member})`}.`,
};

function quoted(text: string): string {
  return text === '' ? 'ô trống' : `“${text}”`;
}
