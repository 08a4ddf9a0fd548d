/** Findings about sheets, rows, columns and formulas, in Vietnamese. */
import type { PageDifference, PageSetting } from '../../../covenant/cell';
import { short } from '../../../covenant/findings';
import type { FindingWords } from '../../wording';
import { decimal, disguised } from '../numbers';

/** Settings of a page that differ: "lề trái 25 mm (mẫu: 30 mm)". */
function pageChanges(settings: readonly PageDifference[]): string {
  const value = (setting: PageSetting, one: number | string): string => {
    if (one === '') return 'không có';
    if (setting === 'orientation') return one === 'landscape' ? 'ngang' : 'dọc';
    if (typeof one === 'string') return `“${short(one)}”`;
    return `${decimal(one)}${setting === 'scale' ? '%' : setting === 'breaks' ? '' : ' mm'}`;
  };
  return settings
    .map(({ setting, found, planned }) => {
      const [now, before] = [value(setting, found), value(setting, planned)];
      return `${PAGE_SETTINGS[setting]} ${now} (khi lập bảng: ${before})`;
    })
    .join('; ');
}

const PAGE_SETTINGS: Readonly<Record<PageSetting, string>> = {
  paper: 'khổ giấy',
  orientation: 'hướng giấy',
  marginLeft: 'lề trái',
  marginRight: 'lề phải',
  marginTop: 'lề trên',
  marginBottom: 'lề dưới',
  scale: 'tỷ lệ in',
  printArea: 'vùng in',
  titleRows: 'dòng lặp lại đầu trang',
  breaks: 'số chỗ ngắt trang',
  header: 'số trang ở đầu trang',
  footer: 'chân trang',
};

const PAGE_AGAIN = 'Trả lại thiết lập trang in; số liệu giữ nguyên.';

/** Of rules that no fix takes away. */
const DELETE_RULES =
  'Bỏ bảo vệ sheet, vào thẻ Trang đầu, mục Định dạng có điều kiện, chọn Quản lý quy tắc, xóa các quy tắc này rồi bật lại bảo vệ.';

