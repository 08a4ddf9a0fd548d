const ERRORS = new Set([
  '#DIV/0!',
  '#N/A',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#REF!',
  '#SPILL!',
  '#CALC!',
  '#VALUE!',
  '#CYCLE!',
]);

/** Whether a text is one of the error values of a formula. */
export function isErrorText(text: unknown): text is string {
  return typeof text === 'string' && ERRORS.has(text);
}
