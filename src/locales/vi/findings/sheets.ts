/** Findings about sheets, rows, columns and formulas, in Vietnamese. */
import { short } from '../../../covenant/findings';
import type { FindingData } from '../../../covenant/findingData';
import type { FindingWords, Wording } from '../../wording';
import { decimal } from '../numbers';

export const sheets = {
  'covenant-exists': (d) => ({
    message: `Sổ này đã có sheet “${d.sheet}”.`,
    remedy: 'Sửa trực tiếp trên sheet đó, hoặc mở một sổ mới để lập giao ước khác.',
  }),
  'sheet-in-use': (d) => IN_USE[d.why](d.sheet, d.changed),
  'name-taken-since': (d) => ({
    message: `Tên “${d.name}” đã được đặt cho đơn vị hoặc sheet khác nên không trả lại được; chưa hoàn tác gì.`,
    remedy:
      'Hoàn tác lần đặt tên ấy trước (ở máy đã làm), hoặc đổi tên đơn vị, sheet đang mang tên này, rồi hoàn tác lại. Hoặc giữ nguyên.',
  }),
  'redrawn-moved': (d) => ({
    message: `Dòng hoặc cột của sheet “${d.sheet}” đã được thêm, xóa hoặc chuyển chỗ từ khi cập nhật nên không hoàn tác được.`,
    remedy:
      'Đưa các dòng, cột đó về như ngay sau khi cập nhật rồi hoàn tác lại; do lệnh khác làm (như Chèn bảng chấm điểm) thì hoàn tác lệnh ấy trước. Hoặc giữ nguyên.',
  }),
  'updated-since': () => ({
    message:
      'Sau lần cập nhật này, các bảng đã được cập nhật theo giao ước thêm một lần nữa nên không hoàn tác lần này được.',
    remedy:
      'Nếu cần cả hai lần trở lại như cũ: hoàn tác lần cập nhật sau trước (ở máy đã cập nhật), rồi hoàn tác lần này. Hoặc sửa Giao ước, Tiêu chí theo nội dung đúng rồi chọn Cập nhật theo giao ước: số liệu đã nhập được giữ.',
  }),
  'redrawn-in-use': (d) => ({
    message: `Đã nhập “${d.value}” ở dòng hoặc cột chỉ có sau khi cập nhật; hoàn tác sẽ làm mất nội dung này nên chưa thực hiện.`,
    remedy:
      'Xóa nội dung các ô được nêu (chép ra chỗ khác nếu còn cần) rồi hoàn tác lại: sổ trở về như trước khi cập nhật. Hoặc giữ nguyên bản cập nhật.',
  }),
  'sheet-name-taken': (d) => ({
    message: `Sổ đã có một sheet tên “${d.sheet}” không phải do phần bổ trợ lập nên giữ nguyên.`,
    remedy: 'Đổi tên sheet đó rồi làm lại.',
  }),
  'sheet-left': (d) => ({
    message: `Sheet “${d.sheet}” do một lệnh bị ngắt giữa chừng để lại, chưa lập xong.`,
    remedy:
      'Làm lại lệnh đó (Lập giao ước mới, Chèn bảng chấm điểm hoặc lập văn bản): sheet chưa ai nhập gì sẽ được lập lại. Nếu đã có số liệu nhập vào thì sheet được giữ: chép số liệu ra, xóa sheet rồi làm lại lệnh; sheet đã đủ nội dung thì chỉ cần bảo vệ lại.',
  }),
  'sheet-blank': (d) => ({
    message: `Sheet “${d.sheet}” mang tên mà phần bổ trợ đặt cho một bảng nhưng năm dòng đầu không có gì: có thể do một lệnh bị ngắt giữa chừng để lại, hoặc là sheet tự tạo.`,
    remedy:
      'Nếu không phải sheet tự tạo: xem lại sheet, trống hẳn thì xóa rồi làm lại lệnh đó. Nếu là sheet tự tạo: đặt tên khác để bảng mang đúng tên. Phần bổ trợ không sửa, không xóa sheet này.',
  }),
  'covenant-missing': (d) => ({
    message: 'Sổ này chưa có sheet Giao ước.',
    remedy: missingRemedy(d.kept),
  }),
  'criteria-missing': (d) => ({
    message: 'Sổ này chưa có sheet Tiêu chí.',
    remedy: missingRemedy(d.kept),
  }),
  'summary-missing': () => ({
    message: 'Sổ này chưa có sheet Tổng hợp.',
    remedy: 'Chọn Chèn bảng chấm điểm để tạo lại.',
  }),
  'sheet-missing': (d) => ({
    message: `${d.unit}: chưa có bảng chấm điểm.`,
    remedy: 'Chọn Chèn bảng chấm điểm.',
  }),
  'sheet-of-no-unit': (d) => ({
    message: `Sheet này thuộc đơn vị có mã “${d.unit}” không có trong Giao ước.`,
    remedy:
      'Sửa lại mã đơn vị trong Giao ước cho khớp. Nếu đơn vị không còn trong cụm, khối: chọn Cập nhật theo giao ước; sheet này được giữ để tra cứu, cất đi hay xóa là do cụm, khối.',
  }),
  'sheet-of-other-criteria': (d) => ({
    message: `${d.unit}: sheet được lập theo bộ tiêu chí hoặc quy ước khác với Giao ước và Tiêu chí hiện nay.`,
    remedy: 'Chọn Cập nhật theo giao ước: số liệu đã nhập được giữ. Nếu sửa nhầm thì khôi phục tiêu chí, quy ước cũ.',
  }),
  'base-missing': () => ({
    message: 'Sổ này không ghi lại giao ước mà các bảng đã được lập theo, nên chưa cập nhật được.',
    remedy:
      'Trả tiêu chí, quy ước về như khi lập bảng (Kiểm tra không còn báo sheet lập theo bộ tiêu chí khác), chọn Chèn bảng chấm điểm, rồi sửa lại và chọn Cập nhật theo giao ước.',
  }),
  'wording-of-other-code': (d) => ({
    message: `Mã ${d.line} nay mang nội dung trước đây của mã ${d.former}: số liệu đi theo mã nên sẽ nằm dưới tiêu chí khác.`,
    remedy:
      'Giữ cho mỗi tiêu chí mã cũ của nó; chỉ đổi số thứ tự (STT), tiêu chí mới dùng mã chưa có. Nếu nội dung thực sự được đổi cho nhau: ghi tạm nội dung khác cho các dòng ấy, chọn “Cập nhật chữ in”, rồi ghi nội dung chính thức.',
  }),
  'sheet-not-as-made': (d) =>
    d.reason === 'line'
      ? {
          message: 'Dòng hoặc cột của sheet này không còn đúng vị trí như khi lập bảng, nên chưa cập nhật được.',
          remedy: 'Hoàn tác việc chèn, xóa hoặc di chuyển dòng, cột trên sheet này rồi cập nhật lại.',
        }
      : {
          message: 'Có nội dung ghi ngoài bảng, cạnh dòng hoặc cột sẽ bị bỏ khi cập nhật.',
          remedy: 'Chuyển nội dung đó sang chỗ khác rồi cập nhật lại.',
        },
  'entries-kept': (d) => ({
    message: `${d.count} số liệu đã nhập không còn chỗ trong giao ước, được giữ ở cuối sheet.`,
    remedy:
      'Xem lại danh sách ở cuối sheet rồi chọn Xác nhận bỏ. Nếu còn cần: đưa tiêu chí, đơn vị, danh hiệu hoặc điều kiện trở lại giao ước với đúng mã và đúng tên, nội dung cũ rồi cập nhật, số liệu sẽ về chỗ cũ.',
  }),
  'column-missing': (d) => ({
    message: `Thiếu cột “${d.column}”.`,
    remedy:
      'Nếu vừa sửa tiêu chí, danh hiệu trong Giao ước: chọn Cập nhật theo giao ước. Nếu cột bị xóa: hoàn tác việc xóa, hoặc chép lại từ một bảng nguyên vẹn.',
  }),
  'row-missing': (d) => ({
    message: `Thiếu dòng “${d.row}”.`,
    remedy:
      'Nếu vừa sửa tiêu chí, đơn vị: chọn Cập nhật theo giao ước. Nếu dòng bị xóa: hoàn tác việc xóa; không được thì lấy lại sheet từ bản lưu.',
  }),
  'row-doubled': (d) => ({
    message: `Dòng “${d.row}” bị lặp lại; chỉ dòng ${d.other} của sheet được tính.`,
    remedy: 'Xóa dòng bị chép thêm.',
  }),
  'end-row-lost': () => ({
    message: 'Dòng thấp ngay dưới đơn vị cuối cùng mất khóa ẩn ở cột đầu: không biết bảng hết ở đâu.',
    remedy: 'Ghi lại khóa của dòng. Nếu dòng đã bị xóa: hoàn tác việc xóa, hoặc lấy lại sheet từ bản lưu.',
  }),
  'row-not-in-criteria': (d) => ({
    message: `Dòng “${d.row}” không có trong bộ tiêu chí.`,
    remedy: 'Chọn Cập nhật theo giao ước. Nếu tiêu chí bị bỏ nhầm: thêm lại vào sheet Tiêu chí.',
  }),
  'standard-changed': (d) => ({
    message: `Dòng ${d.line}: mức điểm của dòng đã bị sửa thành “${short(d.value)}”.`,
    remedy: `Trả lại giá trị ${decimal(d.expected)} như trong sheet Tiêu chí.`,
  }),
  'formula-missing': (d) => ({
    message: `Mất công thức ở “${d.what}”.`,
    remedy: 'Khôi phục công thức.',
  }),
  'formula-overwritten': (d) => ({
    message: `Công thức ở “${d.what}” đã bị ghi đè hoặc sửa.`,
    remedy: 'Khôi phục công thức; nếu cần sửa điểm, nhập vào cột Thẩm định hoặc Thống nhất kèm lý do.',
  }),
  'reference-lost': (d) => ({
    message: `Công thức của ${d.count} ô bị lỗi #REF! vì sheet hoặc ô được tham chiếu đã bị xóa: ${d.cells}.`,
    remedy:
      'Bảng của cụm, khối: chọn Chèn bảng chấm điểm để lập lại sheet đã xóa, công thức được trả lại theo. Văn bản đã lập: sau đó lập lại văn bản này.',
  }),
  'own-reference-lost': (d) => ({
    message: `Công thức tự đặt của ${d.count} ô bị lỗi #REF! vì sheet hoặc ô được dẫn tới đã bị xóa: ${d.cells}.`,
    remedy:
      'Nhập lại giá trị vào ô, hoặc xóa công thức: phần bổ trợ không khôi phục được công thức tự đặt. Ô bị khóa thì bỏ bảo vệ sheet, sửa, rồi bảo vệ lại.',
  }),
  'summary-row-missing': (d) => ({
    message: `Bảng tổng hợp chưa có dòng của ${d.unit}.`,
    remedy: 'Chọn Chèn bảng chấm điểm để thêm dòng.',
  }),
  'summary-row-of-no-unit': (d) => ({
    message: `Bảng tổng hợp có dòng “${d.unit}” không thuộc Giao ước.`,
    remedy:
      'Thêm lại đơn vị vào Giao ước với đúng mã cũ. Nếu đơn vị không còn trong cụm, khối: chọn Cập nhật theo giao ước.',
  }),
  'row-typed': (d) => ({
    message: `Dòng “${short(d.unit)}” của bảng do gõ hoặc chép thêm: không lấy số liệu từ bảng chấm nào, không được xếp hạng, đề nghị.`,
    remedy: 'Xóa dòng này. Đơn vị mới thì thêm vào Giao ước rồi chọn Chèn bảng chấm điểm.',
  }),
  'cells-added': (d) => ({
    message: `Có ${d.count} ô gõ thêm trong phần in, không thuộc bảng: ${d.cells}. Nội dung này được in, được ký nhưng không được tính.`,
    remedy: 'Xóa nội dung hoặc xóa dòng đã chèn; ghi chú riêng thì để ngoài phần in, bên phải bảng hoặc dưới chỗ ký.',
  }),
  'formula-circular': () => ({
    message: 'Công thức ở ô này lấy lại chính ô này (tham chiếu vòng): Excel hiện 0, không phải số liệu.',
    remedy: 'Nhập số vào ô, hoặc sửa công thức.',
  }),
  'formula-unreliable': (d) => ({
    message: `Công thức ở ô này dùng ${d.name}: kết quả có thể tự đổi, hoặc không rõ lấy từ ô nào.`,
    remedy: 'Nhập số vào ô, hoặc trỏ công thức thẳng tới ô chứa số.',
  }),
  'calculation-manual': () => ({
    message: 'Excel đang ở chế độ tính thủ công: điểm và hạng trên sheet không tự cập nhật khi nhập số liệu.',
    remedy: 'Vào thẻ Công thức, mục Tùy chọn tính toán, chọn Tự động; hoặc bấm F9 sau khi nhập.',
  }),
  'sheet-unprotected': () => ({
    message: 'Sheet đang bỏ bảo vệ, công thức có thể bị ghi đè.',
    remedy: 'Bật lại bảo vệ: thẻ Xem lại, chọn Bảo vệ trang tính.',
  }),
  'targets-missing': () => ({
    message: 'Sổ này chưa có sheet Giao chỉ tiêu.',
    remedy: 'Chọn Chèn bảng chấm điểm để tạo lại.',
  }),
  'titles-missing': () => ({
    message: 'Sổ này chưa có sheet Xét danh hiệu.',
    remedy: 'Chọn Chèn bảng chấm điểm để thêm; chưa có thì chưa nhập được điều kiện, phiếu và thứ tự khi đồng hạng.',
  }),
  'engine-differs': (d) => ({
    message: `“${d.what}”: sheet ${d.sheet === '' ? 'để trống' : `ghi “${d.sheet}”`} nhưng ${d.engine === '' ? 'tính lại thì để trống' : `tính lại được “${d.engine}”`}.`,
    remedy: 'Bấm F9 để Excel tính lại. Nếu vẫn lệch, khôi phục công thức của sheet rồi kiểm tra lại.',
  }),
} satisfies Partial<FindingWords>;

