/** The words on *Tổng hợp*. */
import { plainNumber as n } from '../../covenant/numberText';

export const words = {
  sheetName: 'Tổng hợp',
  title: 'BẢNG TỔNG HỢP VÀ XẾP HẠNG THI ĐUA',
  columns: {
    number: 'STT',
    unit: 'Đơn vị',
    standard: 'Cộng A',
    bonus: 'Điểm cộng B',
    penalty: 'Điểm trừ C',
    total: 'Tổng điểm',
    missing: 'Dòng chưa chấm',
    stage: 'Giai đoạn',
    eligibility: 'Diện xét',
    reason: 'Lý do, căn cứ',
    rank: 'Xếp hạng',
    rankWithoutDeferred: 'Hạng (không tính chưa xét)',
    class: 'Xếp loại',
    explanation: 'Diễn giải xếp hạng',
    title: 'Danh hiệu đề nghị',
    sign: 'Đại diện đơn vị (ký)',
    basis: 'Căn cứ (số, ngày văn bản)',
    decidedOn: 'Ngày quyết định',
    decidedBy: 'Người, cấp quyết định',
    vote: 'Phiếu khi bằng điểm',
  },
  /** On paper, where the form of the table has other headings than what findings call its columns. */
  headings: {
    standard: 'A',
    bonus: 'Cộng',
    penalty: 'Trừ',
    total: 'Tổng',
    rank: 'Hạng',
    sign: 'Đại diện đơn vị (ký)',
  },
  section: (number: string, title: string) => (number === '' ? title : `${number}. ${title}`),
  statusStale: 'Điểm hoặc diện xét đã thay đổi sau lần xếp hạng gần nhất: cần xếp hạng lại.',
  statusProvisional: 'KẾT QUẢ TẠM TÍNH: còn đơn vị chưa chấm xong, chưa thống nhất hoặc chưa xét.',
  statusFinal: 'KẾT QUẢ ĐÃ THỐNG NHẤT',
  /** In place of an explanation that an update of the covenant has made void. */
  rankAgain: 'Giao ước đã thay đổi, cần xếp hạng lại',
  /** Below the table: what its headings stand for. */
  notes: (sections: readonly { heading: string; title: string }[]) =>
    [...sections.map(({ heading, title }) => `${heading}: ${title.replace(/[.;]$/, '')}`), 'A: điểm các mục.'].join(
      '; ',
    ),
  signatures: 'ĐẠI DIỆN CÁC ĐƠN VỊ',
  signHere: 'ký, ghi rõ họ tên',
  onBehalf: { cluster: 'TM. CỤM THI ĐUA', block: 'TM. KHỐI THI ĐUA' },
  refusedEligibility: 'Chọn một mục trong danh sách: Được xét, Chưa xét, Không xét.',
  refusedVote: 'Nhập số phiếu là số nguyên từ 0 trở lên, hoặc để trống.',
} as const;

/** Why a unit has its rank. */
export const explanationWords = {
  ranked: (rank: number, total: string) => `hạng ${rank} vì tổng ${total}`,
  behind: (names: string, total: string) => `sau ${names} ${total}`,
  parted: (name: string, above: boolean, why: string, own: string, theirs: string) =>
    `bằng điểm ${name}, xếp ${above ? 'dưới' : 'trên'} vì ${why} (${own} so với ${theirs})`,
  /** Why a tie-break puts a unit above the other, and why below. */
  partedBy: {
    fewerPenalty: { above: 'ít điểm trừ hơn', below: 'nhiều điểm trừ hơn' },
    moreStandard: { above: 'nhiều điểm chuẩn hơn', below: 'ít điểm chuẩn hơn' },
    moreBonus: { above: 'nhiều điểm cộng hơn', below: 'ít điểm cộng hơn' },
    vote: { above: 'nhiều phiếu hơn', below: 'ít phiếu hơn' },
  },
  partedBySection: (section: string, above: boolean) =>
    above ? `điểm mục ${section} cao hơn` : `điểm mục ${section} thấp hơn`,
  votes: (votes: number) => `${n(votes)} phiếu`,
  tied: (names: string) => `bằng ${names}, đồng hạng`,
  deferred: 'tạm xếp vì đơn vị thuộc diện chưa xét',
  incomplete: (why: string, total: string) => `chưa xếp hạng vì ${why}; tổng tạm tính ${total}`,
  blank: (lines: number) => `còn ${lines} dòng chưa chấm`,
  nothingApplies: 'mọi dòng điểm chuẩn đều không phát sinh',
  undecidedLines: (codes: string) => `dòng ${codes} không phát sinh (KPS), chờ cụm, khối quyết định`,
  excluded: (total: string) => `không xếp hạng vì thuộc diện không xét; tổng ${total}`,
  undecided: (total: string) => `chưa xếp hạng vì chưa ghi diện xét; tổng ${total}`,
  noSheet: 'chưa xếp hạng vì chưa có bảng chấm điểm',
  /** Of a deferred unit that was left unfinished; the live formulas look for the mark. */
  leftOpenMark: 'điểm, hạng chưa chính thức',
  leftOpen: {
    ranked: (explanation: string, mark: string) => `${explanation}; bảng điểm chưa thống nhất, ${mark}`,
    unranked: (explanation: string, mark: string) => `${explanation}; đơn vị thuộc diện chưa xét, ${mark}`,
  },
  /** The live formulas look for these words. */
  waitingMark: 'chờ quyết định',
  waiting: (explanation: string, mark: string) => `${explanation}; ${mark} của cụm, khối`,
} as const;
