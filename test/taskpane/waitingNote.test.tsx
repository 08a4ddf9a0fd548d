/** @jest-environment jsdom */
/** What the pane shows while Excel does not answer, and where it does not hear of changes. */
import { act, fireEvent, screen } from '@testing-library/react';
import { ExcelFailure } from '../../src/excel/failure';
import { addedStep, type Given, NOTHING_INSERTED } from './fakes';
import { button, openPane, press } from './openPane';

describe('while Excel does not answer', () => {
  const never = <T,>(): Promise<T> => new Promise(() => undefined);
  /** Opens the pane, begins a check, and lets time pass. */
  async function openWaiting(milliseconds: number, given: Given = {}) {
    const pane = await openPane(given, 'check');
    jest.useFakeTimers();
    pane.actions.overview.mockImplementation(never);
    act(() => void pane.session.run('checkFigures', undefined));
    act(() => jest.advanceTimersByTime(milliseconds));
    return pane;
  }
  afterEach(() => jest.useRealTimers());

  test('the pane says after two seconds that Enter ends the editing of a cell, and offers nothing yet', async () => {
    await openWaiting(2_000);
    expect(screen.getByText(/nhấn Enter để kết thúc ô đang nhập/, { selector: 'main *' })).toBeTruthy();
    expect(screen.getByRole('status').textContent).toContain('nhấn Enter');
    expect(screen.queryByRole('button', { name: 'Tải lại khung' })).toBeNull();
  });

  test('it offers after a minute to be loaded anew, and says that waiting is no harm', async () => {
    const { actions } = await openWaiting(60_000);
    expect(screen.getByText('Excel chưa trả lời sau 60 giây.')).toBeTruthy();
    expect(screen.getByText(/chỉ đọc sổ, không ghi gì/, { selector: 'main *' })).toBeTruthy();
    expect(screen.queryByText(/không hoàn tác được việc đã làm/)).toBeNull();
    fireEvent.click(button('Tải lại khung'));
    expect(actions.reload).toHaveBeenCalledTimes(1);
  });

  test('it says that undo is lost with the pane, where there is any', async () => {
    const pane = await openPane(
      { insertSheets: () => Promise.resolve({ done: true, result: NOTHING_INSERTED, undo: [addedStep('A')] }) },
      'score',
    );
    await press('Chèn bảng chấm điểm');
    jest.useFakeTimers();
    pane.actions.insertSheets.mockImplementation((_, { phase }) => (phase?.('writing'), never()));
    act(() => void pane.session.run('insertSheets', undefined));
    act(() => jest.advanceTimersByTime(60_000));
    expect(screen.getByText(/không hoàn tác được việc đã làm/)).toBeTruthy();
    expect(screen.getByText(/mới ghi được một phần: chạy Kiểm tra/, { selector: 'main *' })).toBeTruthy();
  });
});

test('that changes are not followed is said at the button that reads again', async () => {
  await openPane({
    watch: () => Promise.reject(new ExcelFailure('cellBeingEdited', '')),
  });
  expect(button(/Chưa theo dõi thay đổi\. Đọc lại sổ/)).toBeTruthy();
});
