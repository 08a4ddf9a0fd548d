/**
 * *Hướng dẫn*: what each sheet is for, what may be typed where, in which order the work goes. For those who get the workbook
 * without the add-in; it says only what this covenant uses. Words and plan stand together: nothing else refers to them.
 */
import { PAGE_MARGINS } from '../shared/letterhead';
import type { Covenant } from '../../covenant/covenant';
import { allLines } from '../../covenant/criteria';
import { checksum } from '../../covenant/fingerprint';
import { type Criterion, kindOf } from '../../covenant/kinds';
import { done } from '../../covenant/outcome';
import { COLORS, type ColumnSpec, LOCKED_PROTECTION, PlanDraft } from '../../spreadsheet/draft';
import { type RowKey, rowKey, writeSheetKey } from '../../spreadsheet/keys';
import { layoutOf } from '../../spreadsheet/layout';
import type { SheetPlan } from '../../spreadsheet/plan';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import type { DocumentDefinition } from '../definition';
import type { WorkbookSheets } from '../shared/evaluation';

const words = {
  sheetName: 'Hướng dẫn',
  title: 'HƯỚNG DẪN SỬ DỤNG SỔ CHẤM ĐIỂM THI ĐUA',
  subtitle: (cluster: string, period: string) => (period === '' ? cluster : `${cluster} - ${period}`),
  footer: (cluster: string) => `Hướng dẫn sử dụng sổ chấm điểm - ${cluster}`,
  sheets: {
    heading: '1. Các sheet trong sổ',
    covenant: ['Giao ước', 'Cụm, khối, đơn vị, kỳ chấm điểm và các quy ước đã thống nhất.'],
    criteria: ['Tiêu chí', 'Bộ tiêu chí, điểm chuẩn, điểm cộng, điểm trừ. Không sửa khi các đơn vị đã chấm.'],
    unit: ['Tên của đơn vị', 'Bảng chấm điểm của từng đơn vị: nhập kết quả, điểm, minh chứng.'],
    targets: 'Chỉ tiêu giao cho từng đơn vị; không giao thì ghi KG.',
    summary: 'Điểm, diện xét, xếp hạng của cả cụm, khối. Tổng điểm và thứ hạng tự tính bằng công thức.',
    titles: 'Điều kiện, số phiếu và đề nghị danh hiệu.',
    decisions: 'Những nội dung giao ước để cụm, khối quyết định: ghi quyết định, căn cứ, ngày, người quyết định.',
  },
  entries: {
    heading: '2. Cách nhập trên bảng chấm điểm',
    general: [
      ['Ô vàng nhạt', 'Chỉ nhập vào ô vàng nhạt. Các ô khác là công thức và được khóa.'],
      ['Số thập phân', 'Dùng dấu phẩy: 9,5. Để trống nghĩa là chưa chấm; bằng 0 thì nhập 0.'],
      ['Minh chứng', 'Ghi số, ngày của văn bản. Điểm cộng phải có minh chứng.'],
    ],
    notArising: ['KPS', 'Không phát sinh: ghi KPS vào ô nhập của dòng; điểm cộng, điểm trừ thì nhập 0.'],
    /** How a line is entered, by what its kind accepts as a figure. */
    points: 'Nhập điểm ở cột Tự chấm, từ 0 đến điểm chuẩn.',
    mark: (marks: string) => `Chọn một ký hiệu ở cột Kết quả: ${marks}.`,
    count: 'Nhập số lần ở cột Kết quả; không có lần nào thì nhập 0.',
    amount: 'Nhập kết quả thực hiện ở cột Kết quả. Tỷ lệ không gõ phần trăm: nhập kết quả và tổng số.',
  },
  order: {
    heading: '3. Trình tự thực hiện',
    steps: [
      ['Tự chấm', 'Đơn vị nhập đủ các dòng, chọn giai đoạn Tự chấm ở đầu bảng, in, ký và gửi.'],
      ['Thẩm định', 'Đơn vị thẩm định ghi điểm ở cột Thẩm định khi khác điểm tự chấm và ghi rõ lý do.'],
      ['Thống nhất', 'Cuộc họp ghi điểm ở cột Thống nhất khi khác; chọn giai đoạn Thống nhất ở đầu bảng.'],
      [
        'Xếp hạng',
        'Chọn diện xét của từng đơn vị trên sheet tổng hợp. Kết quả là tạm tính đến khi mọi bảng đã thống nhất.',
      ],
    ],
  },
} as const;

type Column = 'name' | 'text';
/** An upright page between its margins: 165 mm, 467 points. */
const COLUMNS: readonly ColumnSpec<Column>[] = [
  { key: 'name', width: 127 },
  { key: 'text', width: 340 },
];
const BODY_SIZE = 13;

type Entry = readonly [name: string, text: string];
interface Part {
  heading: string;
  entries: readonly Entry[];
}

