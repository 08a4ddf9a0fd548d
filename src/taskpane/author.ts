/** Who uses the pane on this machine, as the person has said it for the record of changes; it never leaves the machine but in the workbook. */

const KEY = 'covenant-scoring:author';

/** The name kept by an earlier pane; '' where there is none, or where the browser keeps nothing. */
export function readAuthor(storage: () => Storage = () => localStorage): string {
  try {
    return storage().getItem(KEY) ?? '';
  } catch {
    // Blocked by the browser's settings: the name is asked for in each pane anew.
    return '';
  }
}

/** Keeps it for later panes, where the browser allows. */
export function keepAuthor(name: string, storage: () => Storage = () => localStorage): void {
  try {
    storage().setItem(KEY, name);
  } catch {
    // As above: it holds as long as this pane is open.
  }
}
