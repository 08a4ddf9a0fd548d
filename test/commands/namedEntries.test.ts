/** A unit's name changed by hand in *Giao ước*: what people typed of it elsewhere gets the new one, and no decision is lost by it. */
import type { IWorkbookData } from '@univerjs/core';
import { openDecisions } from '../../src/covenant/findings';
import { UNITS } from '../../src/sheets/covenant/layout';
import { address, parseAddress } from '../../src/spreadsheet/plan';
import { text } from '../support/checking';
import { checkFigures, complete, makeDocument, rankUnits, undoLast } from '../support/commands';
import { clusterOf } from '../support/covenants';
import { areaOf, closeScoring, must, openScoring, type ScoringBench } from '../support/scoringBench';
import { agreedBook } from '../support/sealed';

const [HEAD, OWN, OTHER] = ['Đơn vị 1', 'Đơn vị 2', 'Đơn vị 3'] as const;
const DECISIONS = 'Quyết định';

let agreed: IWorkbookData;
beforeAll(async () => {
  agreed = await agreedBook(clusterOf(3));
});
afterEach(closeScoring);

const reviewerCell = (bench: ScoringBench, sheet: string) => bench.addressOf(sheet, 'field:reviewer', 'standard');
const reviewer = async (bench: ScoringBench, tab: number) => {
  const sheet = bench.names()[tab] ?? '';
  return (await bench.read(sheet, await reviewerCell(bench, sheet))).value;
};

/** Undo gives a text back as text, which a person who types it does not say. */
const stateOf = async (bench: ScoringBench): Promise<string> =>
  JSON.stringify(await bench.state()).replace(/,?"quoted":true/g, '');

/** The second unit reviews itself, the third is reviewed by it in another form, and it is elected; then two names change. */
async function renamedByHand(names: Readonly<Record<number, string>>): Promise<ScoringBench> {
  const bench = await openScoring(agreed);
  await bench.type(OWN, await reviewerCell(bench, OWN), OWN);
  await bench.type(OTHER, await reviewerCell(bench, OTHER), `VKSND ${OWN}`);
  must(await rankUnits());
  must(await makeDocument('decisions'));
  await bench.type(DECISIONS, await bench.addressOf(DECISIONS, 'decision:election:head', 'choice'), OWN);
  const { row, column } = parseAddress(await bench.addressOf('Giao ước', UNITS.header, UNITS.columns.name));
  for (const [nth, name] of Object.entries(names))
    bench.unlocked('Giao ước', (id) =>
      bench.workbook.write(id, areaOf(address(row + Number(nth), column)), [[text(name)]]),
    );
  return bench;
}

describe.each(['renewWords', 'updateSheets'] as const)('after %s', (command) => {
  test.each(['Khu vực 5', 'Tân Đơn vị 2'])('reviewers and the elected unit have the name %s', async (name) => {
    const bench = await renamedByHand({ 2: name });
    const before = await stateOf(bench);
    const tabs = bench.names();
    const { undo } = await complete(command, undefined);
    expect(await reviewer(bench, tabs.indexOf(OWN))).toBe(name);
    expect(await reviewer(bench, tabs.indexOf(OTHER))).toBe(`VKSND ${name}`);
    expect(await bench.value(DECISIONS, 'decision:election:head', 'choice')).toBe(name);
    const open = openDecisions(await checkFigures()).map(({ code }) => code);
    expect(open).toContain('own-review');
    expect(open).not.toContain('elected-unknown');
    must(await undoLast(undo));
    expect(await stateOf(bench)).toEqual(before);
  });

  test('the head that is named on the sheets of others has its new name there', async () => {
    const bench = await renamedByHand({ 1: 'Khu vực 5' });
    const tab = bench.names().indexOf(OTHER);
    await bench.type(OTHER, await reviewerCell(bench, OTHER), HEAD);
    await complete(command, undefined);
    expect(await reviewer(bench, tab)).toBe('Khu vực 5');
  });
});