export const guide: DocumentDefinition<'guide'> = {
  type: 'guide',
  scope: 'document',
  content: 'help',
  sheetName: words.sheetName,
  protection: LOCKED_PROTECTION,
  written: true,
  guarded: true,
  draw: ({ covenant, reading }, take) => done({ plans: [guidePlan(covenant, reading, take(words.sheetName))] }),
  isOutdated: (sheets, { covenant, reading }) => {
    const version = versionOf(covenant, reading);
    return sheets.some(({ key }) => key.version !== version);
  },
};

/** What the sheet says, by part: only sheets that are there and kinds that the covenant uses. */
function partsOf({ criteria }: Covenant, { targets, summary, titles, documents }: WorkbookSheets): Part[] {
  const { sheets, entries, order } = words;
  const kinds = new Map(allLines(criteria).map((line) => [kindOf(line).words.name, hintOf(line)]));
  const found = (sheet: KeyedSheet<string> | null | undefined, text: string): Entry[] =>
    sheet ? [[sheet.snapshot.name, text]] : [];
  return [
    {
      heading: sheets.heading,
      entries: [
        sheets.covenant,
        sheets.criteria,
        ...found(targets, sheets.targets),
        sheets.unit,
        ...found(summary, sheets.summary),
        ...found(titles, sheets.titles),
        ...found(documents.decisions?.[0], sheets.decisions),
      ],
    },
    { heading: entries.heading, entries: [...entries.general, ...kinds, entries.notArising] },
    { heading: order.heading, entries: order.steps },
  ];
}

function hintOf(line: Criterion): string {
  const { entries } = words;
  const rule = kindOf(line).figureRule(line);
  if (rule === null) return entries.points;
  return rule.type === 'mark' ? entries.mark(rule.marks.join(', ')) : entries[rule.type];
}

/** Of everything the sheet says. */
function versionOf(covenant: Covenant, reading: WorkbookSheets): string {
  const { title, period } = covenant.cluster;
  return checksum([title, period.title, partsOf(covenant, reading)]);
}

function guidePlan(covenant: Covenant, reading: WorkbookSheets, name: string): SheetPlan {
  const { cluster } = covenant;
  const parts = partsOf(covenant, reading);
  const rowKeys: (RowKey | null)[] = [
    null,
    rowKey.field('title'),
    rowKey.field('subtitle'),
    ...parts.flatMap(({ entries }) => [null, ...entries.map(() => null)]),
  ];
  const layout = layoutOf<Column>(rowKeys, ['', ...COLUMNS.map(({ key }) => key)]);
  const key = writeSheetKey({ type: 'guide', unit: '', version: versionOf(covenant, reading) });
  const draft = new PlanDraft<Column>(key, COLUMNS, rowKeys, layout);
  draft.style(draft.span(1, 'name', 'text', rowKeys.length - 1), { fontSize: BODY_SIZE, vertical: 'top' });
  drawHead(draft, words.subtitle(cluster.title, cluster.period.title));
  drawParts(draft, parts);
  return draft.finish({
    name,
    tabColor: '#7F7F7F',
    freeze: { rows: 0, columns: 0 },
    page: {
      orientation: 'portrait',
      margins: PAGE_MARGINS,
      printArea: { ...draft.span(0, 'name', 'text'), rows: rowKeys.length },
      titleRows: null,
      footer: { left: words.footer(cluster.title), right: '' },
    },
    protection: LOCKED_PROTECTION,
  });
}

function drawHead(draft: PlanDraft<Column>, subtitle: string): void {
  const center = { bold: true, horizontal: 'center', vertical: 'center', wrap: true } as const;
  draft.heading(draft.row(rowKey.field('title')), 'name', 'text', words.title, { ...center, fontSize: 14 });
  draft.heading(draft.row(rowKey.field('subtitle')), 'name', 'text', subtitle, { ...center, bold: false });
  draft.height(draft.row(rowKey.field('title')), 30);
}

/** Each part: a heading that stays with its first entry, then its entries in two columns. */
function drawParts(draft: PlanDraft<Column>, parts: readonly Part[]): void {
  let row = draft.row(rowKey.field('subtitle')) + 1;
  for (const { heading, entries } of parts) {
    draft.heading(row, 'name', 'text', heading, { bold: true, vertical: 'bottom', fill: COLORS.heading });
    draft.height(row, 26);
    draft.keepTogether(row, row + 1);
    entries.forEach(([name, text], index) => {
      const at = row + 1 + index;
      draft.put(at, 'name', name);
      draft.put(at, 'text', text);
      draft.style(draft.span(at, 'name', 'text'), { borders: 'all', wrap: true, numberFormat: '@' });
      draft.style(draft.span(at, 'name', 'name'), { bold: true });
    });
    row += 1 + entries.length;
  }
}
