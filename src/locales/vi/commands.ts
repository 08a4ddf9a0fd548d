/** What the commands did, in Vietnamese. */
import { short } from '../../covenant/findings';
import type { CommandReport } from '../../commands';
import { updateCommands } from './updateCommands';
import { about, type CommandWords, isCell, isSheet, placeName, placeNames } from '../commandWords';

export const commands: CommandWords = {
  newCovenant: { done: ({ added }) => about(added, (names) => `Đã lập giao ước: ${names}.`) },
  importTables: { done: () => [] },
  insertSheets: {
    cli: () => 'chèn những sheet còn thiếu',
    done: ({ added, rowsAdded, kept }) => {
      const additions = [
        ...about(added, (names) => `Đã thêm: ${names}.`),
        ...about(rowsAdded, (names) => `Đã thêm dòng cho: ${names}.`),
      ];
      return [
        ...(additions.length > 0 ? additions : ['Đã đủ bảng cho mọi đơn vị, không cần thêm gì.']),
        ...about(kept, (names) => `Giữ nguyên vì đã có: ${names}.`),
      ];
    },
  },
  ...updateCommands,
  fitPages: {
    cli: () => 'chỉnh dòng và ngắt trang theo nội dung',
    button: {
      run: 'Chỉnh dòng và ngắt trang',
      hint: 'Dòng cao đủ cho minh chứng, ghi chú đã nhập; trang ngắt lại cho vừa. Không số liệu nào thay đổi.',
    },
    done: ({ fitted, left, tooLong }) => [
      `Đã chỉnh dòng và ngắt trang trên ${fitted.length} sheet.`,
      ...about(left, (sheets) => `Để nguyên vì dòng hoặc cột đã bị di chuyển: ${sheets}.`),
      ...about(
        tooLong.map(placeName),
        (cells) => `Quá dài, in ra chữ rất nhỏ hoặc bị cắt; hãy rút gọn hoặc chuyển sang phụ lục: ${cells}.`,
      ),
    ],
  },
  protectSheets: {
    cli: () => 'bật lại bảo vệ các sheet',
    button: {
      run: 'Bật lại bảo vệ các sheet',
      hint: 'Khóa lại những ô không phải nhập trên các sheet đang để mở. Không số liệu nào thay đổi.',
    },
    done: ({ protectedNow }) =>
      protectedNow.length === 0
        ? ['Mọi sheet đều đang được bảo vệ.']
        : [`Đã bật lại bảo vệ: ${protectedNow.join(', ')}.`],
  },
  checkFigures: {
    cli: () => 'kiểm tra số liệu',
    done: ({ errors, warnings }) => [
      errors + warnings === 0 ? 'Đã kiểm tra: không có lỗi nào.' : `Đã kiểm tra: ${errors} lỗi, ${warnings} lưu ý.`,
    ],
  },
  applyFixes: { done: fixed },
  applyChoice: { done: fixed },
  renewWords: {
    cli: () => 'cập nhật chữ in',
    button: {
      run: 'Cập nhật chữ in',
      hint: 'Tên, kỳ, nội dung, tiêu đề trên các sheet và thẻ ghi lại theo Giao ước, Tiêu chí. Số liệu giữ nguyên.',
    },
    done: ({ cells, tabs }) =>
      cells + tabs.length === 0
        ? ['Mọi chữ in đều đã khớp Giao ước, Tiêu chí.']
        : [`Đã ghi lại ${cells} ô.`, ...about(tabs, (names) => `Thẻ mang tên mới: ${names}.`)],
  },
  renameUnit: {
    done: ({ from, to, cells, tabs, left, fullName }) => [
      `Đã đổi tên “${from}” thành “${to}” ở ${cells} ô.`,
      ...about(tabs, (names) => `Thẻ mang tên mới: ${names}.`),
      ...about(placeNames(left.filter(isSheet)), (names) => `Cần lập lại để có tên mới: ${names}.`),
      ...about(placeNames(left.filter(isCell)), (cells) => `Tên cũ còn ở: ${cells}.`),
      ...(fullName
        ? [
            `Tên đầy đủ “${fullName.kept}” vẫn có tên cũ và được giữ nguyên. Muốn đổi theo thì đổi tên lần nữa, ghi tên đầy đủ mới, ví dụ “${fullName.proposed}”.`,
          ]
        : []),
    ],
  },
  describe: { cli: () => 'địa chỉ các ô', done: () => [] },
  countPages: { done: () => [] },
  rankUnits: {
    cli: () => 'xếp hạng',
    done: ({ provisional, remaining }) => [
      provisional ? 'Đã xếp hạng tạm tính và ghi vào sổ.' : 'Đã xếp hạng và ghi vào sổ: kết quả đã thống nhất.',
      ...(remaining > 0 ? [`Còn ${remaining} lỗi hoặc lưu ý.`] : []),
    ],
  },
  makeDocument: {
    cli: (verb, sheetName) => (verb === 'document seal' ? 'chốt kết quả' : `lập sheet ${sheetName}`),
    done: ({ sheets, replaced }) => [
      `${replaced ? 'Đã lập lại' : 'Đã lập'} sheet ${sheets.join(', ')} theo số liệu hiện nay.`,
    ],
  },
  verifySeal: {
    done: ({ same, typed, recorded, sealed, deferred, intact, covers, points, cells, sheets, shown }) => [
      same ? `Khớp: sổ đúng với mã chốt ${typed}. ${sealed}.` : `Không khớp với mã chốt ${typed}.`,
      ...(recorded === typed || recorded === '' ? [] : [`Mã chốt ghi trong sổ là ${recorded}. ${sealed}.`]),
      ...about(deferred, (all) => `Được chốt là chưa xét, điểm, hạng chưa chính thức: ${all}.`),
      ...(intact ? [] : ['Bản chốt trong sổ đã bị sửa: số liệu lưu không cho ra mã của chính nó.']),
      ...(covers === 'everything'
        ? []
        : ['Bản chốt do phiên bản trước lập: chỉ đối chiếu được điểm, thứ hạng, diện xét, danh hiệu.']),
      ...about(
        points.slice(0, MAX_TOLD).map(({ unit, what }) => `${unit}: ${what}`),
        (all) => `Kết quả đã đổi (${points.length}): ${all}.`,
      ),
      ...about(
        cells
          .slice(0, MAX_TOLD)
          .map(
            ({ place, sealed: before, present }) =>
              `${placeName(place)} (chốt: ${quoted(before)}, nay: ${quoted(present)})`,
          ),
        (all) => `Ô khác bản chốt (${cells.length}): ${all}.`,
      ),
      ...about(sheets, (all) => `Sheet khác bản chốt, không nêu được từng ô: ${all}.`),
      ...about(
        shown.slice(0, MAX_TOLD).map(placeName),
        (all) => `Ô hiện ra, hoặc trang in ra, khác nội dung đã chốt (${shown.length}): ${all}.`,
      ),
    ],
  },
  recordChanges: {
    cli: () => 'ghi nhật ký các thay đổi',
    button: {
      run: 'Ghi nhật ký',
      hint: 'Ghi vào sheet Nhật ký (ẩn) những thay đổi của điểm thẩm định, thống nhất, diện xét, phiếu, giao ước từ lần ghi trước.',
    },
    done: ({ begun, noticed }) => [
      begun
        ? 'Đã bắt đầu Nhật ký: từ nay mỗi thay đổi đều được ghi.'
        : noticed === 0
          ? 'Nhật ký đã đủ, không có thay đổi nào chưa ghi.'
          : `Đã ghi ${noticed} thay đổi vào Nhật ký.`,
    ],
  },
  undoLast: {
    done: ({ removed, renamed, redrawn, referring, pagesLeft, restored, left }) => [
      ...about(removed, (names) => `Đã gỡ: ${names}.`),
      ...about(renamed, (names) => `Thẻ mang lại tên cũ: ${names}.`),
      ...about(redrawn, (names) => `Đã lập lại như trước khi cập nhật: ${names}.`),
      ...about(
        referring,
        (names) =>
          `Công thức còn trỏ đến sheet đã gỡ (#REF!): ${names}. Chèn lại bảng chấm điểm, hoặc lập lại các sheet này.`,
      ),
      ...(restored.length > 0 ? [`Đã trả lại ${restored.length} ô như trước khi sửa.`] : []),
      ...about(
        pagesLeft,
        (names) => `Thiết lập trang in giữ như sau khi sửa: ${names}. Cần thì đặt lại ở Bố trí Trang.`,
      ),
      ...about(left.map(placeName), (places) => `Để nguyên vì đã có người sửa lại: ${places}.`),
    ],
  },
};

/** So many of the cells and results that differ are told; the headless command lists all. */
const MAX_TOLD = 20;
const quoted = (text: string): string => (text === '' ? 'trống' : `“${short(text)}”`);

function fixed({ fixed: cells, skipped }: CommandReport<'applyFixes'>): string[] {
  return [
    `Đã sửa ${cells.length} ô.`,
    ...about(
      skipped.map(placeName),
      (places) => `Để nguyên vì ô đã khác lúc kiểm tra, hoặc không còn: ${places}. Chạy Kiểm tra lại.`,
    ),
  ];
}
