/** The colours of the charts: light enough for black figures on them, and next to each other apart also in black and white. */

export const PART_COLORS = { standard: '#BDD7EE', bonus: '#70AD47', penalty: '#F4685B' } as const;

const SECTION_COLORS = [
  '#8EA9DB',
  '#FFF2CC',
  '#7FB77E',
  '#F8DCCB',
  '#A99BC9',
  '#D9EAD3',
  '#DD8A4A',
  '#CFE2F3',
] as const;

/** The colour of a section by its place from 0; they come again where there are more sections than colours. */
export function sectionColor(place: number): string {
  return SECTION_COLORS[place % SECTION_COLORS.length] ?? SECTION_COLORS[0];
}
