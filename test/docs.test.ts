/** What the documents name exists: links, paths, scripts, packages, decisions, layers. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const ROOT = path.resolve(__dirname, '..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

const DOCUMENTS = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
  ...readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((file) => `docs/${file.split(path.sep).join('/')}`)
    .filter((file) => file.endsWith('.md')),
];

/** All matches of a pattern's first group. */
function named(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

/** Links to files of the project, as they stand. */
const linksIn = (text: string): string[] =>
  named(text, /\]\(([^)#\s]+)[^)]*\)/g).filter((target) => !/^[a-z]+:/.test(target));

/** Paths from the top, such as `src/excel/rollback.ts`, in text or in code. */
const pathsIn = (text: string): string[] =>
  named(text, /(?<![\w./(-])((?:src|test|assets|\.ci|\.config|\.devcontainer|\.github)\/[\w./-]*[\w-])/g);

const manifest = z
  .object({
    scripts: z.record(z.string(), z.string()),
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(read('package.json')));

describe.each(DOCUMENTS)('%s', (document) => {
  const text = read(document);

  it('links to files that exist', () => {
    const folder = path.join(ROOT, path.dirname(document));
    expect(linksIn(text).filter((target) => !existsSync(path.join(folder, target)))).toEqual([]);
  });

  it('names paths that exist', () => {
    expect(pathsIn(text).filter((name) => !existsSync(path.join(ROOT, name)))).toEqual([]);
  });

  it('names scripts of package.json', () => {
    const scripts = named(text, /npm run (?:--silent )?([a-z:]+)/g);
    expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });
});

describe('README.md', () => {
  it('has a line for every layer', () => {
    const layers = readdirSync(path.join(ROOT, 'src'), { withFileTypes: true }).filter((one) => one.isDirectory());
    const text = read('README.md');
    expect(layers.map(({ name }) => name).filter((name) => !text.includes(`[src/${name}](src/${name})`))).toEqual([]);
  });
});

describe('the decisions', () => {
  it('name every dependency with its reason', () => {
    const text = read('docs/decisions/0007-dependencies.md');
    const packages = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(packages.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  it('are listed by their titles', () => {
    const files = readdirSync(path.join(ROOT, 'docs/decisions')).filter((name) => /^\d{4}-/.test(name));
    const titles = files.map((name) => {
      const [, number = '', title = ''] = /^# (\d+)\. (.*)$/m.exec(read(`docs/decisions/${name}`)) ?? [];
      return `${number}. [${title}](${name})`;
    });
    const list = read('docs/decisions/README.md').split('\n');
    expect(list.filter((line) => /^\d+\. /.test(line))).toEqual(titles);
  });

  it.each(readdirSync(path.join(ROOT, 'docs/decisions')).filter((name) => /^\d{4}-/.test(name)))(
    '%s says what would change our minds',
    (name) => {
      expect(read(`docs/decisions/${name}`)).toContain('**What would change our minds:**');
    },
  );
});

describe('.devcontainer', () => {
  it('installs the packages that .ci/run installs', () => {
    const packagesOf = (file: string): string[] =>
      (/--no-install-recommends([^>&]*)/.exec(read(file))?.[1] ?? '').split(/[\s\\]+/).filter((word) => word !== '');
    const installed = packagesOf('.ci/run');
    expect(installed).not.toEqual([]);
    expect(packagesOf('.devcontainer/Dockerfile').sort()).toEqual(installed.sort());
  });
});
