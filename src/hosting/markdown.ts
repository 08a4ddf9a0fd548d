/** As much of Markdown as the administrators' page uses, as HTML. */

/** A block at the beginning of the lines, as HTML, and how many lines it takes. */
interface Block {
  html: string;
  lines: number;
}

/**
 * Headings, paragraphs, lists of one level, tables and blocks of code; in the text code, bold and italic type, and links.
 * Throws, naming the line, for what it does not know: a page with raw marks must not be shipped.
 */
export function markdownToHtml(text: string): string {
  let rest = text.split(/\r?\n/);
  const blocks: string[] = [];
  while (rest.length > 0) {
    const block = blockOf(rest);
    if (block.html !== '') blocks.push(block.html);
    rest = rest.slice(block.lines);
  }
  return blocks.join('\n');
}

function blockOf(lines: readonly string[]): Block {
  const [first = ''] = lines;
  if (first.trim() === '') return { html: '', lines: 1 };
  const heading = /^(#{1,3}) (.+)$/.exec(first);
  if (heading) {
    const level = heading[1]?.length ?? 1;
    return { html: `<h${level}>${inline(heading[2] ?? '')}</h${level}>`, lines: 1 };
  }
  if (first.startsWith('```')) return codeBlock(lines);
  if (first.startsWith('|')) return table(lines);
  if (first.startsWith('- ')) return list(lines, 'ul', /^- /);
  if (/^\d+\. /.test(first)) return list(lines, 'ol', /^\d+\. /);
  if (/^(?:[>!<#]|\s|\* |---)/.test(first)) throw new Error(`Not supported in the administrators' page: ${first}`);
  const length = lengthWhile(lines, (line) => line.trim() !== '' && !/^(?:#|```|\||- |\d+\. )/.test(line));
  return { html: `<p>${inline(lines.slice(0, length).join('\n'))}</p>`, lines: length };
}

/** How many of the first lines fit, at least one. */
function lengthWhile(lines: readonly string[], fits: (line: string) => boolean): number {
  const end = lines.findIndex((line, index) => index > 0 && !fits(line));
  return end === -1 ? lines.length : end;
}

function codeBlock(lines: readonly string[]): Block {
  const end = lines.indexOf('```', 1);
  if (end === -1) throw new Error('A block of code of the administrators’ page has no end');
  return { html: `<pre><code>${escaped(lines.slice(1, end).join('\n'))}</code></pre>`, lines: end + 1 };
}

/** Items may go on in lines that are indented. */
function list(lines: readonly string[], element: 'ul' | 'ol', mark: RegExp): Block {
  const length = lengthWhile(lines, (line) => mark.test(line) || /^ +\S/.test(line));
  const items: string[] = [];
  for (const line of lines.slice(0, length)) {
    if (mark.test(line)) items.push(line.replace(mark, ''));
    else items.push(`${items.pop() ?? ''}\n${line.trim()}`);
  }
  const html = items.map((item) => `<li>${inline(item)}</li>`).join('\n');
  return { html: `<${element}>\n${html}\n</${element}>`, lines: length };
}

/** A table with a row of headings, whose second line divides them from the rest. */
function table(lines: readonly string[]): Block {
  const length = lengthWhile(lines, (line) => line.startsWith('|'));
  const [head = [], , ...body] = lines.slice(0, length).map((line) =>
    line
      .slice(1, line.lastIndexOf('|'))
      .split('|')
      .map((cell) => inline(cell.trim())),
  );
  const row = (cells: readonly string[], element: 'th' | 'td'): string =>
    `<tr>${cells.map((cell) => `<${element}>${cell}</${element}>`).join('')}</tr>`;
  const rows = body.map((cells) => row(cells, 'td')).join('\n');
  const html = `<table>\n<thead>${row(head, 'th')}</thead>\n<tbody>\n${rows}\n</tbody>\n</table>`;
  return { html, lines: length };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Text with its marks; what stands in code is taken as it is. */
function inline(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part) => {
      if (/^`[^`]+`$/.test(part)) return `<code>${escaped(part.slice(1, -1))}</code>`;
      return escaped(part)
        .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, '<a href="$2">$1</a>')
        .replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>')
        .replace(/(?<![\p{L}\p{N}])_([^_]+)_(?![\p{L}\p{N}])/gu, '<i>$1</i>');
    })
    .join('');
}
