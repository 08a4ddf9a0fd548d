/** The main job on Cluster 11 of 2020 with a made-up year of figures: leaves a ranked workbook and says what to look at. */
import { mkdir } from 'node:fs/promises';
import { z } from 'zod';
import { checkFigures } from '../../commands/checkFigures';
import { describeWorkbook, type Description } from '../../commands/describe';
import { insertSheets } from '../../commands/insertSheets';
import { newCovenant } from '../../commands/newCovenant';
import type { Outcome } from '../../commands/outcome';
import { rankUnits } from '../../commands/rankUnits';
import type { Cluster } from '../../covenant/covenant';
import { hasErrors } from '../../covenant/findings';
import { vi } from '../../locales/vi';
import { paper } from '../../locales/paper';
import { passReasonText } from '../../sheets/titles/proposals';
import figures from './demoFigures.json';
import { printFinding } from './output';
import { openSession, type Session } from './session';
import { loadCluster, loadCriteria } from './sources';
import { type Entry, typeEntries } from './typing';

const FOLDER = 'out';
const FILE = `${FOLDER}/cum-11-2020.xlsx`;

const figuresSchema = z.object({
  units: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        value: z.union([z.string(), z.number()]),
        evidence: z.string().optional(),
        reviewed: z.number().optional(),
        agreed: z.number().optional(),
        note: z.string().optional(),
      }),
    ),
  ),
});

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
  const criteria = must(await loadCriteria('cum-11-2020'));
  const cluster = must(await loadCluster('cum-11-2020'));
  must(await newCovenant({ criteria, cluster: withQuota(cluster) }));
  const { added } = must(await insertSheets());
  if (blank) workbook.deleteSheet(blank.id);
  say(`1. Đã lập giao ước và chèn ${added.length} sheet: ${added.join(', ')}.`);

  const described = must(await describeWorkbook());
  const entries = [...demoEntries(described), ...titleEntries(described)];
  const refused = await typeEntries(workbook, entries);
  if (refused.length > 0) throw new Error(refused.map((one) => `${one.sheet}!${one.cell}: ${one.message}`).join('\n'));
  say(`2. Đã nhập ${entries.length} ô số liệu minh họa.`);

  const findings = await checkFigures();
  say(`3. Kiểm tra: ${findings.length === 0 ? 'không có lỗi' : `${findings.length} điểm cần xem`}.`);
  for (const one of findings.map((finding) => printFinding(finding, vi)))
    say(`   - ${one.sheet ?? ''}!${one.cell ?? ''}: ${one.message}`);
  if (hasErrors(findings)) throw new Error('Số liệu minh họa có lỗi.');

  const { standings, provisional, titles } = must(await rankUnits());
  say(`4. Xếp hạng (${provisional ? 'tạm tính' : 'đã thống nhất'}):`);
  for (const { name, explanation } of standings.toSorted((a, b) => (a.rank ?? 99) - (b.rank ?? 99)))
    say(`   ${name}: ${explanation}`);
  say('5. Xét danh hiệu:');
  for (const { title, nominated, passedOver } of titles) {
    const names = nominated.map(({ name }) => name).join(', ');
    say(`   ${title.name}: ${names === '' ? 'chưa đề nghị' : names}`);
    for (const { name, reasons } of passedOver) say(`      bỏ qua ${name}: ${reasons.map(passReasonText).join('; ')}`);
  }
  await mkdir(FOLDER, { recursive: true });
  await save(FILE);
  say(`\nMở ${FILE} bằng Excel hoặc LibreOffice và xem:`);
  say('   - Tổng hợp: điểm, xếp hạng và diễn giải của từng đơn vị; công thức vẫn chạy khi không có phần bổ trợ.');
  say(
    '   - Xét danh hiệu: chỉ tiêu tính thế nào, đề nghị đơn vị nào, bỏ qua đơn vị nào và vì sao, luân phiên năm sau.',
  );
  say('   - Sheet của một đơn vị: sửa một ô vàng nhạt, tổng điểm và thứ hạng thay đổi ngay.');
  say('   - Giao ước và Tiêu chí: những gì cụm đã thống nhất, sửa được trước khi chèn bảng.');
}

/** Every figure of the file, and the stage each sheet has reached. */
function demoEntries({ units }: Description): Entry[] {
  const known = figuresSchema.parse(figures).units;
  return units.flatMap(({ id, sheet, stage, lines }) => {
    const put = (cell: string | null, value: string | number | undefined): Entry[] =>
      cell === null || value === undefined ? [] : [{ sheet, cell, value }];
    return [
      ...lines.flatMap(({ code, cells }) => {
        const line = known[id]?.[code];
        return [
          ...put(cells.figure ?? cells.self, line?.value),
          ...put(cells.evidence, line?.evidence),
          ...put(cells.reviewed, line?.reviewed),
          ...put(cells.agreed, line?.agreed),
          ...put(cells.note, line?.note),
        ];
      }),
      ...put(stage, paper.stages.agreed),
    ];
  });
}

/** The source names no number; this one is the demonstration's own, like its figures. */
function withQuota(cluster: Cluster): Cluster {
  const [first, ...others] = cluster.titles;
  if (!first) return cluster;
  return { ...cluster, titles: [{ ...first, quota: { type: 'fixed', number: 2 } }, ...others] };
}

/** Who reviews the head's own sheet, and what each unit shows for the first title: the third falls short. */
function titleEntries({ units, titles }: Description): Entry[] {
  if (titles === null) return [];
  const entries: Entry[] = [];
  const put = (sheet: string, cell: string | null, value: string | number): void => {
    if (cell !== null) entries.push({ sheet, cell, value });
  };
  const [head, reviewer] = units;
  if (head && reviewer) put(head.sheet, head.reviewer, reviewer.unit);
  titles.rows.forEach((row, index) => {
    for (const { conditions } of Object.values(row.titles).slice(0, 1))
      for (const [id, { numerator, denominator, count }] of Object.entries(conditions)) {
        put(titles.sheet, numerator, id === 'LDTT-70' && index === 2 ? 35 : 52);
        put(titles.sheet, denominator, 52);
        put(titles.sheet, count, 0);
      }
  });
  return entries;
}

/** The result of a command that has to succeed here. */
function must<T>(outcome: Outcome<T>): T {
  if (outcome.done) return outcome.result;
  throw new Error(outcome.findings.map((one) => printFinding(one, vi).message).join('\n'));
}

demo().catch((thrown: unknown) => {
  process.stderr.write(`${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}\n`);
  process.exitCode = 1;
});
