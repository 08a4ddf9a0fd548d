/** What the headless command says, in Vietnamese. */
import type { CliWords } from '../cli';

export const viCli: CliWords = {
  verbs: {
    catalogue: 'danh mục bộ tiêu chí và cụm, khối',
    new: 'nguồn: mã trong danh mục, tệp .json hoặc tệp .xlsx',
    type: 'nhập như người dùng gõ',
    fix: 'sửa những lỗi tự sửa được',
  },
  usage: 'Cách dùng: headless <lệnh> [tệp.xlsx] [tùy chọn]',
  commonOptions: 'Tùy chọn chung: --lang vi|en',
  source: '<nguồn>',
  noVerb: 'Thiếu lệnh.',
  workbookFile: 'tệp .xlsx',
  missing: (what) => `Thiếu ${what}.`,
  notUnderstood: (words) => `Không hiểu: ${words}`,
  notReadable: (code, detail) => `Không mở được tệp (${code}): ${detail}`,
  noFile: (detail) => `Không có tệp: ${detail}`,
  cannotRead: (file, detail) => `Không đọc được tệp ${file}: ${detail}`,
  notJson: (file, detail) => `Tệp ${file} không phải JSON: ${detail}`,
  notEntries: (file) => `Tệp ${file} phải là danh sách [{"sheet","cell","value"}].`,
  notInCatalogue: (source, ids) => `Không có “${source}” trong danh mục. Có: ${ids}.`,
  noSheet: (name) => `Không có sheet “${name}”.`,
};
