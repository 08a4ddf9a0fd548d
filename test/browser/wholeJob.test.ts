/** The whole job on Cluster 11 of 2020, from an empty workbook to a ranking that LibreOffice agrees with: by mouse. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IWorkbookData } from '@univerjs/core';
import { vi } from '../../src/locales/vi';
import { readXlsx } from '../../src/xlsx';
import { describeInChromium } from '../support/chromium';
import { evidenceOf, factsOf, figuresOf, QUOTA, UNITS, type UnitId } from '../support/cluster11';
import { convert, hasLibreOffice } from '../support/libreOffice';
import { findCell, startWorkbench, type WorkbenchServer, stopWorkbench, Workbench } from './workbench';
import { address, keyed, runsOf, valueAt } from './keyed';
import { sharedWords } from '../../src/sheets/shared/words';

const NAMES: Readonly<Record<UnitId, string>> = {
  'kien-giang': 'Kiên Giang',
  'hau-giang': 'Hậu Giang',
  'an-giang': 'An Giang',
  'bac-lieu': 'Bạc Liêu',
  'ca-mau': 'Cà Mau',
  'soc-trang': 'Sóc Trăng',
};
const SUMMARY = 'Tổng hợp';
const AWARDS = 'Xét danh hiệu';
const DECISIONS = 'Quyết định';
const FIRST_TITLE = 'Tập thể lao động xuất sắc';
const { ui } = vi;

describeInChromium('the whole job by mouse', () => {
  let server: WorkbenchServer;
  let workbench: Workbench;
  let folder: string;
  /** Where everything stands, from the file saved after the sheets were inserted. */
  let book: IWorkbookData;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'covenant-job-'));
    server = await startWorkbench();
    workbench = await Workbench.open(server);
  }, 400_000);
  afterAll(async () => {
    await workbench.close();
    await stopWorkbench(server);
    rmSync(folder, { recursive: true });
  });

  const at = (sheet: string, row: string, column: string): string => address(keyed(book, sheet, row, column));
  const entry = (unit: UnitId, code: string): string =>
    at(
      NAMES[unit],
      `line:${code}`,
      String(valueAt(book, NAMES[unit], keyed(book, NAMES[unit], `line:${code}`, 'entry'))),
    );

  test('a cluster is chosen, previewed and made into a covenant', async () => {
    await workbench.step.getByRole('combobox', { name: ui.covenant.cluster }).selectOption('cum-11-2020');
    await workbench.step.getByText(/Kiên Giang \(đơn vị trưởng\), Hậu Giang/).waitFor();
    await workbench.step.getByText(/23 dòng: 17 điểm chuẩn/).waitFor();
    await workbench.clickIn('covenant', ui.covenant.run);
    await workbench.tab('Tiêu chí').waitFor();
    await workbench.step.getByText(/Đã lập giao ước/).waitFor();
  });

  test('what the source leaves open is agreed in the covenant, and the sheets are inserted', async () => {
    const covenant = await workbench.saved();
    const deputy = {
      ...findCell(covenant, 'Giao ước', /^hau-giang$/),
      ...{ column: findCell(covenant, 'Giao ước', /^Vai trò$/).column },
    };
    const quota = {
      ...findCell(covenant, 'Giao ước', /^LDXS$/),
      ...{ column: findCell(covenant, 'Giao ước', /^Chỉ tiêu$/).column },
    };
    await workbench.showSheet('Giao ước');
    await workbench.type(address(deputy), 'Cụm phó');
    await workbench.type(address(quota), String(QUOTA));
    await workbench.clickIn('score', ui.score.run);
    await workbench.step
      .getByText(/Đã thêm: .*Kiên Giang/)
      .first()
      .waitFor();
    await workbench.tab(AWARDS).waitFor();
    book = await workbench.saved();
  });

  test('one unit’s figures are typed line by line; points above the standard are refused', async () => {
    const sheet = NAMES['kien-giang'];
    await workbench.showSheet(sheet);
    await workbench.type(entry('kien-giang', 'I.2'), '99');
    expect(await workbench.closeDialog()).toMatch(/đến mức tối đa của dòng này/);
    const figures = figuresOf('kien-giang');
    for (const { at: first, texts } of runsOf(book, sheet, figures)) await workbench.typeDown(address(first), texts);
    const evidence = new Map([...figures].map(([code, figure]) => [code, evidenceOf('kien-giang', code, figure)]));
    for (const { at: first, texts } of runsOf(book, sheet, evidence, 'evidence'))
      if (texts.some((text) => text !== '')) await workbench.typeDown(address(first), texts);
    await workbench.goTo(at(sheet, 'field:stage', 'standard'));
    await workbench.choose(sharedWords.stages.agreed);
    const data = await workbench.saved();
    expect(valueAt(data, sheet, keyed(book, sheet, 'total:total', 'official'))).toBe(99.75);
    expect(valueAt(data, sheet, keyed(book, sheet, 'field:stage', 'standard'))).toBe(sharedWords.stages.agreed);
  });

  test('the others’ figures are pasted, and pastes jump over validation', async () => {
    for (const unit of UNITS.slice(1)) await fillIn(unit);
    await workbench.showSheet(AWARDS);
    await workbench.paste(
      at(AWARDS, 'unit:kien-giang', 'fact:LDXS/HTNV:numerator'),
      UNITS.map((unit) => factsOf(unit).join('\t')).join('\n'),
    );
    await workbench.showSheet(NAMES['hau-giang']);
    await workbench.paste(entry('hau-giang', 'I.2'), '99,5');
    // As it comes from a web page: with a space that does not break, and so as text.
    await workbench.paste(entry('hau-giang', 'II.1'), '9,5\u00a0');
    await workbench.goTo(at(NAMES['hau-giang'], 'line:T1', 'evidence'));
    await workbench.key('Delete');
  });

  async function fillIn(unit: UnitId): Promise<void> {
    const sheet = NAMES[unit];
    const figures = figuresOf(unit);
    const evidence = new Map([...figures].map(([code, figure]) => [code, evidenceOf(unit, code, figure)]));
    await workbench.showSheet(sheet);
    for (const run of [...runsOf(book, sheet, figures), ...runsOf(book, sheet, evidence, 'evidence')])
      if (run.texts.some((text) => text !== '')) await workbench.paste(address(run.at), run.texts.join('\n'));
    await workbench.type(at(sheet, 'field:stage', 'standard'), sharedWords.stages.agreed);
  }

  test('checking names each mistake, and a click leads to its cell', async () => {
    await workbench.showSheet(SUMMARY);
    await workbench.clickIn('check', ui.check.run);
    await workbench.step.getByText(/99,5 điểm vượt mức tối đa 4/).waitFor();
    await workbench.step.getByText(/được nhập dưới dạng chữ/).waitFor();
    await workbench.step.getByText(/có điểm cộng nhưng chưa ghi minh chứng/).waitFor();
    const place = `Hậu Giang!${entry('hau-giang', 'I.2')}`;
    await workbench.step.getByRole('button', { name: ui.check.goTo(place) }).click();
    await workbench.waitForPlace(place);
  });

  test('what has one remedy is fixed by one click, the rest by hand where the click led', async () => {
    const text = `Hậu Giang!${entry('hau-giang', 'II.1')}`;
    await workbench.step.getByRole('button', { name: ui.check.fixAt(text) }).click();
    await workbench.step.getByText('Đã sửa 1 ô.').waitFor();
    await workbench.type(entry('hau-giang', 'I.2'), '3,5');
    const proof = at('Hậu Giang', 'line:T1', 'evidence');
    await workbench.step.getByRole('button', { name: ui.check.goTo(`Hậu Giang!${proof}`) }).click();
    await workbench.waitForPlace(`Hậu Giang!${proof}`);
    await workbench.type(proof, 'Quyết định số 21/QĐ');
    await workbench.clickIn('check', ui.check.run);
    await workbench.step
      .getByText(/99,5|dưới dạng chữ|chưa ghi minh chứng/)
      .first()
      .waitFor({ state: 'detached' });
    const data = await workbench.saved();
    expect(valueAt(data, 'Hậu Giang', keyed(book, 'Hậu Giang', 'line:II.1', 'self'))).toBe(9.5);
  });

  test('ranking shows a tie at the quota’s edge and nominates nobody by itself', async () => {
    await workbench.clickIn('rank', ui.rank.run);
    await workbench.step.getByText(/Đã xếp hạng/).waitFor();
    expect(await workbench.ranks()).toEqual({
      'Kiên Giang': 1,
      'An Giang': 2,
      'Cà Mau': 2,
      'Hậu Giang': 4,
      'Sóc Trăng': 5,
      'Bạc Liêu': 6,
    });
    await workbench.step.getByText(ui.rank.tie(FIRST_TITLE, 'An Giang, Cà Mau', 1)).waitFor();
    expect(await workbench.nominated(FIRST_TITLE)).toBe('Kiên Giang (hạng 1)');
  });

  test('the cluster’s decision is recorded where the pane leads, and ranking again follows it', async () => {
    await workbench.step.getByRole('button', { name: ui.rank.resolveOf(FIRST_TITLE) }).click();
    const order = at(AWARDS, 'unit:an-giang', 'order:LDXS');
    await workbench.waitForPlace(`${AWARDS}!${order}`);
    await workbench.type(order, '2');
    await workbench.type(at(AWARDS, 'unit:ca-mau', 'order:LDXS'), '1');
    for (const unit of ['an-giang', 'ca-mau'])
      await workbench.type(at(AWARDS, `unit:${unit}`, 'resolutionBasis'), 'Biên bản số 05/BB');
    await workbench.clickIn('rank', ui.print.make.decisions.first);
    await workbench.tab(DECISIONS).waitFor();
    const made = await workbench.saved();
    await workbench.showSheet(DECISIONS);
    for (const [column, entry] of [
      ['day', '25/11/2020'],
      ['person', 'Hội nghị cụm'],
    ] as const)
      await workbench.type(address(keyed(made, DECISIONS, 'decision:tie:LDXS', column)), entry);
    await workbench.clickIn('rank', ui.rank.run);
    await workbench.step.getByText(ui.rank.final, { exact: true }).waitFor();
    await workbench.step.getByText(ui.rank.ties).waitFor({ state: 'detached' });
    expect(await workbench.nominated(FIRST_TITLE)).toBe(
      'Kiên Giang (hạng 1); Cà Mau (hạng 2, theo thứ tự đã biểu quyết)',
    );
  });

  test('what is saved opens again with the same result, and LibreOffice calculates the same ranks as the pane shows', async () => {
    const shown = await workbench.ranks();
    const file = await workbench.savedFile();
    await workbench.openFile(file);
    await workbench.page.getByText(/Đã mở/).waitFor();
    await workbench.pane.getByRole('tab', { name: ui.sections.rank }).click();
    await workbench.step.getByText(ui.rank.final, { exact: true }).waitFor();
    expect(await workbench.ranks()).toEqual(shown);
    expect(workbench.troubles).toEqual([]);
    if (!hasLibreOffice()) return;
    const [written = ''] = await convert([file], 'xlsx', folder);
    const evaluated = await readXlsx(new Uint8Array(readFileSync(written)));
    const ranks = UNITS.map((unit) => [
      NAMES[unit],
      valueAt(evaluated, SUMMARY, keyed(book, SUMMARY, `unit:${unit}`, 'rank')),
    ]);
    expect(Object.fromEntries(ranks)).toEqual(shown);
  });
});
