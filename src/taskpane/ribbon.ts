/**
 * The ribbon's functions. The manifest asks for the shared runtime, so they run in the pane's own page, opened or not:
 * a refusal, a failure or a list of findings is shown by opening the pane, which a separate function page could not do.
 */
import type { Ending, SectionId, Session } from './session';

/** Names of the functions, as the manifest calls them. */
export const RIBBON_FUNCTIONS = ['insertSheets', 'checkFigures', 'rankUnits'] as const;
export type RibbonFunctionName = (typeof RIBBON_FUNCTIONS)[number];

export type RibbonFunction = (event: { completed(): void }) => Promise<void>;

/**
 * Insert and rank end on the sheet they wrote and open the pane only where there is something to say; check, whose
 * findings are its whole result, opens it first. Each tells Excel when it has completed, whatever happened.
 */
export function ribbonFunctions(
  session: Session,
  showPane: () => Promise<void>,
): Record<RibbonFunctionName, RibbonFunction> {
  const guarded =
    (section: SectionId, work: () => Promise<void>): RibbonFunction =>
    async (event) => {
      try {
        session.show(section);
        await work();
      } catch (thrown) {
        session.report(section, thrown);
      } finally {
        event.completed();
      }
    };
  const openUnlessDone = async (command: Promise<Ending>): Promise<void> => {
    if ((await command) !== 'done') await showPane();
  };
  return {
    insertSheets: guarded('score', () => openUnlessDone(session.insertSheets())),
    rankUnits: guarded('rank', () => openUnlessDone(session.rankUnits())),
    checkFigures: guarded('check', async () => {
      await showPane();
      await session.checkFigures();
    }),
  };
}
