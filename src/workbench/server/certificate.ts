/** The development certificate of the workbench and of Excel: made once in Microsoft's usual folder, reused while it is valid. */
import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
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

/**
 * The certificate for localhost, made where there is none or it ends within a day. Nothing is installed: who is to trust
 * it is given its fingerprint ({@link spkiOf}), or installs the authority ({@link https://aka.ms/office-addin-dev-certs}).
 */
export async function developmentCertificate(folder = FOLDER, now = new Date()): Promise<Certificate> {
  const [authority, certificate, key] = ['ca.crt', 'localhost.crt', 'localhost.key'].map((name) => join(folder, name));
  if (!authority || !certificate || !key) throw new Error('three names give three paths');
  if (!isUsable(certificate, key, now)) {
    // What exists already would be kept, however old.
    for (const file of [authority, certificate, key]) rmSync(file, { force: true });
    await generateCertificates(authority, certificate, key, VALID_DAYS, ['127.0.0.1', 'localhost']);
  }
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
