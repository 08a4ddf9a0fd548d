import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** A program that some suites need and that not every machine has. */
interface Program {
  name: string;
  /** Its commands: names on the path, then full paths. */
  candidates: string[];
  /** Arguments with which it ends at once, to see whether it runs. */
  probe: string[];
}

/** The programs, by the names that {@link describeWith} takes. */
const PROGRAMS = {
  LibreOffice: {
    name: 'LibreOffice',
    candidates: [
      'soffice',
      'libreoffice',
      '/usr/lib/libreoffice/program/soffice',
      '/opt/libreoffice/program/soffice',
      '/Applications/LibreOffice.app/Contents/MacOS/soffice',
      'C:\\Program Files\\LibreOffice\\program\\soffice.com',
      'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.com',
    ],
    probe: ['--version'],
  },
  Gnumeric: {
    name: 'Gnumeric (ssconvert)',
    candidates: ['ssconvert', '/opt/homebrew/bin/ssconvert', '/usr/local/bin/ssconvert'],
    probe: ['--version'],
  },
  nginx: { name: 'nginx', candidates: ['nginx', '/usr/sbin/nginx'], probe: ['-v'] },
  Apache: { name: 'Apache', candidates: ['apache2', '/usr/sbin/apache2'], probe: ['-v'] },
  pdftotext: poppler('pdftotext'),
  pdftoppm: poppler('pdftoppm'),
  pdfinfo: poppler('pdfinfo'),
  pdffonts: poppler('pdffonts'),
} as const satisfies Record<string, Program>;
export type ProgramName = keyof typeof PROGRAMS;

function poppler(name: string): Program {
  const folders = ['/opt/homebrew/bin', '/usr/local/bin'];
  return {
    name: `${name} (Poppler)`,
    candidates: [name, ...folders.map((folder) => `${folder}/${name}`)],
    probe: ['-v'],
  };
}

const found = new Map<ProgramName, string | null>();

/** The command of a program, or null where it is not installed; looked for once. */
export function find(name: ProgramName): string | null {
  const known = found.get(name);
  if (known !== undefined) return known;
  const { candidates, probe } = PROGRAMS[name];
  const command = candidates.find((candidate) => {
    if (/[\\/]/.test(candidate)) return existsSync(candidate);
    return spawnSync(candidate, probe, { stdio: 'ignore' }).error === undefined;
  });
  found.set(name, command ?? null);
  return command ?? null;
}

/** The command of a program. Throws, naming it, where it is not installed. */
export function need(name: ProgramName): string {
  const command = find(name);
  if (command === null) throw new Error(`${PROGRAMS[name].name} is not installed`);
  return command;
}

/**
 * A suite that needs programs. Where one is missing the suite is skipped under a name that says why; on a build server
 * (`CI=true`) it fails instead, so that no rule goes unchecked there.
 */
export function describeWith(needs: ProgramName | ProgramName[], name: string, suite: () => void): void {
  const missing = [needs].flat().filter((program) => find(program) === null);
  const named = missing.map((program) => PROGRAMS[program].name).join(', ');
  if (missing.length === 0) {
    describe(name, suite);
  } else if (process.env['CI'] === 'true') {
    describe(name, () => {
      it(`needs ${named}`, () => {
        throw new Error(`Not installed on this build server: ${named}`);
      });
    });
  } else {
    describe.skip(`${name} (skipped, not installed: ${named})`, suite);
  }
}
