import fc from 'fast-check';
import { readXlsx, writeXlsx } from '../../src/xlsx';
import { cellOf, snapshot } from './sample';

const again = async (data: Parameters<typeof writeXlsx>[0]) => readXlsx(await writeXlsx(data));

describe('text survives writing and reading', () => {
  const texts: Record<string, string> = {
    plain: 'Viện kiểm sát nhân dân tỉnh Kiên Giang',
    'decomposed letters': 'Tiêu chí'.normalize('NFD'),
    emoji: 'khá 👍🏽 và 👨‍👩‍👧',
    'spaces at both ends': '  hai  ',
    'only a space': ' ',
    newlines: 'một\nhai\n',
    'a carriage return': 'một\r\nhai',
    tab: 'a\tb',
    'like a formula': '=SUM(A1:A2)',
    'like a number': '007',
    'like a boolean': 'TRUE',
    'like an error': '#N/A',
    'like an error of newer Excel': '#SPILL!',
    'beginning with a minus': '- không',
    'an escape of the format': '_x0041_ và _x005F_ và _xZZZZ_',
    'specials of XML': `<a href="x">&amp; 'b' ]]></a>`,
    'a control letter': 'a\u0007b',
    'half of a pair': 'a\uD83Db',
    'no character': 'a\uFFFEb',
    'as long as a cell holds': 'ấ'.repeat(32_767),
  };
  test.each(Object.entries(texts))('%s', async (_, text) => {
    const read = await again(snapshot([{ cells: { B2: { v: text, t: 1 } } }]));
    expect(cellOf(read, 'B2')).toEqual({ v: text, t: 1 });
  });
});

describe('values survive writing and reading', () => {
  const numbers = [0, -1, 0.1 + 0.2, 9.25, 1 / 3, 1e-300, -1.7976931348623157e308, 2 ** 53, 45292.123456789];
  test.each(numbers)('the number %d', async (number) => {
    const read = await again(snapshot([{ cells: { B2: { v: number, t: 2 } } }]));
    expect(cellOf(read, 'B2')).toEqual({ v: number, t: 2 });
  });

  test('any text and any number', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
    const anything = fc.oneof(
      text,
      fc
        .tuple(text, fc.constantFrom('_x0041_', ' ', '\n', '&', '#N/A', ']]>'))
        .map(([before, after]) => before + after),
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { minLength: 1, maxLength: 9 }), async (values) => {
        const cells = Object.fromEntries(values.map((v, n) => [`A${n + 1}`, { v, t: typeof v === 'string' ? 1 : 2 }]));
        const read = await again(snapshot([{ cells }]));
        expect(values.map((_, n) => cellOf(read, `A${n + 1}`))).toEqual(Object.values(cells));
      }),
      { numRuns: 40 },
    );
  });

  test('a boolean, however Univer holds it', async () => {
    const read = await again(snapshot([{ cells: { A1: { v: 1, t: 3 }, A2: { v: false }, A3: { v: 'TRUE', t: 3 } } }]));
    expect(['A1', 'A2', 'A3'].map((at) => cellOf(read, at))).toEqual([
      { v: 1, t: 3 },
      { v: 0, t: 3 },
      { v: 1, t: 3 },
    ]);
  });

  test('a forced text stays a text', async () => {
    const read = await again(snapshot([{ cells: { A1: { v: 7, t: 4 } } }]));
    expect(cellOf(read, 'A1')).toEqual({ v: '7', t: 1 });
  });

  test('an error value, and newer ones as the one that Excel writes for them', async () => {
    const cells = { A1: { f: '=#REF!', v: '#REF!', t: 1 }, A2: { f: '=A1:A9', v: '#SPILL!', t: 1 } };
    const read = await again(snapshot([{ cells }]));
    expect(cellOf(read, 'A1')).toEqual({ f: '=#REF!', v: '#REF!', t: 1 });
    expect(cellOf(read, 'A2')).toEqual({ f: '=A1:A9', v: '#VALUE!', t: 1 });
  });

  test('formulas that Univer shares by an id stand alone in a file', async () => {
    const cells = { B1: { f: '=A1*2', si: 'x', v: 2, t: 2 }, B2: { si: 'x', v: 4, t: 2 } };
    expect(cellOf(await again(snapshot([{ cells }])), 'B2')).toEqual({ f: '=A2*2', v: 4, t: 2 });
  });

  test('the text of a cell that Univer keeps as a small document', async () => {
    const p = { id: 'd', documentStyle: {}, body: { dataStream: 'một\rhai\r\n' } };
    expect(cellOf(await again(snapshot([{ cells: { A1: { p } } }])), 'A1')).toEqual({ v: 'một\nhai', t: 1 });
  });
});
