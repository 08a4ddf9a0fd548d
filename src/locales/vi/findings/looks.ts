/** Findings about how sheets look and print: locks, formats, colours, merged cells, charts, pages, hidden and thin lines, in Vietnamese. */
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

export const looks = {
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
} satisfies Partial<FindingWords>;
