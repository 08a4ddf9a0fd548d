/** A scoring workbook under Microsoft's client: opened, filled in and read as a person does, by unit and line. */
import { insertSheets, newCovenant } from './commands';
import type { IWorkbookData } from '@univerjs/core';
import type { Outcome } from '../../src/covenant/outcome';
import type { Cluster } from '../../src/covenant/covenant';
import type { CriteriaSet } from '../../src/covenant/criteria';
import type { Finding, FindingCode } from '../../src/covenant/findings';
import { defaultName } from '../../src/sheets';
import { UNITS } from '../../src/sheets/covenant/layout';
import { rowKey } from '../../src/spreadsheet/keys';
import { address, parseAddress } from '../../src/spreadsheet/plan';
import { type Session, startSession } from '../../src/cli/session';
import type { RichApiHostOptions } from '../../src/stand-in/richapi';
import type { Area } from '../../src/xlsx/model/areas';
import type { CellRead, CellValue, CellWrite } from '../../src/stand-in/workbook/cellContent';
import type { SheetId } from '../../src/xlsx/model/snapshot';
import type { TypingResult } from '../../src/stand-in/workbook/refusals';

/** The hidden copy of the covenant, which comes with the first insertion. */
export const BASE = defaultName('base');

/** What a person types. */
export type Typed = string | number | boolean | null;

const open: ScoringBench[] = [];

/** Opens a snapshot, or a new workbook with one empty sheet, "Sheet1". */
export async function openScoring(data?: IWorkbookData, options: RichApiHostOptions = {}): Promise<ScoringBench> {
  const bench = new ScoringBench(await startSession(data, options));
  open.push(bench);
  return bench;
}

/** Closes every workbook; throws where the stand-in itself had an internal error. */
export async function closeScoring(): Promise<void> {
  for (const { session } of open.splice(0)) {
    await session.host.settled();
    session.close();
    if (session.host.internalErrors.length > 0) throw session.host.internalErrors[0];
  }
}

/** The snapshot of a workbook with a covenant, and with its scoring sheets unless they are not wanted. */
export async function preparedWorkbook(
  covenant: { criteria: CriteriaSet; cluster: Cluster },
  { inserted = true, fill }: { inserted?: boolean; fill?: (bench: ScoringBench) => Promise<void> } = {},
): Promise<IWorkbookData> {
  const bench = await openScoring();
  must(await newCovenant(covenant));
  if (inserted) must(await insertSheets());
  await fill?.(bench);
  const data = await bench.snapshot();
  await closeScoring();
  return data;
}

/** The result of a command that has to succeed here. */
export function must<T>(outcome: Outcome<T>): T {
  if (outcome.done) return outcome.result;
  throw new Error(`refused: ${JSON.stringify(outcome.findings)}`);
}

/** The findings of a command that has to be refused here. */
export function refusal(outcome: Outcome<unknown>): Finding[] {
  if (!outcome.done) return outcome.findings;
  throw new Error('was not refused');
}

/** The place and code of a finding: "An Giang!H12 line-blank". */
export function brief({ code, place }: Finding): string {
  return `${place?.sheet ?? ''}!${place?.cell ?? ''} ${code}`;
}

export function only<C extends FindingCode>(findings: readonly Finding[], code: C): (Finding & { code: C })[] {
  return findings.filter((one): one is Finding & { code: C } => one.code === code);
}

/** A cell by what it is: the sheet's name, the key of its row and the key of its column. */
type Keys = [sheet: string, row: string, column: string];

/** Fills in every line: the given points for C1, the best of each other line, no bonus and no penalty. */
export async function scoreAll(bench: ScoringBench, sheet: string, points: number): Promise<void> {
  await bench.enter(sheet, 'C1', points);
  await bench.enter(sheet, 'C2', 0);
  await bench.enter(sheet, 'C3', 'Đ');
  for (const part of ['bonus', 'penalty'])
    for (const index of [1, 2, 3, 4]) await bench.enter(sheet, `${part}${index}`, 0);
}

export class ScoringBench {
  constructor(readonly session: Session) {}

  get workbook(): Session['workbook'] {
    return this.session.workbook;
  }

  get host(): Session['host'] {
    return this.session.host;
  }

  names(): string[] {
    return this.workbook.sheets().map(({ name }) => name);
  }

  sheet(name: string): SheetId {
    const found = this.workbook.sheets().find((one) => one.name === name);
    if (!found) throw new Error(`no sheet ${name} among ${this.names().join(', ')}`);
    return found.id;
  }

