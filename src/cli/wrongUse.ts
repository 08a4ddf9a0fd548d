/** The command was called wrongly: unknown words, a missing option, a file that is not there. Exit status 2. */
import { type CliWords, cliWords } from '../locales/cli';

export class WrongUse extends Error {
  override readonly name = 'WrongUse';

  constructor(readonly wordIn: (words: CliWords) => string) {
    super(wordIn(cliWords('vi')));
  }
}

/** The message of whatever was thrown. */
export function detailOf(thrown: unknown): string {
  return typeof thrown === 'object' && thrown !== null && 'message' in thrown ? String(thrown.message) : String(thrown);
}
