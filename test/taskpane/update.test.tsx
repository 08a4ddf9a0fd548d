/** @jest-environment jsdom */
/** A covenant that was changed after its sheets were inserted, in the pane. */
import { cleanup, screen } from '@testing-library/react';
import type { Overview } from '../../src/workbook/overview';
import { vi } from '../../src/locales/vi';
import { remakeOf } from '../../src/spreadsheet/remake';
import { LOCKED_PROTECTION, PlanDraft } from '../../src/spreadsheet/draft';
import { layoutOf } from '../../src/spreadsheet/layout';
import { overviewOf } from './fakes';
import { openPane, press } from './openPane';

const { update } = vi.ui.covenant;
const SHEET = new PlanDraft('', [], [null], layoutOf([null], [''])).finish({
  name: 'An Giang',
  tabColor: null,
  freeze: { rows: 0, columns: 0 },
  page: {
    orientation: 'portrait',
    margins: { top: 20, bottom: 20, left: 30, right: 15 },
    printArea: { row: 0, column: 0, rows: 1, columns: 1 },
    titleRows: null,
    footer: { left: '', right: '' },
  },
  protection: LOCKED_PROTECTION,
});
const button = (id: 'previewUpdate' | 'updateSheets' | 'confirmKept'): string => vi.commands[id].button.run;
const openWith = (state: Overview['update']) =>
  openPane({ overview: () => Promise.resolve(overviewOf({ update: state })) }, 'covenant');
const shown = (): boolean[] =>
  (['previewUpdate', 'updateSheets', 'confirmKept'] as const).map(
    (id) => screen.queryByRole('button', { name: button(id) }) !== null,
  );

test('the update and its preview are offered where the covenant is another, and what they did is told', async () => {
  const { actions } = await openWith({ isDue: true, kept: 0 });
  expect(screen.queryByText(update.due)).toBeTruthy();
  expect(shown()).toEqual([true, true, false]);
  await press(button('previewUpdate'));
  expect(actions.previewUpdate).toHaveBeenCalledTimes(1);
  await press(button('updateSheets'));
  expect(actions.updateSheets).toHaveBeenCalledTimes(1);
});

test('undo of an update says what it puts back', async () => {
  const remake = remakeOf({ id: '1', protected: true }, SHEET, { plan: SHEET }, []);
  const step = { change: remake, inverse: { ...remake, formulas: [] }, sheet: 'An Giang', sheetId: '1', rowKeys: [] };
  await openPane(
    {
      overview: () => Promise.resolve(overviewOf({ update: { isDue: true, kept: 0 } })),
      updateSheets: () =>
        Promise.resolve({
          done: true,
          result: {
            redrawn: ['An Giang'],
            added: [],
            kept: [],
            returned: [],
            renamed: [],
            valued: [],
            lost: [],
            earlierReviews: [],
            pastDecisions: [],
            rankAgain: false,
          },
          undo: [step],
        }),
    },
    'covenant',
  );
  await press(button('updateSheets'));
  expect(screen.queryByRole('button', { name: vi.ui.undo.update })).toBeTruthy();
  expect(screen.queryByText(vi.ui.undo.hintUpdate)).toBeTruthy();
});

test('entries without a cell are confirmed where there are some', async () => {
  const { actions } = await openWith({ isDue: false, kept: 3 });
  expect(screen.queryByText(update.kept(3))).toBeTruthy();
  expect(shown()).toEqual([false, false, true]);
  await press(button('confirmKept'));
  expect(actions.confirmKept).toHaveBeenCalledTimes(1);
});

test.each<[string, Overview['update']]>([
  ['the sheets are as the covenant has them', { isDue: false, kept: 0 }],
  ['there are no sheets', null],
])('nothing is said where %s', async (_what, state) => {
  await openWith(state);
  expect(screen.queryByText(update.title)).toBeNull();
  cleanup();
});
