/** Numbers that were typed, pasted or imported as text. */

/**
 * The number a text stands for, in either way of writing ("9,5", "9.5", "1.234,5"), or null where it is none or could
 * be two ("1.234" is a thousand to a Vietnamese and a little over one to others).
 */
export function numberFromText(text: string): number | null {
  const compact = text.normalize('NFKC').replace(/\s/g, '');
  const sign = compact.startsWith('-') ? -1 : 1;
  const digits = compact.replace(/^[+-]/, '');
  if (/^\d{1,3}([.,])\d{3}$/.test(digits)) return null;
  if (/^\d{1,15}([.,]\d{1,10})?$/.test(digits)) return sign * Number(digits.replace(',', '.'));
  if (/^\d{1,3}(\.\d{3})+,\d{1,10}$/.test(digits)) return sign * Number(digits.replaceAll('.', '').replace(',', '.'));
  return null;
}
