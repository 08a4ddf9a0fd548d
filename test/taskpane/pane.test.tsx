/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react';
import { ExcelFailure } from '../../src/excel/failure';
import type { Overview } from '../../src/workbook/overview';
import { wordsFor } from '../../src/locales';
import { Notice } from '../../src/taskpane/components/Notice';
import { BLANK, EMPTY, fakeWatch, held, overviewOf, typedAsText, unitOf } from './fakes';
import { announced, button, header, isOff, openPane, panel, press, settled } from './openPane';

const shows = (overview: Overview) => ({ overview: () => Promise.resolve(overview) });
/** Milliseconds until changes are reported, and a little more. */
const DEBOUNCED = 320;
const TABS = ['Giao ước', 'Chấm điểm', 'Kiểm tra', 'Xếp hạng', 'In và ký'];
const selected = (): string | null => screen.getByRole('tab', { selected: true }).textContent;

describe('the header', () => {
  test('says which covenant, how complete it is, and that it is provisional', async () => {
    const units = [unitOf('A'), unitOf('B', { missing: 3 })];
    await openPane(shows(overviewOf({ units, provisional: true, findings: [BLANK] })));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Cụm 11 · Năm 2020');
    expect(header().getByText('1/2 đơn vị đã chấm xong')).toBeTruthy();
    expect(header().getByText('Tạm tính')).toBeTruthy();
    const bar = header().getByRole('progressbar', { name: '1/2 đơn vị đã chấm xong' });
    expect([bar.getAttribute('aria-valuenow'), bar.getAttribute('aria-valuemax')]).toEqual(['1', '2']);
  });

  test('says that the result is agreed', async () => {
    await openPane();
    expect(header().getByText('Đã thống nhất')).toBeTruthy();
  });

  test.each([
    ['current', false, 'Đã chốt'],
    ['changed', false, 'Có thay đổi sau khi chốt'],
    ['changed', true, 'Có thay đổi sau khi chốt'],
    ['current', true, 'Tạm tính'],
  ] as const)('a seal that is %s, provisional: %s, reads “%s”', async (state, provisional, says) => {
    await openPane(shows(overviewOf({ sealed: { text: 'Đã chốt ngày 25/11/2020', state }, provisional })));
    expect(header().getByText(says)).toBeTruthy();
  });

  test.each([
    ['vi-VN', EMPTY, /^Việc tiếp theo: Sổ này chưa có giao ước/, 'Lập giao ước'],
    ['en-US', EMPTY, /^Next step: This workbook has no covenant/, 'Make a covenant'],
    ['vi-VN', overviewOf(), /^Việc tiếp theo: Đã xếp hạng/, 'Xem các bảng cần in'],
    ['en-US', overviewOf({ ranked: 'stale' }), /^Next step: Figures have changed/, 'Rank units'],
  ])('in %s names the one next step, with its button', async (language, overview, says, act) => {
    await openPane(shows(overview), 'check', language);
    expect(header().getByText((_, element) => element?.tagName === 'P' && says.test(element.textContent))).toBeTruthy();
    expect(header().getByRole('button', { name: act })).toBeTruthy();
  });

  test('leads to the section of the next step, and the keyboard with it', async () => {
    await openPane(shows(overviewOf({ findings: [typedAsText('Cà Mau', 'E9')] })), 'rank');
    await press('Xem các lỗi');
    expect(selected()).toBe('Kiểm tra');
    expect(document.activeElement).toBe(screen.getByRole('tabpanel'));
  });

  test('goes to the cell that is to be filled in', async () => {
    const overview = overviewOf({ units: [unitOf('An Giang', { missing: 3 })], findings: [BLANK] });
    const { actions } = await openPane(shows(overview));
    expect(header().getByText(/An Giang còn 3 dòng chưa chấm/)).toBeTruthy();
    await press('Đến bảng An Giang');
    expect(actions.goTo).toHaveBeenCalledWith({ sheet: 'An Giang', cell: 'E9' });
  });

  test.each([
    [
      'the focus moves to the step',
      'while the person is in the pane',
      () => undefined,
      () => document.querySelector('[role=tabpanel]'),
    ],
    [
      'the focus stays away',
      'once the person works in the sheet',
      () => window.dispatchEvent(new Event('blur')),
      () => document.body,
    ],
  ])('%s where the focused button goes away %s', async (_what, _when, leave, expected) => {
    const answers = [overviewOf({ findings: [BLANK] })];
    const { session } = await openPane({ overview: () => Promise.resolve(answers.shift() ?? overviewOf()) }, 'check');
    button('Đến An Giang!E9').focus();
    leave();
    await settled(() => void session.refresh());
    expect(screen.queryByRole('button', { name: 'Đến An Giang!E9' })).toBeNull();
    expect(document.activeElement).toBe(expected());
  });

  test('names a few of the many units that are waited for', async () => {
    const units = ['A', 'B', 'C', 'D', 'E'].map((name) => unitOf(name, { stage: 'self' }));
    await openPane(shows(overviewOf({ units })));
    expect(header().getByText(/Chờ thống nhất: A, B, C và 2 đơn vị khác/)).toBeTruthy();
  });

  test.each([
    [false, 'Có thay đổi', 'own'],
    [true, 'Có thay đổi của người khác', 'remote'],
  ])('says that the workbook has changed (by somebody else: %s), and reads again', async (remote, words) => {
    const book = fakeWatch();
    const { actions, session } = await openPane({ watch: book.watch }, 'rank');
    act(() => book.change({ remote }));
    await act(() => new Promise((resolve) => setTimeout(resolve, DEBOUNCED)));
    expect(announced()).toBe(words);
    const refresh = button(`${words}. Đọc lại sổ`);
    refresh.focus();
    await press(`${words}. Đọc lại sổ`);
    expect(actions.overview).toHaveBeenCalledTimes(2);
    expect(session.state().changed).toBeNull();
    expect([document.activeElement, selected()]).toEqual([refresh, 'Xếp hạng']);
  });
});