export const sheets = {
  'covenant-exists': (d) => ({
    message: `Sổ này đã có sheet “${d.sheet}”.`,
    remedy: 'Sửa trực tiếp trên sheet đó, hoặc mở một sổ mới để lập giao ước khác.',
  }),
  'sheet-in-use': (d) => ({
    message: `Sheet “${d.sheet}” đã có số liệu nhập vào nên không gỡ.`,
    remedy: 'Giữ nguyên, hoặc xóa sheet bằng tay nếu chắc chắn không cần.',
  }),
  'redrawn-moved': (d) => ({
    message: `Dòng hoặc cột của sheet “${d.sheet}” đã được thêm, xóa hoặc chuyển chỗ từ khi cập nhật nên không hoàn tác được.`,
    remedy: 'Đưa các dòng, cột đó về như ngay sau khi cập nhật rồi hoàn tác lại, hoặc giữ nguyên.',
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
      'Xem lại danh sách ở cuối sheet rồi chọn Xác nhận bỏ. Nếu còn cần: đưa tiêu chí hoặc đơn vị trở lại giao ước và cập nhật, số liệu sẽ về chỗ cũ.',
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
  'locks-changed': (d) => ({
    message: `Khóa của ${d.count} ô không còn như khi lập bảng: ${d.cells}. Ô nhập có thể bị khóa, ô công thức có thể bị mở.`,
    remedy: 'Trả lại khóa của các ô; số liệu giữ nguyên.',
  }),
  'formats-changed': (d) => ({
    message: `Định dạng số của ${d.count} ô không còn như khi lập bảng: ${d.cells}. Số hiển thị hoặc số nhập vào có thể bị hiểu khác.`,
    remedy: 'Trả lại định dạng của các ô; số liệu giữ nguyên.',
  }),
  'rules-changed': (d) => ({
    message: `Quy tắc kiểm tra khi nhập của ${d.count} ô bị mất hoặc bị thay: ${d.cells}.`,
    remedy: 'Trả lại quy tắc nhập của các ô; số liệu giữ nguyên.',
  }),
  'highlights-changed': (d) => ({
    message: `Định dạng có điều kiện của ${d.count} ô không còn như khi lập bảng: ${d.cells}. Ô sai, ô trống có thể không được tô màu, hoặc nội dung có thể bị che.`,
    remedy: 'Trả lại định dạng có điều kiện của sheet; số liệu giữ nguyên.',
  }),
  'highlights-other': (d) => ({
    message: `Có định dạng có điều kiện loại khác (theo giá trị ô, thang màu, thanh dữ liệu, bộ biểu tượng...) trên ${d.count || 'các'} ô: ${d.cells || 'Excel không cho biết ô nào'}. Nội dung có thể bị che hoặc hiện thành số khác.`,
    remedy: DELETE_RULES,
  }),
  'highlights-hide': (d) => ({
    message: `Định dạng có điều kiện không có khi lập bảng làm ${d.count || 'các'} ô hiện khác nội dung hoặc không hiện gì: ${d.cells || 'Excel không cho biết ô nào'}.`,
    remedy: d.byHand ? DELETE_RULES : 'Trả lại định dạng có điều kiện của sheet; số liệu giữ nguyên.',
  }),
  'merges-changed': (d) => ({
    message: `Việc hợp nhất ô không còn như khi lập bảng: ${d.cells}. Nội dung có thể bị cắt khi xem và khi in.`,
    remedy: 'Trả lại việc hợp nhất ô; nếu không có nút Sửa thì xóa nội dung ở các ô thừa trước.',
  }),
  'charts-differ': (d) => ({
    message: `Biểu đồ không còn như khi lập (tiêu đề, tên hoặc số liệu của các phần, bị xóa hoặc thêm): ${d.charts.join(', ')}.`,
    remedy: 'Lập lại Biểu đồ ở bước In và ký.',
  }),
  'result-disguised': (d) => ({
    message: `Nội dung hiển thị không phải là nội dung của ô: ${disguised(d)}`,
    remedy: 'Trả lại định dạng số của ô; giá trị giữ nguyên.',
  }),
  'page-changed': (d) => ({
    message: `Thiết lập trang in không còn như khi lập bảng: ${pageChanges(d.settings)}.`,
    remedy: PAGE_AGAIN,
  }),
  'page-words': (d) => ({
    message: `Đầu trang, chân trang in thêm chữ: “${short(d.words)}”.`,
    remedy: PAGE_AGAIN,
  }),
  'sheet-hidden': (d) => ({
    message: `Sheet “${d.sheet}” bị ẩn sâu: menu của Excel không hiện lại được, nhưng số liệu trên đó vẫn được tính.`,
    remedy: 'Hiện lại bằng trình soạn VBA (Alt+F11, chọn sheet, đặt Visible là xlSheetVisible), rồi xem số liệu.',
  }),
  'rows-hidden': (d) => ({
    message: `Có dòng đang bị ẩn hoặc bị lọc: ${d.rows}. Số liệu ở đó vẫn được tính nhưng người xem và bản in không thấy.`,
    remedy: 'Nếu đang lọc, bỏ lọc. Nếu không, chọn cả các dòng liền trên và liền dưới, bấm chuột phải, chọn Bỏ ẩn.',
  }),
  'rows-shown': (d) => ({
    message: `Có dòng dành cho phần mềm đang hiện ra: ${d.rows}. Nội dung ở đó sẽ in ra giấy, tuy không phải để đọc.`,
    remedy: 'Chọn các dòng, bấm chuột phải, chọn Ẩn.',
  }),
  'columns-hidden': (d) => ({
    message: `Có cột đang bị ẩn: ${d.columns}. Số liệu ở đó vẫn được tính nhưng người xem và bản in không thấy.`,
    remedy: 'Chọn cả các cột liền trái và liền phải, bấm chuột phải, chọn Bỏ ẩn.',
  }),
  'rows-thin': (d) => ({
    message: `Có dòng thấp đến mức không đọc được: ${d.rows}. Số liệu ở đó vẫn được tính.`,
    remedy: 'Bấm Chỉnh dòng và ngắt trang, hoặc chọn các dòng, bấm chuột phải, chọn Chiều cao dòng và ghi 20.',
  }),
  'columns-thin': (d) => ({
    message: `Có cột hẹp đến mức không đọc được: ${d.columns}. Số liệu ở đó vẫn được tính.`,
    remedy: 'Bấm Sửa, hoặc chọn các cột, bấm chuột phải, chọn Độ rộng cột và ghi 10 hoặc hơn.',
  }),
  'columns-narrow': (d) => ({
    message: `Có cột hẹp hơn số trong cột: ${d.columns}. Trên màn hình và bản in, Excel hiện #### hoặc làm tròn số; số vẫn được tính đúng.`,
    remedy: 'Bấm Sửa, hoặc chọn các cột rồi bấm đúp vào mép phải của tên cột.',
  }),
  'cell-covered': (d) => ({
    message: `Ô này bị hợp nhất vào vùng ${d.area} nên không ai thấy, nhưng vẫn chứa “${short(d.value)}” và nội dung đó vẫn được tính.`,
    remedy:
      'Bỏ bảo vệ sheet, chọn vùng, vào thẻ Trang đầu bỏ Hợp nhất & Căn giữa, xem lại nội dung rồi bảo vệ sheet trở lại.',
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
