import { ribbonFunctions } from '../../src/taskpane/ribbon';
import { createSession } from '../../src/taskpane/session';
import { BLANK, fakeActions, overviewOf } from './fakes';
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
  const event = { completed: () => happened.push('completed') };
  return { happened, functions, session, event };
}

describe('a button of the ribbon', () => {
  test.each(['insertSheets', 'rankUnits'] as const)('%s leaves the pane closed where all went well', async (name) => {
    const { functions, event, happened } = openRibbon();
    await functions[name](event);
    expect(happened).toEqual(['completed']);
  });

  test.each([
    ['insertSheets', 'score'],
    ['rankUnits', 'rank'],
  ] as const)('%s opens the pane at its section where it is refused', async (name, section) => {
    const refused = () => Promise.resolve({ done: false as const, findings: [BLANK] });
    const { functions, event, happened, session } = openRibbon({ insertSheets: refused, rankUnits: refused });
    await functions[name](event);
    expect(happened).toEqual(['pane opened', 'completed']);
    expect(session.state()).toMatchObject({ section, refused: { section } });
  });

  test('opens the pane where a command fails', async () => {
    const { functions, event, happened, session } = openRibbon({ rankUnits: () => Promise.reject(new Error('no')) });
    await functions.rankUnits(event);
    expect(happened).toEqual(['pane opened', 'completed']);
    expect(session.state().failure?.section).toBe('rank');
  });

  test('opens the pane before it checks, and shows what was found', async () => {
    const overview = overviewOf({ findings: [BLANK] });
    const { functions, event, happened, session } = openRibbon({ overview: () => Promise.resolve(overview) });
    await functions.checkFigures(event);
    expect(happened).toEqual(['pane opened', 'completed']);
    expect(session.state()).toMatchObject({ section: 'check', overview });
  });

  test('completes, and keeps the failure for the pane, where the pane cannot be opened', async () => {
    const gone = new Error('no shared runtime');
    const { functions, event, happened, session } = openRibbon({}, () => Promise.reject(gone));
    await functions.checkFigures(event);
    expect(happened.at(-1)).toBe('completed');
    expect(session.state().failure).toEqual({ section: 'check', thrown: gone });
  });
});