describe('the tabs', () => {
  test('are the five steps, and the pane opens where the work goes on', async () => {
    await openPane(shows(EMPTY));
    expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual(TABS);
    expect(selected()).toBe('Giao ước');
    expect(panel().getByRole('heading', { level: 2 }).textContent).toBe('Giao ước');
  });

  test.each([
    ['ArrowRight', 'Kiểm tra', 'Xếp hạng'],
    ['ArrowLeft', 'Kiểm tra', 'Chấm điểm'],
    ['ArrowLeft', 'Giao ước', 'In và ký'],
    ['ArrowRight', 'In và ký', 'Giao ước'],
    ['Home', 'Kiểm tra', 'Giao ước'],
    ['End', 'Kiểm tra', 'In và ký'],
    ['a', 'Kiểm tra', 'Kiểm tra'],
  ])('%s leads from %s to %s, focus and all', async (key, from, to) => {
    await openPane();
    const tab = screen.getByRole('tab', { name: from });
    await settled(() => void fireEvent.click(tab));
    tab.focus();
    await settled(() => void fireEvent.keyDown(tab, { key }));
    expect([selected(), document.activeElement?.textContent]).toEqual([to, to]);
  });

  test('are one stop of the Tab key', async () => {
    await openPane();
    expect(screen.getAllByRole('tab').filter((tab) => tab.tabIndex === 0)).toHaveLength(1);
  });

  test('name their panel', async () => {
    await openPane({}, 'rank');
    expect(screen.getByRole('tabpanel', { name: 'Xếp hạng' })).toBeTruthy();
  });

  test.each([
    ['vi-VN', TABS],
    ['en-US', ['Covenant', 'Scoring', 'Check', 'Ranking', 'Print and sign']],
  ])('all have something to show in %s, for work that is done and work that has not begun', async (language, names) => {
    for (const overview of [EMPTY, overviewOf()]) {
      const { session } = await openPane(shows(overview), undefined, language);
      for (const name of names) {
        await settled(() => void fireEvent.click(screen.getByRole('tab', { name })));
        expect(screen.getByRole('tabpanel', { name }).textContent).toMatch(/\p{L}{3}/u);
      }
      expect(session.state().failure).toBeNull();
      document.body.replaceChildren();
    }
  });
});

