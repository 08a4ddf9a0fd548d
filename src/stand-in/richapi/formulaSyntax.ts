/** Refuses a formula that Excel could not parse. It looks at the order of tokens only, not at what they mean. */
import { invalidArgument } from './errors';

const WORD = String.raw`[\p{L}_\\][\p{L}\p{N}_.\\]*`;
const SHEET = String.raw`(?:'(?:[^']|'')+'!|${WORD}!)`;
const CELLS = String.raw`#REF!|\$?[A-Za-z]{1,3}\$?\d+|\$?[A-Za-z]{1,3}(?=:)|\$?\d+(?=:)|${WORD}`;
const TOKEN = new RegExp(
  [
    String.raw`(?<space>\s+)`,
    String.raw`(?<call>${WORD}\()`,
    String.raw`(?<operand>"(?:[^"]|"")*"|#(?:DIV/0|NULL|NUM|REF|VALUE)!|#N/A|#NAME\?|${SHEET}?(?:${CELLS})|\$[A-Za-z]{1,3}|\$\d+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|\{[^{}]*\})`,
    String.raw`(?<operator><>|<=|>=|[-+*/^&=<>:])`,
    String.raw`(?<percent>%)`,
    String.raw`(?<open>\()`,
    String.raw`(?<close>\))`,
    String.raw`(?<comma>,)`,
  ].join('|'),
  'uy',
);

/** What has been read so far: which brackets are open, and whether a value must come next. */
class Reading {
  readonly #open: ('call' | 'group')[] = [];
  #wantsValue = true;
  #mayBeEmpty = false;

  get complete(): boolean {
    return !this.#wantsValue && this.#open.length === 0;
  }

  /** Takes the next token; says whether it may stand there. */
  take(kind: string, token: string): boolean {
    const fits = this.#fits(kind, token);
    if (kind === 'space') return fits;
    const innermost = this.#open.at(-1);
    if (kind === 'call') this.#open.push('call');
    if (kind === 'open') this.#open.push('group');
    if (kind === 'close') this.#open.pop();
    this.#wantsValue = kind !== 'operand' && kind !== 'close' && kind !== 'percent';
    // An argument may be left out; a bracket that only groups must hold something.
    this.#mayBeEmpty = kind === 'call' || (kind === 'comma' && innermost === 'call');
    return fits;
  }

  #fits(kind: string, token: string): boolean {
    switch (kind) {
      case 'space':
        return true;
      case 'operand':
      case 'call':
      case 'open':
        return this.#wantsValue;
      case 'operator':
        return !this.#wantsValue || token === '-' || token === '+';
      case 'percent':
        return !this.#wantsValue;
      case 'comma':
        return this.#open.at(-1) === 'call' && (!this.#wantsValue || this.#mayBeEmpty);
      default:
        return this.#open.length > 0 && (!this.#wantsValue || this.#mayBeEmpty);
    }
  }
}

/** Throws InvalidArgument with the place where the formula stops making sense; `formula` begins with `=`. */
export function checkFormula(formula: string): void {
  const reading = new Reading();
  for (let position = 1; position < formula.length;) {
    TOKEN.lastIndex = position;
    const groups = TOKEN.exec(formula)?.groups ?? {};
    const [kind, token] = Object.entries(groups).find(([, text]) => text !== undefined) ?? [];
    if (kind === undefined || token === undefined || !reading.take(kind, token)) {
      throw invalidArgument(`the formula ${formula} at ${formula.slice(position, position + 20)}`);
    }
    position += token.length;
  }
  if (!reading.complete) throw invalidArgument(`the formula ${formula} is not complete`);
}
