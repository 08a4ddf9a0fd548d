/** The file that the self-check inserts: formulas as the headless command stores them, without marks of dynamic arrays. */
import { join } from 'node:path';
import { FORMULAS } from '../../src/selfCheck/items/formulaTexts';
import { SAMPLE_SHEET } from '../../src/selfCheck/workbookState';
import { createWorkbook } from '../../src/stand-in/workbook';
import { writeXlsx } from '../../src/xlsx';

export const SAMPLE_MODULE = join(__dirname, '../../src/selfCheck/items/sampleFile.ts');

/** The bytes of the file: the formulas from D1 down. */
export async function sampleFile(): Promise<Uint8Array> {
  const workbook = await createWorkbook();
  try {
    const [sheet] = workbook.sheets();
    if (!sheet) throw new Error('a workbook without a sheet');
    workbook.renameSheet(sheet.id, SAMPLE_SHEET);
    const area = { row: 0, column: 3, rows: FORMULAS.length, columns: 1 };
    workbook.write(
      sheet.id,
      area,
      FORMULAS.map((formula) => [{ kind: 'formula', formula }]),
    );
    return await writeXlsx(await workbook.snapshot());
  } finally {
    workbook.dispose();
  }
}

/** Letters of a line of the module. */
const LINE = 110;

export function sampleModule(bytes: Uint8Array): string {
  const base64 = Buffer.from(bytes).toString('base64');
  const lines = base64.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  return [
    '/**',
    ' * Made by `npx tsx test/tools/writeSelfCheckFile.ts`: an .xlsx file whose only sheet has the formulas of `formulaTexts.ts`',
    ' * from D1 down, stored without marks of dynamic arrays.',
    ' */',
    `export const SAMPLE_FILE = [${lines.map((line) => `'${line}'`).join(', ')}].join('');`,
    '',
  ].join('\n');
}
