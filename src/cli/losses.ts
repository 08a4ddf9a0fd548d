/** What a saved file loses of the file that was read, and what would spoil it. */
import type { IWorkbookData } from '@univerjs/core';
import { cliWords } from '../locales/cli';
import { wordLoss } from '../locales/losses';
import { address, quoteSheet } from '../spreadsheet/plan';
import type { UniverWorkbook } from '../stand-in/workbook';
import type { Loss } from '../xlsx';
import { numbered, sheetCustomOf, workbookCustomOf } from '../xlsx/model/snapshot';

/** What is to be told of a file: what it lost by being saved, and the cells whose formulas kept the results of the file read. */
export interface FileNotes {
  lost: readonly Loss[];
  notCalculated: readonly { sheet: string; cell: string }[];
}

/** Cells on screen lines of stderr; JSON has all. */
const MAX_NAMED = 20;

export function notCalculated(workbook: UniverWorkbook): FileNotes['notCalculated'] {
  const names = new Map(workbook.sheets().map(({ id, name }) => [id, name]));
  return workbook
    .keptResults()
    .map(({ sheet, row, column }) => ({ sheet: names.get(sheet) ?? '', cell: address(row, column) }));
}

/** The notes as they stand in the JSON. */
export function printNotes({ lost, notCalculated: kept }: FileNotes, language: string): object {
  return {
    lost: lost.map((loss) => ({ ...loss, message: wordLoss(loss, language) })),
    notCalculated: kept,
  };
}

/** The same as lines for a person; empty where there is nothing to tell. */
export function wordNotes({ lost, notCalculated: kept }: FileNotes, language: string): string {
  const words = cliWords(language);
  const cells = kept.slice(0, MAX_NAMED).map(({ sheet, cell }) => `${quoteSheet(sheet)}!${cell}`);
  const lines = [
    ...(lost.length > 0 ? [words.lost(lost.map((loss) => wordLoss(loss, language)).join('; '))] : []),
    ...(kept.length > 0 ? [words.notCalculated(cells.join(', '), kept.length)] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/**
 * Where formulas, rules and names still need a table or a pivot table that the saved file would not have: Excel calls such a file
 * damaged, or shows errors in place of figures.
 */
export function spoiltPlaces(data: IWorkbookData, lost: readonly Loss[]): string[] {
  const needs = lostReferences(lost);
  if (needs === null) return [];
  const inSheets = data.sheetOrder.flatMap((id) => {
    const sheet = data.sheets[id];
    const name = quoteSheet(sheet?.name ?? '');
    const { validations, conditionalFormats } = sheetCustomOf(sheet);
    const ofRules = [
      ...validations.map(({ formula1 }) => formula1),
      ...conditionalFormats.map(({ formula }) => formula),
    ];
    const cells = numbered(sheet?.cellData).flatMap(([row, line]) =>
      numbered(line).flatMap(([column, cell]) =>
        needs.test(cell?.f ?? '') ? [`${name}!${address(row, column)}`] : [],
      ),
    );
    return ofRules.some((formula) => needs.test(formula)) ? [...cells, name] : cells;
  });
  const names = workbookCustomOf(data).names.filter(({ formula }) => needs.test(formula));
  return [...inSheets, ...names.map(({ name }) => name)];
}

/** Array formulas of several cells, whose results the workbook does not keep, and What-If tables, of which only numbers are read. */
export function spoiltArrays(data: IWorkbookData, lost: readonly Loss[]): string[] {
  const arrays = data.sheetOrder.flatMap((id) => {
    const { name = '', cellData } = data.sheets[id] ?? {};
    const refs = numbered(cellData).flatMap(([, line]) => numbered(line).flatMap(([, cell]) => cell?.ref ?? []));
    return refs.filter((ref) => ref.includes(':')).map((ref) => `${quoteSheet(name)}!${ref}`);
  });
  const tables = lost.filter(({ kind }) => kind === 'dataTables');
  return [...arrays, ...tables.map(({ sheet, detail }) => `${quoteSheet(sheet ?? '')}!${detail}`)];
}

function lostReferences(lost: readonly Loss[]): RegExp | null {
  const tables = lost.flatMap(({ kind, detail }) => (kind === 'tables' && detail !== '' ? [escape(detail)] : []));
  const words = [
    ...(tables.length > 0 ? [`(?<![\\p{L}\\p{N}_.])(?:${tables.join('|')})(?![\\p{L}\\p{N}_.(])`] : []),
    ...(lost.some(({ kind }) => kind === 'pivotTables') ? ['GETPIVOTDATA\\s*\\('] : []),
  ];
  return words.length === 0 ? null : new RegExp(words.join('|'), 'iu');
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
