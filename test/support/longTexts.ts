/** Criteria with texts as long as clusters write them. */
import { type CriteriaSet, criteriaSetSchema } from '../../src/covenant/criteria';

const WORDS = (
  'Tỷ lệ giải quyết tố giác, tin báo về tội phạm và kiến nghị khởi tố đạt chỉ tiêu được giao theo Quyết định số ' +
  '139/QĐ-VKSTC năm 2020; không để xảy ra trường hợp đình chỉ điều tra do bị can không phạm tội (95,5%)'
).split(' ');

/** About so many letters of the sector's prose, never twice the same. */
export function prose(letters: number, seed: number): string {
  let text = '';
  for (let index = seed; text.length < letters; index += 1)
    text += `${text === '' ? '' : ' '}${WORDS[(index * 7 + seed) % WORDS.length]}`;
  return text.slice(0, letters).trim();
}

/** A criteria set of these lines, twenty to a section, numbered through; each adjustment is a bonus and a penalty. */
export function criteriaWith(titles: readonly string[], adjustments: readonly string[] = []): CriteriaSet {
  const line = (title: string, index: number): object => ({
    kind: 'graded',
    code: `C${index + 1}`,
    number: String(index + 1),
    title,
    standard: 1,
  });
  const lines = titles.map(line);
  const sections = Array.from({ length: Math.ceil(lines.length / 20) }, (_, index) => {
    const children = lines.slice(index * 20, index * 20 + 20);
    return {
      kind: 'section',
      code: `S${index + 1}`,
      number: 'ABCDEF'.charAt(index).repeat(2),
      title: `Nhóm ${index + 1}`,
      standard: children.length,
      children,
    };
  });
  const scale = titles.length;
  const head = { id: `giay-${scale}`, title: `Bộ ${scale} dòng`, version: '1', scale };
  const adjust = (kind: 'bonus' | 'penalty'): object[] =>
    adjustments.map((title, index) => ({
      kind,
      code: `${kind === 'bonus' ? 'T' : 'P'}${index + 1}`,
      number: String(index + 1),
      title,
      rate: 0.5,
    }));
  return criteriaSetSchema.parse({ ...head, sections, bonuses: adjust('bonus'), penalties: adjust('penalty') });
}

/** Titles of 1 to 400 letters, one in seven of them a single word. */
export const LONG_TITLES = Array.from({ length: 60 }, (_, index) => {
  const letters = Math.max(1, Math.round((index * 400) / 59));
  const word = 'Thiđuakhenthưởng'.repeat(30).slice(index % 16);
  return index % 7 === 3 ? word.slice(0, Math.min(letters, 150)) : prose(letters, index);
});
