/** What cells hold after they were written: texts, arrays, formulas. */
import { writeCells } from '../writers';
import { sameFormula } from '../../sheets/shared/checkFormulas';
import type { Bench } from '../bench';
import type { CheckItem } from '../item';
import { FORMULAS } from './formulaTexts';
import { SAMPLE_FILE } from './sampleFile';

/** Texts that Excel would take for something else. */
const TEXTS = ['1', '2021-01-05', '=x', '9,5', 'TRUE'];
const LONG_TEXT = 'a'.repeat(300);

/** The format of a whole rectangle; the typings know only the matrix, Excel takes both. */
function setFormat(range: Excel.Range, format: string): void {
  range.set({ numberFormat: format as unknown as string[][] });
}

export const texts: CheckItem = {
  id: 'texts',
  async run(bench) {
    const rows = TEXTS.length;
    await bench.batch((sheet) => {
      setFormat(sheet.getRangeByIndexes(0, 0, rows, 2), '@');
      // The add-in's own writing into text cells and into General cells, and the same by hand.
      writeCells(
        sheet,
        0,
        0,
        TEXTS.map((text) => [text]),
      );
      sheet.getRangeByIndexes(0, 1, rows, 1).formulas = TEXTS.map((text) => [text]);
      writeCells(
        sheet,
        0,
        2,
        TEXTS.map((text) => [text]),
      );
    });
    await compareTexts(bench, 'written', 0);
    await compareTexts(bench, 'withoutApostrophe', 1);
    await compareTexts(bench, 'general', 2);
    await bench.batch((sheet) => {
      setFormat(sheet.getRangeByIndexes(0, 3, rows, 1), '@');
      sheet.getRangeByIndexes(0, 3, rows, 1).formulas = TEXTS.map((text) => [`'${text}`]);
    });
    await compareTexts(bench, 'withApostrophe', 3);
    const long = await bench.batch((sheet) => {
      const cell = sheet.getRange('E1');
      setFormat(cell, '@');
      writeCells(sheet, 0, 4, [[LONG_TEXT]]);
      return cell.load('text');
    });
    bench.points.equal('longText', LONG_TEXT, long.text[0]?.[0]);
  },
};

async function compareTexts({ batch, points }: Bench, point: string, column: number): Promise<void> {
  const found = await batch((sheet) => sheet.getRangeByIndexes(0, column, TEXTS.length, 1).load('values,valueTypes'));
  TEXTS.forEach((text, row) => {
    points.equal(`${point} ${text}`, text, found.values[row]?.[0]);
    points.equal(`${point} ${text} type`, 'String', found.valueTypes[row]?.[0]);
  });
}

/** null leaves a cell, one value fills a rectangle, formulas are copied with their references moved along. */
export const arrays: CheckItem = {
  id: 'arrays',
  async run({ points, batch }) {
    await batch((sheet) => writeCells(sheet, 0, 0, [[1, 2, 3]]));
    await batch((sheet) => writeCells(sheet, 0, 0, [[4, undefined, 5]]));
    const values = await batch((sheet) => sheet.getRange('A1:C1').load('values'));
    points.equal('nullLeavesCell', '4 2 5', values.values.flat().join(' '));
    await batch((sheet) => {
      setFormat(sheet.getRange('A3:D20'), '0.00');
      writeCells(sheet, 2, 0, [[{ formula: '=ROW()+A$1' }]]);
      sheet.getRange('A4:D20').copyFrom('A3', 'Formulas');
    });
    const [first, last] = await batch((sheet) =>
      ['A3', 'D20'].map((address) => sheet.getRange(address).load('numberFormat,formulas')),
    );
    points.equal('formatFirst', '0.00', first?.numberFormat[0]?.[0]);
    points.equal('formatLast', '0.00', last?.numberFormat[0]?.[0]);
    points.equal('copiedFormula', '=ROW()+D$1', last?.formulas[0]?.[0]);
  },
};

export const formulas: CheckItem = {
  id: 'formulas',
  async run(bench) {
    const { batch } = bench;
    const { name } = await batch((sheet) => sheet.load('name'));
    const all = [...FORMULAS, `=SUM('${name}'!A1:A9)`];
    await batch((sheet) =>
      writeCells(
        sheet,
        0,
        3,
        all.map((formula) => [{ formula }]),
      ),
    );
    compareFormulas(bench, 'formula', all, await batch((sheet) => formulasOf(sheet, all.length)));
    await compareFile(bench);
  },
};

const formulasOf = (sheet: Excel.Worksheet, rows: number): Excel.Range =>
  sheet.getRangeByIndexes(0, 3, rows, 1).load('formulas');

/** The formulas of a file that no Excel has saved: this is where Excel may show `@`. Some hosts insert no files. */
async function compareFile(bench: Bench): Promise<void> {
  const { points, batch, refusal, prefix } = bench;
  const ids: OfficeExtension.ClientResult<string[]>[] = [];
  const refused = await refusal((_, { workbook }) =>
    ids.push(workbook.insertWorksheetsFromBase64(SAMPLE_FILE, { positionType: 'End' })),
  );
  const [id] = ids[0]?.value ?? [];
  if (refused !== null || id === undefined) {
    points.unsupported(`Workbook.insertWorksheetsFromBase64 (${refused?.code ?? 'nothing inserted'})`);
    return;
  }
  const found = await batch((_, { workbook }) => {
    const sheet = workbook.worksheets.getItem(id);
    // In the file it has the name of a run's sheet; a run may have had to take another one.
    sheet.name = `${prefix} tệp`;
    return formulasOf(sheet, FORMULAS.length);
  });
  compareFormulas(bench, 'file', FORMULAS, found);
}

function compareFormulas({ points }: Bench, point: string, expected: readonly string[], range: Excel.Range): void {
  expected.forEach((formula, row) => {
    const read = String(range.formulas[row]?.[0]);
    if (!sameFormula(read, formula)) points.equal(`${point} ${row + 1}`, formula, read);
    // The comparison may overlook it; that Excel adds it is to be known all the same.
    points.equal(`${point} ${row + 1} @`, false, /@|_xlfn\.SINGLE\(/i.test(read));
  });
}
