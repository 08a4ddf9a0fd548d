/**
 * The second half of `npm run build`: packs the built folder into an archive beside it, and says for which address its
 * manifest was made.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { workbenchWords } from '../locales/workbench';
import { LOCAL_ADDRESS } from './siteAddress';
import { zipFolder } from './zip';

const ROOT = join(__dirname, '../..');
/** Holds the built folder `site`; the archive is put beside it. Another folder may be given as argument. */
const DIST = process.argv[2] ?? join(ROOT, 'dist');
const LANGUAGES = [workbenchWords('vi').build, workbenchWords('en').build];

function pack(): void {
  const { name, version } = z
    .object({ name: z.string(), version: z.string() })
    .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
  const site = join(DIST, 'site');
  const archive = join(DIST, `${name}-${version}.zip`);
  const bytes = zipFolder(site);
  writeFileSync(archive, bytes);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const manifest = readFileSync(join(site, 'manifest.xml'), 'utf8');
  const address = /<SourceLocation DefaultValue="([^"]*)\/taskpane\.html"/.exec(manifest)?.[1] ?? '';
  for (const words of LANGUAGES) {
    process.stdout.write(`${words.made(relative(ROOT, site), relative(ROOT, archive), hash)}\n`);
    process.stdout.write(`${address === LOCAL_ADDRESS ? words.onlyHere(address) : words.forAddress(address)}\n`);
  }
}

pack();
