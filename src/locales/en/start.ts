/** The words of the page before the pane starts, in English. */
import type { StartWords } from '../start';

export const start: StartWords = {
  language: 'en',
  title: 'Emulation Scoring',
  opening: 'Opening…',
  again: 'Try again',
  late: 'If the pane still does not open: the server of the add-in has not sent all files of the pane. Check the network and try again; if that does not help, tell whoever runs the server.',
  office: {
    title: "Microsoft's Office.js has not been loaded",
    text: (host) =>
      `The pane needs the file Office.js from https://${host} and has not received it: the network is slow, or a firewall or web filter blocks this address.`,
    remedy: (host) =>
      `Check the network, then choose Try again. If it persists, ask the IT department to allow ${host} over https (port 443). The pane opens by itself once the file arrives.`,
  },
  ownFiles: {
    title: 'Files of the pane have not been loaded',
    text: "The add-in's server has not sent all files of the pane. Address of the server:",
    remedy:
      'Check the network, then choose Try again. If it persists, tell the administrator of the server, or ask the IT department to allow that address.',
  },
  silent: {
    title: 'Excel has not answered',
    text: 'The pane and Office.js have been loaded, but Excel has not answered: a cell may be being edited, a dialog may be open, or Excel is busy calculating.',
    remedy:
      'Press Enter or Esc to end the editing of the cell, and close the dialogs of Excel. The pane opens by itself once Excel answers. If it persists, choose Try again, or save the workbook and restart Excel.',
  },
  oldBrowser: {
    title: "Office's browser on this computer is too old",
    text: 'The pane runs on Microsoft Edge WebView2. Office on this computer uses Internet Explorer 11 or a version older than needed, so the pane cannot run. The scoring workbook is not affected.',
    remedy:
      'Install the Microsoft Edge WebView2 Runtime (https://developer.microsoft.com/microsoft-edge/webview2), update Office (File tab, Account, Update Options), then restart Excel. On a Mac, update macOS and Office. Excel on the web works too.',
  },
};
