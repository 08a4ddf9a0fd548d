/** The development certificate of the workbench and of Excel: made once in Microsoft's usual folder, reused while it is valid. */
import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { generateCertificates } from 'office-addin-dev-certs';

export interface Certificate {
  cert: string;
  key: string;
}

const FOLDER = join(homedir(), '.office-addin-dev-certs');
const DAY = 86_400_000;
const VALID_DAYS = 365;
/** Only the user may look into the folder, and read or write the key. Windows keeps both in the user's profile anyway. */
const FOLDER_MODE = 0o700;
const KEY_MODE = 0o600;

/**
 * The certificate for localhost, made where there is none or it ends within a day. Nothing is installed: who is to trust
 * it is given its fingerprint ({@link spkiOf}), or installs the authority ({@link https://aka.ms/office-addin-dev-certs}).
 * Nobody but the user can read the key, also where another program made it.
 */
export async function developmentCertificate(folder = FOLDER, now = new Date()): Promise<Certificate> {
  const [authority, certificate, key] = ['ca.crt', 'localhost.crt', 'localhost.key'].map((name) => join(folder, name));
  if (!authority || !certificate || !key) throw new Error('three names give three paths');
  // Before the key is there: whoever writes it takes the mode that new files usually have.
  mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
  chmodSync(folder, FOLDER_MODE);
  if (!isUsable(certificate, key, now)) {
    // What exists already would be kept, however old.
    for (const file of [authority, certificate, key]) rmSync(file, { force: true });
    await generateCertificates(authority, certificate, key, VALID_DAYS, ['127.0.0.1', 'localhost']);
  }
  chmodSync(key, KEY_MODE);
  return { cert: readFileSync(certificate, 'utf8'), key: readFileSync(key, 'utf8') };
}

function isUsable(certificate: string, key: string, now: Date): boolean {
  if (!existsSync(certificate) || !existsSync(key)) return false;
  const read = new X509Certificate(readFileSync(certificate));
  const lasts = new Date(read.validTo).getTime() - now.getTime() > DAY;
  return lasts && read.checkPrivateKey(createPrivateKey(readFileSync(key)));
}

/** The fingerprint by which a browser trusts this one certificate: SHA-256 of its public key, in base64. */
export function spkiOf({ cert }: Certificate): string {
  const key = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}
