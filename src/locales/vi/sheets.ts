/** Findings about sheets, the covenant, the criteria and titles, in Vietnamese. Points are hundredths unless they are plain numbers. */
import { plainNumber } from '../../covenant/numberText';
import { short } from '../../covenant/names';
import { type Problem, PROBLEMS } from './problems';

const n = (value: number): string => plainNumber(value);
/** Hundredths as points. */
const p = (hundredths: number): string => n(hundredths / 100);

export const viSheets = {
  'covenant-exists': (d: { sheet: string }) => ({
    message: `Sổ này đã có sheet “${d.sheet}”.`,
    remedy: 'Sửa trực tiếp trên sheet đó, hoặc mở một sổ mới để lập giao ước khác.',
  }),
  'sheet-in-use': (d: { sheet: string }) => ({
    message: `Sheet “${d.sheet}” đã có số liệu nhập vào nên không gỡ.`,
    remedy: 'Giữ nguyên, hoặc xóa sheet bằng tay nếu chắc chắn không cần.',
  }),
  'sheet-name-taken': (d: { sheet: string }) => ({
    message: `Sổ đã có một sheet tên “${d.sheet}” không phải do phần bổ trợ lập nên giữ nguyên.`,
    remedy: 'Đổi tên sheet đó rồi làm lại.',
  }),
  'covenant-missing': () => ({
    message: 'Sổ này chưa có sheet Giao ước.',
    remedy: 'Chọn Lập giao ước mới, hoặc mở đúng sổ chấm điểm của cụm, khối.',
  }),
  'criteria-missing': () => ({
    message: 'Sổ này chưa có sheet Tiêu chí.',
    remedy: 'Chọn Lập giao ước mới, hoặc mở đúng sổ chấm điểm của cụm, khối.',
  }),
  'summary-missing': () => ({
    message: 'Sổ này chưa có sheet Tổng hợp.',
    remedy: 'Chọn Chèn bảng chấm điểm để tạo lại.',
  }),
  'sheet-missing': (d: { unit: string }) => ({
    message: `${d.unit}: chưa có bảng chấm điểm.`,
    remedy: 'Chọn Chèn bảng chấm điểm.',
  }),
  'sheet-doubled': (d: { what: string; other: string }) => ({
    message: `Sheet “${d.what}” là bản sao của “${d.other}” và không được tính.`,
    remedy: `Giữ một sheet: xóa “${d.what}” nếu không cần, hoặc chép số liệu đúng vào “${d.other}” rồi xóa.`,
  }),
  'sheet-of-no-unit': (d: { unit: string }) => ({
    message: `Sheet này thuộc đơn vị có mã “${d.unit}” không có trong Giao ước.`,
    remedy: 'Sửa lại mã đơn vị trong Giao ước cho khớp, hoặc xóa sheet nếu đơn vị không còn trong cụm, khối.',
  }),
  'sheet-of-other-criteria': (d: { unit: string }) => ({
    message: `${d.unit}: sheet được lập theo bộ tiêu chí hoặc quy ước khác với Giao ước và Tiêu chí hiện nay.`,
    remedy: 'Khôi phục bộ tiêu chí cũ, hoặc xóa sheet này, chèn lại rồi nhập lại số liệu.',
  }),
  'column-missing': (d: { column: string }) => ({
    message: `Thiếu cột “${d.column}”.`,
    remedy: 'Hoàn tác việc xóa cột, hoặc chép lại từ một bảng nguyên vẹn.',
  }),
  'row-missing': (d: { row: string }) => ({
    message: `Thiếu dòng “${d.row}”.`,
    remedy: 'Hoàn tác việc xóa dòng. Nếu không được: đổi tên sheet, chèn lại bảng rồi chép số liệu sang.',
  }),
  'row-doubled': (d: { row: string; other: string }) => ({
    message: `Dòng “${d.row}” bị lặp lại; chỉ dòng ${d.other} của sheet được tính.`,
    remedy: 'Xóa dòng bị chép thêm.',
  }),
  'row-not-in-criteria': (d: { row: string }) => ({
    message: `Dòng “${d.row}” không có trong bộ tiêu chí.`,
    remedy: 'Xóa dòng này, hoặc thêm tiêu chí vào sheet Tiêu chí rồi chèn lại bảng.',
  }),
  'standard-changed': (d: { line: string; expected: number; value: string }) => ({
    message: `Dòng ${d.line}: mức điểm của dòng đã bị sửa thành “${short(d.value)}”.`,
    remedy: `Trả lại giá trị ${n(d.expected)} như trong sheet Tiêu chí.`,
  }),
  'formula-missing': (d: { what: string }) => ({
    message: `Mất công thức ở “${d.what}”.`,
    remedy: 'Khôi phục công thức.',
  }),
  'formula-overwritten': (d: { what: string }) => ({
    message: `Công thức ở “${d.what}” đã bị ghi đè hoặc sửa.`,
    remedy: 'Khôi phục công thức; nếu cần sửa điểm, nhập vào cột Thẩm định hoặc Thống nhất kèm lý do.',
  }),
  'summary-row-missing': (d: { unit: string }) => ({
    message: `Bảng tổng hợp chưa có dòng của ${d.unit}.`,
    remedy: 'Chọn Chèn bảng chấm điểm để thêm dòng.',
  }),
  'summary-row-of-no-unit': (d: { unit: string }) => ({
    message: `Bảng tổng hợp có dòng “${d.unit}” không thuộc Giao ước.`,
    remedy: 'Thêm lại đơn vị vào Giao ước với đúng mã cũ, hoặc bỏ bảo vệ sheet và xóa dòng này.',
  }),
  'sheet-unprotected': () => ({
    message: 'Sheet đang bỏ bảo vệ, công thức có thể bị ghi đè.',
    remedy: 'Bật lại bảo vệ: thẻ Xem lại, chọn Bảo vệ trang tính.',
  }),
  'not-registered': (d: { unit: string }) => ({
    message: `${d.unit}: không đăng ký thi đua hoặc không ký giao ước, nhưng diện xét chưa ghi Không xét.`,
    remedy: 'Đề xuất: ghi Không xét vào cột Diện xét của sheet Tổng hợp kèm lý do, căn cứ.',
  }),
  'hand-in-late': (d: { unit: string; days: number; line: string; value: number }) => ({
    message: `${d.unit}: nộp hồ sơ chậm ${d.days} ngày.`,
    remedy: `Đề xuất theo giao ước: nhập ${n(d.value)} vào cột Kết quả của dòng ${d.line}.`,
  }),
  'hand-in-late-unruled': (d: { unit: string; days: number }) => ({
    message: `${d.unit}: nộp hồ sơ chậm ${d.days} ngày; giao ước không nêu cách xử lý.`,
    remedy: 'Cụm, khối xem xét; nếu có quy ước, ghi mã dòng ở mục Dòng ghi nộp chậm của sheet Giao ước.',
  }),
  'days-out-of-order': (d: { earlier: string; later: string }) => ({
    message: `“${d.earlier}” đang muộn hơn “${d.later}”.`,
    remedy: 'Kiểm tra lại hai ngày này trong sheet Giao ước.',
  }),
  'role-barred': (d: { unit: string; role: 'head' | 'deputy' }) => ({
    message: `${d.unit}: năm trước không được xét thi đua nên không làm ${d.role === 'head' ? 'đơn vị trưởng' : 'đơn vị phó'}.`,
    remedy: 'Chọn đơn vị khác, hoặc bỏ dấu ở cột Năm trước không được xét nếu ghi nhầm.',
  }),
  'title-unknown': (d: { title: string; named: string }) => ({
    message: `Danh hiệu “${short(d.title)}” dựa vào “${short(d.named)}”, nhưng mã này không có hoặc đứng sau nó.`,
    remedy: 'Ghi đúng mã của một danh hiệu ở dòng phía trên.',
  }),
  'quota-too-large': (d: { title: string; quota: number; units: number }) => ({
    message: `Danh hiệu “${short(d.title)}”: chỉ tiêu ${d.quota} lớn hơn số đơn vị là ${d.units}.`,
    remedy: 'Sửa chỉ tiêu cho không quá số đơn vị.',
  }),
  'fact-missing': (d: { unit: string; what: string }) => ({
    message: `${d.unit}: chưa nhập “${short(d.what)}”.`,
    remedy: 'Nhập số liệu vào ô này để xét danh hiệu.',
  }),
  'fact-invalid': (d: { unit: string; what: string; value: string }) => ({
    message: `${d.unit}: “${short(d.value)}” không dùng được cho “${short(d.what)}”.`,
    remedy:
      'Nhập số nguyên từ 0 trở lên (ngày theo dạng ngày/tháng/năm); số phiếu và số người không vượt quá tổng số bên cạnh.',
  }),
  'tie-at-quota': (d: { title: string; units: string; places: number }) => ({
    message: `Danh hiệu “${short(d.title)}”: ${d.units} đồng hạng, chỉ còn ${d.places} suất.`,
    remedy: 'Cụm, khối biểu quyết rồi ghi thứ tự vào cột Thứ tự khi đồng hạng của sheet Xét danh hiệu.',
  }),
  'targets-missing': () => ({
    message: 'Sổ này chưa có sheet Giao chỉ tiêu.',
    remedy: 'Chọn Chèn bảng chấm điểm để tạo lại.',
  }),
  'titles-missing': () => ({
    message: 'Sổ này chưa có sheet Xét danh hiệu.',
    remedy: 'Chọn Chèn bảng chấm điểm để thêm; chưa có thì chưa nhập được điều kiện, phiếu và thứ tự khi đồng hạng.',
  }),
  'engine-differs': (d: { what: string; sheet: string; engine: string }) => ({
    message: `“${d.what}”: sheet ghi “${d.sheet}” nhưng tính lại được “${d.engine}”.`,
    remedy: 'Bấm F9 để Excel tính lại. Nếu vẫn lệch, khôi phục công thức của sheet rồi kiểm tra lại.',
  }),
  'field-invalid': (d: { field: string; problem: Problem; value: string }) => ({
    message:
      d.value === ''
        ? `${d.field}: ${PROBLEMS[d.problem]}.`
        : `${d.field}: “${short(d.value)}” ${PROBLEMS[d.problem]}.`,
    remedy: 'Sửa ô này rồi kiểm tra lại.',
  }),
  'data-invalid': (d: { field: string; problem: Problem; value: string }) => ({
    message:
      d.value === ''
        ? `${d.field}: ${PROBLEMS[d.problem]}.`
        : `${d.field}: “${short(d.value)}” ${PROBLEMS[d.problem]}.`,
    remedy: 'Sửa chỗ này trong tệp JSON theo lược đồ ở docs/schema rồi làm lại.',
  }),
  'table-missing': (d: { what: string; column: string }) => ({
    message: `Không tìm thấy bảng “${short(d.what)}” trong sổ.`,
    remedy: `Lập bảng có một dòng tiêu đề gồm ít nhất các cột: ${d.column}.`,
  }),
  'sum-differs': (d: { section: string; declared: number; sum: number }) => ({
    message:
      d.section === ''
        ? `Thang điểm ${p(d.declared)} khác tổng điểm các mục lớn là ${p(d.sum)}.`
        : `Mục ${d.section}: điểm chuẩn ghi ${p(d.declared)} nhưng các dòng thuộc mục cộng lại là ${p(d.sum)}.`,
    remedy: 'Sửa điểm chuẩn để hai số bằng nhau.',
  }),
  'section-empty': (d: { section: string }) => ({
    message: `Mục ${d.section} không có dòng nào.`,
    remedy: 'Thêm tiêu chí thuộc mục này (cột Thuộc mục), hoặc xóa mục.',
  }),
  'section-circle': (d: { section: string }) => ({
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
  'unit-doubled': (d: { unit: string; other: string }) => ({
    message: `Đơn vị “${d.unit}” trùng tên hoặc trùng mã với “${d.other}”.`,
    remedy: 'Mỗi đơn vị một tên và một mã riêng.',
  }),
  'head-unknown': (d: { head: string }) => ({
    message: `Không có đơn vị nào mang mã “${d.head}” của đơn vị trưởng.`,
    remedy: 'Ghi vai trò cho đúng đơn vị trong bảng đơn vị.',
  }),
  'cluster-small': (d: { units: number }) => ({
    message: `Cụm, khối chỉ có ${d.units} đơn vị; hướng dẫn năm 2024 yêu cầu ít nhất 5.`,
    remedy: 'Kiểm tra lại danh sách đơn vị; vẫn chấm điểm được bình thường.',
  }),
};
