/** The words of the pane, of findings and of failures, in Vietnamese. */
import { commands } from './commands';
import { failures } from './failures';
import { findings } from './findings';
import { pane } from './pane';

export const vi = {
  findings,
  failures,
  aftermath: {
    unchanged: 'Sổ chưa bị thay đổi.',
    rolledBack: 'Những gì đã thêm được gỡ lại; sổ như trước khi làm.',
    partlyFitted: 'Có thể đã chỉnh được một phần chiều cao dòng và ngắt trang; số liệu không đổi.',
    unknown:
      'Chưa gỡ lại được hết. Bấm vào sổ này rồi chọn Dọn lại, hoặc làm lại đúng lệnh vừa rồi: phần bổ trợ sẽ gỡ nốt.',
  },
  /** The sheet that a failure is about. */
  onSheet: (sheet: string): string => `Sheet: ${sheet}.`,
  ui: pane,
  commands,
};
