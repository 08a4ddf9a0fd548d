import { isSameName } from '../../../spreadsheet/sheetNames';
import type { DefinedName, SheetId } from '../../../xlsx/model/snapshot';
import { absoluteFormula } from '../address';
import { aBoolean, aString } from '../check';
import { invalidArgument, itemNotFound, RichApiError } from '../errors';
import { HostCollection, HostObject } from '../hostObject';
import type { HostState } from '../hostState';
import { RangeObject } from './range';
import { formulaPlace, sheetInfo } from './sheetLookup';

/** Excel.NamedItemCollection of the workbook (`scope` null) or of a sheet. */
export class NamesObject extends HostCollection<NamedItemObject> {
  readonly className = 'NamedItemCollection';

  constructor(
    session: HostState,
    readonly scope: SheetId | null,
  ) {
    super(session);
  }

  listItems(): NamedItemObject[] {
    return this.#own().map((item) => new NamedItemObject(this.session, item.name, this.scope));
  }

  indexer(key: unknown): NamedItemObject {
    const found = this.getItemOrNullObject(key);
    if (!found) throw itemNotFound(`the name ${String(key)}`);
    return found;
  }

  getItemOrNullObject(key: unknown): NamedItemObject | null {
    const name = aString(key, 'name');
    const found = this.#own().find((item) => isSameName(item.name, name));
    return found ? new NamedItemObject(this.session, found.name, this.scope) : null;
  }

  getCount(): number {
    return this.#own().length;
  }

  /** A range becomes an absolute reference; a string must be a formula. */
  add(name: unknown, reference: unknown): NamedItemObject {
    const text = aString(name, 'name');
    if (this.getItemOrNullObject(text)) throw new RichApiError('ItemAlreadyExists', `the name ${text}`);
    this.session.workbook.addName({ name: text, formula: this.#formula(reference), scope: this.scope, visible: true });
    return new NamedItemObject(this.session, text, this.scope);
  }

  #formula(reference: unknown): string {
    if (reference instanceof RangeObject) {
      const sheet = sheetInfo(this.session, reference.place.sheet);
      return absoluteFormula(sheet.name, reference.place.area);
    }
    const formula = aString(reference, 'reference');
    if (!formula.startsWith('=')) throw invalidArgument(`reference: ${formula} is no formula`);
    return formula;
  }

  #own(): DefinedName[] {
    return this.session.workbook.names().filter((item) => item.scope === this.scope);
  }
}

/** Excel.NamedItem. */
export class NamedItemObject extends HostObject {
  readonly className = 'NamedItem';

  constructor(
    session: HostState,
    readonly itemName: string,
    readonly scopeId: SheetId | null,
  ) {
    super(session);
  }

  identity(): Record<string, string> {
    return { _Id: this.itemName };
  }
  get name(): string {
    return this.#item.name;
  }
  get formula(): string {
    return this.#item.formula;
  }
  get scope(): string {
    return this.#item.scope === null ? 'Workbook' : 'Worksheet';
  }
  get type(): string {
    return formulaPlace(this.session, this.#item.formula) ? 'Range' : 'String';
  }
  /** The address for a name of cells, else the formula. */
  get value(): string {
    return this.#item.formula.slice(1);
  }
  get visible(): boolean {
    return this.#item.visible;
  }
  set visible(value: unknown) {
    const item = { ...this.#item, visible: aBoolean(value, 'visible') };
    this.session.workbook.deleteName(item.name, item.scope);
    this.session.workbook.addName(item);
  }
  delete(): void {
    this.session.workbook.deleteName(this.#item.name, this.scopeId);
  }
  getRange(): RangeObject {
    const range = this.getRangeOrNullObject();
    if (!range) throw itemNotFound(`the cells of ${this.itemName}`);
    return range;
  }
  getRangeOrNullObject(): RangeObject | null {
    const place = formulaPlace(this.session, this.#item.formula);
    return place && RangeObject.of(this.session, place.sheet, place.area);
  }

  get #item(): DefinedName {
    const found = this.session.workbook
      .names()
      .find((item) => item.scope === this.scopeId && isSameName(item.name, this.itemName));
    if (!found) throw itemNotFound(`the name ${this.itemName}`);
    return found;
  }
}
