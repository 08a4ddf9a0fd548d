import { markdownToHtml } from '../../src/hosting/markdown';

const flat = (text: string): string => markdownToHtml(text).replaceAll('\n', ' ');

describe('the page from a document', () => {
  test.each([
    ['# Một', '<h1>Một</h1>'],
    ['### Ba', '<h3>Ba</h3>'],
    ['một\nhai\n\nba', '<p>một hai</p> <p>ba</p>'],
    ['- một\n  tiếp\n- hai', '<ul> <li>một tiếp</li> <li>hai</li> </ul>'],
    ['1. một\n2. hai', '<ol> <li>một</li> <li>hai</li> </ol>'],
    ['đoạn\n- mục', '<p>đoạn</p> <ul> <li>mục</li> </ul>'],
    ['```sh\na < b\n# c\n```\nsau', '<pre><code>a &lt; b # c</code></pre> <p>sau</p>'],
    [
      '| a | b |\n| - | - |\n| 1 | `x` |',
      '<table> <thead><tr><th>a</th><th>b</th></tr></thead> <tbody> <tr><td>1</td><td><code>x</code></td></tr> </tbody> </table>',
    ],
    ['**đậm** và _nghiêng_', '<p><b>đậm</b> và <i>nghiêng</i></p>'],
    ['một_hai_ba', '<p>một_hai_ba</p>'],
    ['`**` và `<b>`', '<p><code>**</code> và <code>&lt;b&gt;</code></p>'],
    ['[chữ](https://a.example/?x=1&y=2)', '<p><a href="https://a.example/?x=1&amp;y=2">chữ</a></p>'],
    ['a <script>b</script> & "c"', '<p>a &lt;script&gt;b&lt;/script&gt; &amp; &quot;c&quot;</p>'],
  ])('%j', (text, html) => {
    expect(flat(text)).toBe(html);
  });

  test.each(['> trích', '![ảnh](a.png)', '<b>', '#### bốn', '---', '    mã', '* mục'])(
    'refuses what it does not know: %s',
    (line) => {
      expect(() => markdownToHtml(`đoạn\n\n${line}`)).toThrow(line);
    },
  );

  test('refuses a block of code without an end', () => {
    expect(() => markdownToHtml('```\na')).toThrow(/has no end/);
  });
});
