/** The main job on Cluster 11 of 2020 with a made-up year of figures: leaves a ranked workbook and says what to look at. */
import { runForResult } from '../commands';
import { mkdir } from 'node:fs/promises';
import type { Outcome } from '../covenant/outcome';
import { hasErrors, openDecisions } from '../covenant/findings';
import { LANGUAGES } from '../locales';
import { passReasonText } from '../sheets/awards/proposals';
import { demoCovenant, demoDecisions, demoEntries } from './demoWorkbook';
import { printFinding } from './output';
import { openSession, type Session } from './session';
import { typeEntries } from './typing';
import { stackOf } from '../thrown';

const FOLDER = 'out';
const FILE = `${FOLDER}/cum-11-2020.xlsx`;

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

async function demo(): Promise<void> {
  const session = await openSession(null);
  try {
    await run(session);
  } finally {
    session.close();
  }
}

async function run({ workbook, save }: Session): Promise<void> {
  const [blank] = workbook.sheets();
  must(await runForResult('newCovenant', must(await demoCovenant())));
  const { added } = must(await runForResult('insertSheets', undefined));
  if (blank) workbook.deleteSheet(blank.id);
  say(`1. Đã lập giao ước và chèn ${added.length} sheet: ${added.join(', ')}.`);

  const described = must(await runForResult('describe', undefined));
  const entries = demoEntries(described);
  const refused = await typeEntries(workbook, entries);
  if (refused.length > 0) throw new Error(refused.map((one) => `${one.sheet}!${one.cell}: ${one.message}`).join('\n'));
  say(`2. Đã nhập ${entries.length} ô số liệu minh họa.`);

  const { findings } = must(await runForResult('checkFigures', undefined));
  say(`3. Kiểm tra: ${findings.length === 0 ? 'không có lỗi' : `${findings.length} điểm cần xem`}.`);
  for (const one of findings.map((finding) => printFinding(finding, LANGUAGES.vi)))
    say(`   - ${one.sheet ?? ''}!${one.cell ?? ''}: ${one.message}`);
  if (hasErrors(findings)) throw new Error('Số liệu minh họa có lỗi.');

  must(await runForResult('rankUnits', undefined));
  must(await runForResult('makeDocument', { kind: 'decisions', today: '' }));
  const decided = demoDecisions(must(await runForResult('describe', undefined)));
  const unfit = await typeEntries(workbook, decided);
  if (unfit.length > 0) throw new Error(unfit.map((one) => `${one.sheet}!${one.cell}: ${one.message}`).join('\n'));
  const open = openDecisions(must(await runForResult('checkFigures', undefined)).findings).length;
  say(`   Cuộc họp đã quyết định, ghi ở sheet Quyết định (${decided.length} ô); còn ${open} nội dung chưa quyết định.`);
  const { standings, provisional, awards } = must(await runForResult('rankUnits', undefined));
  say(`4. Xếp hạng (${provisional ? 'tạm tính' : 'đã thống nhất'}):`);
  for (const { name, explanation } of standings.toSorted((a, b) => (a.rank ?? 99) - (b.rank ?? 99)))
    say(`   ${name}: ${explanation}`);
  say('5. Xét danh hiệu:');
  for (const { award, nominated, passedOver } of awards) {
    const names = nominated.map(({ name }) => name).join(', ');
    say(`   ${award.name}: ${names === '' ? 'chưa đề nghị' : names}`);
    for (const { name, reasons } of passedOver) say(`      bỏ qua ${name}: ${reasons.map(passReasonText).join('; ')}`);
  }
  must(await runForResult('fitPages', undefined));
  await mkdir(FOLDER, { recursive: true });
  await save(FILE);
  say(`\nMở ${FILE} bằng Excel hoặc LibreOffice và xem:`);
  say('   - Tổng hợp: điểm, xếp hạng và diễn giải của từng đơn vị; công thức vẫn chạy khi không có phần bổ trợ.');
  say(
    '   - Xét danh hiệu: chỉ tiêu tính thế nào, đề nghị đơn vị nào, bỏ qua đơn vị nào và vì sao, luân phiên năm sau.',
  );
  say('   - Quyết định: những nội dung giao ước để cụm quyết định, kèm căn cứ, ngày, người quyết định.');
  say('   - Sheet của một đơn vị: sửa một ô vàng nhạt, tổng điểm và thứ hạng thay đổi ngay.');
  say('   - Giao ước và Tiêu chí: những gì cụm đã thống nhất, sửa được trước khi chèn bảng.');
}

/** The result of a command that has to succeed here. */
function must<T>(outcome: Outcome<T>): T {
  if (outcome.done) return outcome.result;
  throw new Error(outcome.findings.map((one) => printFinding(one, LANGUAGES.vi).message).join('\n'));
}

demo().catch((thrown: unknown) => {
  process.stderr.write(`${stackOf(thrown)}\n`);
  process.exitCode = 1;
});
