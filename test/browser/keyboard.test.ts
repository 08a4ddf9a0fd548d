/** The same job by keyboard alone: F6 between the parts of the page, Tab, arrows, Enter and Space within them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from '../../src/locales/vi';
import { describeInChromium } from '../support/chromium';
import { cluster11 } from '../support/cluster11';
import { findCell, startWorkbench, type WorkbenchServer, stopWorkbench, Workbench, words } from './workbench';
import { Keyboard } from './keyboard';
import { address, keyed, valueAt } from './keyed';

const UNIT = 'Kiên Giang';
const WRONG = 'An Giang';
const { ui } = vi;

describeInChromium('the whole job by keyboard alone', () => {
  let server: WorkbenchServer;
  let workbench: Workbench;
  let keys: Keyboard;

  beforeAll(async () => {
    server = await startWorkbench();
    workbench = await Workbench.open(server);
    keys = new Keyboard(workbench);
  }, 400_000);
  afterAll(async () => {
    await workbench.close();
    await stopWorkbench(server);
  });
  // Whatever a test does, the keyboard is never lost and always seen.
  afterEach(() => expect(keys.faults.splice(0)).toEqual([]));

  test('a cluster is chosen by the arrows and made into a covenant by Enter', async () => {
    await keys.to('pane');
    await keys.walk(`select ${ui.covenant.cluster}`);
    const choice = workbench.step.getByRole('combobox', { name: ui.covenant.cluster });
    await keys.press('Home');
    for (let press = 0; press < 40 && (await choice.inputValue()) !== 'cum-11-2020'; press += 1)
      await keys.press('ArrowDown');
    await workbench.step.getByText(/Kiên Giang \(đơn vị trưởng\), Hậu Giang/).waitFor();
    await keys.walk(`button ${ui.covenant.run}`);
    await keys.press('Enter');
    await workbench.step.getByText(/Đã lập giao ước/).waitFor();
    await workbench.untilIdlePane();
    // The button has gone; the step it stood in has the keyboard.
    await keys.waitForFocus(`tabpanel ${ui.sections.covenant}`);
  });

  test('the arrows lead from step to step, and Space inserts the sheets', async () => {
    await keys.walk(`tab ${ui.sections.covenant}`, 'Shift+Tab');
    await keys.press('ArrowRight');
    await keys.waitForFocus(`tab ${ui.sections.score}`);
    // The next step in the header has a button of the same name, which goes once the sheets are there.
    await workbench.step.getByRole('button', { name: ui.score.run, exact: true }).waitFor();
    await keys.walk(`tabpanel ${ui.sections.score}`);
    await keys.walk(`button ${ui.score.run}`);
    await keys.press('Space');
    await workbench.step
      .getByText(/Đã thêm: .*Kiên Giang/)
      .first()
      .waitFor();
    await workbench.untilIdlePane();
    await keys.waitForFocus(`button ${ui.score.run}`);
  });

  test('the next step leads to the first line to fill in, F6 to its cell, and a list opens by Alt+Down', async () => {
    await keys.walk(/^button Đến bảng /);
    await keys.press('Enter');
    const data = await workbench.saved();
    const first = keyed(data, UNIT, 'line:I.1', 'figure');
    const place = `${UNIT}!${address(first)}`;
    await workbench.waitForPlace(place);
    await keys.to('grid');
    await workbench.key('Alt+ArrowDown');
    await workbench.page.getByRole('list', { name: words.choose }).waitFor();
    await workbench.key('Enter');
    const points = findCell(data, UNIT, /^Chấm từ 0 đến 4 điểm/);
    await workbench.key('ArrowDown');
    await workbench.key('ArrowRight');
    await workbench.page.keyboard.type('3,5');
    await workbench.key('Enter');
    const after = await workbench.saved();
    expect(valueAt(after, UNIT, first)).toBe('Đ');
    expect(valueAt(after, UNIT, { row: points.row, column: first.column + 1 })).toBe(3.5);
  });

  test('a file is opened from the tool bar, checked, and a finding leads to its cell and is fixed', async () => {
    const file = join(server.folder, 'so-lieu.xlsx');
    writeFileSync(file, await cluster11('mistakes'));
    await keys.to('bar');
    const picker = workbench.page.waitForEvent('filechooser');
    await keys.press('Tab');
    await workbench.page.locator(':focus', { hasText: words.open }).waitFor();
    await keys.press('Enter');
    await (await picker).setFiles(file);
    await workbench.page.getByText(/Đã mở/).waitFor();
    await workbench.untilIdlePane();
    const book = await workbench.saved();
    await keys.to('pane');
    await keys.walk(`button ${ui.check.run}`);
    await keys.press('Enter');
    const text = `${WRONG}!${address(keyed(book, WRONG, 'line:II.1', 'self'))}`;
    const place = `${WRONG}!${address(keyed(book, WRONG, 'line:I.2', 'self'))}`;
    await workbench.step.getByText(/99,5 điểm vượt mức tối đa 4/).waitFor();
    await workbench.untilIdlePane();
    await keys.walk(`button ${ui.check.goTo(place)}`);
    await keys.press('Enter');
    await workbench.waitForPlace(place);
    await keys.to('grid');
    await workbench.page.keyboard.type('3,5');
    await workbench.key('Enter');
    // The pane follows: while it reads its buttons take no key.
    await workbench.step.getByRole('button', { name: ui.check.goTo(place) }).waitFor({ state: 'detached' });
    await workbench.untilIdlePane();
    await keys.to('pane');
    await keys.walk(`button ${ui.check.fixAt(text)}`);
    await keys.press('Space');
    await workbench.step.getByText('Đã sửa 1 ô.').waitFor();
    await workbench.untilIdlePane();
    await workbench.step.getByRole('button', { name: ui.check.fixAt(text) }).waitFor({ state: 'detached' });
    await keys.waitForFocus(`tabpanel ${ui.sections.check}`);
  });

  test('units are ranked by Enter', async () => {
    await keys.walk(`tab ${ui.sections.check}`, 'Shift+Tab');
    await keys.press('ArrowRight');
    await workbench.step.getByRole('button', { name: ui.rank.run, exact: true }).waitFor();
    await keys.walk(`tabpanel ${ui.sections.rank}`);
    await keys.walk(`button ${ui.rank.run}`);
    await keys.press('Enter');
    await workbench.step.getByText(/Đã xếp hạng/).waitFor();
    await workbench.untilIdlePane();
    expect(Object.keys(await workbench.ranks())).toHaveLength(6);
    expect(await workbench.ranks()).toMatchObject({ 'Kiên Giang': 1, 'An Giang': 2 });
    await keys.waitForFocus(`button ${ui.rank.run}`);
  });

  test('Escape leads from the pane to the cells, as in Excel on the web', async () => {
    await keys.to('pane');
    await keys.press('Escape');
    await keys.waitForPart('grid');
    expect(workbench.troubles).toEqual([]);
  });
});
