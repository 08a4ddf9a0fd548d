/** The same job by keyboard alone: F6 between the parts of the page, Tab, arrows, Enter and Space within them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from '../../src/locales/vi';
import { describeInChromium } from '../support/chromium';
import { cluster11 } from '../support/cluster11';
import { findCell, setStage, type Stage, strikeStage, Workbench, words } from './bench';
import { Keyboard } from './keyboard';
import { address, keyed, valueAt } from './keyed';

const UNIT = 'Kiên Giang';
const WRONG = 'An Giang';
const { ui } = vi;

describeInChromium('the whole job by keyboard alone', () => {
  let stage: Stage;
  let bench: Workbench;
  let keys: Keyboard;

  beforeAll(async () => {
    stage = await setStage();
    bench = await Workbench.open(stage);
    keys = new Keyboard(bench);
  }, 400_000);
  afterAll(async () => {
    await bench.close();
    await strikeStage(stage);
  });
  // Whatever a test does, the keyboard is never lost and always seen.
  afterEach(() => expect(keys.faults.splice(0)).toEqual([]));

  test('a cluster is chosen by the arrows and made into a covenant by Enter', async () => {
    await keys.to('pane');
    await keys.walk(`select ${ui.covenant.cluster}`);
    const choice = bench.step.getByRole('combobox', { name: ui.covenant.cluster });
    await keys.press('Home');
    for (let press = 0; press < 40 && (await choice.inputValue()) !== 'cum-11-2020'; press += 1)
      await keys.press('ArrowDown');
    await bench.step.getByText(/Kiên Giang \(đơn vị trưởng\), Hậu Giang/).waitFor();
    await keys.walk(`button ${ui.covenant.run}`);
    await keys.press('Enter');
    await bench.step.getByText(/Đã lập giao ước/).waitFor();
    await bench.done();
    // The button has gone; the step it stood in has the keyboard.
    await keys.comesTo(`tabpanel ${ui.sections.covenant}`);
  });

  test('the arrows lead from step to step, and Space inserts the sheets', async () => {
    await keys.walk(`tab ${ui.sections.covenant}`, 'Shift+Tab');
    await keys.press('ArrowRight');
    await keys.comesTo(`tab ${ui.sections.score}`);
    // The next step in the header has a button of the same name, which goes once the sheets are there.
    await bench.step.getByRole('button', { name: ui.score.run, exact: true }).waitFor();
    await keys.walk(`tabpanel ${ui.sections.score}`);
    await keys.walk(`button ${ui.score.run}`);
    await keys.press('Space');
    await bench.step
      .getByText(/Đã thêm: .*Kiên Giang/)
      .first()
      .waitFor();
    await bench.done();
    await keys.comesTo(`button ${ui.score.run}`);
  });

  test('the next step leads to the first line to fill in, F6 to its cell, and a list opens by Alt+Down', async () => {
    await keys.walk(/^button Đến bảng /);
    await keys.press('Enter');
    const data = await bench.saved();
    const first = keyed(data, UNIT, 'line:I.1', 'figure');
    const place = `${UNIT}!${address(first)}`;
    await bench.comesTo(place);
    await keys.to('grid');
    await bench.key('Alt+ArrowDown');
    await bench.page.getByRole('list', { name: words.choose }).waitFor();
    await bench.key('Enter');
    const points = findCell(data, UNIT, /^Chấm từ 0 đến 4 điểm/);
    await bench.key('ArrowDown');
    await bench.key('ArrowRight');
    await bench.page.keyboard.type('3,5');
    await bench.key('Enter');
    const after = await bench.saved();
    expect(valueAt(after, UNIT, first)).toBe('Đ');
    expect(valueAt(after, UNIT, { row: points.row, column: first.column + 1 })).toBe(3.5);
  });

  test('a file is opened from the tool bar, checked, and a finding leads to its cell and is put right', async () => {
    const file = join(stage.folder, 'so-lieu.xlsx');
    writeFileSync(file, await cluster11('mistakes'));
    await keys.to('bar');
    const picker = bench.page.waitForEvent('filechooser');
    await keys.press('Tab');
    await bench.page.locator(':focus', { hasText: words.open }).waitFor();
    await keys.press('Enter');
    await (await picker).setFiles(file);
    await bench.page.getByText(/Đã mở/).waitFor();
    await bench.done();
    const book = await bench.saved();
    await keys.to('pane');
    await keys.walk(`button ${ui.check.run}`);
    await keys.press('Enter');
    const text = `${WRONG}!${address(keyed(book, WRONG, 'line:II.1', 'self'))}`;
    const place = `${WRONG}!${address(keyed(book, WRONG, 'line:I.2', 'self'))}`;
    await bench.step.getByText(/99,5 điểm vượt mức tối đa 4/).waitFor();
    await bench.done();
    await keys.walk(`button ${ui.check.goTo(place)}`);
    await keys.press('Enter');
    await bench.comesTo(place);
    await keys.to('grid');
    await bench.page.keyboard.type('3,5');
    await bench.key('Enter');
    await keys.to('pane');
    await keys.walk(`button ${ui.check.fixAt(text)}`);
    await keys.press('Space');
    await bench.step.getByText('Đã sửa 1 ô.').waitFor();
    await bench.done();
    await bench.step.getByRole('button', { name: ui.check.fixAt(text) }).waitFor({ state: 'detached' });
    await keys.comesTo(`tabpanel ${ui.sections.check}`);
  });

  test('units are ranked by Enter', async () => {
    await keys.walk(`tab ${ui.sections.check}`, 'Shift+Tab');
    await keys.press('ArrowRight');
    await bench.step.getByRole('button', { name: ui.rank.run, exact: true }).waitFor();
    await keys.walk(`tabpanel ${ui.sections.rank}`);
    await keys.walk(`button ${ui.rank.run}`);
    await keys.press('Enter');
    await bench.step.getByText(/Đã xếp hạng/).waitFor();
    await bench.done();
    expect(Object.keys(await bench.ranks())).toHaveLength(6);
    expect(await bench.ranks()).toMatchObject({ 'Kiên Giang': 1, 'An Giang': 2 });
    await keys.comesTo(`button ${ui.rank.run}`);
  });

  test('Escape leads from the pane to the cells, as in Excel on the web', async () => {
    await keys.to('pane');
    await keys.press('Escape');
    await keys.leadsTo('grid');
    expect(bench.troubles).toEqual([]);
  });
});
