/** What is only carried from one file to the next, in one of each kind. */
import type { SheetCarried, WorkbookCarried } from '../../src/xlsx/model/carried';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const cell = (row: number, column: number): { row: number; column: number; rows: number; columns: number } => ({
  row,
  column,
  rows: 1,
  columns: 1,
});

export const carried: SheetCarried = {
  hyperlinks: [
    {
      area: cell(0, 0),
      target: 'https://example.vn/qd-12.pdf?a=1&b=2',
      location: '',
      tooltip: 'Quyết định\n"số 12"',
      display: '',
    },
    { area: { ...cell(3, 1), rows: 3 }, target: '', location: "'Không có gì'!A1", tooltip: '', display: 'Sang sheet' },
  ],
  notes: [
    { row: 2, column: 0, author: 'Lê <A>', text: 'Xem\n công văn & phụ lục' },
    { row: 9, column: 2, author: '', text: '_x0041_' },
  ],
  editRanges: [
    {
      areas: [{ ...cell(2, 1), rows: 4 }],
      attributes: {
        name: 'Kiên_Giang',
        algorithmName: 'SHA-512',
        hashValue: 'q83v',
        saltValue: 'q83v',
        spinCount: '1',
      },
    },
  ],
};

export const workbookCarried: WorkbookCarried = {
  protection: { lockStructure: '1', workbookPassword: 'CC1A' },
  externalLinks: [
    {
      part:
        `<externalLink xmlns="${MAIN}"><externalBook xmlns:r="${OFFICE}" r:id="rId1"><sheetNames><sheetName val="Sheet1"/></sheetNames>` +
        '<sheetDataSet><sheetData sheetId="0"><row r="5"><cell r="B5"><v>9.5</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>',
      relations: `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/externalLinkPath" Target="So%20lieu.xlsx" TargetMode="External"/></Relationships>`,
    },
  ],
};
