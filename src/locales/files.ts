/** Why a file cannot be read or written, in words. They are not in `index.ts`, so that the pane does not load these words. */
import type { UnreadableFile, UnreadableReason, UnwritableReason, UnwritableWorkbook } from '../xlsx/errors';
import { type Language, languageOf } from './languages';
import { enFiles } from './en/files';
import { viFiles } from './vi/files';

export interface FileWords {
  unreadable: Readonly<Record<UnreadableReason, string>>;
  unwritable: Readonly<Record<UnwritableReason, string>>;
}

/** Languages that have these words; for another language of the pane they are Vietnamese. */
const LANGUAGES: Partial<Record<Language, FileWords>> = { vi: viFiles, en: enFiles };

const wordsOf = (language: string): FileWords => LANGUAGES[languageOf(language)] ?? viFiles;

const withPlace = (words: string, place: string): string => (place === '' ? words : `${words} (${place})`);

/** Why a file is refused, and the part of it. */
export const wordUnreadable = ({ reason, part }: UnreadableFile, language: string): string =>
  withPlace(wordsOf(language).unreadable[reason], part);

/** What of the workbook no file can hold, and where it stands. */
export const wordUnwritable = ({ reason, place }: UnwritableWorkbook, language: string): string =>
  withPlace(wordsOf(language).unwritable[reason], place);
