/** The built pane in a browser where it cannot start, or not yet: what a person sees says why, and fits. */
import type { Browser } from 'playwright-core';
import { barriers, overflow } from '../support/axe';
import { describeInChromium, launchChromium } from '../support/chromium';
import { showStarts } from './starting';

/** What is seen of a state, Vietnamese before English. */
const SEEN: Record<string, RegExp> = {
  'office-blocked':
    /cho phép truy cập appsforoffice\.microsoft\.com qua https[^]*allow appsforoffice\.microsoft\.com[^]*Thử lại/,
  opening: /^Chấm điểm thi đua\s+Đang mở…\s+Opening…$/,
  'office-slow': /Office\.js[^]*mạng chậm[^]*appsforoffice\.microsoft\.com[^]*Thử lại · Try again/,
  'office-never-ready': /cho phép truy cập appsforoffice\.microsoft\.com/,
  'excel-silent': /Excel chưa trả lời[^]*Enter[^]*Excel has not answered[^]*Enter[^]*Thử lại/,
  'own-files-missing': /Địa chỉ máy chủ: scoring\.example[^]*Address of the server: scoring\.example[^]*Thử lại/,
  'no-scripts': /Đang mở…[^]*chưa gửi đủ tệp của khung[^]*Thử lại[^]*has not sent all files of the pane[^]*Try again/,
  'own-files-slow': /Địa chỉ máy chủ: scoring\.example/,
  'old-browser': /quá cũ[^]*WebView2 Runtime[^]*too old[^]*WebView2 Runtime/,
  'outside-excel': /chỉ chạy trong Excel|runs only in Excel/,
};

describeInChromium('a pane that cannot start', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  test.each(['light', 'dark'] as const)('says why, for everyone, in 320 pixels: %s', async (colorScheme) => {
    const faults: string[] = [];
    const seen: string[] = [];
    await showStarts(browser, { viewport: { width: 320, height: 700 }, colorScheme }, async (state, page) => {
      seen.push(state);
      const text = await page.locator('body').innerText();
      if (!SEEN[state]?.test(text.trim())) faults.push(`${state}: ${text}`);
      faults.push(...(await barriers(page)).map((barrier) => `${state}: ${barrier}`));
      if ((await overflow(page)) > 0) faults.push(`${state}: too wide`);
    });
    expect(faults).toEqual([]);
    expect(seen).toEqual(Object.keys(SEEN));
  });
});
