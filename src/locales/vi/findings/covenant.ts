/** Findings about the covenant, its criteria, calendar and awards, in Vietnamese. Points in the data are hundredths. */
import type { FieldProblem, NameField } from '../../../covenant/findingData';
import { short } from '../../../covenant/findings';
import type { FindingWords } from '../../wording';
import { disguised, points } from '../numbers';

/** What is wrong with one field: the end of a sentence. */
const problems = {
  required: 'còn trống',
  notANumber: 'không phải là số',
  notPositive: 'phải lớn hơn 0',
  negative: 'không được âm',
  tooManyDecimals: 'có quá hai chữ số thập phân',
  notADate: 'không phải là ngày tháng',
  notInList: 'không có trong danh sách',
  notUsedByKind: 'không dùng cho loại tiêu chí này',
  aboveStandard: 'lớn hơn điểm chuẩn',
  belowRate: 'nhỏ hơn điểm mỗi lần',
  doubled: 'bị trùng',
  unknownSection: 'không phải mã của một mục trong bảng',
  ownSection: 'trùng với mã của chính dòng này',
  standardInAdjustments:
    'không đúng phần: điểm cộng, điểm trừ không thuộc mục nào; tiêu chí điểm chuẩn phải thuộc một mục',
  notYesOrNo: 'phải là Có hoặc Không',
  tooLong: 'quá dài',
  tooLarge: 'quá lớn',
  unknownField: 'không có trong lược đồ',
  aboveHundred: 'lớn hơn 100 %',
  bandsUnreadable: 'không đọc được; ghi các mức cách nhau bằng dấu chấm phẩy, ví dụ >95%: 1,5; 75–95%: 1; <75%: 0',
  bandsOverlap: 'có các mức chồng lên nhau',
  bandsGap: 'còn khoảng trống giữa các mức, hoặc không phủ từ 0 trở lên',
  bandsTooMany: 'có quá nhiều mức',
  bandsMaximum: 'có mức cao nhất khác điểm chuẩn',
  unknownLine: 'không phải mã của một dòng trong Tiêu chí',
  lineWithoutFigure:
    'là dòng không có số liệu dùng được cho điều kiện này; Tỷ lệ cần dòng có cả tổng số hoặc chỉ tiêu, hoặc dòng ghi Đ, K',
  notWhole: 'không phải số nguyên',
  shownAsDate: 'hiện như ngày tháng vì Excel đã tự đổi; đặt định dạng ô là Văn bản (số thì General) rồi nhập lại',
  lostZero:
    'bị trùng vì Excel bỏ số 0 ở cuối khi đọc như một con số (1.10 thành 1.1); đặt định dạng ô là Văn bản rồi nhập lại cho đủ',
  errorValue: 'hiện lỗi thay cho nội dung; xóa công thức hoặc liên kết bị lỗi rồi nhập lại',
  unreadable: 'không đọc được',
  unknownTopSection: 'không phải mã của một mục lớn trong Tiêu chí',
  notDescending: 'phải ghi từ mức cao xuống mức thấp, mỗi mức một điểm bắt đầu',
  formulaLike: 'bắt đầu bằng dấu = nên gõ lại thì Excel coi là công thức',
  tableName: 'là tên dành cho một sheet chung của cụm, khối',
} satisfies Record<FieldProblem, string>;

const NAME_FIELDS: Readonly<Record<NameField, string>> = {
  id: 'Mã đơn vị',
  name: 'Tên đơn vị',
  fullName: 'Tên đầy đủ khi ký',
};

const CODED = { unit: 'Đơn vị', award: 'Danh hiệu', condition: 'Điều kiện' } as const;

