/**
 * The ribbon's functions. The manifest asks for the shared runtime, so they run in the pane's own page, opened or not:
 * a refusal, a failure or a list of findings is shown by opening the pane, which a separate function page could not do.
 */
import type { CommandId } from '../commands';
import type { Actions } from './actions';
import type { Ending, Session } from './session';

/** Commands of the ribbon, by the names that the manifest calls; Office wants to know them before the commands are loaded. */
export const RIBBON_FUNCTIONS = ['insertSheets', 'checkFigures', 'rankUnits'] as const satisfies readonly CommandId[];
export type RibbonFunctionName = (typeof RIBBON_FUNCTIONS)[number];

/** The ribbon's function that is no command: its many small batches do not fit the runner of the commands. */
export const SELF_CHECK_FUNCTION = 'selfCheck';

export type RibbonFunction = (event: { completed(): void }) => Promise<void>;

/**
 * A command whose result is on a sheet opens the pane only where there is something to say; one whose findings are its whole
 * result opens it first; and where Excel does not answer the pane opens and says so. Each notifies Excel when it has completed, whatever happened.
 */
export function ribbonFunction(
  name: RibbonFunctionName,
  session: Session,
  commands: Actions['commands'],
  showPane: () => Promise<void>,
): RibbonFunction {
  return async (event) => {
    try {
      const command = (await commands()).find(({ id }) => id === name);
      if (!command) throw new RangeError(`no command ${name}`);
      session.show(command.workStep);
      if (command.ribbon === 'inPane') await showPane();
      const ending = await runShowing(name, session, showPane);
      if (command.ribbon === 'onSheet' && ending !== 'done') await showPane();
    } catch (thrown) {
      session.report(thrown);
    } finally {
      event.completed();
    }
  };
}

/** Runs a command; opens the pane once Excel does not answer, since only the pane can say so. */
async function runShowing(name: RibbonFunctionName, session: Session, showPane: () => Promise<void>): Promise<Ending> {
  let shown = false;
  const stop = session.subscribe(() => {
    if (shown || session.state().waiting?.reason !== 'silent') return;
    shown = true;
    showPane().catch((thrown: unknown) => session.report(thrown));
  });
  try {
    return await session.run(name, undefined);
  } finally {
    stop();
  }
}

/** Opens the pane, where progress and report are shown, and runs the self-check. */
export function selfCheckFunction(session: Session, showPane: () => Promise<void>): RibbonFunction {
  return async (event) => {
    try {
      await showPane();
      await session.selfCheck();
    } catch (thrown) {
      session.report(thrown);
    } finally {
      event.completed();
    }
  };
}
