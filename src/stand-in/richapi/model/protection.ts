import type { SheetId, SheetProtection } from '../../../xlsx/model/snapshot';
import { aBoolean, aString, expectNothingOr, oneOf } from '../check';
import { invalidArgument } from '../errors';
import { HostObject } from '../hostObject';
import { isRecord } from '../wire';
import { sheetInfo } from './sheetLookup';

const FLAGS = [
  'allowFormatCells',
  'allowFormatColumns',
  'allowFormatRows',
  'allowInsertColumns',
  'allowInsertRows',
  'allowInsertHyperlinks',
  'allowDeleteColumns',
  'allowDeleteRows',
  'allowSort',
  'allowAutoFilter',
  'allowPivotTables',
  'allowEditObjects',
  'allowEditScenarios',
] as const;
const SELECTION = { Normal: 'normal', Unlocked: 'unlocked', None: 'none' } as const;
const SELECTION_NAMES = { normal: 'Normal', unlocked: 'Unlocked', none: 'None' } as const;

/** Excel.WorksheetProtection. */
export class ProtectionObject extends HostObject {
  readonly className = 'WorksheetProtection';

  constructor(
    session: HostObject['session'],
    readonly sheetId: SheetId,
  ) {
    super(session);
  }

  get protected(): boolean {
    return this.#state !== null;
  }

  /** null while the sheet is not protected. */
  get options(): Record<string, unknown> | null {
    const state = this.#state;
    if (state === null) return null;
    const flags: [string, unknown][] = FLAGS.map((flag) => [flag, state[flag]]);
    return { ...Object.fromEntries<unknown>(flags), selectionMode: SELECTION_NAMES[state.selectionMode] };
  }

  protect(options: unknown, password: unknown): void {
    const { id } = sheetInfo(this.session, this.sheetId);
    this.session.workbook.protect(id, readOptions(options, expectNothingOr(password, aString, 'password')));
    this.session.events.protectionChanged(id, { isProtected: true });
  }

  unprotect(password: unknown): void {
    const { id } = sheetInfo(this.session, this.sheetId);
    const wasProtected = this.protected;
    this.session.workbook.unprotect(id, expectNothingOr(password, aString, 'password'));
    if (wasProtected) this.session.events.protectionChanged(id, { isProtected: false });
  }

  get #state(): SheetProtection | null {
    return this.session.workbook.protection(sheetInfo(this.session, this.sheetId).id);
  }
}

function readOptions(options: unknown, password: string | null): SheetProtection {
  const given = options ?? {};
  if (!isRecord(given)) throw invalidArgument('options');
  const unknown = Object.keys(given).find((name) => name !== 'selectionMode' && !FLAGS.some((flag) => flag === name));
  if (unknown !== undefined) throw invalidArgument(`options.${unknown}`);
  const mode = oneOf(given.selectionMode ?? 'Normal', ['Normal', 'Unlocked', 'None'], 'options.selectionMode');
  const flag = (name: (typeof FLAGS)[number]): boolean => aBoolean(given[name] ?? false, `options.${name}`);
  return {
    allowFormatCells: flag('allowFormatCells'),
    allowFormatColumns: flag('allowFormatColumns'),
    allowFormatRows: flag('allowFormatRows'),
    allowInsertColumns: flag('allowInsertColumns'),
    allowInsertRows: flag('allowInsertRows'),
    allowInsertHyperlinks: flag('allowInsertHyperlinks'),
    allowDeleteColumns: flag('allowDeleteColumns'),
    allowDeleteRows: flag('allowDeleteRows'),
    allowSort: flag('allowSort'),
    allowAutoFilter: flag('allowAutoFilter'),
    allowPivotTables: flag('allowPivotTables'),
    allowEditObjects: flag('allowEditObjects'),
    allowEditScenarios: flag('allowEditScenarios'),
    selectionMode: SELECTION[mode],
    password: password === '' ? null : password,
  };
}
