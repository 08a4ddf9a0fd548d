/** @jest-environment jsdom */
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { wordFailure, wordFinding } from '../../src/commands/wording';
import { ExcelFailure } from '../../src/excel/failure';
import { wordsFor } from '../../src/locales';
import type { Actions, Wordings } from '../../src/taskpane/actions';
import { App } from '../../src/taskpane/components/App';
import { Notice } from '../../src/taskpane/components/Notice';
import { createSession } from '../../src/taskpane/session';
import { BLANK, CATALOGUE, fakeActions, held, NO_COVENANT, RANKING, typedAsText, WARNING } from './fakes';

/** Does something and lets React and the promises that follow from it come to rest. */
const settled = (work: () => void): Promise<void> =>
  act(async () => {
    work();
    await Promise.resolve();
  });

/** Draws the pane over the given actions and waits for its catalogue. */
async function openPane(given: Partial<Actions> = {}, language = 'vi-VN') {
  const actions = fakeActions(given);
  const words = wordsFor(language);
  const wordings: Wordings = {
    finding: (finding) => wordFinding(finding, words),
    failure: (thrown) =>
      thrown instanceof ExcelFailure
        ? { ...wordFailure(thrown, words), detail: thrown.detail, cancelled: thrown.failure === 'cancelled' }
        : null,
  };
  const session = createSession(actions);
  await settled(() => {
    render(<App session={session} words={words} wordings={wordings} brightness="light" />);
  });
  return actions;
}

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const section = (name: string) => within(screen.getByRole('region', { name }));
const press = (name: string): Promise<void> =>
  settled(() => {
    fireEvent.click(button(name));
  });
const isOff = (name: string): boolean => button(name).getAttribute('aria-disabled') === 'true';
const announced = (): string | null => screen.getByRole('status').textContent;

const COMMANDS = ['Lập giao ước mới', 'Chèn bảng chấm điểm', 'Kiểm tra', 'Xếp hạng'];

