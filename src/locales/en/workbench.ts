/** The words of the workbench, its page and its server, in English. */
import type { WorkbenchWords } from '../workbench';

export const workbench: WorkbenchWords = {
  server: {
    building: 'Building the workbench…',
    ready: (url) => `Ready: ${url}`,
    openYourself: (url) =>
      `Open ${url} yourself in Chrome, Edge or Chromium; it will warn of a certificate that is only for this computer.`,
    howToEnd: 'Press Ctrl+C to end.',
    installing:
      'Excel opens the add-in only where the computer trusts the certificate of localhost. This installs Microsoft’s development certificate; you may be asked for a password. To remove it: npx office-addin-dev-certs uninstall',
    howToLoad: (manifest) =>
      [
        `Load the add-in from ${manifest}:`,
        '  Windows: npx office-addin-dev-settings sideload <manifest file> desktop',
        '  Mac: copy the file to ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef and reopen Excel',
        '  Excel on the web: Home > Add-ins > More Add-ins > My Add-ins > Upload My Add-in',
      ].join('\n'),
    failed: (detail) => `Could not start: ${detail}`,
  },
  build: {
    made: (folder, archive, hash) => `Built the folder ${folder} and the archive ${archive} (SHA-256 ${hash}).`,
    forAddress: (address) => `The manifest is for ${address}.`,
    onlyHere: (address) =>
      `The manifest works on this computer only (${address}). For a server, set ADDIN_BASE_URL to its address and build again.`,
  },
  page: {
    title: 'Emulation scoring workbench',
    untitled: 'Workbook',
    newBook: 'New workbook',
    open: 'Open…',
    save: 'Save',
    undo: 'Undo',
    redo: 'Redo',
    insertSheets: 'Insert score sheets',
    checkFigures: 'Check',
    rankUnits: 'Rank',
    showPane: 'Show pane',
    hidePane: 'Hide pane',
    paneTitle: 'Emulation scoring',
    resize: 'Width of the pane',
    dropHere: 'Drop an .xlsx file here to open it',
    close: 'Close',
    cancel: 'Cancel',
    discard: 'Discard changes',
    unsaved: {
      title: 'The workbook has unsaved changes',
      message: 'If you go on, what changed since it was last saved is lost.',
    },
    opened: (name) => `Opened ${name}.`,
    leftOut: (what) => `The workbench has no place for: ${what}. Saving over the file would lose them.`,
    saved: (name) => `Saved ${name}.`,
    choose: 'Choose a value',
    rename: 'Rename sheet',
    renameDone: 'Rename',
    unreadable: {
      title: 'The file cannot be opened',
      notAWorkbook: 'This file is not an Excel workbook.',
      oldFormat: 'The file has the old format (.xls). Open it in Excel and save it as .xlsx.',
      encrypted: 'The file has a password. Take the password away in Excel and try again.',
      tooLarge: 'The file is too large to be opened here.',
      damaged: 'The file is damaged or was not fully downloaded. Get it again and open it.',
      unsupported: 'The file uses something the workbench cannot read. Save it as an ordinary .xlsx.',
    },
    unwritable: { title: 'The workbook cannot be saved', message: 'It holds what no .xlsx file may hold:' },
    refused: {
      title: 'This cannot be done',
      locked:
        'The cell you are trying to change is on a protected sheet. To make a change, unprotect the sheet. You might be asked to enter a password.',
      merged: 'Only the first cell of a merged area takes an entry.',
      outside: 'There is no such cell.',
      formula: 'There is a problem with this formula. If you are not trying to type one, put an apostrophe (’) first.',
      validation: 'This value doesn’t match the data validation restrictions defined for this cell.',
      notHere: 'The workbench does not do this. Use Excel.',
      oneArea: 'This works on one selected area only.',
      sheet: 'This cannot be done with this sheet (the name is taken or not allowed, or it is the last sheet).',
    },
  },
};
