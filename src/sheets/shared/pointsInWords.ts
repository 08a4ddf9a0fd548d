/** Points in Vietnamese words: as a function for what is written once, and as formulas for live totals. */
import type { Hundredths } from '../../covenant/points';
import { numberWords as words } from './words';

/** Whole points above this are not put into words: no total of a cluster comes near. */
const MAX_POINTS = 9_999;

/**
 * Points as written on documents: 96.05 → "Chín mươi sáu phẩy không năm điểm". Two decimals are read as one number, and
 * left out where they are zero; '' above 9,999.99 points.
 */
export function pointsInWords(total: Hundredths): string {
  const [whole, rest] = [Math.floor(Math.abs(total) / 100), Math.abs(total) % 100];
  if (whole > MAX_POINTS) return '';
  const said = [
    ...(total < 0 ? [words.minus] : []),
    ...wholeInWords(whole),
    ...(rest === 0 ? [] : [words.comma, ...(rest < 10 ? [digit(0)] : []), ...belowHundred(rest)]),
    words.points,
  ].join(' ');
  return said.charAt(0).toLocaleUpperCase('vi') + said.slice(1);
}

/** A number of things at the beginning of a sentence: 4 → "Bốn". */
export function countInWords(count: number): string {
  const said = wholeInWords(count).join(' ');
  return said.charAt(0).toLocaleUpperCase('vi') + said.slice(1);
}

function wholeInWords(whole: number): string[] {
  const [thousands, hundreds, rest] = [Math.floor(whole / 1000), Math.floor(whole / 100) % 10, whole % 100];
  return [
    ...(thousands > 0 ? [digit(thousands), words.thousand] : []),
    ...(hundreds > 0 || (thousands > 0 && rest > 0) ? [digit(hundreds), words.hundred] : []),
    ...(whole > 99 && rest > 0 && rest < 10 ? [words.noTens] : []),
    ...(whole > 99 && rest === 0 ? [] : belowHundred(rest)),
  ];
}

function belowHundred(count: number): string[] {
  const [tens, last] = [Math.floor(count / 10), count % 10];
  if (tens === 0) return [digit(last)];
  const lead = tens === 1 ? [words.ten] : [digit(tens), words.tens];
  return [...lead, (tens === 1 ? words.afterTen : words.afterTens)[last] ?? ''].filter((word) => word !== '');
}

function digit(value: number): string {
  return words.digits[value] ?? '';
}

/** Helper cells with the parts of the words, so that no formula repeats an expression. */
export interface WordCells {
  /** The points that are put into words. */
  total: string;
  /** Whole points, the last two digits of these, and the hundredths beyond them. */
  whole: string;
  lastTwo: string;
  hundredths: string;
  /** The words, beginning with a small letter. */
  words: string;
}

/** The formulas of the helper cells and of the cell that shows the words; all are empty where the total is no number. */
export function wordFormulas(cells: WordCells): Record<Exclude<keyof WordCells, 'total'> | 'shown', string> {
  const { total, whole, lastTwo, hundredths } = cells;
  const rounded = `ROUND(ABS(${total})*100,0)`;
  const guarded = (value: string): string => `=IF(ISNUMBER(${total}),${value},"")`;
  return {
    whole: guarded(`INT(${rounded}/100)`),
    lastTwo: guarded(`MOD(INT(${rounded}/100),100)`),
    hundredths: guarded(`MOD(${rounded},100)`),
    words: guarded(`IF(${whole}>${MAX_POINTS},"",${wordsOf(total, whole, lastTwo, hundredths)})`),
    shown: `=IF(${cells.words}="","","${words.label} "&UPPER(LEFT(${cells.words},1))&MID(${cells.words},2,200))`,
  };
}

function wordsOf(total: string, whole: string, lastTwo: string, hundredths: string): string {
  const { minus, thousand, hundred, noTens, comma, points } = words;
  const hundreds = `INT(MOD(${whole},1000)/100)`;
  return [
    `IF(${total}<0,"${minus} ","")`,
    `IF(${whole}>999,${chosen(`INT(${whole}/1000)`, words.digits)}&" ${thousand} ","")`,
    `IF(OR(${hundreds}>0,AND(${whole}>999,${lastTwo}>0)),${chosen(hundreds, words.digits)}&" ${hundred} ","")`,
    `IF(AND(${whole}>99,${lastTwo}>0,${lastTwo}<10),"${noTens} ","")`,
    `IF(AND(${whole}>99,${lastTwo}=0),"",${twoDigits(lastTwo)})`,
    `IF(${hundredths}=0,"","${comma} "&IF(${hundredths}<10,"${digit(0)} ","")&${twoDigits(hundredths)})`,
    `"${points}"`,
  ].join('&');
}

/** The words of a cell's number from 0 to 99, with a space behind. */
function twoDigits(cell: string): string {
  const [tens, last] = [`INT(${cell}/10)`, `MOD(${cell},10)`];
  const spaced = (list: readonly string[]): string[] => list.map((word) => (word === '' ? '' : `${word} `));
  return (
    `IF(${cell}<10,${chosen(cell, words.digits)}&" ",IF(${cell}<20,"${words.ten} "&${chosen(last, spaced(words.afterTen))},` +
    `${chosen(tens, words.digits)}&" ${words.tens} "&${chosen(last, spaced(words.afterTens))}))`
  );
}

function chosen(index: string, list: readonly string[]): string {
  return `CHOOSE(${index}+1,${list.map((word) => `"${word}"`).join(',')})`;
}
