/** Findings about whose a sheet, a row or a text is, in Vietnamese. */
import { short, shortPair } from '../../../covenant/findings';
import type { FindingWords } from '../../wording';

/** What a cell shows, after its name. */
const says = (shown: string): string => (shown === '' ? 'đang trống' : `ghi “${shown}”`);

export const identity = {
  'sheet-doubled': (d) => ({
    message: `Sheet “${d.what}” là bản sao của “${d.other}” và không được tính.`,
    remedy: `Giữ một sheet: xóa “${d.what}” nếu không cần, hoặc chép số liệu đúng vào “${d.other}” rồi xóa.`,
  }),
  'original-unclear': (d) => ({
    message: `Sheet “${d.what}” và “${d.other}” cùng một loại; không công thức nào cho biết đâu là bản gốc.`,
    remedy:
      'So hai bản, giữ bản có số liệu đúng và xóa bản kia. Cho đến lúc đó không chèn bảng, xếp hạng, lập văn bản hay chốt được.',
  }),
  'name-not-key': (d) => ({
    message: `Ô này ${says(short(d.shown))} nhưng số liệu ở đây đang tính cho “${short(d.name)}”: tên hoặc số liệu đã bị đổi chỗ (sắp xếp, chép, sửa tên).`,
    remedy: `${
      d.canFollow
        ? 'Chọn điều đúng: ghi lại tên cũ nếu số liệu đứng đúng chỗ, hoặc giao số liệu cho tên đang ghi'
        : 'Ghi lại tên cũ; số liệu của tên khác thì nhập vào dòng hoặc sheet mang tên ấy'
    }; nếu sửa nhầm tên trong Giao ước thì sửa lại ở đó. Cho đến lúc đó không xếp hạng, lập văn bản hay chốt được.`,
  }),
  'key-doubled': (d) => {
    const twin = { row: `dòng ${d.other}`, column: `cột ${d.other}`, sheet: `sheet “${d.other}”` }[d.kind];
    const one = { row: 'dòng', column: 'cột', sheet: 'sheet' }[d.kind];
    return {
      message: `Ô này ${says(short(d.shown))} nhưng khóa ẩn của ${one} là của “${short(d.name)}”, trùng với ${twin}: lần giao số liệu theo tên trước đây dừng giữa chừng, hoặc ${one} được chép rồi sửa tên.`,
      remedy: `Chọn giao số liệu cho tên đang ghi; đừng xóa ${one} trước khi chọn. Cho đến lúc đó không xếp hạng, lập văn bản hay chốt được.`,
    };
  },
  'words-differ': (d) => {
    const [shown, wanted] = shortPair(d.shown, d.wanted);
    return {
      message:
        shown === ''
          ? `Ô này trống; theo mẫu và Giao ước, Tiêu chí hiện nay phải ghi “${wanted}”.`
          : `Chữ in “${shown}” khác mẫu và Giao ước, Tiêu chí hiện nay (“${wanted}”).`,
      remedy: 'Ghi lại chữ đúng; nếu chữ trên sheet này mới đúng thì sửa Giao ước, Tiêu chí.',
    };
  },
  'document-differs': (d) => {
    const [shown, wanted] = shortPair(d.shown, d.wanted);
    return {
      message:
        wanted === ''
          ? `Ô này của văn bản ${says(shown)}, nhưng theo sổ hiện nay để trống.`
          : `Ô này của văn bản ${says(shown)}, nhưng theo sổ hiện nay là “${wanted}”.`,
      remedy: 'Lập lại văn bản: nội dung điền tay ở các ô mở được giữ.',
    };
  },
  'document-outdated': (d) => ({
    message: `Sheet ${d.sheet} không còn khớp số liệu trong sổ.`,
    remedy: 'Lập lại ở bước In và ký trước khi in, ký; nội dung điền tay ở các ô mở được giữ.',
  }),
  'document-rows-lost': () => ({
    message: 'Văn bản thiếu dòng so với khi lập.',
    remedy: 'Lập lại văn bản: nội dung điền tay ở các ô mở được giữ.',
  }),
  'result-differs': (d) => {
    const [shown, wanted] = shortPair(d.shown, d.wanted);
    return {
      message:
        wanted === ''
          ? `Ô này ${says(shown)}, nhưng theo số liệu hiện nay phải để trống.`
          : `Ô này ${says(shown)}, nhưng theo số liệu hiện nay phải là “${wanted}”.`,
      remedy: 'Bấm “Xếp hạng” để ghi lại kết quả; không gõ đè lên các ô kết quả.',
    };
  },
  'tab-of-other': (d) => ({
    message: `Thẻ sheet mang tên “${d.tab}” nhưng bảng là của ${d.unit}.`,
    remedy: d.isExchanged
      ? `Đối chiếu số liệu của các đơn vị. Đúng là của ${d.unit} thì đổi lại tên thẻ (nút “Cập nhật chữ in” đổi giúp); tên thẻ mới đúng thì chọn giao số liệu cho đơn vị trên thẻ: các bảng có thẻ đổi chỗ cho nhau đều theo thẻ, cả tên ở đầu bảng.`
      : `Đối chiếu số liệu của hai đơn vị. Đúng là của ${d.unit} thì đổi lại tên thẻ (nút “Cập nhật chữ in” đổi giúp); là của đơn vị trên thẻ thì chép số liệu vào sheet của đơn vị ấy rồi đổi lại tên thẻ.`,
  }),
  'tab-differs': (d) => ({
    message: `Thẻ sheet mang tên “${d.tab}”, khác tên đơn vị trong Giao ước: ${d.unit}.`,
    remedy: 'Để nguyên nếu đặt tên riêng; muốn thẻ mang tên đơn vị thì chọn “Cập nhật chữ in”.',
  }),
} satisfies Partial<FindingWords>;
