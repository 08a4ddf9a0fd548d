/** Findings about whose a sheet, a row or a text is, in English. */
import { short, shortPair } from '../../../covenant/findings';
import type { FindingWords } from '../../wording';

/** What a cell shows, after its name. */
const says = (shown: string): string => (shown === '' ? 'is empty' : `says “${shown}”`);

export const identity = {
  'sheet-doubled': (d) => ({
    message: `The sheet “${d.what}” is a copy of “${d.other}” and is not counted.`,
    remedy: `Keep one sheet: delete “${d.what}” if it is not needed, or copy the right figures to “${d.other}” and then delete it.`,
  }),
  'original-unclear': (d) => ({
    message: `The sheets “${d.what}” and “${d.other}” are of one kind, and no formula says which is the original.`,
    remedy:
      'Compare the two, keep the one with the right figures and delete the other. Until then nothing can be inserted, ranked, made into a document or sealed.',
  }),
  'name-not-key': (d) => ({
    message: `This cell ${says(short(d.shown))}, but the figures here count for “${short(d.name)}”: names or figures have changed places (sorted, pasted, or a name was edited).`,
    remedy: `${
      d.canFollow
        ? 'Pick what is true: put the name back if the figures are where they belong, or give the figures to the name shown'
        : 'Put the name back; figures of another name are entered in the row or the sheet of that name'
    }; if a name was mistyped in Giao ước, put it right there. Until then nothing can be ranked, made into a document or sealed.`,
  }),
  'key-doubled': (d) => {
    const twin = { row: `row ${d.other}`, column: `column ${d.other}`, sheet: `the sheet “${d.other}”` }[d.kind];
    return {
      message: `This cell ${says(short(d.shown))}, but the hidden key of the ${d.kind} is that of “${short(d.name)}”, as in ${twin}: figures were given to the names shown and that was cut off, or the ${d.kind} was copied and its name edited.`,
      remedy: `Give the figures to the name shown; do not delete the ${d.kind} before that. Until then nothing can be ranked, made into a document or sealed.`,
    };
  },
  'words-differ': (d) => {
    const [shown, wanted] = shortPair(d.shown, d.wanted);
    return {
      message:
        shown === ''
          ? `This cell is empty; by the form and by Giao ước and Tiêu chí it says “${wanted}”.`
          : `The printed words “${shown}” are not those of the form, of Giao ước and Tiêu chí (“${wanted}”).`,
      remedy: 'Put in the right words; if the words on this sheet are the right ones, edit Giao ước or Tiêu chí.',
    };
  },
  'document-differs': (d) => {
    const [shown, wanted] = shortPair(d.shown, d.wanted);
    return {
      message:
        wanted === ''
          ? `This cell of the document ${says(shown)}; by the workbook as it is now it is empty.`
          : `This cell of the document ${says(shown)}; by the workbook as it is now it says “${wanted}”.`,
      remedy: 'Make the document anew: what was filled in by hand in its open cells is kept.',
    };
  },
  'document-outdated': (d) => ({
    message: `The sheet ${d.sheet} no longer says what the workbook says.`,
    remedy:
      'Make it anew in the print step before it is printed and signed: what was filled in by hand in its open cells is kept.',
  }),
  'document-rows-lost': () => ({
    message: 'The document lacks rows that it was made with.',
    remedy: 'Make the document anew: what was filled in by hand in its open cells is kept.',
  }),
  'result-differs': (d) => {
    const [shown, wanted] = shortPair(d.shown, d.wanted);
    return {
      message:
        wanted === ''
          ? `This cell ${says(shown)}; by the figures as they are now it should be empty.`
          : `This cell ${says(shown)}; by the figures as they are now it should say “${wanted}”.`,
      remedy: 'Rank again, which writes the result anew; do not type over cells of the result.',
    };
  },
  'tab-of-other': (d) => ({
    message: `The tab is called “${d.tab}”, but the sheet is that of ${d.unit}.`,
    remedy: d.isExchanged
      ? `Compare the figures of the units. If they are those of ${d.unit}, give the tab its name again (“Renew printed words” does it); if the tabs are right, give the figures to the unit on the tab: all sheets whose tabs changed places follow their tabs, with the names in their heads.`
      : `Compare the figures of the two units. If they are those of ${d.unit}, give the tab its name again (“Renew printed words” does it); if they are those of the unit on the tab, copy them to that unit's sheet, then give the tab its name again.`,
  }),
  'tab-differs': (d) => ({
    message: `The tab is called “${d.tab}”, which is not the unit's name in Giao ước: ${d.unit}.`,
    remedy: 'Leave it where the name is meant; “Renew printed words” gives the tab the name of the unit.',
  }),
} satisfies Partial<FindingWords>;
