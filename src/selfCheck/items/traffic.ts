/** What travels between Excel and the add-in: events, and large answers. */
import { writeCells } from '../writers';
import { type Bench, failureNameOf, refusalOf } from '../bench';
import type { CheckItem } from '../item';

/** The add-in's own write is announced in time and marked as its own; nothing is announced once the handler is removed. */
export const events: CheckItem = {
  id: 'events',
  async run({ points, batch, pause, waits }) {
    const heard: Excel.WorksheetChangedEventArgs[] = [];
    let arrived = (): void => undefined;
    const first = new Promise<'arrived'>((resolve) => (arrived = () => resolve('arrived')));
    const handler = await batch((sheet) =>
      sheet.onChanged.add((event) => {
        heard.push(event);
        arrived();
        return Promise.resolve();
      }),
    );
    await batch((sheet) => writeCells(sheet, 0, 0, [[1]]));
    const late = pause(waits.arrival);
    // Cancelled later, when nobody waits for it any more, it is of no interest.
    late.catch(() => undefined);
    const outcome = await Promise.race([first, late]);
    points.equal('arrives', 'arrived', outcome ?? `nothing in ${waits.arrival} ms`);
    if (heard.length > 0) {
      points.equal('triggerSource', 'ThisLocalAddin', heard[0]?.triggerSource);
      points.equal('address', 'A1', heard[0]?.address);
      points.equal('source', 'local', heard[0]?.source.toLowerCase());
    }
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    const before = heard.length;
    await batch((sheet) => writeCells(sheet, 1, 0, [[2]]));
    await pause(waits.silence);
    points.equal('after removal', 0, heard.length - before);
  },
};

/** Letters in a cell, by a formula: the request that makes them stays small. */
const LETTERS = 32_000;
const CELLS_PER_MEGABYTE = 33;
/** Megabytes: two below the limit of Excel on the web, and one above it. */
const SIZES = [1, 3, 6] as const;
const WEB_LIMIT = 5;

/** How long answers of several sizes take; one over the web's limit may be refused, by the code that the add-in knows. */
export const size: CheckItem = {
  id: 'size',
  async run(bench) {
    const { points, batch } = bench;
    const rows = SIZES[2] * CELLS_PER_MEGABYTE;
    points.note('round trip ms', await timed(() => batch(() => undefined)));
    await batch((sheet) =>
      writeCells(
        sheet,
        0,
        0,
        Array.from({ length: rows }, () => [{ formula: `=REPT("a",${LETTERS})` }]),
      ),
    );
    for (const megabytes of SIZES) await readMegabytes(bench, megabytes);
  },
};

async function readMegabytes({ points, batch }: Bench, megabytes: number): Promise<void> {
  const rows = megabytes * CELLS_PER_MEGABYTE;
  let outcome = 'none';
  const milliseconds = await timed(async () => {
    try {
      const range = await batch((sheet) => sheet.getRangeByIndexes(0, 0, rows, 1).load('values'));
      const letters = String(range.values[rows - 1]?.[0]).length;
      if (letters !== LETTERS) outcome = `${letters} letters`;
    } catch (thrown) {
      const refusal = refusalOf(thrown);
      outcome = `${failureNameOf(refusal)} (${refusal.code})`;
    }
  });
  points.note(`${megabytes} MB ms`, milliseconds);
  if (megabytes < WEB_LIMIT) points.equal(`${megabytes} MB`, 'none', outcome);
  else if (outcome === 'none' || outcome.startsWith('tooLarge ')) points.note(`${megabytes} MB`, outcome);
  else points.equal(`${megabytes} MB`, 'none | tooLarge', outcome);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = Date.now();
  await work();
  return Date.now() - start;
}
