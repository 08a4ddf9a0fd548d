/** A folder as a zip archive that has the same bytes wherever and whenever it is made. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';

/** The first moment that an archive can name, by its parts: it is written in local time, whatever the time zone. */
const FIXED_TIME = new Date(1980, 0, 1, 0, 0, 0);
/** Files of Unix, readable by everyone, so that they can be served as they were unpacked. */
const UNIX = 3;
const ATTRIBUTES = 0o100644 * 0x10000;

/** The archive of all files of a folder, sorted by name. Throws where the folder cannot be read or has no file. */
export function zipFolder(folder: string): Uint8Array {
  const names = filesOf(folder);
  if (names.length === 0) throw new Error(`Nothing to pack in ${folder}`);
  const files = names.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))] as const);
  return zipSync(Object.fromEntries(files), { level: 9, mtime: FIXED_TIME, os: UNIX, attrs: ATTRIBUTES });
}

/** The files of a folder and its folders, with slashes, sorted by their UTF-16 code units, whatever the language. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
}