  /** The address of a cell by the keys in the sheet's hidden row and column. */
  async addressOf(...[sheet, row, column]: Keys): Promise<string> {
    const id = this.sheet(sheet);
    const [keys = []] = await this.workbook.read(id, { row: 0, column: 0, rows: 1, columns: 120 });
    const lines = await this.workbook.read(id, { row: 0, column: 0, rows: 120, columns: 1 });
    const rowIndex = lines.findIndex(([key]) => key?.value === row);
    const columnIndex = keys.findIndex((key) => key.value === column);
    if (rowIndex < 0 || columnIndex < 0) throw new Error(`no ${row}, ${column} on ${sheet}`);
    return address(rowIndex, columnIndex);
  }

  async read(sheet: string, cell: string): Promise<CellRead> {
    const [[read] = []] = await this.workbook.read(this.sheet(sheet), areaOf(cell));
    if (!read) throw new Error(`no cell ${cell}`);
    return read;
  }

  async value(...keys: Keys): Promise<CellValue> {
    return (await this.read(keys[0], await this.addressOf(...keys))).value;
  }

  /** What a line of a unit's sheet shows; the official points unless another column is asked for. */
  line(sheet: string, code: string, column = 'official'): Promise<CellValue> {
    return this.value(sheet, rowKey.line(code), column);
  }

  /** A cell of a unit's row on the summary. */
  summary(unitId: string, column: string): Promise<CellValue> {
    return this.value('Tổng hợp', rowKey.unit(unitId), column);
  }

  /** Types as a person does; gives whether the entry was accepted. */
  tryTyping(sheet: string, cell: string, typed: Typed): Promise<TypingResult> {
    const { row, column } = parseAddress(cell);
    return this.workbook.typeAsPerson(this.sheet(sheet), row, column, typed);
  }

  /** Types as a person does; throws where the entry is refused. */
  async type(sheet: string, cell: string, typed: Typed): Promise<void> {
    const result = await this.tryTyping(sheet, cell, typed);
    if (!result.ok) throw new Error(`${sheet}!${cell} refused ${String(typed)}: ${result.reason}`);
  }

  /** The column a line is entered in: its points, or the figure they follow from. */
  private async entryColumn(sheet: string, code: string): Promise<string> {
    const column = await this.line(sheet, code, 'entry');
    if (typeof column !== 'string') throw new Error(`nothing is entered in ${code}`);
    return column;
  }

  /** Types into a line of a unit's sheet: where its kind is entered, unless another column is named. */
  async enter(sheet: string, code: string, typed: Typed, column?: string): Promise<void> {
    const entry = column ?? (await this.entryColumn(sheet, code));
    await this.type(sheet, await this.addressOf(sheet, rowKey.line(code), entry), typed);
  }

  /** Writes into a line without validation, as a paste does; gives the address. */
  async paste(sheet: string, code: string, write: CellWrite, column?: string): Promise<string> {
    const entry = column ?? (await this.entryColumn(sheet, code));
    const cell = await this.addressOf(sheet, rowKey.line(code), entry);
    this.workbook.write(this.sheet(sheet), areaOf(cell), [[write]]);
    return cell;
  }

  /** Unprotects a sheet for an edit, as a person may, and protects it again. */
  unlocked(sheet: string, work: (id: SheetId) => void): void {
    const id = this.sheet(sheet);
    const protection = this.workbook.protection(id);
    this.workbook.unprotect(id, null);
    work(id);
    if (protection) this.workbook.protect(id, protection);
  }

  /** Adds a unit in the first free row of *Giao ước*, as a person does; gives the row from 0. */
  async addUnit(name: string, id = ''): Promise<number> {
    const header = await this.addressOf('Giao ước', UNITS.header, UNITS.columns.name);
    const { column } = parseAddress(header);
    let { row } = parseAddress(header);
    do row += 1;
    while ((await this.read('Giao ước', address(row, column))).value !== null);
    await this.type('Giao ước', address(row, column), name);
    if (id !== '') await this.type('Giao ước', address(row, column - 1), id);
    return row;
  }

  snapshot(): Promise<IWorkbookData> {
    return this.workbook.snapshot();
  }

  /**
   * The state without which sheet is in front, since going to another sheet changes nothing that is kept, and without the
   * names of the runs that added sheets.
   */
  async state(): Promise<IWorkbookData> {
    const text = JSON.stringify(await this.snapshot());
    const data = JSON.parse(text.replace(/cham-diem-thi-dua:[a-z]+/g, 'cham-diem-thi-dua:')) as IWorkbookData;
    return { ...data, custom: { ...data.custom, activeSheet: '' } };
  }
}

export function areaOf(cell: string): Area {
  return { ...parseAddress(cell), rows: 1, columns: 1 };
}
