import { fromClipboardText, toClipboardText } from '../../../src/workbench/page/grid/clipboardText';

test.each([
  ['one cell', '9,5', [['9,5']]],
  [
    'as Excel ends it',
    'a\tb\r\nc\td\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'empty cells',
    'a\t\tb\n\tc\t',
    [
      ['a', '', 'b'],
      ['', 'c', ''],
    ],
  ],
  ['line breaks and quotes within a cell', '"a\nb"\t"nói ""có"""', [['a\nb', 'nói "có"']]],
  ['an empty line between', 'a\n\nb', [['a'], [''], ['b']]],
])('a clipboard’s text is read as cells: %s', (_, text, cells) => {
  expect(fromClipboardText(text)).toEqual(cells);
});

test('cells survive the way there and back', () => {
  const cells = [
    ['a\tb', '"', ''],
    ['', 'x\r\ny', '1,5'],
  ];
  expect(fromClipboardText(toClipboardText(cells))).toEqual(cells);
});
