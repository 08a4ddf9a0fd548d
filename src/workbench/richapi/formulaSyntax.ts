/** Refuses a formula that Excel could not parse. It looks at the order of tokens only, not at what they mean. */
import { invalidArgument } from './errors';

const TOKEN = new RegExp(
  [
    String.raw`(?<space>\s+)`,
    String.raw`(?<text>"(?:[^"]|"")*")`,
    String.raw`(?<error>#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!))`,
    String.raw`(?<call>[\p{L}_][\p{L}\p{N}_.]*\()`,
    String.raw`(?<reference>(?:'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!)?(?:#REF!|\$?[A-Za-z]{1,3}\$?\d+|\$?[A-Za-z]{1,3}(?=:)|\$?\d+(?=:)|[\p{L}_\\][\p{L}\p{N}_.\\]*))`,
    String.raw`(?<column>\$[A-Za-z]{1,3}|\$\d+)`,
    String.raw`(?<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)`,
    String.raw`(?<array>\{[^{}]*\})`,
    String.raw`(?<operator><>|<=|>=|[-+*/^&=<>:])`,
    String.raw`(?<percent>%)`,
    String.raw`(?<open>\()`,
    String.raw`(?<close>\))`,
    String.raw`(?<comma>,)`,
    String.raw`(?<at>@)`,
  ].join('|'),
  'uy',
);

const OPERANDS = ['text', 'error', 'reference', 'column', 'number', 'array'];

/** Throws InvalidArgument with the place where the formula stops making sense; `formula` begins with `=`. */
export function checkFormula(formula: string): void {
  const depth: ('call' | 'group')[] = [];
  let wantsOperand = true;
  let afterOpening = false;
  let position = 1;
  const fail = (): never => {
    throw invalidArgument(`the formula ${formula} at ${formula.slice(position, position + 20) || 'its end'}`);
  };
  while (position < formula.length) {
    TOKEN.lastIndex = position;
    const groups = TOKEN.exec(formula)?.groups ?? fail();
    const [kind = '', token = ''] = Object.entries(groups).find(([, text]) => text !== undefined) ?? [];
    const inCall = depth.at(-1) === 'call';
    if (OPERANDS.includes(kind)) {
      if (!wantsOperand) fail();
      wantsOperand = false;
    } else if (kind === 'call' || kind === 'open') {
      if (!wantsOperand) fail();
      depth.push(kind === 'call' ? 'call' : 'group');
    } else if (kind === 'close') {
      // An argument may be empty, a group may not.
      if (depth.length === 0 || (wantsOperand && !(inCall && afterOpening))) fail();
      depth.pop();
      wantsOperand = false;
    } else if (kind === 'comma') {
      if (!inCall || (wantsOperand && !afterOpening)) fail();
      wantsOperand = true;
    } else if (kind === 'operator') {
      if (wantsOperand && token !== '-' && token !== '+') fail();
      wantsOperand = true;
    } else if (kind === 'percent' && wantsOperand) fail();
    if (kind !== 'space') afterOpening = kind === 'call' || kind === 'comma';
    position += token.length;
  }
  if (wantsOperand || depth.length > 0) fail();
}
