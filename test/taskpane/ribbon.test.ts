import { ribbonFunctions } from '../../src/taskpane/ribbon';
import { createSession } from '../../src/taskpane/session';
import { BLANK, fakeActions } from './fakes';
import type { Actions } from '../../src/taskpane/actions';

/** The ribbon over the given actions, and what happened in which order. */
function openRibbon(given: Partial<Actions> = {}, showPane: () => Promise<void> = () => Promise.resolve()) {
  const happened: string[] = [];
  const actions = fakeActions(given);
  const session = createSession(actions);
  const functions = ribbonFunctions(session, () => {
    happened.push('pane opened');
    return showPane();
  });
  session.subscribe(() => {
    if (session.state().running === null && happened.at(-1) !== 'command over') happened.push('command over');
  });
  const event = { completed: () => happened.push('completed') };
  return { happened, functions, session, event };
}

describe('a button of the ribbon', () => {
  test.each(['insertSheets', 'rankUnits'] as const)('%s leaves the pane closed where all went well', async (name) => {
    const { functions, event, happened } = openRibbon();
    await functions[name](event);
    expect(happened.filter((one) => one !== 'command over')).toEqual(['completed']);
  });

  test.each(['insertSheets', 'rankUnits'] as const)('%s opens the pane where it is refused', async (name) => {
    const refused = () => Promise.resolve({ done: false as const, findings: [BLANK] });
    const { functions, event, happened } = openRibbon({ insertSheets: refused, rankUnits: refused });
    await functions[name](event);
    expect(happened.filter((one) => one !== 'command over')).toEqual(['pane opened', 'completed']);
  });

  test('opens the pane where a command fails', async () => {
    const { functions, event, happened, session } = openRibbon({ rankUnits: () => Promise.reject(new Error('no')) });
    await functions.rankUnits(event);
    expect(happened.slice(-2)).toEqual(['pane opened', 'completed']);
    expect(session.state().failure?.section).toBe('rank');
  });

  test('opens the pane before it checks', async () => {
    const { functions, event, happened, session } = openRibbon({ checkFigures: () => Promise.resolve([BLANK]) });
    await functions.checkFigures(event);
    expect(happened[0]).toBe('pane opened');
    expect(session.state().results.check).toEqual({ type: 'checked', findings: [BLANK], fixed: null });
  });

  test('completes, and keeps the failure for the pane, where the pane cannot be opened', async () => {
    const gone = new Error('no shared runtime');
    const { functions, event, happened, session } = openRibbon({}, () => Promise.reject(gone));
    await functions.checkFigures(event);
    expect(happened.at(-1)).toBe('completed');
    expect(session.state().failure).toEqual({ section: 'check', thrown: gone });
  });
});
