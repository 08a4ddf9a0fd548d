/** Every word on the screen and in findings, in Vietnamese. Points in `data` are hundredths unless they are plain numbers. */
import { plainNumber } from './numbers';
import { short } from './short';
import { viPane } from './viPane';

const n = (value: number): string => plainNumber(value);
/** Hundredths as points. */
const p = (hundredths: number): string => plainNumber(hundredths / 100);

const PROBLEMS = {
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
  notWhole: 'không phải số nguyên',
  unreadable: 'không đọc được',
  unknownTopSection: 'không phải mã của một mục lớn trong Tiêu chí',
  notDescending: 'phải ghi từ mức cao xuống mức thấp, mỗi mức một điểm bắt đầu',
} as const;
export type Problem = keyof typeof PROBLEMS;

const of = (unit: string, line: string): string => `${unit}, dòng ${line}`;

export const vi = {
  findings: {
    'line-blank': (d: { unit: string; line: string }) => ({
      message: `${of(d.unit, d.line)}: chưa chấm.`,
      remedy: 'Nhập kết quả hoặc điểm vào ô này. Không phát sinh thì nhập 0, không để trống.',
    }),
    'not-a-number': (d: { unit: string; line: string; value: string }) => ({
      message: `${of(d.unit, d.line)}: “${short(d.value)}” không phải là số.`,
      remedy: 'Xóa ô và nhập lại bằng số, dùng dấu phẩy thập phân, ví dụ 9,5.',
    }),
    'number-as-text': (d: { unit: string; line: string; value: string; number: number }) => ({
      message: `${of(d.unit, d.line)}: “${short(d.value)}” được nhập dưới dạng chữ nên không được tính.`,
      remedy: `Đổi thành số ${n(d.number)}.`,
    }),
    'date-for-number': (d: { unit: string; line: string }) => ({
      message: `${of(d.unit, d.line)}: ô chứa ngày tháng, có thể Excel đã đổi số như 9/5 thành ngày.`,
      remedy: 'Đặt định dạng ô là Số (General) rồi nhập lại con số đúng.',
    }),
    'below-zero': (d: { unit: string; line: string; value: number }) => ({
      message: `${of(d.unit, d.line)}: giá trị ${n(d.value)} nhỏ hơn 0.`,
      remedy: 'Nhập số từ 0 trở lên. Điểm trừ cũng nhập số dương.',
    }),
    'above-maximum': (d: { unit: string; line: string; value: number; maximum: number }) => ({
      message: `${of(d.unit, d.line)}: ${n(d.value)} điểm vượt mức tối đa ${p(d.maximum)}.`,
      remedy: `Nhập điểm từ 0 đến ${p(d.maximum)}.`,
    }),
    'count-not-whole': (d: { unit: string; line: string; value: number }) => ({
      message: `${of(d.unit, d.line)}: số lần ${n(d.value)} không phải số nguyên.`,
      remedy: 'Nhập số lần là số nguyên.',
    }),
    'count-too-large': (d: { unit: string; line: string; value: number; maximum: number }) => ({
      message: `${of(d.unit, d.line)}: số lần ${n(d.value)} lớn bất thường (tối đa ${n(d.maximum)}).`,
      remedy: 'Kiểm tra và nhập lại số lần.',
    }),
    'not-in-steps': (d: { unit: string; line: string; value: number; step: number }) => ({
      message: `${of(d.unit, d.line)}: ${n(d.value)} điểm không đúng bước chấm ${p(d.step)}.`,
      remedy: `Nhập điểm là bội số của ${p(d.step)}.`,
    }),
    'rounded-to-hundredths': (d: { unit: string; line: string; value: number }) => ({
      message: `${of(d.unit, d.line)}: ${String(d.value).replace('.', ',')} có quá hai chữ số thập phân, được tính là ${n(d.value)}.`,
      remedy: 'Nhập điểm với tối đa hai chữ số thập phân.',
    }),
    'mark-unknown': (d: { unit: string; line: string; value: string; marks: string }) => ({
      message: `${of(d.unit, d.line)}: “${short(d.value)}” không phải ký hiệu hợp lệ.`,
      remedy: `Chọn một trong: ${d.marks}.`,
    }),
    'bonus-without-evidence': (d: { unit: string; line: string }) => ({
      message: `${of(d.unit, d.line)}: có điểm cộng nhưng chưa ghi minh chứng.`,
      remedy: 'Ghi số, ngày của văn bản chứng minh vào cột Minh chứng.',
    }),
    'evidence-twice': (d: { unit: string; line: string; other: string; evidence: string }) => ({
      message: `${of(d.unit, d.line)}: minh chứng “${short(d.evidence)}” đã dùng ở dòng ${d.other}.`,
      remedy: 'Kiểm tra để một minh chứng không được tính điểm hai lần.',
    }),
    'change-without-reason': (d: { unit: string; line: string }) => ({
      message: `${of(d.unit, d.line)}: điểm các giai đoạn khác nhau nhưng chưa ghi lý do.`,
      remedy: 'Ghi lý do điều chỉnh vào cột Ghi chú.',
    }),
    'target-missing': (d: { unit: string; line: string }) => ({
      message: `${of(d.unit, d.line)}: có kết quả nhưng chưa có chỉ tiêu (hoặc tổng số).`,
      remedy:
        'Nhập chỉ tiêu trong sheet Giao chỉ tiêu, hoặc tổng số vào cột Chỉ tiêu của dòng. Không giao chỉ tiêu thì ghi KG.',
    }),
    'target-zero': (d: { unit: string; line: string; value: number }) => ({
      message: `${of(d.unit, d.line)}: chỉ tiêu (hoặc tổng số) bằng 0 nhưng kết quả là ${n(d.value)}.`,
      remedy: 'Sửa chỉ tiêu hoặc kết quả. Không giao chỉ tiêu thì ghi KG; cả hai bằng 0 là không phát sinh.',
    }),
    'share-above-whole': (d: { unit: string; line: string; figure: number; whole: number }) => ({
      message: `${of(d.unit, d.line)}: kết quả ${n(d.figure)} lớn hơn tổng số ${n(d.whole)}.`,
      remedy: 'Kiểm tra lại kết quả và tổng số; có thể đã nhập ngược hai ô.',
    }),
    'amount-too-large': (d: { unit: string; line: string; value: number }) => ({
      message: `${of(d.unit, d.line)}: ${n(d.value)} lớn bất thường.`,
      remedy: 'Kiểm tra và nhập lại con số.',
    }),
    'not-arising-in-adjustments': (d: { unit: string; line: string }) => ({
      message: `${of(d.unit, d.line)}: điểm cộng, điểm trừ không dùng ký hiệu KPS.`,
      remedy: 'Không phát sinh thì nhập 0.',
    }),
    'not-arising-undecided': (d: { unit: string; line: string }) => ({
      message: `${of(d.unit, d.line)}: không phát sinh, giao ước để cụm quyết định nên chưa có điểm.`,
      remedy: 'Cụm thống nhất rồi nhập điểm vào cột Thống nhất kèm lý do, hoặc ghi cách tính KPS trong sheet Tiêu chí.',
    }),
    'nothing-applies': (d: { unit: string }) => ({
      message: `${d.unit}: mọi dòng tính điểm đều không phát sinh nên không quy đổi được.`,
      remedy: 'Kiểm tra lại các dòng ghi KPS.',
    }),
    'stage-deviation': (d: { unit: string; line: string; from: number; to: number; limit: number }) => ({
      message: `${of(d.unit, d.line)}: điểm đổi từ ${p(d.from)} thành ${p(d.to)}, lệch quá ${p(d.limit)} điểm.`,
      remedy: 'Xem lại lý do điều chỉnh và đưa ra cụm, khối thống nhất.',
    }),
    'below-least': (d: { unit: string; line: string; points: number; least: number }) => ({
      message: `${of(d.unit, d.line)}: ${p(d.points)} điểm, dưới mức tối thiểu ${p(d.least)} để được xét.`,
      remedy:
        'Cụm, khối xem xét diện xét của đơn vị trong sheet Tổng hợp; đơn vị không được đề nghị danh hiệu khi còn dưới mức này.',
    }),
    'own-review': (d: { unit: string; reviewer: string }) => ({
      message: `${d.unit}: đơn vị trưởng tự thẩm định bảng của mình (${short(d.reviewer)}).`,
      remedy: 'Bảng của đơn vị trưởng do đơn vị phó thẩm định: sửa ô Đơn vị thẩm định.',
    }),
    'reviewer-unknown': (d: { unit: string; value: string }) => ({
      message:
        d.value === ''
          ? `${d.unit}: chưa ghi đơn vị thẩm định.`
          : `${d.unit}: đơn vị thẩm định “${short(d.value)}” không có trong Giao ước.`,
      remedy:
        'Ghi tên một đơn vị trong Giao ước, thường là đơn vị trưởng; bảng của đơn vị trưởng do đơn vị phó thẩm định.',
    }),
    'stage-unknown': (d: { unit: string; value: string }) => ({
      message: `${d.unit}: giai đoạn “${short(d.value)}” không có trong danh sách.`,
      remedy: 'Chọn Tự chấm, Thẩm định hoặc Thống nhất.',
    }),
    'eligibility-unknown': (d: { unit: string; value: string }) => ({
      message:
        d.value === ''
          ? `${d.unit}: chưa ghi diện xét.`
          : `${d.unit}: diện xét “${short(d.value)}” không có trong danh sách.`,
      remedy: 'Chọn Được xét, Chưa xét hoặc Không xét.',
    }),
    'eligibility-without-reason': (d: { unit: string }) => ({
      message: `${d.unit}: chưa xét hoặc không xét nhưng chưa ghi lý do, căn cứ.`,
      remedy: 'Ghi lý do và căn cứ vào cột Lý do, căn cứ.',
    }),
    'covenant-exists': (d: { sheet: string }) => ({
      message: `Sổ này đã có sheet “${d.sheet}”.`,
      remedy: 'Sửa trực tiếp trên sheet đó, hoặc mở một sổ mới để lập giao ước khác.',
    }),
    'sheet-in-use': (d: { sheet: string }) => ({
      message: `Sheet “${d.sheet}” đã có số liệu nhập vào nên không gỡ.`,
      remedy: 'Giữ nguyên, hoặc xóa sheet bằng tay nếu chắc chắn không cần.',
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
  },
  failures: {
    cellBeingEdited: {
      message: 'Một ô đang được sửa nên Excel chưa nhận lệnh.',
      remedy: 'Bấm Enter để kết thúc sửa ô rồi làm lại.',
    },
    protected: {
      message: 'Excel từ chối vì sheet hoặc sổ đang được bảo vệ bằng mật khẩu.',
      remedy: 'Bỏ bảo vệ (thẻ Xem lại) rồi làm lại.',
    },
    notFound: { message: 'Một sheet vừa bị xóa hoặc đổi trong lúc làm.', remedy: 'Làm lại lệnh.' },
    tooLarge: {
      message: 'Sổ quá lớn để xử lý một lần.',
      remedy: 'Chuyển các sheet không liên quan sang sổ khác rồi làm lại.',
    },
    readOnly: {
      message: 'Sổ đang mở ở chế độ chỉ đọc.',
      remedy: 'Bấm Bật chỉnh sửa hoặc lưu thành bản khác rồi làm lại.',
    },
    tooOld: {
      message: 'Phiên bản Excel này chưa đủ chức năng.',
      remedy: 'Dùng Excel 2021 trở lên hoặc Excel trên web.',
    },
    nameTaken: { message: 'Đã có sheet cùng tên.', remedy: 'Làm lại lệnh; phần bổ trợ sẽ chọn tên khác.' },
    otherWorkbook: { message: 'Một sổ khác đang được chọn.', remedy: 'Bấm vào sổ chấm điểm rồi làm lại.' },
    connectionLost: { message: 'Mất liên lạc với Excel.', remedy: 'Kiểm tra mạng rồi làm lại.' },
    cancelled: { message: 'Đã hủy theo yêu cầu.', remedy: 'Làm lại khi cần.' },
    other: {
      message: 'Excel báo lỗi.',
      remedy: 'Lưu sổ, mở lại rồi làm lại; nếu vẫn lỗi, gửi chi tiết lỗi cho người phụ trách.',
    },
  },
  aftermath: {
    unchanged: 'Sổ chưa bị thay đổi.',
    takenBack: 'Những gì đã thêm được gỡ lại; sổ như trước khi làm.',
    unknown:
      'Chưa gỡ lại được: có thể còn sheet thêm dở. Xóa những sheet vừa thêm, chưa có số liệu, rồi Chèn bảng chấm điểm lại.',
  },
  ui: viPane,
};
