/** @jest-environment jsdom */
/** A covenant that was changed after its sheets were inserted, in the pane. */
import { cleanup, screen } from '@testing-library/react';
import type { Overview } from '../../src/workbook/overview';
import { vi } from '../../src/locales/vi';
import { overviewOf } from './fakes';
import { openPane, press } from './openPane';

const { update } = vi.ui.covenant;
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
