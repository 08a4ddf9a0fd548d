import { createWorkbook } from '../workbook';
import { RichApiHost } from '../richapi/dispatcher';
import { hostPane } from './officeHost';
import { viewIn } from './view';
async function main() {
  const book = await createWorkbook({ view: viewIn('grid') });
  const host = new RichApiHost(book);
  const frame = document.getElementById('frame')!;
  const pane = hostPane(frame, host, { url: '/taskpane.html', locale: 'vi-VN', excelApi: '1.14' });
  Object.assign(globalThis, { book, host, pane });
}
main().catch((e) => console.error(String(e), e.stack));
