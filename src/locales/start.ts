/** The words of the page before the pane starts. The page has all languages at once: which one is wanted is not known yet. */
import { start as en } from './en/start';
import { start as vi } from './vi/start';

/** Vietnamese defines which words there are. */
export type StartWords = typeof vi;

/** Vietnamese first. */
export const START_WORDS: readonly StartWords[] = [vi, en];
