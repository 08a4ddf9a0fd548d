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
    unknown:
      'Chưa gỡ lại được: có thể còn sheet thêm dở. Xóa những sheet vừa thêm, chưa có số liệu, rồi Chèn bảng chấm điểm lại.',
  },
  /** The sheet that a failure is about. */
  onSheet: (sheet: string): string => `Sheet: ${sheet}.`,
  ui: pane,
  commands,
};
