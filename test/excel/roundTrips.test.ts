/** How often the commands speak with Excel, how much they ask for, and what they do when an answer is too large for it. */
import { type CommandId, type CommandInput, runForResult } from '../../src/commands';
import type { RunOptions } from '../../src/commands/run';
import { listenToWorkbook } from '../../src/excel/listen';
import { ReadingMemory } from '../../src/excel/memory';
import type { Overview } from '../../src/workbook/overview';
import { columnName, parseAddress } from '../../src/spreadsheet/plan';
import { measureCommands } from '../tools/commandBench';
import { checkFigures, importTables, newCovenant, readOverview } from '../support/commands';
import type { IWorkbookData } from '@univerjs/core';
import { clusterOf, criteriaOf } from '../support/covenants';
import {
  areaOf,
  brief,
  closeScoring,
  must,
  openScoring,
  preparedWorkbook,
  type ScoringBench,
} from '../support/scoringBench';

afterEach(closeScoring);

test('the number of round trips is the same for 22 and for 34 units, and small', async () => {
  const syncs = async (units: number): Promise<Record<string, number>> =>
    Object.fromEntries((await measureCommands(units, 11)).map(({ command, syncs: count }) => [command, count]));
  const few = await syncs(22);
  expect(few).toEqual({
    ...{ newCovenant: 4, insert: 3, check: 3, checkChanged: 1, rank: 3 },
    ...{ seal: 3, checkSealed: 3, checkBroken: 3 },
    ...{ record: 2, checkRecorded: 2, rankRecorded: 3 },
  });
  expect(await syncs(34)).toEqual(few);
});

