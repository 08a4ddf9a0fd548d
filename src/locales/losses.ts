/** What a saved file loses, in words. They are not in `index.ts`, so that the pane does not load these words. */
import type { LossKind } from '../xlsx/losses';
import { type Language, languageOf } from './languages';
import { enLosses } from './en/losses';
import { viLosses } from './vi/losses';

/** The words for each kind of thing; they stand within a sentence. */
export type LossWords = Readonly<Record<LossKind, string>>;

/** Languages that have these words; for another language of the pane they are Vietnamese. */
const LANGUAGES: Partial<Record<Language, LossWords>> = { vi: viLosses, en: enLosses };

/** One thing that is lost, with its name and its sheet: "bảng (Bảng1, sheet Kiên Giang)". */
export function wordLoss(
  { sheet, kind, detail }: { sheet: string | null; kind: LossKind; detail: string },
  language: string,
): string {
  const place = [detail, sheet === null ? '' : `sheet ${sheet}`].filter((text) => text !== '').join(', ');
  const what = (LANGUAGES[languageOf(language)] ?? viLosses)[kind];
  return place === '' ? what : `${what} (${place})`;
}
