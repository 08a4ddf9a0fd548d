/** Events of the workbook while the pane is open: figures typed, sheets added or deleted, by this user or a co-author. */
import { nameFailure } from './failure';

/** A change that the add-in did not make itself. */
export interface WorkbookChange {
  /** The sheet's id; null where the list of sheets changed. */
  sheet: string | null;
  /** A1 address; '' where a whole sheet came or went. */
  address: string;
  /** Rows, columns or cells came or went, so that Excel may have changed formulas of other sheets, for which no event is raised. */
  moved: boolean;
  /** Made in another window or by a co-author. */
  remote: boolean;
}

/**
 * Calls back after each change until the function it returns is called. Results of formulas raise no event, nor do some lists on
 * the web (#3899, #3888): so the pane offers to read again. Throws ExcelFailure.
 */
export async function listenToWorkbook(onChange: (change: WorkbookChange) => void): Promise<() => Promise<void>> {
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const { worksheets } = context.workbook;
      const handlers = [
        worksheets.onChanged.add((event) => {
          // What a command of ours wrote is known already.
          if (event.triggerSource !== 'ThisLocalAddin')
            onChange({
              sheet: event.worksheetId,
              address: event.address,
              moved: event.changeType !== 'RangeEdited',
              remote: isRemote(event.source),
            });
          return Promise.resolve();
        }),
        worksheets.onAdded.add((event) => listed(onChange, event.source)),
        worksheets.onDeleted.add((event) => listed(onChange, event.source)),
      ];
      await context.sync();
      return () => stopListening(handlers);
    });
  } catch (thrown) {
    throw nameFailure(thrown);
  }
}

function listed(onChange: (change: WorkbookChange) => void, source: string): Promise<void> {
  onChange({ sheet: null, address: '', moved: false, remote: isRemote(source) });
  return Promise.resolve();
}

function isRemote(source: string): boolean {
  return source.toLowerCase() === 'remote';
}

type Handler = OfficeExtension.EventHandlerResult<unknown>;

async function stopListening(handlers: readonly { context: Handler['context']; remove(): void }[]): Promise<void> {
  const [first] = handlers;
  if (!first) return;
  try {
    await Excel.run({ delayForCellEdit: true, previousObjects: first.context }, async (context) => {
      for (const handler of handlers) handler.remove();
      await context.sync();
    });
  } catch (thrown) {
    throw nameFailure(thrown);
  }
}