describe('an idle pane', () => {
  test('offers the four commands, each under its own heading', async () => {
    await openPane();
    expect(COMMANDS.filter(isOff)).toEqual([]);
    expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual([
      'Giao ước',
      'Bảng chấm điểm',
      'Kiểm tra',
      'Xếp hạng',
    ]);
  });

  test('speaks English where Office does', async () => {
    await openPane({}, 'en-US');
    expect(button('Insert scoring sheets')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Emulation Scoring');
  });

  test('makes a covenant of what was chosen in the catalogue', async () => {
    const { newCovenant } = await openPane();
    fireEvent.change(screen.getByLabelText('Bộ tiêu chí'), { target: { value: 'set-2' } });
    await press('Lập giao ước mới');
    expect(newCovenant.mock.calls[0]?.[0]).toEqual({ criteriaSet: 'set-2', cluster: 'cluster-1' });
  });

  test('cannot make a covenant before the catalogue is there', async () => {
    let open: (catalogue: typeof CATALOGUE) => void = () => undefined;
    await openPane({ catalogue: () => new Promise((resolve) => (open = resolve)) });
    expect(isOff('Lập giao ước mới')).toBe(true);
    await settled(() => open(CATALOGUE));
    expect(isOff('Lập giao ước mới')).toBe(false);
  });

  test('says so where the catalogue cannot be opened', async () => {
    await openPane({ catalogue: () => Promise.reject(new Error('chunk 7 did not load')) });
    expect(section('Giao ước').getByText('Chi tiết: Error: chunk 7 did not load')).toBeTruthy();
  });
});

describe('a running command', () => {
  test('shows its step, and nothing else can be started', async () => {
    const { run, end } = held([]);
    await openPane({ checkFigures: run });
    await press('Kiểm tra');
    expect(section('Kiểm tra').getByText('Đang đọc sổ…')).toBeTruthy();
    expect(COMMANDS.every(isOff)).toBe(true);
    expect(announced()).toBe('Đang đọc sổ…');
    await settled(end);
    expect(COMMANDS.some(isOff)).toBe(false);
  });

  test('can be cancelled, which is told without alarm', async () => {
    const { run, end } = held([], () => new ExcelFailure('cancelled', 'deciding'));
    await openPane({ checkFigures: run });
    await press('Kiểm tra');
    await press('Hủy');
    expect(section('Kiểm tra').getByText('Đang hủy…')).toBeTruthy();
    await settled(end);
    expect(section('Kiểm tra').getByText('Đã hủy theo yêu cầu. Sổ chưa bị thay đổi.')).toBeTruthy();
    expect(screen.queryByText('Không làm xong')).toBeNull();
  });
});

describe('findings', () => {
  test('are counted and listed with what to do', async () => {
    await openPane({ checkFigures: () => Promise.resolve([BLANK, WARNING]) });
    await press('Kiểm tra');
    expect(screen.getAllByRole('listitem').map((one) => one.textContent)).toEqual([
      expect.stringMatching(/^LỗiAn Giang!E9An Giang, dòng I\.1: chưa chấm\.Nhập kết quả/),
      expect.stringMatching(/^Lưu ýCà Mau!K12Cà Mau, dòng II\.2/),
    ]);
    expect(announced()).toBe('1 lỗi, 1 lưu ý');
  });

  test('that are none are said to be none', async () => {
    await openPane();
    await press('Kiểm tra');
    expect(section('Kiểm tra').getByText('Không có lỗi nào.')).toBeTruthy();
  });

  test('lead to their cell', async () => {
    const { goTo } = await openPane({ checkFigures: () => Promise.resolve([BLANK]) });
    await press('Kiểm tra');
    await press('Đến An Giang!E9');
    expect(goTo).toHaveBeenCalledWith({ sheet: 'An Giang', cell: 'E9' });
  });

  test('say where the cell is gone', async () => {
    await openPane({
      checkFigures: () => Promise.resolve([BLANK]),
      goTo: () => Promise.reject(new ExcelFailure('notFound', 'ItemNotFound')),
    });
    await press('Kiểm tra');
    await press('Đến An Giang!E9');
    expect(section('Kiểm tra').getByText(/Một sheet vừa bị xóa/)).toBeTruthy();
  });

  test('come fifty at a time', async () => {
    await openPane({ checkFigures: () => Promise.resolve(Array.from({ length: 120 }, () => BLANK)) });
    await press('Kiểm tra');
    expect(screen.getAllByRole('listitem')).toHaveLength(50);
    await press('Xem thêm (còn 70)');
    expect(screen.getAllByRole('listitem')).toHaveLength(100);
  });
});

describe('fixes', () => {
  const first = typedAsText('An Giang', 'E9');
  const second = typedAsText('Cà Mau', 'E12');

  test('are offered only where there is one, and for all at once where there are many', async () => {
    await openPane({ checkFigures: () => Promise.resolve([first, second, BLANK]) });
    await press('Kiểm tra');
    expect(screen.getAllByRole('button', { name: /^Sửa/ }).map((one) => one.textContent)).toEqual([
      'Sửa tất cả (2)',
      'Sửa',
      'Sửa',
    ]);
  });

  test('put one cell right and check again', async () => {
    const rounds = [[first, BLANK], [BLANK]];
    const { applyFixes } = await openPane({
      checkFigures: () => Promise.resolve(rounds.shift() ?? []),
      applyFixes: () => Promise.resolve({ fixed: [{ sheet: 'An Giang', cell: 'E9' }], skipped: [] }),
    });
    await press('Kiểm tra');
    await press('Sửa An Giang!E9');
    expect(applyFixes.mock.calls[0]?.[0]).toEqual([first]);
    expect(section('Kiểm tra').getByText('Đã sửa 1 ô.')).toBeTruthy();
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
  });

  test('put all right at once', async () => {
    const { applyFixes } = await openPane({ checkFigures: () => Promise.resolve([first, BLANK, second]) });
    await press('Kiểm tra');
    await press('Sửa tất cả (2)');
    expect(applyFixes.mock.calls[0]?.[0]).toEqual([first, second]);
  });

  test('name the cells that could not be found', async () => {
    await openPane({
      checkFigures: () => Promise.resolve([first]),
      applyFixes: () => Promise.resolve({ fixed: [], skipped: [{ sheet: 'An Giang', cell: 'E9' }] }),
    });
    await press('Kiểm tra');
    await press('Sửa An Giang!E9');
    expect(section('Kiểm tra').getByText('Không còn tìm thấy: An Giang!E9. Hãy kiểm tra lại.')).toBeTruthy();
  });
});

describe('inserted sheets', () => {
  test('are named, and those kept are counted', async () => {
    const result = { added: ['Cà Mau', 'Tổng hợp'], kept: ['An Giang'], rowsAdded: [] };
    await openPane({ insertSheets: () => Promise.resolve({ done: true, result }) });
    await press('Chèn bảng chấm điểm');
    expect(section('Bảng chấm điểm').getByText('Đã thêm: Cà Mau, Tổng hợp.')).toBeTruthy();
    expect(announced()).toBe('Đã thêm: Cà Mau, Tổng hợp. Giữ nguyên 1 bảng đã có.');
  });

  test('that are none are said to be none', async () => {
    await openPane();
    await press('Chèn bảng chấm điểm');
    expect(section('Bảng chấm điểm').getByText(/Đã đủ bảng cho mọi đơn vị/)).toBeTruthy();
  });
});

describe('a refused command', () => {
  test.each([
    ['Lập giao ước mới', 'Giao ước'],
    ['Chèn bảng chấm điểm', 'Bảng chấm điểm'],
    ['Xếp hạng', 'Xếp hạng'],
  ])('%s lists what to put right first', async (name, where) => {
    const refused = () => Promise.resolve({ done: false as const, findings: [NO_COVENANT] });
    await openPane({ newCovenant: refused, insertSheets: refused, rankUnits: refused });
    await press(name);
    expect(section(where).getByText(/^Chưa làm được/)).toBeTruthy();
    expect(section(where).getByText('Sổ này chưa có sheet Giao ước.')).toBeTruthy();
  });
});

describe('a failed command', () => {
  test('says what happened, what stands and what to do', async () => {
    const failure = new ExcelFailure('protected', 'AccessDenied', 'takenBack');
    await openPane({ insertSheets: () => Promise.reject(failure) });
    await press('Chèn bảng chấm điểm');
    const shown = section('Bảng chấm điểm');
    expect(shown.getByText(/bảo vệ bằng mật khẩu\. Những gì đã thêm được gỡ lại/)).toBeTruthy();
    expect(shown.getByText('Bỏ bảo vệ (thẻ Xem lại) rồi làm lại.')).toBeTruthy();
    expect(shown.getByText('Chi tiết: AccessDenied')).toBeTruthy();
  });

  test.each([
    ['an error', new TypeError('x is undefined'), 'Chi tiết: TypeError: x is undefined'],
    ['anything else', 'out of luck', 'Chi tiết: out of luck'],
  ])('shows %s that nobody foresaw', async (_, thrown, detail) => {
    // A library may throw anything: that is what this tests.
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    await openPane({ rankUnits: () => Promise.reject(thrown) });
    await press('Xếp hạng');
    expect(section('Xếp hạng').getByText('Phần bổ trợ gặp lỗi ngoài dự kiến.')).toBeTruthy();
    expect(section('Xếp hạng').getByText(detail)).toBeTruthy();
  });

  test('leaves earlier findings, and its message can be dismissed', async () => {
    await openPane({
      checkFigures: () => Promise.resolve([BLANK]),
      rankUnits: () => Promise.reject(new ExcelFailure('connectionLost', 'Timeout')),
    });
    await press('Kiểm tra');
    await press('Xếp hạng');
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
    await press('Đóng thông báo');
    expect(screen.queryByText(/Mất liên lạc/)).toBeNull();
  });
});

describe('a ranking', () => {
  const rows = (): (string | null)[][] =>
    within(screen.getByRole('table', { name: /Bảng xếp hạng|Standings/ }))
      .getAllByRole('row')
      .map((row) => [...row.querySelectorAll('th,td')].map((cell) => cell.textContent));

  test('stands best first, with points as Vietnamese readers write them and the explanations', async () => {
    await openPane();
    await press('Xếp hạng');
    expect(rows()).toEqual([
      ['Hạng', 'Đơn vị', 'Tổng', 'Cộng', 'Trừ'],
      ['1', 'An Giang', '97,25', '1,50', '0,25'],
      ['', 'hạng 1 vì tổng 97,25'],
      ['2', 'Kiên Giang', '96,50', '1,50', '0,25'],
      ['', 'hạng 2 vì tổng 96,50không tính đơn vị chưa xét: hạng 1'],
      ['–', 'Sóc Trăng', '40,10', '1,50', '0,25'],
      ['', 'chưa xếp hạng vì còn 3 dòng chưa chấm'],
    ]);
  });

  test('has decimal points in English', async () => {
    await openPane({}, 'en-US');
    await press('Rank units');
    expect(rows()[1]).toEqual(['1', 'An Giang', '97.25', '1.50', '0.25']);
  });

  test('says that it is provisional, and that something is left to see', async () => {
    await openPane();
    await press('Xếp hạng');
    expect(section('Xếp hạng').getByText('Tạm tính')).toBeTruthy();
    expect(section('Xếp hạng').getByText(/^Còn 1 lỗi hoặc lưu ý/)).toBeTruthy();
  });

  test('does not say so once it is agreed', async () => {
    const result = { ...RANKING, provisional: false, findings: [] };
    await openPane({ rankUnits: () => Promise.resolve({ done: true, result }) });
    await press('Xếp hạng');
    expect(screen.queryByText('Tạm tính')).toBeNull();
    expect(section('Xếp hạng').getByText('Kết quả đã thống nhất.')).toBeTruthy();
  });
});

test('an Excel that is too old is told so in words', () => {
  const { ui } = wordsFor('vi-VN');
  render(<Notice title={ui.title} {...ui.tooOld} brightness="dark" />);
  expect(screen.getByText('Hãy dùng Excel 2021 trở lên, Microsoft 365 hoặc Excel trên web.')).toBeTruthy();
});
