/** Workbooks dropped onto the page. */

/** Takes .xlsx files that are dragged onto the page; `words` say where to drop them. */
export function acceptDroppedFiles(words: string, open: (file: File) => Promise<void>): void {
  const { body } = document;
  body.dataset.drop = words;
  const holdsFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  const mark = (event: DragEvent, { over }: { over: boolean }): void => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    body.classList.toggle('dropping', over);
    body.classList.toggle('dragged', over);
  };
  window.addEventListener('dragenter', (event) => mark(event, { over: true }));
  window.addEventListener('dragover', (event) => mark(event, { over: true }));
  window.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) mark(event, { over: false });
  });
  window.addEventListener('drop', (event) => {
    mark(event, { over: false });
    const file = event.dataTransfer?.files[0];
    if (file) void open(file);
  });
}
