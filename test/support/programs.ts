import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** A program that tests judge by but that not every machine has. */
export interface Program {
  name: string;
  /** How it may be called: names on the path, then full paths. */
  candidates: string[];
  /** What tells that it runs. */
  probe: string[];
}

const found = new Map<string, string | null>();

/** The command of a program, or null where it is not installed; looked for once. */
export function find(program: Program): string | null {
  const known = found.get(program.name);
  if (known !== undefined) return known;
  const command = program.candidates.find((candidate) => {
    if (/[\\/]/.test(candidate)) return existsSync(candidate);
    return spawnSync(candidate, program.probe, { stdio: 'ignore' }).error === undefined;
  });
  found.set(program.name, command ?? null);
  return command ?? null;
}

/** The command of a program. Throws where it is not installed. */
export function need(program: Program): string {
  const command = find(program);
  if (command === null) throw new Error(`${program.name} is not installed`);
  return command;
}

/**
 * A suite that needs a program. Without it the suite is skipped under a name that says why; on a build server
 * (`CI=true`) it fails instead, so that nothing goes unjudged there.
 */
export function describeWithProgram(program: Program, name: string, suite: () => void): void {
  if (find(program) !== null) {
    describe(name, suite);
  } else if (process.env['CI'] === 'true') {
    describe(name, () => {
      it(`needs ${program.name}`, () => {
        throw new Error(`${program.name} is not installed, and this is a build server`);
      });
    });
  } else {
    describe.skip(`${name} (skipped: ${program.name} is not installed)`, suite);
  }
}
