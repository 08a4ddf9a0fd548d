/** What updates of the sheets, their previews and confirmations did, in Vietnamese. */
import { short } from '../../covenant/findings';
import type { CommandReport } from '../../commands';
import { points } from './numbers';
import { about, type CommandWords, placeName } from '../commandWords';

export const updateCommands: Pick<CommandWords, 'previewUpdate' | 'updateSheets' | 'confirmKept'> = {
  previewUpdate: {
    cli: () => 'xem trước thay đổi khi cập nhật theo giao ước',
    button: {
      run: 'Xem trước thay đổi',
      hint: 'Nêu dòng mới, dòng bỏ, đơn vị, danh hiệu thay đổi và số liệu không còn hợp lệ. Không ghi gì vào sổ.',
    },
    done: previewed,
  },
  updateSheets: {
    cli: () => 'cập nhật các bảng theo giao ước, giữ số liệu đã nhập',
    button: {
      run: 'Cập nhật theo giao ước',
      hint: 'Vẽ lại các bảng tại chỗ; số liệu, minh chứng, thẩm định đi theo dòng và đơn vị. Hoàn tác được.',
    },
    done: ({ redrawn, added, kept, returned, renamed, valued, lost, earlierReviews, pastDecisions, rankAgain }) =>
      redrawn.length + added.length === 0
        ? ['Các bảng đã đúng theo giao ước, không cần cập nhật gì.']
        : [
            ...about(redrawn, (names) => `Đã cập nhật theo giao ước: ${names}.`),
            ...about(added, (names) => `Đã thêm: ${names}.`),
            ...about(kept.map(entryName), (all) => `Không còn chỗ, giữ ở cuối sheet (${kept.length}): ${all}.`),
            ...about(returned.map(entryName), (all) => `Đã về chỗ cũ (${returned.length}): ${all}.`),
            ...about(
              renamed.map(entryName),
              (all) =>
                `Mã có lại nhưng tên hoặc nội dung khác trước, số liệu vẫn giữ ở cuối sheet; ghi lại đúng tên, nội dung cũ rồi cập nhật thì số liệu về chỗ cũ (${renamed.length}): ${all}.`,
            ),
            ...about(
              valued.map(valuedName),
              (all) =>
                `Công thức tự đặt đã được thay bằng giá trị trước khi cập nhật, vì dòng mà công thức dẫn tới đổi chỗ, bị bỏ hoặc có thêm dòng (${valued.length}): ${all}.`,
            ),
            ...lostFormulas(lost),
            ...about(
              earlierReviews.map(reviewName),
              (all) =>
                `Điểm thẩm định, thống nhất cho theo cách chấm cũ, không còn phù hợp nhưng vẫn là điểm chính thức, cần nhập lại hoặc giữ nếu vẫn đúng (${earlierReviews.length}): ${all}.`,
            ),
            ...about(
              pastDecisions.map(entryName),
              (all) =>
                `Quyết định không còn áp dụng cho dòng nào, vẫn giữ ở sheet Quyết định; xóa ngày ở đó nếu không còn dùng (${pastDecisions.length}): ${all}.`,
            ),
            ...(rankAgain
              ? ['Đã xóa diễn giải xếp hạng và đề nghị danh hiệu theo giao ước cũ: cần xếp hạng lại.']
              : []),
          ],
  },
  confirmKept: {
    cli: () => 'bỏ số liệu không còn chỗ trong giao ước',
    button: {
      run: 'Xác nhận bỏ',
      hint: 'Bỏ danh sách số liệu không còn chỗ ở cuối các sheet. Hoàn tác được.',
    },
    done: ({ removed }) =>
      removed.length === 0
        ? ['Không có số liệu nào chờ xác nhận bỏ.']
        : about(removed.map(entryName), (all) => `Đã bỏ (${removed.length}): ${all}.`),
  },
};

const entryName = ({ sheet, what, value }: { sheet: string; what: string; value: string }): string =>
  `${sheet}, ${what}: ${short(value)}`;

const valuedName = ({ sheet, cell, formula, value }: CommandReport<'updateSheets'>['valued'][number]): string =>
  `${placeName({ sheet, cell })} ${short(formula)}: ${short(value)}`;

const lostFormulas = (lost: CommandReport<'updateSheets'>['lost']): string[] =>
  about(
    lost.map(placeName),
    (all) =>
      `Công thức trên sheet riêng cần xem lại, vì dòng bị bỏ, vùng có dòng thêm, bớt, đổi chỗ, hoặc sheet ấy khóa (${lost.length}): ${all}.`,
  );

const reviewName = ({ sheet, cell, value, kind }: CommandReport<'updateSheets'>['earlierReviews'][number]): string =>
  `${placeName({ sheet, cell })} (${kind.before} → ${kind.after}): ${short(value)}`;

