/** What the headless command says, in English. */
import type { CliWords } from '../cli';

export const enCli: CliWords = {
  verbs: {
    catalogue: 'list the criteria sets and clusters of the catalogue',
    new: 'source: an id of the catalogue, a .json file or an .xlsx file',
    type: 'enter values as a person types them',
    fix: 'fix what can be fixed automatically',
  },
  usage: 'Usage: headless <verb> [file.xlsx] [options]',
  commonOptions: 'Common options: --lang vi|en',
  source: '<source>',
  noVerb: 'The verb is missing.',
  workbookFile: 'the .xlsx file',
  missing: (what) => `Missing: ${what}.`,
  notUnderstood: (words) => `Not understood: ${words}`,
  notReadable: (code, detail) => `The file cannot be opened (${code}): ${detail}`,
  noFile: (detail) => `There is no such file: ${detail}`,
  cannotRead: (file, detail) => `The file ${file} cannot be read: ${detail}`,
  notJson: (file, detail) => `The file ${file} is not JSON: ${detail}`,
  notEntries: (file) => `The file ${file} must be a list [{"sheet","cell","value"}].`,
  notInCatalogue: (source, ids) => `“${source}” is not in the catalogue. It has: ${ids}.`,
  noSheet: (name) => `There is no sheet “${name}”.`,
};
