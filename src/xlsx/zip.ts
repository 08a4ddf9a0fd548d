import { inflateSync, zipSync } from 'fflate';
import { UnreadableFile } from './errors';
import type { ReadLimits } from './limits';

/** The parts of a package by path, unpacked. */
export type Parts = Record<string, Uint8Array>;

interface Entry {
  path: string;
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const OLE_HEADER = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Below this many bytes nothing can hurt, however well it is packed. */
const HARMLESS_BYTES = 20_000_000;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

export const textOf = (part: Uint8Array): string => decoder.decode(part);
export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

/** Unpacks a package; sizes are checked in its directory before anything is unpacked. Throws {@link UnreadableFile}. */
export function unpack(bytes: Uint8Array, limits: ReadLimits): Parts {
  if (OLE_HEADER.every((byte, index) => bytes[index] === byte)) throw unreadableOle(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directory(view, bytes);
  const known = new Set<string>();
  for (const { path } of entries) {
    if (known.has(path.toLowerCase())) throw new UnreadableFile('partTwice', path);
    known.add(path.toLowerCase());
  }
  checkSizes(entries, bytes.length, limits);
  // Without a prototype, so that no name in the file finds anything but a part.
  const parts: Parts = {};
  Object.setPrototypeOf(parts, null);
  for (const entry of entries) {
    if (!entry.path.endsWith('/')) parts[entry.path] = unpackEntry(view, bytes, entry);
  }
  return parts;
}

/** Packs parts; equal parts give equal bytes. `level` 0 stores, 9 packs best. */
export function pack(parts: Parts, level: 0 | 4): Uint8Array {
  return zipSync(parts, { level, mtime: new Date(1980, 0, 1) });
}

/** A password-protected .xlsx holds a stream named EncryptedPackage; anything else in this container is an old .xls. */
function unreadableOle(bytes: Uint8Array): UnreadableFile {
  const name = Array.from('EncryptedPackage', (letter) => [letter.charCodeAt(0), 0]).flat();
  const last = Math.min(bytes.length, 4_000_000) - name.length;
  for (let start = 512; start <= last; start += 64) {
    if (name.every((byte, index) => bytes[start + index] === byte)) {
      return new UnreadableFile('encrypted');
    }
  }
  return new UnreadableFile('oldFormat');
}

function directory(view: DataView, bytes: Uint8Array): Entry[] {
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  let position = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (position + 46 > view.byteLength || view.getUint32(position, true) !== DIRECTORY_ENTRY) {
      throw new UnreadableFile('partList');
    }
    const nameLength = view.getUint16(position + 28, true);
    entries.push({
      path: textOf(bytes.subarray(position + 46, position + 46 + nameLength)).replaceAll('\\', '/'),
      method: view.getUint16(position + 10, true),
      crc: view.getUint32(position + 16, true),
      packed: view.getUint32(position + 20, true),
      unpacked: view.getUint32(position + 24, true),
      offset: view.getUint32(position + 42, true),
    });
    position += 46 + nameLength + view.getUint16(position + 30, true) + view.getUint16(position + 32, true);
  }
  return entries;
}

function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - 65_557);
  for (let position = view.byteLength - 22; position >= first; position--) {
    if (view.getUint32(position, true) === END_OF_DIRECTORY) return position;
  }
  const begun = view.byteLength > 4 && view.getUint32(0, true) === LOCAL_ENTRY;
  if (begun) throw new UnreadableFile('fileBreaksOff');
  throw new UnreadableFile('noWorkbook');
}

function checkSizes(entries: Entry[], packed: number, limits: ReadLimits): void {
  const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const bomb = total > HARMLESS_BYTES && total > packed * limits.ratio;
  if (total > limits.totalBytes || bomb || entries.length > limits.parts) {
    throw new UnreadableFile('unpackedSize');
  }
}

function unpackEntry(view: DataView, bytes: Uint8Array, entry: Entry): Uint8Array {
  const damaged = (cause?: unknown) => new UnreadableFile('partDamaged', entry.path, { cause });
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL_ENTRY) throw damaged();
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  const content = entry.method === 0 ? packed : inflate(packed, entry, damaged);
  if (content.length !== entry.unpacked || crc32(content) !== entry.crc) throw damaged();
  return content;
}

function inflate(packed: Uint8Array, entry: Entry, damaged: (cause: unknown) => UnreadableFile): Uint8Array {
  if (entry.method !== 8) throw damaged(new Error(`packing method ${entry.method}`));
  try {
    // The buffer has the declared size, so a part that lies about it cannot fill the memory; its checksum then fails.
    return inflateSync(packed, { out: new Uint8Array(entry.unpacked) });
  } catch (cause) {
    throw damaged(cause);
  }
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
