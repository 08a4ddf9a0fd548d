/** The command was called wrongly: unknown words, a missing option, a file that is not there. Exit status 2. */
import { type CliWords, cliWords } from '../locales/cli';

export class WrongUse extends Error {
  override readonly name = 'WrongUse';

  constructor(readonly wordIn: (words: CliWords) => string) {
    super(wordIn(cliWords('vi')));
  }
}
