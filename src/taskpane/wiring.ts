/** The real commands behind the pane's actions; loaded after the pane has been drawn. */
import './jitless';
import { applyFixes } from '../commands/applyFixes';
import { fitPages } from '../workbook/fitSheets';
import { goTo } from '../commands/goTo';
import { insertSheets } from '../commands/insertSheets';
import { makeDocument } from '../commands/makeDocument';
import { newCovenant } from '../commands/newCovenant';
import { readOverview } from '../workbook/overview';
import { previewCovenant } from '../workbook/previewCovenant';
import { rankUnits } from '../commands/rankUnits';
import { importTables } from '../commands/importTables';
import { undoLast } from '../commands/undoLast';
import { watchWorkbook } from '../commands/watchWorkbook';
import { catalogue, clusters, criteriaSets } from '../covenant/catalogue';
import type { Cluster } from '../covenant/covenant';
import type { CriteriaSet } from '../covenant/criteria';
import { localDay } from '../locales/times';
import type { Actions, Choice } from './actions';

export const actions: Actions = {
  catalogue: () => Promise.resolve(catalogue()),
  preview: (choice) => new Promise((resolve) => resolve(previewCovenant(chosen(choice)))),
  importTables,
  newCovenant: async (choice, progress) => newCovenant(chosen(choice), progress),
  insertSheets,
  overview: readOverview,
  applyFixes,
  rankUnits,
  makeDocument: (kind, progress) => makeDocument(kind, progress, localDay(new Date())),
  fitPages,
  takeBack: undoLast,
  goTo,
  watch: watchWorkbook,
};

/** Throws a RangeError for an id that the catalogue does not have. */
function chosen({ criteria, cluster }: Choice): { criteria: CriteriaSet; cluster: Cluster } {
  return {
    criteria: typeof criteria === 'string' ? byId(criteriaSets(), criteria) : criteria,
    cluster: typeof cluster === 'string' ? byId(clusters(), cluster) : cluster,
  };
}

function byId<T extends { id: string }>(all: readonly T[], id: string): T {
  const found = all.find((one) => one.id === id);
  if (!found) throw new RangeError(`not in the catalogue: ${id}`);
  return found;
}
