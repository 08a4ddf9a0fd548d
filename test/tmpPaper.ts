import { readFile, writeFile } from 'node:fs/promises';
import { applyChanges } from '../src/excel/apply';
import { readWorkbookImage } from '../src/excel/read';
import { judge } from '../src/sheets/judge';
import { minutesPlan } from '../src/sheets/minutes/plan';
import { detailPlan, detailParts } from '../src/sheets/detail/plan';
import { readWorkbook, unitRefs, clusterRefs } from '../src/sheets/workbook';
import { openSession } from '../src/workbench/headless/session';
async function main() {
  const session = await openSession('out/cum-11-2020.xlsx');
  const image = await readWorkbookImage();
  const reading = readWorkbook(image);
  const judgement = judge(reading);
  const covenant = reading.covenant!;
  const plans = [minutesPlan({ covenant, reading, judgement, ranking: judgement.ranking! }, 'Biên bản', null)];
  const of = detailParts(covenant.cluster.units.length);
  for (let part = 1; part <= of; part++) plans.push(detailPlan(covenant, { units: unitRefs(reading, covenant.cluster.units), summary: clusterRefs(reading).summary }, { name: of > 1 ? `Chi tiết ${part}` : 'Chi tiết', part, of }));
  await applyChanges(plans.map((plan) => ({ type: 'addSheet' as const, plan })), image.all.map((x) => x.id));
  await session.save('/tmp/paper/a.xlsx');
  session.close();
}
main();
