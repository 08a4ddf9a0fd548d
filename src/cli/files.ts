/** Files read and written for the headless command: whatever goes wrong is told in words, and nothing half done is left. */
import { randomUUID } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { access, link, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { fieldOf } from '../thrown';
import { UnusableFile } from './wrongUse';

/** Bytes of a file that are read at all: a larger one is no workbook of this kind. */
const MAX_BYTES = 300_000_000;

/** The bytes of a file. Throws {@link UnusableFile} where there is none, it is a folder, too large, or may not be read. */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES) throw new UnusableFile(({ fileErrors }) => fileErrors.tooLarge(file));
    return new Uint8Array(await readFile(file));
  } catch (thrown) {
    if (thrown instanceof UnusableFile) throw thrown;
    throw new UnusableFile(({ fileErrors }) => {
      const code = codeOf(thrown);
      if (code === 'ENOENT' || code === 'ENOTDIR') return fileErrors.noFile(file);
      if (code === 'EISDIR') return fileErrors.isFolder(file);
      return code === 'EACCES' || code === 'EPERM' ? fileErrors.mayNotRead(file) : fileErrors.cannotRead(file, code);
    });
  }
}

/** The code of an error of the system. Whatever else was thrown, errors of node's own code among it, is thrown again. */
function codeOf(thrown: unknown): string {
  const code = fieldOf(thrown, 'code');
  if (code === null || !/^E(?!RR_)[A-Z]/.test(code)) throw thrown;
  return code;
}

export interface Target {
  /** Where the workbook is to be written. */
  out: string;
  /** The file that was read; null where there is none. */
  input: string | null;
  /** Whether a file that is there may be replaced. */
  force: boolean;
}

/**
 * Throws {@link UnusableFile} before anything is done, where the target is no .xlsx file, is the input or another file that is
 * there (unless `force` says it may be replaced), is a folder, or its folder is missing or may not be written to.
 */
export async function requireTarget({ out, input, force }: Target): Promise<void> {
  if (extname(out).toLowerCase() !== '.xlsx') throw new UnusableFile(({ fileErrors }) => fileErrors.notXlsx(out));
  const folder = await statOf(dirname(out));
  if (!folder?.isDirectory()) throw new UnusableFile(({ fileErrors }) => fileErrors.noFolder(dirname(out)));
  const there = await statOf(out);
  if (there?.isDirectory()) throw new UnusableFile(({ fileErrors }) => fileErrors.isFolder(out));
  if (there && !force) {
    const source = input === null ? null : await statOf(input);
    const same = source !== null && source.ino === there.ino && source.dev === there.dev;
    throw new UnusableFile(({ fileErrors }) => (same ? fileErrors.isInput(out) : fileErrors.exists(out)));
  }
  await access(dirname(out), constants.W_OK).catch((thrown: unknown) => refuseWriting(thrown, out));
}

async function statOf(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (thrown) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(thrown))) return null;
    throw new UnusableFile(({ fileErrors }) => fileErrors.cannotRead(path, codeOf(thrown)));
  }
}

/**
 * Writes a file as a whole or not at all: into a file of a name of its own beside it, which then takes the place. A file
 * that appeared there meanwhile stays, unless `force` is given. Throws {@link UnusableFile}.
 */
export async function writeBytes(bytes: Uint8Array, target: Target): Promise<void> {
  await requireTarget(target);
  const there = await statOf(target.out);
  // What stands behind a symbolic link is replaced, not the link.
  const out = there ? await realpath(target.out) : target.out;
  const temporary = join(dirname(out), `.${basename(out)}.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx', there ? there.mode & 0o777 : undefined);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    if (target.force) await rename(temporary, out);
    else await linkOrRename(temporary, out);
  } catch (thrown) {
    refuseWriting(thrown, target.out);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** A link, unlike a renaming, fails where the name is taken; file systems without links are renamed on. */
async function linkOrRename(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (thrown) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(codeOf(thrown))) throw thrown;
    await rename(from, to);
  }
}

function refuseWriting(thrown: unknown, file: string): never {
  const code = codeOf(thrown);
  throw new UnusableFile(({ fileErrors }) => {
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return fileErrors.diskFull(file);
    if (code === 'EEXIST') return fileErrors.exists(file);
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return fileErrors.mayNotWrite(file);
    return fileErrors.cannotWrite(file, code);
  });
}
