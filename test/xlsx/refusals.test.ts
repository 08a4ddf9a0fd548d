import { wordUnwritable } from '../../src/locales/files';
import { UnwritableWorkbook, writeXlsx } from '../../src/xlsx';
import { defaultPage } from '../../src/xlsx/model/pageSetup';
import type { ValidationRule } from '../../src/xlsx/model/rules';
import { wrongWords } from '../support/wrongLanguage';
import { snapshot, type SheetParts } from './sample';

const page = defaultPage();
const validation = (patch: Partial<ValidationRule>): SheetParts => ({
  custom: {
    validations: [
      {
        areas: [{ row: 0, column: 0, rows: 1, columns: 1 }],
        type: 'custom',
        formula1: '=TRUE',
        ignoreBlank: true,
        alertStyle: 'stop',
        showError: true,
        showPrompt: true,
        ...patch,
      },
    ],
  },
});

describe('a workbook that Excel would call damaged is not written', () => {
  const workbooks: Record<string, SheetParts[]> = {
    'a text over 32,767 letters': [{ cells: { A1: { v: 'a'.repeat(32_768), t: 1 } } }],
    'a formula over 8,192 letters': [{ cells: { A1: { f: `=${'1+'.repeat(4_096)}1` } } }],
    'no number': [{ cells: { A1: { v: NaN, t: 2 } } }],
    'an endless result': [{ cells: { A1: { f: '=1', v: Infinity, t: 2 } } }],
    'merged ranges that overlap': [
      {
        mergeData: [
          { startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 },
          { startRow: 1, endRow: 2, startColumn: 1, endColumn: 2 },
        ],
      },
    ],
    'only hidden sheets': [{ hidden: 1 }, { hidden: 1, custom: { veryHidden: true } }],
    'no sheets': [],
    'a sheet without a name': [{ name: '' }],
    'a name of 32 letters': [{ name: 'a'.repeat(32) }],
    'a name that ends with an apostrophe': [{ name: "a'" }],
    'two names that differ in case only': [{ name: 'Đơn vị' }, { name: 'ĐƠN VỊ' }],
    "a validation's title over 32 letters": [validation({ promptTitle: 'a'.repeat(33) })],
    "a validation's message over 255 letters": [validation({ error: 'a'.repeat(256) })],
    'a header over 255 letters': [
      {
        custom: {
          page: {
            ...page,
            headersFooters: {
              ...page.headersFooters,
              default: { ...page.headersFooters.default, leftHeader: 'a'.repeat(254) },
            },
          },
        },
      },
    ],
    'a row higher than 409.5 points': [{ rowData: { 0: { h: 547 } } }],
    'a column wider than 255 letters': [{ columnData: { 0: { w: 1_792 } } }],
    'a list of words over 255 letters': [validation({ type: 'list', formula1: 'a,'.repeat(128) })],
  };
  test.each(Object.entries(workbooks))('%s', async (_, sheets) => {
    const refused = await writeXlsx(snapshot(sheets)).catch((thrown: unknown) => thrown);
    if (!(refused instanceof UnwritableWorkbook)) throw new Error(`not refused by name: ${String(refused)}`);
    for (const lang of ['vi', 'en'] as const) expect(wrongWords(wordUnwritable(refused, lang), lang)).toEqual([]);
  });

  test('the message says where', async () => {
    const data = snapshot([{ name: 'Tổng hợp', cells: { B3: { v: NaN, t: 2 } } }]);
    await expect(writeXlsx(data)).rejects.toThrow('Tổng hợp!B3');
  });
});
