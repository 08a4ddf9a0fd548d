/** The words on *Quyết định*. */
import type { DecisionChoice, DecisionColumn } from '../shared/decisions';

export const words = {
  sheetName: 'Quyết định',
  title: 'CÁC NỘI DUNG CỤM, KHỐI QUYẾT ĐỊNH',
  /** Shown where something is entered, and not printed. */
  prompt: {
    title: 'Quyết định',
    message:
      'Ghi đủ quyết định, căn cứ (số, ngày văn bản hoặc biên bản), ngày và người quyết định; thiếu một ô thì kết quả còn tạm tính và chưa chốt được. Diện xét ghi ở Tổng hợp.',
  },
  none: 'Hiện không có nội dung nào cần quyết định.',
  columns: {
    number: 'STT',
    unit: 'Đơn vị',
    matter: 'Nội dung',
    proposal: 'Theo giao ước',
    choice: 'Quyết định',
    inFavour: 'Phiếu đồng ý',
    present: 'Tổng số phiếu',
    basis: 'Căn cứ',
    day: 'Ngày quyết định',
    person: 'Người, cấp quyết định',
  } satisfies Record<DecisionColumn, string>,
  choices: {
    stillEligible: 'Vẫn được xét',
    keepsRole: 'Vẫn giữ vai trò',
    ownReview: 'Chấp nhận tự thẩm định',
    noPenalty: 'Không trừ điểm',
    penalty: 'Đã trừ điểm',
    fullPoints: 'Đủ điểm chuẩn',
    noPoints: '0 điểm',
    agreedPoints: 'Theo điểm đã thống nhất',
    recordedOrder: 'Theo thứ tự ghi ở Xét danh hiệu',
    notProposed: 'Không đề nghị',
  } satisfies Record<DecisionChoice, string>,
  refusedVotes: 'Nhập số phiếu là số nguyên từ 0 trở lên, hoặc để trống.',
  refusedChoice: (choices: readonly string[]) => `Chọn một trong: ${choices.join(', ')}.`,
  registration: {
    text: 'Không đăng ký thi đua hoặc không ký giao ước',
    proposal: 'Không xét: ghi ở cột Diện xét của Tổng hợp. Quyết định khác thì ghi ở dòng này.',
  },
  barred: {
    text: (role: string) => `Năm trước không được xét, nay là ${role.toLocaleLowerCase('vi')}`,
    proposal: 'Chọn đơn vị khác: sửa cột Vai trò của Giao ước. Quyết định khác thì ghi ở dòng này.',
  },
  ownReview: {
    text: (isHead: boolean) => `Đơn vị ${isHead ? 'trưởng ' : ''}tự thẩm định bảng của mình`,
    proposal: (isHead: boolean) =>
      `Đơn vị ${isHead ? 'phó' : 'trưởng'} thẩm định: sửa ô Đơn vị thẩm định. Quyết định khác thì ghi ở dòng này.`,
  },
  late: {
    text: (days: number) => `Nộp hồ sơ chậm ${days} ngày`,
    less: (value: string, line: string) =>
      `Ghi ${value} vào cột Kết quả của dòng ${line}. Quyết định khác thì ghi ở dòng này.`,
    more: (value: string, line: string) =>
      `Dòng ${line} đang ghi nhiều hơn ${value}: nếu chưa gồm phần nộp chậm thì ghi thêm. Ghi ở dòng này là đã trừ hay không trừ điểm.`,
    overruled: (value: string, line: string) =>
      `Dòng ${line} ghi ${value} nhưng điểm thẩm định, thống nhất bỏ phần trừ: sửa điểm ở đó, hoặc ghi quyết định ở dòng này.`,
    unruled: 'Giao ước không nêu cách xử lý.',
  },
  notArising: {
    text: (line: string) => `Dòng ${line} không phát sinh (KPS)`,
    open: 'Cụm, khối quyết định điểm: ghi điểm ở cột Thống nhất của dòng, rồi ghi quyết định ở đây.',
    decided: (points: string) => `Cụm, khối quyết định điểm; đã thống nhất ${points} điểm.`,
  },
  tie: {
    text: (title: string, places: number) => `Đồng hạng khi xét ${title}, còn ${places} suất`,
    proposal: 'Cụm, khối biểu quyết, ghi thứ tự ở Xét danh hiệu.',
  },
  passedOver: {
    text: (title: string) => `Đủ thứ hạng nhưng không đề nghị ${title}`,
    proposal: (reasons: string) => `Không đề nghị: ${reasons}. Nếu số liệu hoặc điều kiện ghi sai thì sửa ở đó.`,
  },
  election: {
    text: (role: string) => `Bầu, đề nghị ${role.toLocaleLowerCase('vi')} năm sau`,
    proposal: (name: string) =>
      `Luân phiên theo thứ tự trong Giao ước: ${name}. Ghi đơn vị được bầu và số phiếu; chưa bầu thì để trống.`,
    nobody: 'chưa có đơn vị đủ điều kiện',
  },
  /** The basis of what the criteria or the covenant say of a line. */
  lineBasis: (line: string) => `Giao ước thi đua, dòng ${line}`,
} as const;
