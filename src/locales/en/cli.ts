/** What the headless command says, in English. */
import type { CliWords } from '../cli';

/** What a formula gives here is no result of Excel's. */
const NOT_EXCEL =
  'Where the cell has a formula, this command has calculated it and not Excel: Excel can calculate formulas that this command cannot.';
const LOOK_IN_EXCEL =
  'Open the workbook in Excel. Where the cell shows the right number, copy the cell and paste its value over it, or enter the number. Where it shows an error, remove the formula or link that fails and enter the content again. Save, and run this again.';

export const enCli: CliWords = {
  findings: {
    'error-value': (d) => ({
      message: `${d.unit}, line ${d.line}: the cell has the error ${d.value} instead of a value. ${NOT_EXCEL}`,
      remedy: LOOK_IN_EXCEL,
    }),
    'cell-error': (d) => ({
      message: `The cell has the error ${d.value} instead of a value. ${NOT_EXCEL}`,
      remedy: LOOK_IN_EXCEL,
    }),
    'engine-differs': (d) => ({
      message: `“${d.what}”: the formula of the sheet gives ${quoted(d.sheet)} but the recalculation from the figures ${quoted(d.engine)}. This command has calculated the formula, not Excel.`,
      remedy:
        'Open the workbook in Excel, press F9, save and check again. If it still differs, restore the formulas of the sheet; a formula of your own that this command cannot calculate is to be replaced with its value.',
    }),
  },
  verbs: {
    catalogue: 'list the criteria sets and clusters of the catalogue',
    new: 'source: an id of the catalogue, a .json file or an .xlsx file',
    type: 'enter values as a person types them',
    verify: 'compares the workbook with the code of a seal on paper (0 same, 1 not)',
    rename: 'renames a unit (of code U) everywhere',
    fix: 'fix what can be fixed automatically',
  },
  usage: 'Usage: headless <verb> [file.xlsx] [options]',
  commonOptions:
    'Common options: --lang vi|en, --by "person or role for the record of changes", --force (overwrite a file that is there), --help',
  source: '<source>',
  noVerb: 'The verb is missing.',
  workbookFile: 'the .xlsx file',
  missing: (what) => `Missing: ${what}.`,
  notUnderstood: (words) => `Not understood: ${words}`,
  unknownOption: (option) => `There is no option ${option}.`,
  needsValue: (option) => `The option ${option} lacks its value. Write one that begins with a hyphen as ${option}=-….`,
  takesNoValue: (option) => `The option ${option} takes no value.`,
  noLanguage: (tag, languages) => `There is no language “${tag}”. There are: ${languages}.`,
  notReadable: (why) => `The file cannot be opened: ${why}`,
  notWritable: (why) => `Not saved: the workbook holds what no .xlsx file can hold: ${why}.`,
  fileErrors: {
    noFile: (file) => `There is no file ${file}.`,
    isFolder: (file) => `${file} is a folder, not a file.`,
    mayNotRead: (file) => `The file ${file} may not be read.`,
    cannotRead: (file, code = '') => `The file ${file} cannot be read (${code}).`,
    tooLarge: (file) => `The file ${file} is larger than can be read.`,
    tooDeep: (file) => `The file ${file} is nested too deep to be data of a covenant.`,
    notXlsx: (file) => `Only .xlsx files are written, not ${file}. An .xlsm file would lose its macros.`,
    noFolder: (folder) => `There is no folder ${folder} to write to.`,
    isInput: (file) => `${file} is the file that is read. To overwrite it, add --force.`,
    exists: (file) => `There is a file ${file} already. To overwrite it, add --force.`,
    mayNotWrite: (file) => `The file ${file} may not be written, or the disk is read-only.`,
    diskFull: (file) => `The file ${file} cannot be written: the disk is full.`,
    cannotWrite: (file, code = '') => `The file ${file} cannot be written (${code}).`,
    spoilt: (places) =>
      `Not saved: formulas or rules need a table or a pivot table that the saved file would not have: ${places}. Convert the table to a range in Excel and try again.`,
    spoiltArrays: (places) =>
      `Not saved: the saved file would not keep array formulas of several cells and What-If data tables: ${places}. In Excel, put a plain formula in each cell, or copy these cells and paste their values, and try again.`,
  },
  lost: (things) => `The saved file no longer has: ${things}.`,
  notCalculated: (cells, count) =>
    `${count} formulas cannot be calculated and keep the results of the file: ${cells}${count > 20 ? ', …' : ''}.`,
  notJson: (file, line) => `The file ${file} is not JSON${line === null ? '' : `: wrong in line ${line}`}.`,
  notEntries: (file) => `The file ${file} must be a list [{"sheet","cell","value"}].`,
  notInCatalogue: (source, ids) => `“${source}” is not in the catalogue. It has: ${ids}.`,
  noSheet: (name) => `There is no sheet “${name}”.`,
  refusedEntries: {
    locked: 'The cell is locked and the sheet is protected.',
    validation: 'The cell does not take this value.',
    formula: 'The formula cannot be read, or the content is longer than Excel takes.',
    merged: 'The cell lies in a merged area: only its first cell can be typed into.',
    outside: 'The sheet has no such cell.',
  },
  excelCode: (code, member) => `Excel’s error code: ${code}${member === '' ? '' : ` (${member})`}.`,
};

function quoted(text: string): string {
  return text === '' ? 'nothing' : `“${text}”`;
}