export const covenant = {
  'code-changed': (d) => ({
    message: `${CODED[d.coded]} “${short(d.name)}” nay có mã “${short(d.code)}”, trước đây là “${short(d.former)}”: số liệu đi theo mã nên sẽ không còn ở ${CODED[d.coded].toLocaleLowerCase('vi')} này.`,
    remedy: `Ghi lại mã “${short(d.former)}”, cả ở những ô khác đã đổi theo. Đổi tên thì giữ nguyên mã. Nếu thật là ${CODED[d.coded].toLocaleLowerCase('vi')} khác thì ghi tên khác.`,
  }),
  'days-out-of-order': (d) => ({
    message: `“${d.earlier}” đang muộn hơn “${d.later}”.`,
    remedy: 'Kiểm tra lại hai ngày này trong sheet Giao ước.',
  }),
  'title-unknown': (d) => ({
    message: `Danh hiệu “${short(d.title)}” dựa vào “${short(d.named)}”, nhưng mã này không có hoặc đứng sau nó.`,
    remedy: 'Ghi đúng mã của một danh hiệu ở dòng phía trên.',
  }),
  'title-for-nobody': (d) => ({
    message: `Danh hiệu “${short(d.title)}” chỉ xét đơn vị được đề nghị “${short(d.named)}” nhưng lại trừ chính các đơn vị ấy: không đơn vị nào được đề nghị.`,
    remedy: 'Bỏ một trong hai: chọn trong danh hiệu ấy, hoặc trừ danh hiệu ấy.',
  }),
  'quota-too-large': (d) => ({
    message: `Danh hiệu “${short(d.title)}”: chỉ tiêu ${d.quota} lớn hơn số đơn vị là ${d.units}.`,
    remedy: 'Sửa chỉ tiêu cho không quá số đơn vị.',
  }),
  'fact-missing': (d) => ({
    message: `${d.unit}: chưa nhập “${short(d.what)}”.`,
    remedy: 'Nhập số liệu vào ô này để xét danh hiệu.',
  }),
  'fact-invalid': (d) => ({
    message: `${d.unit}: “${short(d.value)}” không dùng được cho “${short(d.what)}”.`,
    remedy:
      'Nhập số nguyên từ 0 trở lên (ngày theo dạng ngày/tháng/năm); số phiếu và số người không vượt quá tổng số bên cạnh.',
  }),
  'fact-disguised': (d) => ({
    message: `${d.unit}, “${short(d.what)}”: ${disguised(d)}`,
    remedy: 'Trả lại định dạng số của ô (giá trị giữ nguyên), rồi xem lại: nếu số không đúng thì nhập lại.',
  }),
  'fact-differs': (d) => ({
    message: `${d.unit}: “${short(d.what)}” ghi ${d.value}, nhưng dòng ${d.line} ghi ${d.lineValue} (ô ${d.lineCell} của sheet “${d.lineSheet}”).`,
    remedy: `Đối chiếu hồ sơ rồi sửa một trong hai ô cho khớp; để trống ô này thì lấy theo dòng ${d.line}. Chưa khớp thì chưa đề nghị đơn vị theo điều kiện này.`,
  }),
  'fact-overruled': (d) => ({
    message: `${d.unit}: “${short(d.what)}” ghi ${d.value} như dòng ${d.line}, nhưng điểm thẩm định hoặc thống nhất của dòng khác điểm tính từ số liệu ấy.`,
    remedy: `Nếu số liệu sai thì sửa ô ${d.lineCell} của sheet “${d.lineSheet}” và ô này.`,
  }),
  'name-refused': (d) => ({
    message:
      d.value.trim() === ''
        ? `Không đổi tên được. ${NAME_FIELDS[d.of]} ${problems[d.problem]}.`
        : `Không đổi tên được. ${NAME_FIELDS[d.of]} “${short(d.value)}” ${problems[d.problem]}.`,
    remedy: 'Chọn tên khác, hoặc mã của một đơn vị có trong Giao ước, rồi đổi tên lại.',
  }),
  'field-invalid': (d) => ({
    message:
      d.value === ''
        ? `${d.field}: ${problems[d.problem]}.`
        : `${d.field}: “${short(d.value)}” ${problems[d.problem]}.`,
    remedy: 'Sửa ô này rồi kiểm tra lại.',
  }),
  'data-invalid': (d) => ({
    message:
      d.value === ''
        ? `${d.field}: ${problems[d.problem]}.`
        : `${d.field}: “${short(d.value)}” ${problems[d.problem]}.`,
    remedy: 'Sửa chỗ này trong tệp JSON theo lược đồ ở docs/schema rồi làm lại.',
  }),
  'table-missing': (d) => ({
    message: `Không tìm thấy bảng “${short(d.what)}” trong sổ.`,
    remedy: `Lập bảng có một dòng tiêu đề gồm ít nhất các cột: ${d.column}.`,
  }),
  'sum-differs': (d) => ({
    message:
      d.section === ''
        ? `Thang điểm ${points(d.declared)} khác tổng điểm các mục lớn là ${points(d.sum)}.`
        : `Mục ${d.section}: điểm chuẩn ghi ${points(d.declared)} nhưng các dòng thuộc mục cộng lại là ${points(d.sum)}.`,
    remedy: 'Sửa điểm chuẩn để hai số bằng nhau.',
  }),
  'section-empty': (d) => ({
    message: `Mục ${d.section} không có dòng nào.`,
    remedy: 'Thêm tiêu chí thuộc mục này (cột Thuộc mục), hoặc xóa mục.',
  }),
  'section-circle': (d) => ({
    message: `Mục ${d.section} nằm vòng quanh trong chính nó.`,
    remedy: 'Sửa cột Thuộc mục để mục này thuộc một mục khác ở trên.',
  }),
  'no-criteria': () => ({
    message: 'Bộ tiêu chí chưa có tiêu chí nào được chấm điểm chuẩn.',
    remedy: 'Thêm ít nhất một mục và một tiêu chí.',
  }),
  'no-units': () => ({
    message: 'Giao ước chưa có đơn vị nào.',
    remedy: 'Nhập tên các đơn vị vào bảng đơn vị.',
  }),
  'unit-doubled': (d) => ({
    message: `Đơn vị “${d.unit}” trùng tên hoặc trùng mã với “${d.other}”.`,
    remedy: 'Mỗi đơn vị một tên và một mã riêng.',
  }),
  'head-unknown': (d) => ({
    message: `Không có đơn vị nào mang mã “${d.head}” của đơn vị trưởng.`,
    remedy: 'Ghi vai trò cho đúng đơn vị trong bảng đơn vị.',
  }),
  'unit-similar': (d) => ({
    message: `Tên “${d.unit}” chỉ khác “${d.other}” ở dấu nên dễ nhầm.`,
    remedy: 'Nếu là một đơn vị thì xóa một dòng; nếu là hai đơn vị thì ghi tên đầy đủ cho dễ phân biệt.',
  }),
  'cluster-small': (d) => ({
    message: `Cụm, khối chỉ có ${d.units} đơn vị; hướng dẫn năm 2024 yêu cầu ít nhất 5.`,
    remedy: 'Kiểm tra lại danh sách đơn vị; vẫn chấm điểm được bình thường.',
  }),
} satisfies Partial<FindingWords>;