/** Where one of the two sheets is left, a new covenant is refused until that one is gone. */
function missingRemedy(kept: string): string {
  return kept === ''
    ? 'Chọn Lập giao ước mới, hoặc mở đúng sổ chấm điểm của cụm, khối.'
    : `Khôi phục sheet đã mất từ bản lưu trước. Muốn lập giao ước mới trong sổ này thì xóa sheet “${kept}” trước, rồi chọn Lập giao ước mới.`;
}

/** Why undo leaves a sheet that was added. */
const IN_USE: Record<FindingData['sheet-in-use']['why'], (sheet: string, cells: readonly string[]) => Wording> = {
  changed: (sheet, cells) => ({
    message: `Sheet “${sheet}” đã khác lúc lập, do có nội dung nhập vào hoặc lệnh khác ghi lại, nên không gỡ. Ô khác: ${firstOf(cells)}.`,
    remedy:
      'Nếu lệnh khác đã ghi lại (như Đổi tên đơn vị): hoàn tác lệnh ấy trước (ở máy đã làm) rồi hoàn tác lại. Không thì giữ nguyên, hoặc xóa sheet bằng tay nếu chắc chắn không cần.',
  }),
  needed: (sheet) => ({
    message: `Sheet “${sheet}” đang được các bảng chấm điểm dùng nên không gỡ.`,
    remedy: 'Giữ nguyên, hoặc xóa các bảng chấm điểm bằng tay nếu chắc chắn không cần rồi hoàn tác lại.',
  }),
  unread: (sheet) => ({
    message: `Sheet “${sheet}” không còn đọc được như lúc lập, chưa rõ có nội dung nhập vào hay không, nên không gỡ.`,
    remedy: 'Giữ nguyên, hoặc xóa sheet bằng tay nếu chắc chắn không cần.',
  }),
};

const MAX_CELLS = 5;
const firstOf = (cells: readonly string[]): string =>
  cells.slice(0, MAX_CELLS).join(', ') + (cells.length > MAX_CELLS ? '…' : '');
