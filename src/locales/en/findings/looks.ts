/** Findings about how sheets look and print: locks, formats, colours, merged cells, charts, pages, hidden and thin lines, in English. */
import type { PageDifference, PageSetting } from '../../../covenant/cell';
import { short } from '../../../covenant/findings';
import type { FindingWords } from '../../wording';
import { decimal, disguised } from '../numbers';

/** Settings of a page that differ: "left margin 25 mm (planned: 30 mm)". */
function pageChanges(settings: readonly PageDifference[]): string {
  const value = (setting: PageSetting, one: number | string): string => {
    if (one === '') return 'none';
    if (setting === 'orientation') return one === 'landscape' ? 'landscape' : 'portrait';
    if (typeof one === 'string') return `“${short(one)}”`;
    return `${decimal(one)}${setting === 'scale' ? '%' : setting === 'breaks' ? '' : ' mm'}`;
  };
  return settings
    .map(({ setting, found, planned }) => {
      const [now, before] = [value(setting, found), value(setting, planned)];
      return `${PAGE_SETTINGS[setting]} ${now} (planned: ${before})`;
    })
    .join('; ');
}

const PAGE_SETTINGS: Readonly<Record<PageSetting, string>> = {
  paper: 'paper',
  orientation: 'orientation',
  marginLeft: 'left margin',
  marginRight: 'right margin',
  marginTop: 'top margin',
  marginBottom: 'bottom margin',
  scale: 'scale',
  printArea: 'print area',
  titleRows: 'repeated rows',
  breaks: 'page breaks',
  header: 'page numbers',
  footer: 'footer',
};

const PAGE_AGAIN = 'Give the sheet its page set-up again; figures stay as they are.';

/** Of rules that no fix takes away. */
const DELETE_RULES =
  'Unprotect the sheet; on the Home tab, under Conditional Formatting, choose Manage Rules, delete these rules, and protect the sheet again.';

export const looks = {
  'locks-changed': (d) => ({
    message: `The locks of ${d.count} cells are not those the sheet was made with: ${d.cells}. Entry cells may be locked, formulas open.`,
    remedy: 'Give the cells their locks again; figures stay as they are.',
  }),
  'formats-changed': (d) => ({
    message: `The number formats of ${d.count} cells are not those the sheet was made with: ${d.cells}. Figures may be shown or taken for something else.`,
    remedy: 'Give the cells their formats again; figures stay as they are.',
  }),
  'rules-changed': (d) => ({
    message: `The entry rules of ${d.count} cells are gone or were replaced: ${d.cells}.`,
    remedy: 'Give the cells their rules again; figures stay as they are.',
  }),
  'highlights-changed': (d) => ({
    message: `The conditional formats of ${d.count} cells are not those the sheet was made with: ${d.cells}. Mistakes and blanks may not be coloured, or contents may be hidden.`,
    remedy: 'Give the sheet its conditional formats again; figures stay as they are.',
  }),
  'highlights-other': (d) => ({
    message: `Conditional formats of other kinds (by cell value, colour scales, data bars, icon sets...) are on ${d.count || 'some'} cells: ${d.cells || 'Excel does not say which'}. Contents may be hidden or shown as another number.`,
    remedy: DELETE_RULES,
  }),
  'highlights-hide': (d) => ({
    message: `Conditional formats that the sheet was not made with show something else than ${d.count || 'some'} cells hold, or nothing: ${d.cells || 'Excel does not say which'}.`,
    remedy: d.byHand ? DELETE_RULES : 'Give the sheet its conditional formats again; figures stay as they are.',
  }),
  'merges-changed': (d) => ({
    message: `Merged cells are not those the sheet was made with: ${d.cells}. Contents may be cut off on screen and on paper.`,
    remedy: 'Merge the cells as they were; where no fix is offered, empty the cells that were covered first.',
  }),
  'charts-differ': (d) => ({
    message: `Charts are not those that were made (title, names or figures of their parts, gone or added): ${d.charts.join(', ')}.`,
    remedy: 'Make the charts anew in the print step.',
  }),
  'result-disguised': (d) => ({
    message: `What is shown is not what the cell holds: ${disguised(d)}`,
    remedy: 'Give the cell its number format again; the value stays.',
  }),
  'page-changed': (d) => ({
    message: `The page set-up is not the one the sheet was made with: ${pageChanges(d.settings)}.`,
    remedy: PAGE_AGAIN,
  }),
  'page-words': (d) => ({
    message: `Headers or footers print added words: “${short(d.words)}”.`,
    remedy: PAGE_AGAIN,
  }),
  'sheet-hidden': (d) => ({
    message: `The sheet “${d.sheet}” is very hidden: no menu of Excel shows it again, but its figures count.`,
    remedy:
      'Show it in the VBA editor (Alt+F11, select the sheet, set Visible to xlSheetVisible) and look at its figures.',
  }),
  'rows-hidden': (d) => ({
    message: `Rows are hidden or filtered out: ${d.rows}. What they hold still counts, but neither readers nor the print see it.`,
    remedy: 'Where a filter is set, clear it. Otherwise select the rows above and below, right-click, choose Unhide.',
  }),
  'rows-shown': (d) => ({
    message: `Rows that are for the add-in are shown: ${d.rows}. What they hold is printed, though nobody is to read it.`,
    remedy: 'Select the rows, right-click, choose Hide.',
  }),
  'columns-hidden': (d) => ({
    message: `Columns are hidden: ${d.columns}. What they hold still counts, but neither readers nor the print see it.`,
    remedy: 'Select the columns to the left and right, right-click, choose Unhide.',
  }),
  'rows-thin': (d) => ({
    message: `Rows are so low that nobody can read them: ${d.rows}. What they hold still counts.`,
    remedy: 'Choose Fit rows and page breaks, or select the rows, right-click, choose Row Height and type 20.',
  }),
  'columns-thin': (d) => ({
    message: `Columns are so narrow that nobody can read them: ${d.columns}. What they hold still counts.`,
    remedy: 'Choose Fix, or select the columns, right-click, choose Column Width and type 10 or more.',
  }),
  'columns-narrow': (d) => ({
    message: `Columns are narrower than the numbers in them: ${d.columns}. On screen and paper Excel shows #### or rounds the number; it counts as it is.`,
    remedy: 'Choose Fix, or select the columns and double-click the right edge of the name of one.',
  }),
  'cell-covered': (d) => ({
    message: `The cell is merged into ${d.area}, so nobody sees it; but it still holds “${short(d.value)}”, which counts.`,
    remedy:
      'Unprotect the sheet, select the area, take Merge & Center off on the Home tab, look at the content, and protect the sheet again.',
  }),
} satisfies Partial<FindingWords>;
