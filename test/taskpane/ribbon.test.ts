import { RIBBON_FUNCTIONS, ribbonFunction, type RibbonFunctionName } from '../../src/taskpane/ribbon';
import { createSession } from '../../src/taskpane/session';
import { SILENT_AFTER } from '../../src/taskpane/watchdog';
import { BLANK, fakeActions, overviewOf } from './fakes';
import type { Given } from './fakes';

/** The ribbon over the given actions, and what happened in which order. */
function openRibbon(given: Given = {}, showPane: () => Promise<void> = () => Promise.resolve()) {
  const happened: string[] = [];
  const event = { completed: () => happened.push('completed') };
  const actions = fakeActions(given);
  const session = createSession(actions);
  const open = (): Promise<void> => {
    happened.push('pane opened');
    return showPane();
  };
  const press = (name: RibbonFunctionName): Promise<void> =>
    ribbonFunction(name, session, actions.commands, open)(event);
  return { happened, press, session };
}

describe('a button of the ribbon', () => {
  test.each(['insertSheets', 'rankUnits'] as const)('%s leaves the pane closed where all went well', async (name) => {
    const { press, happened } = openRibbon();
    await press(name);
    expect(happened).toEqual(['completed']);
  });

  test.each([
    ['insertSheets', 'score'],
    ['rankUnits', 'rank'],
  ] as const)('%s opens the pane at its section where it is refused', async (name, section) => {
    const refused = () => Promise.resolve({ done: false as const, findings: [BLANK] });
    const { press, happened, session } = openRibbon({ insertSheets: refused, rankUnits: refused });
    await press(name);
    expect(happened).toEqual(['pane opened', 'completed']);
    expect(session.state()).toMatchObject({ workStep: section, refused: { workStep: section } });
  });

  test('opens the pane where a command fails', async () => {
    const { press, happened, session } = openRibbon({ rankUnits: () => Promise.reject(new Error('no')) });
    await press('rankUnits');
    expect(happened).toEqual(['pane opened', 'completed']);
    expect(session.state()).toMatchObject({ workStep: 'rank', failure: { thrown: new Error('no') } });
  });

  test('opens the pane before it checks, and shows what was found', async () => {
    const overview = overviewOf({ findings: [BLANK] });
    const { press, happened, session } = openRibbon({ overview: () => Promise.resolve(overview) });
    await press('checkFigures');
    expect(happened).toEqual(['pane opened', 'completed']);
    expect(session.state()).toMatchObject({ workStep: 'check', overview });
  });

  test('opens the pane once Excel does not answer, and completes when it does', async () => {
    jest.useFakeTimers();
    try {
      const ends: (() => void)[] = [];
      const { press, happened, session } = openRibbon({
        insertSheets: () => new Promise((resolve) => ends.push(() => resolve({ done: false, findings: [] }))),
      });
      const pressed = press('insertSheets');
      await jest.advanceTimersByTimeAsync(SILENT_AFTER - 1);
      expect(happened).toEqual([]);
      await jest.advanceTimersByTimeAsync(SILENT_AFTER);
      expect(happened).toEqual(['pane opened']);
      for (const end of ends) end();
      await pressed;
      expect(happened).toEqual(['pane opened', 'pane opened', 'completed']);
      expect(session.state().waiting).toBeNull();
    } finally {
      jest.useRealTimers();
    }
  });

  test('completes, and keeps the failure for the pane, where the pane cannot be opened', async () => {
    const gone = new Error('no shared runtime');
    const { press, happened, session } = openRibbon({}, () => Promise.reject(gone));
    await press('checkFigures');
    expect(happened.at(-1)).toBe('completed');
    expect(session.state().failure).toEqual({ thrown: gone });
  });

  test('is known to Office for every command that is on the ribbon', async () => {
    const commands = await fakeActions().commands();
    expect(commands.flatMap(({ id, ribbon }) => (ribbon ? [id] : [])).sort()).toEqual([...RIBBON_FUNCTIONS].sort());
  });
});