describe('a pane that opens', () => {
  test('says that it reads', async () => {
    await openPane({ overview: held(EMPTY).run });
    expect(screen.getByText('Đang đọc sổ…', { selector: 'label' })).toBeTruthy();
    expect(screen.queryByRole('tab')).toBeNull();
  });

  test('says what to do where it cannot read, and reads again', async () => {
    const editing = new ExcelFailure('cellBeingEdited', 'InvalidOperationInCellEditMode');
    const answers = [() => Promise.reject<Overview>(editing)];
    await openPane({ overview: () => answers.shift()?.() ?? Promise.resolve(overviewOf()) });
    expect(screen.getByText(/^Bấm Enter để kết thúc sửa ô/)).toBeTruthy();
    await press('Làm lại');
    expect(screen.queryByText(/Bấm Enter/)).toBeNull();
    expect(selected()).toBe('In và ký');
  });
});

describe('a running command', () => {
  test('shows its step and its units, and nothing else can be started', async () => {
    const end: (() => void)[] = [];
    await openPane(
      {
        rankUnits: (_input, progress) => {
          progress.phase?.('deciding', { done: 12, of: 60 });
          return new Promise((resolve) => end.push(() => resolve({ done: false, findings: [BLANK] })));
        },
      },
      'rank',
    );
    const run = panel().getByRole('button', { name: 'Xếp hạng' });
    run.focus();
    await settled(() => void fireEvent.click(run));
    expect(header().getByText('12/60 đơn vị')).toBeTruthy();
    expect(header().getByRole('progressbar', { name: '12/60 đơn vị' })).toBeTruthy();
    expect(announced()).toBe('Đang tính…');
    expect(run.getAttribute('aria-disabled')).toBe('true');
    expect(isOff('Xem các bảng cần in')).toBe(true);
    await settled(() => end.forEach((one) => one()));
    expect(document.activeElement).toBe(run);
    expect(panel().getByText(/^Chưa làm được/)).toBeTruthy();
  });

  test('can be cancelled, which is shown as information, not as an error', async () => {
    const { run, end } = held<Overview>(EMPTY, () => new ExcelFailure('cancelled', 'deciding'));
    const answers = [() => Promise.resolve(overviewOf()), run];
    await openPane({ overview: (progress) => (answers.shift() ?? run)(progress) }, 'check');
    await press('Kiểm tra');
    await press('Hủy');
    expect(header().getByText('Đang hủy…')).toBeTruthy();
    await settled(end);
    expect(screen.getByText('Đã hủy theo yêu cầu. Sổ chưa bị thay đổi.', { selector: 'main *' })).toBeTruthy();
    expect(screen.queryByText('Không làm xong')).toBeNull();
  });
});

test('says what was left out because Excel refused it', async () => {
  const result = { added: ['An Giang'], kept: [], rowsAdded: [] };
  await openPane({ insertSheets: () => Promise.resolve({ done: true, result, skipped: ['page'] }) }, 'score');
  await press('Chèn bảng chấm điểm');
  expect(screen.getByText(/Excel không nhận thiết lập trang in/)).toBeTruthy();
});

