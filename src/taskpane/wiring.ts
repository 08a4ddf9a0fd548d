/** The real commands behind the pane's actions; loaded after the pane has been drawn. */
import './jitless';
import { applyFixes } from '../commands/applyFixes';
import { checkFigures } from '../commands/checkFigures';
import { goTo } from '../commands/goTo';
import { insertSheets } from '../commands/insertSheets';
import { newCovenant } from '../commands/newCovenant';
import { rankUnits } from '../commands/rankUnits';
import { catalogue, clusters, criteriaSets } from '../covenant/catalogue';
import type { Actions } from './actions';

export const actions: Actions = {
  catalogue: () => Promise.resolve(catalogue()),
  newCovenant: async (choice, progress) =>
    newCovenant(
      { criteria: byId(criteriaSets(), choice.criteriaSet), cluster: byId(clusters(), choice.cluster) },
      progress,
    ),
  insertSheets,
  checkFigures,
  applyFixes,
  rankUnits,
  goTo,
};

function byId<T extends { id: string }>(all: readonly T[], id: string): T {
  const found = all.find((one) => one.id === id);
  if (!found) throw new RangeError(`not in the catalogue: ${id}`);
  return found;
}
