/** The real commands and Excel behind the pane's actions; loaded after the pane has been drawn. */
import './jitless';
import { COMMANDS, isPlain, runById } from '../commands';
import { chosen } from '../commands/covenant';
import { tidyUp } from '../commands/run';
import { listenToWorkbook } from '../excel/listen';
import { ReadingMemory } from '../excel/memory';
import { selectCell } from '../excel/select';
import { previewCovenant } from '../workbook/previewCovenant';
import type { Actions, CommandInfo } from './actions';
import { readPageFacts } from './pageFacts';

/** What needs the commands or Excel. */
export type Host = Omit<Actions, 'reload' | 'readAuthor' | 'keepAuthor'>;

const COMMAND_INFOS: readonly CommandInfo[] = Object.values(COMMANDS).map((command) => ({
  id: command.id,
  workStep: command.workStep,
  plain: isPlain(command.id) ? command.id : null,
  ribbon: command.ribbon?.result ?? null,
}));

/** The pane belongs to one workbook as long as it is open. */
const memory = new ReadingMemory();

export const host: Host = {
  run: (id, input, options) => runById(id, input, { ...options, memory }),
  commands: () => Promise.resolve(COMMAND_INFOS),
  catalogue: async () => (await import(/* webpackChunkName: "catalogue" */ '../covenant/catalogue')).catalogue(),
  preview: async (choice) => previewCovenant(await chosen(choice)),
  goTo: ({ sheet, cell }, options) => selectCell(sheet, cell, options),
  async tidyUp(failure) {
    await tidyUp(failure);
    memory.forget();
  },
  async watch(onChange) {
    const stop = await listenToWorkbook((change) => {
      if (change.sheet !== null) memory.changed(change.sheet, change);
      onChange(change);
    });
    memory.listening({ on: true });
    return () => {
      memory.listening({ on: false });
      return stop();
    };
  },
  async selfCheck(options) {
    const [{ runSelfCheck }, { readHostFacts }] = await Promise.all([
      import(/* webpackChunkName: "selfCheck" */ '../selfCheck/run'),
      import(/* webpackChunkName: "selfCheck" */ '../selfCheck/facts'),
    ]);
    return runSelfCheck({ ...options, facts: readHostFacts(Office.context, readPageFacts()) });
  },
};
