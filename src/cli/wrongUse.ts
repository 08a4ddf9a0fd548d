/** The command was called wrongly: unknown words, a missing option, a file that is not there. Exit status 2. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}
