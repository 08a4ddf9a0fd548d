/** The words on *Chốt* and on the list of amendments. Days are dd/mm/yyyy. */
import { dayText } from '../../covenant/numberText';
import type { SealRecord } from '../shared/seal';

export const words = {
  sheetName: 'Chốt',
  title: 'BẢN CHỐT KẾT QUẢ THI ĐUA',
  sealed: (day: string, code: string) => `Đã chốt ngày ${day}, mã chốt ${code}`,
  amended: (round: number, day: string, code: string) =>
    `Bản điều chỉnh lần ${round}, chốt ngày ${day}, mã chốt ${code}`,
  /** At the foot, beside the covenant's version: the whole sentence would run into that. */
  code: (code: string) => `mã chốt ${code}`,
  changed: 'CÓ THAY ĐỔI SAU KHI CHỐT: cần chốt lại',
  part: (words: string, part: number, of: number) => `${words}. Tờ ${part}/${of}`,
  /** The name of the hidden sheets that hold the values of all sealed cells. */
  copies: 'Chốt (bản lưu)',
  /** What its formulas are about: the findings name them so. */
  formulas: {
    state: 'tình trạng của bản chốt',
    compared: (sheet: string) => `đối chiếu ${sheet} với bản chốt`,
  },
  /** Where a cell was whose row or column is no longer there. */
  gone: 'hàng hoặc cột đã bị xóa',
  remark: 'Ghi chú',
  /** Of a deferred unit, with a rank and without one. */
  deferred: (ranked: boolean) => `Chưa xét: điểm${ranked ? ', hạng' : ''} chưa chính thức`,
  rows: { rank: 'Xếp hạng', eligibility: 'Diện xét', titles: 'Danh hiệu đề nghị', entries: 'Số liệu nhập' },
  amendments: {
    sheetName: 'Điều chỉnh',
    title: 'ĐIỀU CHỈNH SAU KHI CHỐT',
    columns: {
      number: 'STT',
      round: 'Lần',
      unit: 'Đơn vị',
      line: 'Tiêu chí',
      before: 'Đã chốt',
      after: 'Điều chỉnh',
      reason: 'Lý do',
      minutes: 'Số biên bản',
    },
    line: (number: string, title: string) => (number === '' ? title : `${number}. ${title}`),
    /** A cell that is no point: `line` where it stands in one. */
    cell: (line: string, place: string) => (line === '' ? `Ô ${place}` : `${line} (ô ${place})`),
    total: 'Tổng điểm',
    /** For an empty value. */
    none: '-',
    /** Entries changed and the points did not: there are no points to show. */
    entriesBefore: 'như bản đã chốt',
    entriesAfter: 'đã sửa',
    /** What cannot be told any more: the list of earlier rounds, a sheet whose copy was edited. */
    lost: (rounds: number) =>
      `Danh sách điều chỉnh ${rounds > 1 ? `lần 1 đến ${rounds}` : 'lần 1'} bị mất, không lập lại được`,
    uncompared: (sheet: string) => `Sheet ${sheet}: bản lưu bị sửa hoặc bị mất, không đối chiếu được từng ô`,
    /** A seal made anew with the same result, as its sheets or its record were edited. */
    remade: { what: 'Bản chốt; kết quả không đổi', reason: 'Lập lại do trang đã bị sửa' },
    /** Why figures changed that follow from others. */
    recomputed: 'Tính lại theo các điều chỉnh trên',
  },
} as const;

/** "Đã chốt ngày …", or which amendment it is. */
export function sealWords({ round, day, checksum }: SealRecord): string {
  return round === 0 ? words.sealed(dayText(day), checksum) : words.amended(round, dayText(day), checksum);
}
