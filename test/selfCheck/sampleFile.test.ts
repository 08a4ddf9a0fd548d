/** The file that the self-check inserts holds the formulas as a program writes them that knows no dynamic arrays. */
import { strFromU8, unzipSync } from 'fflate';
import { FORMULAS } from '../../src/selfCheck/items/formulaTexts';
import { SAMPLE_FILE } from '../../src/selfCheck/items/sampleFile';
import { SAMPLE_SHEET } from '../../src/selfCheck/workbookState';
import { readXlsx } from '../../src/xlsx';

const bytes = (): Uint8Array => new Uint8Array(Buffer.from(SAMPLE_FILE, 'base64'));

test('it has the formulas from D1 down, on one sheet that a run knows for its own', async () => {
  const { sheets, sheetOrder } = await readXlsx(bytes());
  const [sheet, ...others] = sheetOrder.map((id) => sheets[id]);
  expect(others).toEqual([]);
  expect(sheet?.name).toBe(SAMPLE_SHEET);
  expect(FORMULAS.map((_, row) => sheet?.cellData?.[row]?.[3]?.f)).toEqual(FORMULAS);
});

test('none is marked as a dynamic array', () => {
  const parts = unzipSync(bytes());
  const xml = Object.entries(parts).flatMap(([name, part]) =>
    /worksheets\/.*xml$/.test(name) ? [strFromU8(part)] : [],
  );
  expect(xml.join('')).toContain('<f>');
  expect(xml.join('')).not.toMatch(/ cm="|t="array"/);
  expect(Object.keys(parts).filter((name) => name.includes('metadata'))).toEqual([]);
});
