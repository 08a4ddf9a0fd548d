/** Whether what is read is calculated, in the user's mode and in Manual. */
import { writeCells } from '../writers';
import type { Bench } from '../bench';
import type { CheckItem } from '../item';

export const calculation: CheckItem = {
  id: 'calculation',
  async run(bench) {
    const { points, batch } = bench;
    const { application } = await batch((_, { workbook }) => ({
      application: workbook.application.load('calculationMode'),
    }));
    const mode = application.calculationMode;
    await batch((sheet, { workbook }) => {
      workbook.application.suspendApiCalculationUntilNextSync();
      writeCells(sheet, 0, 0, [[2, { formula: '=A1*10' }]]);
    });
    const written = await result(bench);
    // In Manual nothing is calculated before it is asked for.
    if (mode === 'Manual') points.note('suspendedWrite', written);
    else points.equal('suspendedWrite', 20, written);
    try {
      await batch((_, { workbook }) => (workbook.application.calculationMode = 'Manual'));
      points.equal('setManual', 'Manual', await readMode(bench));
      await batch((sheet) => writeCells(sheet, 0, 0, [[3]]));
      points.note('manualBeforeCalculate', await result(bench));
      // In a workbook of the mode Manual the user's own sheets stay as they are: only the scratch sheet is calculated.
      await batch((sheet, { workbook }) =>
        mode === 'Manual' ? sheet.calculate(false) : workbook.application.calculate('Recalculate'),
      );
      points.equal('manualAfterCalculate', 30, await result(bench));
    } finally {
      // A cancelled bench sends nothing more: the end of the run restores the mode as well.
      await batch((_, { workbook }) => (workbook.application.calculationMode = mode));
    }
    points.equal('modeRestored', mode, await readMode(bench));
  },
};

async function result({ batch }: Bench): Promise<unknown> {
  return (await batch((sheet) => sheet.getRange('B1').load('values'))).values[0]?.[0];
}

async function readMode({ batch }: Bench): Promise<string> {
  return (await batch((_, { workbook }) => workbook.application.load('calculationMode'))).calculationMode;
}
