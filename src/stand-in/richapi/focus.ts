/** Members that fail while another workbook is in front, on Windows and Mac: Office Add-ins, "Troubleshooting Excel add-ins". */
import type { Behaviours } from '../workbook/behaviours';
import { RichApiError } from './errors';

const CODES = new Map(
  Object.entries({
    GeneralException: [
      'Chart.activate',
      'Range.select',
      'Worksheet.activate',
      'Worksheet.gridlines',
      'WorksheetCollection.add',
      'WorksheetFreezePanes.freezeAt',
      'WorksheetFreezePanes.freezeColumns',
      'WorksheetFreezePanes.freezeRows',
      'WorksheetFreezePanes.getLocationOrNullObject',
      'WorksheetFreezePanes.unfreeze',
    ],
    InvalidSelection: [
      'Workbook.getActiveCell',
      'Workbook.getSelectedRange',
      'Workbook.getSelectedRanges',
      'Worksheet.delete',
    ],
  }).flatMap(([code, members]) => members.map((member) => [member, code] as const)),
);

/** Throws what Excel answers where `member` needs the focus and another workbook has it. */
export function requireFocus({ focus }: Behaviours, member: string): void {
  const code = focus === 'anotherWorkbook' ? CODES.get(member) : undefined;
  if (code !== undefined) throw new RichApiError(code, 'another workbook is in front');
}
