/** Reads files of one folder only. */
import { readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fieldOf } from '../../thrown';

/** What the file system says of a path that names no file that can be read. */
const NO_FILE = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG', 'EACCES', 'ERR_INVALID_ARG_VALUE'];

/**
 * The file of a folder at a path ("/taskpane.html"), or null where there is none. A path or a symbolic link that leads out of
 * the folder names none. Rejects where the disk fails.
 */
export async function readInside(folder: string, path: string): Promise<Buffer | null> {
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    return file.startsWith(root + sep) ? await readFile(file) : null;
  } catch (thrown) {
    if (NO_FILE.includes(fieldOf(thrown, 'code') ?? '')) return null;
    throw thrown;
  }
}
