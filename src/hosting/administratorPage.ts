/** The page for administrators, made from the project's document, so that both say the same. */
import { markdownToHtml } from './markdown';
import { metaPolicyText, TEXT_POLICY } from './policy';

/** The document of the project, from its top folder. */
export const ADMINISTRATOR_DOCUMENT = 'docs/trien-khai.md';
/** The page of the build. */
export const ADMINISTRATOR_PAGE = 'trien-khai.html';

const STYLE = `body { font-family: 'Segoe UI', system-ui, sans-serif; line-height: 1.5; max-width: 54rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { border: 1px solid #767676; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; }
pre { background: #f5f5f5; padding: 0.75rem; overflow-x: auto; }
a { color: #0b5394; }`;

/** The whole page of a document in Markdown; its first line is its title. */
export function administratorPage(markdown: string): string {
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? '';
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${metaPolicyText(TEXT_POLICY)}">
<title>${title}</title>
<style>
${STYLE}
</style>
</head>
<body>
${markdownToHtml(markdown)}
</body>
</html>
`;
}
