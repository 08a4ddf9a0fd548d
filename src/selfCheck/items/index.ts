/** All items, by their ids. */
import { type CheckItem, ITEM_IDS, type ItemId } from '../item';
import { calculation } from './calculation';
import { arrays, formulas, texts } from './cells';
import { charts } from './charts';
import { freeze, page } from './page';
import { officeJs, policy } from './pageStart';
import { errorCodes, protection, rowDeletion } from './protection';
import { borders, rangeAreas } from './ranges';
import { rowInsertion } from './rows';
import { conditionalFormat, validation } from './rules';
import { activate, copy, replace } from './sheets';
import { events, size } from './traffic';

const BY_ID: { readonly [Id in ItemId]: CheckItem } = {
  protection,
  rowDeletion,
  texts,
  arrays,
  formulas,
  calculation,
  rangeAreas,
  borders,
  validation,
  conditionalFormat,
  copy,
  page,
  freeze,
  activate,
  rowInsertion,
  charts,
  replace,
  events,
  size,
  errorCodes,
  policy,
  officeJs,
};

/** In the order of the report. */
export const ITEMS: readonly CheckItem[] = ITEM_IDS.map((id) => BY_ID[id]);