describe('a failed command', () => {
  test.each([
    ['protected', /đang được bảo vệ/, /Bỏ bảo vệ/],
    ['passwordNeeded', /bảo vệ bằng mật khẩu/, /mật khẩu đã đặt/],
    ['otherWorkbook', /Một sổ khác/, /Quay lại sổ chấm điểm/],
    ['connectionLost', /Mất liên lạc/, /Kiểm tra mạng/],
  ] as const)('says what happened, what stands and what to do: %s', async (code, message, remedy) => {
    const failure = new ExcelFailure(code, 'Code', 'rolledBack');
    await openPane({ insertSheets: () => Promise.reject(failure) }, 'score');
    await press('Chèn bảng chấm điểm');
    expect(screen.getAllByText(message).some((one) => /Những gì đã thêm được gỡ lại/.test(one.textContent))).toBe(true);
    expect(screen.getByText(remedy)).toBeTruthy();
    expect(screen.getByText('Chi tiết: Code')).toBeTruthy();
    await press('Đóng thông báo');
    expect(screen.queryByText('Chi tiết: Code')).toBeNull();
  });

  test('offers to tidy up where something of it may stand, and reads the workbook again', async () => {
    const failure = new ExcelFailure('otherWorkbook', 'Code', 'unknown');
    const tidyUp = jest.fn().mockRejectedValueOnce(failure).mockResolvedValue(undefined);
    const { actions } = await openPane({ insertSheets: () => Promise.reject(failure), tidyUp }, 'score');
    await press('Chèn bảng chấm điểm');
    const read = actions.overview.mock.calls.length;
    await press('Dọn lại');
    expect(screen.getByText('Chi tiết: Code')).toBeTruthy();
    await press('Dọn lại');
    expect(tidyUp).toHaveBeenLastCalledWith(failure);
    expect(screen.queryByText('Chi tiết: Code')).toBeNull();
    expect(actions.overview.mock.calls.length).toBe(read + 1);
  });

  test('offers nothing of the kind where nothing of it stands', async () => {
    const failure = new ExcelFailure('otherWorkbook', 'Code', 'rolledBack');
    await openPane({ insertSheets: () => Promise.reject(failure) }, 'score');
    await press('Chèn bảng chấm điểm');
    expect(screen.queryByRole('button', { name: 'Dọn lại' })).toBeNull();
  });

  test.each([
    ['an error', new TypeError('x is undefined'), 'Chi tiết: TypeError: x is undefined'],
    ['anything else', 'out of luck', 'Chi tiết: out of luck'],
  ])('shows %s that nobody foresaw', async (_, thrown, detail) => {
    // A library may throw anything: that is what this tests.
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    await openPane({ rankUnits: () => Promise.reject(thrown) }, 'rank');
    await settled(() => void fireEvent.click(panel().getByRole('button', { name: 'Xếp hạng' })));
    expect(screen.getByText('Phần bổ trợ gặp lỗi ngoài dự kiến.', { selector: 'main *' })).toBeTruthy();
    expect(screen.getByText(detail)).toBeTruthy();
  });

  test('offers to load the pane anew where a file of it is not on the server any more', async () => {
    const missing = Object.assign(new Error('Loading chunk 1 failed.'), { name: 'ChunkLoadError' });
    const { actions } = await openPane({ rankUnits: () => Promise.reject(missing) }, 'rank');
    await settled(() => void fireEvent.click(panel().getByRole('button', { name: 'Xếp hạng' })));
    expect(screen.getByText(/máy chủ vừa có bản mới/, { selector: 'main *' })).toBeTruthy();
    fireEvent.click(button('Tải lại khung'));
    expect(actions.reload).toHaveBeenCalledTimes(1);
  });

  test('says where a cell is gone', async () => {
    await openPane(
      { ...shows(overviewOf({ findings: [BLANK] })), goTo: () => Promise.reject(new ExcelFailure('notFound', 'x')) },
      'check',
    );
    await press('Đến An Giang!E9');
    expect(screen.getByText(/Một sheet vừa bị xóa/, { selector: 'main *' })).toBeTruthy();
  });
});

describe('what was done', () => {
  test('is listed with its time, newest first', async () => {
    const result = { added: ['Cà Mau'], kept: [], rowsAdded: [] };
    await openPane({ insertSheets: () => Promise.resolve({ done: true, result }) }, 'score');
    await press('Chèn bảng chấm điểm');
    await settled(() => void fireEvent.click(screen.getByRole('tab', { name: 'Kiểm tra' })));
    await press('Kiểm tra');
    await press('Việc đã làm (2)');
    const entries = screen.getAllByRole('listitem').map((one) => one.textContent);
    expect(entries).toEqual(['09:05Đã kiểm tra: không có lỗi nào.', '09:05Đã thêm: Cà Mau.']);
  });
});

describe('where the pane cannot run', () => {
  test.each([
    ['tooOld', 'vi', /Excel 2021/],
    ['notExcel', 'en', /Open the scoring workbook in Excel/],
  ] as const)('a notice says what to do: %s', (which, language, remedy) => {
    const { ui } = wordsFor(language);
    render(<Notice title={ui.title} {...ui[which]} brightness="contrast" />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(ui.title);
    expect(screen.getByText(remedy)).toBeTruthy();
  });
});
