/** The command was called wrongly: unknown words, a missing option, a file that is not there. Exit status 2. */
import { type CliWords, cliWords } from '../locales/cli';

export class WrongUse extends Error {
  override readonly name: string = 'WrongUse';

  constructor(readonly wordIn: (words: CliWords) => string) {
    super(wordIn(cliWords('vi')));
  }
}

/** A file that cannot be read or must not be written: how the command is used explains nothing then. */
export class UnusableFile extends WrongUse {
  override readonly name = 'UnusableFile';
}
