/** *Quyết định* made after the seal, for the first time or anew: live words, check and *Đối chiếu* say the same. */
import { checkFigures, complete, makeDocument, undoLast } from '../support/commands';
import type { IWorkbookData } from '@univerjs/core';
import type { CellValue } from '../../src/stand-in/workbook/cellContent';
import { areaOf, brief, closeScoring, must, openScoring, type ScoringBench } from '../support/scoringBench';
import { CHANGED, LATER, SEAL, seal, sealedBooks, sealState, sealWords, status } from '../support/sealed';

const SHEET = 'Quyết định';
const LIST = 'Điều chỉnh';
const HEAD = 'decision:election:head';
const RECORD = {
  choice: 'Đơn vị 3',
  inFavour: 9,
  present: 10,
  basis: 'BB 5/BB',
  day: '24/11/2020',
  person: 'Hội nghị',
} as const;

let sealed: IWorkbookData;
beforeAll(async () => {
  sealed = (await sealedBooks()).sealed;
});
afterEach(closeScoring);

const put = async (bench: ScoringBench, column: string, value: string | number | null): Promise<void> =>
  bench.type(SHEET, await bench.addressOf(SHEET, HEAD, column), value);
const flag = (bench: ScoringBench): Promise<string> => bench.addressOf(SEAL, 'field:changed:decisions', 'number');

async function record(bench: ScoringBench): Promise<void> {
  for (const [column, value] of Object.entries(RECORD)) await put(bench, column, value);
}

/** What the check says of the seal and at its sheet, and what *Đối chiếu* lists. */
async function told(bench: ScoringBench) {
  const code = String(await bench.value(SEAL, 'field:record', 'standard'));
  const { same, cells, sheets, shown } = (await complete('verifySeal', { code })).result;
  const found = (await checkFigures()).filter(
    (one) => /^(seal|formula|reference)/.test(one.code) || one.place?.sheet === SEAL,
  );
  return {
    live: (await sealState(bench)) === CHANGED && (await status(bench)) === CHANGED,
    check: found.map(brief),
    verify: { same, cells: cells.map(({ place }) => place.cell), sheets, shown },
  };
}
const SILENT = { live: false, check: [], verify: { same: true, cells: [], sheets: [], shown: [] } };

async function amendments(bench: ScoringBench): Promise<CellValue[][]> {
  const lines = await bench.workbook.read(bench.sheet(LIST), { row: 0, column: 0, rows: 40, columns: 9 });
  return lines
    .filter(([key]) => String(key?.value ?? '').startsWith('amendment:'))
    .map((line) => line.slice(4, 8).map((cell) => cell?.value ?? null));
}

describe('first made after the seal', () => {
  test('is no change as long as nothing is recorded on it, nor where a basis alone was typed', async () => {
    const bench = await openScoring(sealed);
    must(await makeDocument('decisions'));
    expect(await told(bench)).toEqual(SILENT);
    await put(bench, 'basis', 'BB 5/BB');
    expect(await told(bench)).toEqual(SILENT);
  });

  test.each(Object.entries(RECORD).filter(([column]) => column !== 'basis'))(
    'a recorded %s is a change at once, and none once it is cleared',
    async (column, value) => {
      const bench = await openScoring(sealed);
      must(await makeDocument('decisions'));
      await put(bench, column, value);
      const cell = await bench.addressOf(SHEET, HEAD, column);
      const words = await bench.addressOf(SEAL, 'field:hint', 'number');
      expect(await told(bench)).toEqual({
        live: true,
        check: [`${SEAL}!${words} seal-changed`, `${SHEET}!${cell} sealed-cell-differs`],
        verify: { same: false, cells: [cell], sheets: [], shown: [] },
      });
      await put(bench, column, null);
      expect(await told(bench)).toEqual(SILENT);
    },
  );

  test('sealed again, each recorded cell is an amendment, blank before', async () => {
    const bench = await openScoring(sealed);
    must(await makeDocument('decisions'));
    await record(bench);
    must(await seal(LATER));
    const cells = await Promise.all(Object.keys(RECORD).map((column) => bench.addressOf(SHEET, HEAD, column)));
    expect(await amendments(bench)).toEqual(
      Object.values(RECORD).map((value, index) => [`Ô ${SHEET}!${cells[index] ?? ''}`, '-', String(value), null]),
    );
    expect(await sealWords(bench)).toContain('Bản điều chỉnh lần 1');
    expect((await told(bench)).verify).toEqual(SILENT.verify);
  });

  test('made anew before sealing again, it keeps what was recorded, and the live words with it', async () => {
    const bench = await openScoring(sealed);
    must(await makeDocument('decisions'));
    must(await makeDocument('decisions'));
    expect(await told(bench)).toEqual(SILENT);
    await record(bench);
    must(await makeDocument('decisions'));
    expect((await told(bench)).live).toBe(true);
    expect((await told(bench)).verify.shown).toEqual([]);
  });

  test('is undone in one step, and the seal is as it was', async () => {
    const bench = await openScoring(sealed);
    const { undo } = await complete('makeDocument', { kind: 'decisions', today: '' });
    const formula = async (): Promise<string> => String((await bench.read(SEAL, await flag(bench))).formula ?? '');
    expect(await formula()).toContain(SHEET);
    expect(must(await undoLast(undo)).referring).toEqual([]);
    expect(bench.names()).not.toContain(SHEET);
    expect(await formula()).toBe('');
    expect(await told(bench)).toEqual(SILENT);
  });

  test('without the formula of the seal, as an earlier version made it, the check offers it', async () => {
    const bench = await openScoring(sealed);
    must(await makeDocument('decisions'));
    const cell = await flag(bench);
    bench.unlocked(SEAL, (id) => bench.workbook.write(id, areaOf(cell), [[{ kind: 'empty' }]]));
    const found = (await checkFigures()).filter(({ code }) => code === 'formula-missing');
    expect(found.map(brief)).toEqual([`${SEAL}!${cell} formula-missing`]);
    await complete('applyFixes', found);
    expect(await told(bench)).toEqual(SILENT);
  });
});

describe('made anew after the seal', () => {
  async function sealedWithDecisions(): Promise<ScoringBench> {
    const bench = await openScoring((await sealedBooks()).ranked);
    must(await makeDocument('decisions'));
    await record(bench);
    must(await seal());
    return bench;
  }

  test('is no change where nothing else was decided, and a change of it is still told', async () => {
    const bench = await sealedWithDecisions();
    must(await makeDocument('decisions'));
    expect(await told(bench)).toEqual(SILENT);
    await put(bench, 'inFavour', 8);
    const { live, verify } = await told(bench);
    expect([live, verify.cells]).toEqual([true, [await bench.addressOf(SHEET, HEAD, 'inFavour')]]);
  });

  test('a formula that was typed over stays, and is named in the words of the sheets', async () => {
    const bench = await sealedWithDecisions();
    const cell = await flag(bench);
    bench.unlocked(SEAL, (id) => bench.workbook.write(id, areaOf(cell), [[{ kind: 'number', number: 0 }]]));
    must(await makeDocument('decisions'));
    const found = (await checkFigures()).filter(({ place }) => place?.sheet === SEAL && place.cell === cell);
    expect(found.map(({ code, data }) => ({ code, data }))).toEqual([
      { code: 'formula-overwritten', data: { what: 'đối chiếu Quyết định với bản chốt' } },
    ]);
  });
});