describe('what is read', () => {
  let scored: IWorkbookData;
  let whole: Overview;
  beforeAll(async () => {
    scored = await preparedWorkbook({ criteria: criteriaOf(11), cluster: clusterOf(3) });
    await openScoring(scored);
    whole = await readOverview();
    await closeScoring();
  });

  /** A pane's session on the workbook: it remembers what it read while it listens to changes. */
  async function openPane(data = scored, limit?: number) {
    const bench = await openScoring(data, limit === undefined ? {} : { payloadLimit: limit });
    const memory = new ReadingMemory();
    const stop = await listenToWorkbook(({ sheet, moved }) => {
      if (sheet !== null) memory.changed(sheet, { moved });
    });
    memory.listening({ on: true });
    const run = async <Id extends CommandId>(id: Id, input: CommandInput<Id>, options: RunOptions = {}) => {
      await bench.host.settled();
      bench.host.resetCounters();
      const result = must(await runForResult(id, input, { ...options, memory }));
      await bench.host.settled();
      return result;
    };
    const bytes = (): number => bench.host.log.reduce((sum, { responseBytes }) => sum + responseBytes, 0);
    return { bench, memory, run, bytes, stop };
  }

  type Pane = Awaited<ReturnType<typeof openPane>>;

  /** Overwrites a formula of a protected sheet, as a person does who takes the protection off and puts it back. */
  function overwrite(bench: ScoringBench, sheet: string, cell: string, number: number): void {
    bench.unlocked(sheet, (id) => bench.workbook.write(id, areaOf(cell), [[{ kind: 'number', number }]]));
  }

  const overwritten = (findings: Overview['findings']): number =>
    findings.filter(({ code }) => code === 'formula-overwritten').length;

  test('a second reading asks only for sheets that changed, and tells the same as a whole one', async () => {
    const { bench, run, bytes, stop } = await openPane();
    await run('checkFigures', undefined);
    const first = bytes();
    await bench.enter('Đơn vị 2', 'C1', 1.5);
    const changed = await run('checkFigures', undefined, { reach: 'changed' });
    expect(bytes()).toBeLessThan(first / 2);
    expect(changed).toEqual(await run('checkFigures', undefined));
    expect(changed.units.map(({ missing }) => missing)).toEqual([11, 10, 11]);
    await stop();
  });

  test('sheets are found under their new names, and those deleted are missed, without an event', async () => {
    const { bench, run, stop } = await openPane();
    await run('checkFigures', undefined);
    bench.workbook.renameSheet(bench.sheet('Đơn vị 1'), 'Một');
    bench.workbook.deleteSheet(bench.sheet('Đơn vị 3'));
    const { units } = await run('checkFigures', undefined, { reach: 'changed' });
    expect(units.map(({ sheet }) => sheet)).toEqual(['Một', 'Đơn vị 2', null]);
    await stop();
  });

  test('rows that a person inserts move what is read', async () => {
    const { bench, run, stop } = await openPane();
    await run('checkFigures', undefined);
    bench.unlocked('Đơn vị 2', (id) => bench.workbook.insertRows(id, 4, 2));
    const changed = await run('checkFigures', undefined, { reach: 'changed' });
    const { findings } = await run('checkFigures', undefined);
    expect(changed.findings).toEqual(findings);
    expect(findings.map(({ code }) => code)).not.toContain('formula-missing');
    await stop();
  });

  test('a wrong value on a protected sheet leads to its formula', async () => {
    const { bench, run, stop } = await openPane();
    const cell = await bench.addressOf('Đơn vị 1', 'line:C1', 'official');
    overwrite(bench, 'Đơn vị 1', cell, 2);
    const { findings } = await run('checkFigures', undefined);
    const codes = findings.filter(({ place }) => place?.sheet === 'Đơn vị 1' && place.cell === cell);
    expect(codes.map(({ code }) => code)).toEqual(['formula-overwritten']);
    await stop();
  });

  test('an overwritten formula of the same value is found at once in a small workbook', async () => {
    const { bench, run, stop } = await openPane();
    overwrite(bench, 'Đơn vị 1', await bench.addressOf('Đơn vị 1', 'total:missing', 'official'), 11);
    expect(overwritten((await run('checkFigures', undefined)).findings)).toBe(1);
    await stop();
  });

  test('results that follow another sheet without an event are not taken for wrong', async () => {
    const { bench, run, stop } = await openPane();
    await run('checkFigures', undefined);
    // Written by the add-in itself, which raises no event that the pane hears.
    const at = await bench.addressOf('Đơn vị 2', 'line:C1', 'self');
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Đơn vị 2').getRange(at).values = [[1.25]];
      await context.sync();
    });
    const { findings, units } = await run('checkFigures', undefined, { reach: 'changed' });
    expect(findings.map(({ code }) => code)).not.toContain('engine-differs');
    expect(units[1]?.missing).toBe(10);
    await stop();
  });

  describe('of a large workbook', () => {
    let large: IWorkbookData;
    beforeAll(async () => {
      large = await preparedWorkbook({ criteria: criteriaOf(11), cluster: clusterOf(30) });
    });

    test.each([
      ['before ranking', (pane: Pane) => pane.run('rankUnits', undefined)],
      ['at once on an open sheet', openSheet],
      ['within a few checks', afterChecks],
    ])('an overwritten formula of the same value on its last sheet is found %s', async (_, look) => {
      const pane = await openPane(large);
      const cell = await pane.bench.addressOf('Đơn vị 30', 'total:missing', 'official');
      overwrite(pane.bench, 'Đơn vị 30', cell, 11);
      expect(overwritten((await pane.run('checkFigures', undefined)).findings)).toBe(0);
      expect(overwritten((await look(pane)).findings)).toBe(1);
      await pane.stop();
    });

    test.each([
      ['before ranking', (pane: Pane) => pane.run('rankUnits', undefined)],
      ['within a few checks', afterChecks],
    ])('an entry cell of its last sheet that was locked or made a text cell is found %s', async (_, look) => {
      const pane = await openPane(large);
      const { bench, run, stop } = pane;
      const locked = await bench.addressOf('Đơn vị 30', 'line:C1', 'self');
      const asText = await bench.addressOf('Đơn vị 30', 'line:C2', 'reviewed');
      bench.unlocked('Đơn vị 30', (id) => {
        bench.workbook.setStyle(id, areaOf(locked), { locked: true });
        bench.workbook.setStyle(id, areaOf(asText), { numberFormat: '@' });
      });
      const changed = (findings: Overview['findings']): unknown[] =>
        findings.flatMap(({ code, place }) => (/^(locks|formats)-/.test(code) ? [[code, place?.cell]] : []));
      expect(changed((await run('checkFigures', undefined)).findings)).toEqual([]);
      const both = [
        ['locks-changed', locked],
        ['formats-changed', asText],
      ];
      expect(changed((await look(pane)).findings)).toEqual(both);
      // From then on each check looks at it.
      expect(changed((await run('checkFigures', undefined)).findings)).toEqual(look === afterChecks ? both : []);
      await stop();
    });

    test('official points of its last sheet that show another number are found by the next check', async () => {
      const { bench, run, stop } = await openPane(large);
      const cell = await bench.addressOf('Đơn vị 30', 'total:missing', 'official');
      bench.unlocked('Đơn vị 30', (id) => bench.workbook.setStyle(id, areaOf(cell), { numberFormat: '"0"' }));
      const { findings } = await run('checkFigures', undefined);
      expect(findings.flatMap((one) => (one.code === 'result-disguised' ? [brief(one)] : []))).toEqual([
        `Đơn vị 30!${cell} result-disguised`,
      ]);
      await stop();
    });

    test('hidden rows and columns are found by the next check, since the sheet has hidden columns between those shown', async () => {
      const pane = await openPane(large);
      const { bench, run } = pane;
      const hidden = ({ findings }: Overview): string[] =>
        findings.flatMap((one) => ('rows' in one.data || 'columns' in one.data ? [brief(one)] : []));
      const line = async (column: string) => parseAddress(await bench.addressOf('Đơn vị 30', 'line:C1', column));
      const [id, { row, column: self }, { column: title }] = [
        bench.sheet('Đơn vị 30'),
        await line('self'),
        await line('title'),
      ];
      bench.workbook.setColumnsHidden(id, title, 1, { hidden: true });
      expect(hidden(await run('checkFigures', undefined))).toEqual([`Đơn vị 30!${columnName(title)}1 columns-hidden`]);
      bench.workbook.setRowsHidden(id, row, 1, { hidden: true });
      bench.workbook.setColumnsHidden(id, self, 1, { hidden: true });
      const all = [`Đơn vị 30!B${row + 1} rows-hidden`, `Đơn vị 30!${columnName(title)}1 columns-hidden`];
      expect(hidden(await run('checkFigures', undefined))).toEqual(all);
      bench.workbook.setRowsHidden(id, row, 1, { hidden: false });
      bench.workbook.setColumnsHidden(id, self, 1, { hidden: false });
      // What was once found is asked for again until it is right, and a reading of what changed does not forget it.
      expect(hidden(await run('checkFigures', undefined))).toEqual(all.slice(1));
      await bench.enter('Đơn vị 30', 'C1', 1);
      expect(hidden(await run('checkFigures', undefined, { reach: 'changed' }))).toEqual(all.slice(1));
      bench.workbook.setColumnsHidden(id, title, 1, { hidden: false });
      expect(hidden(await run('checkFigures', undefined))).toEqual([]);
      bench.workbook.setColumnsHidden(id, title, 1, { hidden: true });
      await run('rankUnits', undefined);
      expect(hidden(await run('checkFigures', undefined, { reach: 'changed' }))).toEqual(all.slice(1));
      await pane.stop();
    });

    function openSheet({ bench, run }: Pane) {
      bench.workbook.unprotect(bench.sheet('Đơn vị 30'), null);
      return run('checkFigures', undefined);
    }

    async function afterChecks({ run }: Pane) {
      for (const _ of [1, 2, 3, 4, 5]) await run('checkFigures', undefined);
      return run('checkFigures', undefined);
    }
  });

  describe('of the user’s own sheets', () => {
    async function crowded(limit?: number) {
      const pane = await openPane(scored, limit);
      const { workbook } = pane.bench;
      const own = workbook.addSheet('Số liệu gốc');
      const lines = Array.from({ length: 100 }, () => [{ kind: 'text', text: 'x'.repeat(2_000) } as const]);
      workbook.write(own, { row: 0, column: 0, rows: 100, columns: 1 }, lines);
      return { ...pane, own };
    }

    test('no more is read than whether they are ours, and that once', async () => {
      const { bench, run, stop } = await crowded();
      const { findings } = await run('checkFigures', undefined);
      expect(findings).toEqual(whole.findings);
      expect(Math.max(...bench.host.log.map(({ responseBytes }) => responseBytes))).toBeLessThan(190_000);
      const requests: string[] = [];
      const execute = bench.host.execute.bind(bench.host);
      const spy = jest.spyOn(bench.host, 'execute').mockImplementation((body) => {
        requests.push(body);
        return execute(body);
      });
      await run('checkFigures', undefined);
      expect(requests.join()).not.toContain(`"${bench.sheet('Số liệu gốc')}"`);
      spy.mockRestore();
      await stop();
    });

    test('one that becomes ours is found', async () => {
      const { bench, own, run, stop } = await crowded();
      await run('checkFigures', undefined);
      bench.workbook.deleteSheet(bench.sheet('Đơn vị 1'));
      const copy = bench.workbook.copySheet(bench.sheet('Đơn vị 2'), 1);
      const key = (await bench.workbook.read(copy, areaOf('A1')))[0]?.[0]?.value;
      bench.workbook.deleteSheet(copy);
      await bench.type('Số liệu gốc', 'A1', String(key).replace('u2', 'u1'));
      await bench.host.settled();
      const { units } = await run('checkFigures', undefined, { reach: 'changed' });
      expect(units[0]?.sheetId).toBe(own);
      await stop();
    });

    test('they are read where tables are looked for in them', async () => {
      const bench = await openScoring();
      must(await newCovenant({ criteria: criteriaOf(11), cluster: clusterOf(2) }));
      bench.workbook.unprotect(bench.sheet('Giao ước'), null);
      expect((await importTables()).cluster?.units).toHaveLength(2);
    });
  });

  describe('an answer that is too large', () => {
    test('less is asked for, the refusal is remembered, and the check finds the same', async () => {
      const { bench, run, stop } = await openPane(scored, 60_000);
      expect((await run('checkFigures', undefined)).findings).toEqual(whole.findings);
      expect(bench.host.log.map(({ error }) => error)).toContain('ResponsePayloadSizeLimitExceeded');
      expect((await run('checkFigures', undefined)).findings).toEqual(whole.findings);
      expect(bench.host.log.map(({ error }) => error)).not.toContain('ResponsePayloadSizeLimitExceeded');
      await stop();
    });

    test('an entry far out on a sheet of ours does not make it so', async () => {
      const bench = await openScoring(scored, { payloadLimit: 200_000 });
      bench.unlocked('Đơn vị 1', (id) => bench.workbook.write(id, areaOf('ZZ9000'), [[{ kind: 'text', text: 'x' }]]));
      expect(await checkFigures()).toEqual(whole.findings);
    });

    test('where even one sheet of ours does not go through, the failure has a name', async () => {
      await openScoring(scored, { payloadLimit: 3_000 });
      await expect(checkFigures()).rejects.toMatchObject({ failure: 'tooLarge', aftermath: 'unchanged' });
    });
  });
});
