/** @jest-environment jsdom */
/** The record of changes in the pane: who is named, what waits, and how its sheet is seen. */
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { keepAuthor, readAuthor } from '../../src/taskpane/author';
import { vi } from '../../src/locales/vi';
import { overviewOf } from './fakes';
import { openPane, press, settled } from './openPane';

const { record } = vi.ui;
const RECORDED = overviewOf({ record: { sheet: 'Nhật ký', unrecorded: 2 } });

async function openHelp(given: Parameters<typeof openPane>[0] = {}) {
  const opened = await openPane(given);
  await press('Trợ giúp');
  await settled();
  return opened;
}

const nameField = (): HTMLInputElement => screen.getByRole('textbox', { name: record.author });

test('the name that was given goes with every command, with the time, and is kept on the machine', async () => {
  const keep = jest.fn();
  const { actions, session } = await openHelp({ keepAuthor: keep, readAuthor: () => 'Tổ thư ký' });
  expect(nameField().value).toBe('Tổ thư ký');
  fireEvent.change(nameField(), { target: { value: 'Tổ thư ký – Lan' } });
  expect(keep).toHaveBeenLastCalledWith('Tổ thư ký – Lan');
  await settled(() => void session.run('rankUnits', undefined));
  const recorder = { by: 'Tổ thư ký – Lan', at: '2026-03-01 09:05' };
  expect(actions.rankUnits).toHaveBeenLastCalledWith(undefined, expect.objectContaining({ recorder }));
});

test('what is not recorded yet is one line of the check, and nothing is said where nothing waits', async () => {
  await openPane({ overview: () => Promise.resolve(RECORDED) }, 'check');
  expect(screen.queryByText(record.unrecorded(2))).toBeTruthy();
  cleanup();
  const complete = overviewOf({ record: { sheet: 'Nhật ký', unrecorded: 0 } });
  await openPane({ overview: () => Promise.resolve(complete) }, 'check');
  expect(screen.queryByText(/chưa ghi vào Nhật ký/)).toBeNull();
});

test('the sheet is shown from the help, though it is hidden', async () => {
  const { actions } = await openHelp({ overview: () => Promise.resolve(RECORDED) });
  await press(record.show);
  expect(actions.goTo).toHaveBeenLastCalledWith({ sheet: 'Nhật ký', cell: null }, { hidden: true });
});

test('where there is none the help says what begins it', async () => {
  await openHelp();
  expect(screen.getByText(record.none)).toBeTruthy();
});

describe('the name on this machine', () => {
  test('is there again in the next pane', () => {
    keepAuthor('Tổ thư ký');
    expect(readAuthor()).toBe('Tổ thư ký');
    keepAuthor('');
    expect(readAuthor()).toBe('');
  });

  test('is nobody’s where the browser keeps nothing', () => {
    const blocked = (): Storage => {
      throw new DOMException('blocked', 'SecurityError');
    };
    expect(() => keepAuthor('Lan', blocked)).not.toThrow();
    expect(readAuthor(blocked)).toBe('');
  });
});
