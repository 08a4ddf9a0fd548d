/** @jest-environment jsdom */
import { fireEvent, screen } from '@testing-library/react';
import { act } from 'react';
import { ExcelFailure } from '../../src/excel/failure';
import { selfCheckWords } from '../../src/locales/selfCheck';
import { formatReport } from '../../src/selfCheck/report';
import type { SelfCheckRun } from '../../src/taskpane/actions';
import { selfCheckFunction } from '../../src/taskpane/ribbon';
import { createSession } from '../../src/taskpane/session';
import { fakeActions, SELF_CHECKED } from './fakes';
import { announced, button, isOff, openPane, press, settled } from './openPane';

const WORDS = selfCheckWords('vi');
const { pane } = WORDS;

/** Opens the help, where the self-check is. */
async function openHelp(given: Parameters<typeof openPane>[0] = {}, language?: string) {
  const opened = await openPane(given, undefined, language);
  await press(language === 'en-US' ? 'Help' : 'Trợ giúp');
  await settled();
  return opened;
}

const reportShown = (): HTMLTextAreaElement => screen.getByRole('textbox', { name: pane.report });

/** A self-check that goes on until the test ends it. */
function heldCheck() {
  let given: SelfCheckRun | null = null;
  let end = (): void => undefined;
  const selfCheck = (options: SelfCheckRun) => {
    given = options;
    return new Promise<typeof SELF_CHECKED>((resolve) => {
      end = () => resolve({ ...SELF_CHECKED, cancelled: options.signal.aborted });
    });
  };
  return { selfCheck, options: () => given, end: () => end() };
}

describe('the help of the pane', () => {
  test('says what the self-check does before it starts, in both languages', async () => {
    await openHelp();
    expect(screen.getByText(pane.intro)).toBeTruthy();
    expect(isOff(pane.start)).toBe(false);
  });

  test('is in English for an English pane', async () => {
    await openHelp({}, 'en-US');
    expect(button(selfCheckWords('en').pane.start)).toBeTruthy();
  });
});

describe('the self-check in the pane', () => {
  test('shows its progress, lets nothing else run, and can be cancelled', async () => {
    const { selfCheck, options, end } = heldCheck();
    const { session } = await openHelp({ selfCheck });
    await press(pane.start);
    await act(() => Promise.resolve(options()?.onProgress(7, 22)));
    expect(screen.getByRole('progressbar', { name: pane.progress(7, 22) })).toBeTruthy();
    expect(announced()).toBe('Đang tự kiểm tra…');
    expect(isOff(pane.start)).toBe(true);
    expect(await session.run('rankUnits', undefined)).toBe('busy');
    await press('Hủy');
    expect(options()?.signal.aborted).toBe(true);
    await settled(end);
    expect(reportShown().value).toContain(WORDS.report.cancelled);
    expect(isOff(pane.again)).toBe(false);
  });

  test('shows its report as one text, and leads the keyboard to it', async () => {
    await openHelp();
    await press(pane.start);
    expect(reportShown().value).toBe(formatReport(SELF_CHECKED, {}, WORDS));
    expect(document.activeElement).toBe(reportShown());
  });

  test('takes the answers of the person into the report', async () => {
    await openHelp();
    await press(pane.start);
    await press(pane.questionsTitle);
    const [yes] = screen.getAllByRole('radio', { name: 'Có' });
    await settled(() => void (yes && fireEvent.click(yes)));
    await settled(
      () => void fireEvent.change(screen.getByRole('textbox', { name: pane.code }), { target: { value: 'Busy' } }),
    );
    expect(reportShown().value).toBe(formatReport(SELF_CHECKED, { pageBreaks: 'yes', code: 'Busy' }, WORDS));
  });

  test.each([
    ['the clipboard takes it', () => Promise.resolve(), false, pane.copied],
    ['the web view forbids the newer way only', () => Promise.reject(new Error('denied')), true, pane.copied],
    ['the web view forbids both ways', () => Promise.reject(new Error('denied')), false, pane.copyByHand],
  ])('copies the report: %s', async (_, writeText, older, said) => {
    const write = jest.fn<Promise<void>, [string]>(writeText);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: write } });
    Object.defineProperty(document, 'execCommand', { configurable: true, value: () => older });
    await openHelp();
    await press(pane.start);
    await press(pane.copy);
    expect(write).toHaveBeenCalledWith(formatReport(SELF_CHECKED, {}, WORDS));
    expect(screen.getByText(said)).toBeTruthy();
    expect(reportShown().selectionEnd).toBe(reportShown().value.length);
  });

  test('that cannot begin says why, and can be tried again', async () => {
    const selfCheck = jest
      .fn<Promise<typeof SELF_CHECKED>, []>(() => Promise.resolve(SELF_CHECKED))
      .mockRejectedValueOnce(new ExcelFailure('otherWorkbook', 'InactiveWorkbook'));
    await openHelp({ selfCheck });
    await press(pane.start);
    expect(screen.getAllByText(/Một sổ khác đang được chọn/).length).toBeGreaterThan(0);
    expect(screen.queryByRole('progressbar', { name: /mục/ })).toBeNull();
    await press('Làm lại');
    expect(reportShown().value).toContain('paperSize');
  });
});

describe('the self-check on the ribbon', () => {
  test('opens the pane at its help before it runs, and completes', async () => {
    const happened: string[] = [];
    const actions = fakeActions({
      selfCheck: () => {
        happened.push('run');
        return Promise.resolve(SELF_CHECKED);
      },
    });
    const session = createSession(actions);
    const showPane = () => Promise.resolve(void happened.push('pane opened'));
    await selfCheckFunction(session, showPane)({ completed: () => void happened.push('completed') });
    expect(happened).toEqual(['pane opened', 'run', 'completed']);
    expect(session.state()).toMatchObject({ helpOpen: true, selfCheck: { progress: null, result: SELF_CHECKED } });
  });

  test('completes, and keeps the failure, where the pane cannot be opened', async () => {
    const gone = new Error('no shared runtime');
    const session = createSession(fakeActions());
    const completed = jest.fn();
    await selfCheckFunction(session, () => Promise.reject(gone))({ completed });
    expect(completed).toHaveBeenCalledTimes(1);
    expect(session.state()).toMatchObject({ failure: { thrown: gone }, selfCheck: { result: null } });
  });
});
