import type { PageSetup } from '../../xlsx/model/pageSetup';
import type { SheetId } from '../../xlsx/model/snapshot';
import { stateOf, type Book } from './book';
import { requireArea, WorkbookRefusal } from './refusals';

function requirePage(patch: Partial<PageSetup>): void {
  const refuse = (what: string): never => {
    throw new WorkbookRefusal('InvalidArgument', `Not a page set-up: ${what}`);
  };
  if (patch.printArea) requireArea(patch.printArea);
  const margins = Object.values(patch.margins ?? {});
  if (!margins.every((margin) => Number.isFinite(margin) && margin >= 0)) refuse('a margin');
  const { scale, fitWidth, fitHeight } = patch.zoom ?? {};
  if (scale !== undefined && !(scale >= 10 && scale <= 400)) refuse(`a scale of ${scale} %`);
  for (const pages of [fitWidth, fitHeight]) {
    if (pages !== undefined && !(Number.isInteger(pages) && pages >= 0 && pages <= 32_767)) refuse(`${pages} pages`);
  }
  for (const span of [patch.titleRows, patch.titleColumns]) {
    if (span && !(span.first >= 0 && span.first <= span.last)) refuse('titles');
  }
}

/** Changes the given parts of the page set-up; protection does not forbid it, as in Excel. */
export function setPage(book: Book, sheet: SheetId, patch: Partial<PageSetup>): void {
  const state = stateOf(book, sheet);
  requirePage(patch);
  state.page = { ...state.page, ...structuredClone(patch) };
}
