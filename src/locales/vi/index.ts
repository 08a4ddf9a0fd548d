/** The words of the pane and of failures, in Vietnamese; those of findings are files of their own. */
import { commands } from './commands';
import { failures } from './failures';
import { pane } from './pane';

export const vi = {
  failures,
  aftermath: {
    unchanged: 'Sổ chưa bị thay đổi.',
    rolledBack: 'Những gì đã thêm được gỡ lại; sổ như trước khi làm.',
    partlyFitted:
      'Có thể đã chỉnh được một phần chiều cao dòng, độ rộng cột, ngắt trang hoặc thiết lập trang in; số liệu không đổi.',
    partlyKept: 'Đã trả lại mọi thứ như trước, trừ chỗ vừa có người nhập thì để nguyên.',
    unknown:
      'Chưa xem lại được sổ nên chưa biết lệnh đã ghi đến đâu. Bấm vào sổ này rồi chọn Dọn lại, hoặc làm lại đúng lệnh vừa rồi: phần ghi dở được gỡ trước.',
  },
  /** The sheet that a failure is about. */
  onSheet: (sheet: string): string => `Sheet: ${sheet}.`,
  /** Sheets on which somebody typed meanwhile. */
  keptOn: (sheets: string): string => `Lệnh này còn để lại ở sheet: ${sheets}. Xem lại chỗ đó rồi làm lại lệnh.`,
  ui: pane,
  commands,
};
