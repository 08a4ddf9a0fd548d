import { readXlsx, writeXlsx } from '../../../src/workbench/files';
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