const PARTS = {
  rules: 'quy ước tính điểm',
  tieBreaks: 'cách phân định khi bằng điểm',
  awards: 'danh hiệu',
  conditions: 'điều kiện xét danh hiệu',
  unitOrder: 'thứ tự đơn vị',
  form: 'mẫu in bảng chấm của đơn vị',
  words: 'câu chữ, ngày tháng',
} as const;

function previewed({
  lines,
  units,
  parts,
  kept,
  returned,
  renamed,
  valued,
  lost,
  earlierReviews,
  pastDecisions,
  rankAgain,
  misfits,
  redrawn,
  added,
}: CommandReport<'previewUpdate'>): string[] {
  const names = (all: readonly { code: string; name: string }[]): string[] =>
    all.map(({ code, name }) => `${code} (${short(name)})`);
  const told = [
    ...about(names(lines.added), (all) => `Dòng mới: ${all}.`),
    ...about(names(lines.gone), (all) => `Dòng bỏ: ${all}.`),
    ...about(
      lines.renamed.map(({ code, from }) => `${from} thành ${code}`),
      (all) => `Dòng đổi mã, số liệu đi theo: ${all}.`,
    ),
    ...about(names(lines.moved), (all) => `Dòng đổi chỗ: ${all}.`),
    ...(lines.gone.length + lines.moved.length > 0
      ? [
          'Ghi chú, liên kết, quy tắc tự đặt ở ô của dòng bỏ, dòng đổi chỗ và tên tự đặt cho ô ấy không đi theo, hoàn tác cũng không trả lại: nên lưu một bản trước.',
        ]
      : []),
    ...about(
      lines.changed.map(
        ({ code, max, kind }) =>
          `${code} (${kind.before === kind.after ? kind.after : `${kind.before} → ${kind.after}`}, tối đa ${points(max.before)} → ${points(max.after)})`,
      ),
      (all) => `Dòng đổi điểm hoặc cách chấm: ${all}.`,
    ),
    ...about(units.joined, (all) => `Đơn vị mới: ${all}.`),
    ...about(units.left, (all) => `Đơn vị không còn trong giao ước: ${all}. Sheet của đơn vị được giữ.`),
    ...about(
      units.renamed.map(({ from, to }) => `“${from}” thành “${to}”`),
      (all) => `Đơn vị đổi tên: ${all}.`,
    ),
    ...about(
      parts.map((part) => PARTS[part]),
      (all) => `Nội dung khác có thay đổi: ${all}.`,
    ),
    ...about(added, (all) => `Sheet sẽ thêm: ${all}.`),
    ...about(kept.map(entryName), (all) => `Số liệu không còn chỗ, sẽ giữ ở cuối sheet (${kept.length}): ${all}.`),
    ...about(returned.map(entryName), (all) => `Số liệu sẽ về chỗ cũ (${returned.length}): ${all}.`),
    ...about(
      renamed.map(entryName),
      (all) =>
        `Mã có lại nhưng tên hoặc nội dung khác trước, số liệu sẽ vẫn giữ ở cuối sheet (${renamed.length}): ${all}.`,
    ),
    ...about(
      valued.map(valuedName),
      (all) =>
        `Công thức tự đặt sẽ được thay bằng giá trị đang có, vì dòng mà công thức dẫn tới sẽ đổi chỗ, bị bỏ hoặc có thêm dòng (${valued.length}): ${all}.`,
    ),
    ...lostFormulas(lost),
    ...about(
      earlierReviews.map(reviewName),
      (all) =>
        `Điểm thẩm định, thống nhất cho theo cách chấm cũ, vẫn là điểm chính thức, cần xem lại sau khi cập nhật (${earlierReviews.length}): ${all}.`,
    ),
    ...about(
      pastDecisions.map(entryName),
      (all) =>
        `Quyết định sẽ không còn áp dụng cho dòng nào, vẫn giữ ở sheet Quyết định (${pastDecisions.length}): ${all}.`,
    ),
    ...(rankAgain ? ['Diễn giải xếp hạng và đề nghị danh hiệu theo giao ước cũ sẽ được xóa: cần xếp hạng lại.'] : []),
    ...about(
      misfits.flatMap(({ place }) => (place ? [placeName(place)] : [])),
      (all) => `Số liệu không còn hợp lệ (${misfits.length}), cần sửa sau khi cập nhật: ${all}.`,
    ),
    'Dòng, cột đã ẩn, độ rộng cột, màu thẻ, giấy, màu nền, kiểu chữ tự đặt được giữ, trừ màu nền, kiểu chữ ở dòng bỏ, dòng đổi chỗ; quy tắc tự đặt ở cột mà bảng có quy tắc riêng trở về mặc định.',
  ];
  return redrawn.length + added.length === 0 ? ['Các bảng đã đúng theo giao ước, không có gì thay đổi.'] : told;
}
