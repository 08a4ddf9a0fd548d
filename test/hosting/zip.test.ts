import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { strFromU8, unzipSync } from 'fflate';
import { zipFolder } from '../../src/hosting/zip';

const folder = mkdtempSync(join(tmpdir(), 'covenant-zip-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A folder with files, written in the order given and dated alike. */
function folderOf(name: string, files: readonly (readonly [string, string])[], time: Date): string {
  const made = join(folder, name);
  for (const [file, text] of files) {
    mkdirSync(join(made, file, '..'), { recursive: true });
    writeFileSync(join(made, file), text);
    utimesSync(join(made, file), time, time);
  }
  return made;
}

const FILES = [
  ['taskpane.html', 'pane'],
  ['assets/icons/a.png', 'icon'],
  ['.htaccess', 'headers'],
] as const;

describe('the archive', () => {
  test('holds every file of the folder with its content, by its path with slashes', () => {
    const files = unzipSync(zipFolder(folderOf('one', FILES, new Date())));
    expect(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))).toEqual(
      Object.fromEntries(FILES),
    );
  });

  test('has the same bytes whenever the files were written, and in whatever order', () => {
    const first = zipFolder(folderOf('early', FILES, new Date('2001-02-03')));
    const second = zipFolder(folderOf('late', FILES.toReversed(), new Date('2026-11-28')));
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  test('has the same bytes in another time zone and another language', () => {
    const made = folderOf('zone', [...FILES, ['ă.txt', 'ă'], ['z.txt', 'z'], ['Z.txt', 'Z']], new Date());
    const program = `import { zipFolder } from ${JSON.stringify(join(__dirname, '../../src/hosting/zip.ts'))};
      process.stdout.write(Buffer.from(zipFolder(${JSON.stringify(made)})).toString('base64'));`;
    const script = join(folder, 'zip.mts');
    writeFileSync(script, program);
    const elsewhere = { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'vi_VN.UTF-8', LC_ALL: 'vi_VN.UTF-8' };
    const tsx = join(__dirname, '../../node_modules/tsx/dist/cli.mjs');
    const output = execFileSync(process.execPath, [tsx, script], { env: elsewhere, encoding: 'utf8' });
    expect(output).toBe(Buffer.from(zipFolder(made)).toString('base64'));
  });

  test('has other bytes where a file differs', () => {
    const other = FILES.map(([name, text]) => [name, `${text}!`] as const);
    const [first, second] = [folderOf('same', FILES, new Date()), folderOf('other', other, new Date())].map(zipFolder);
    expect(first).not.toEqual(second);
  });

  test('is refused where there is nothing to pack', () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    expect(() => zipFolder(empty)).toThrow('Nothing to pack');
    expect(() => zipFolder(join(folder, 'none'))).toThrow(/ENOENT/);
  });
});
