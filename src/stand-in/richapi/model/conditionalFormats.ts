import { intersection } from '../../../xlsx/model/areas';
import type { ConditionalFormat } from '../../../xlsx/model/rules';
import type { SheetId } from '../../../xlsx/model/snapshot';
import { aBoolean, anInteger, aString, oneOf } from '../check';
import { invalidArgument, itemNotFound, notImplemented, RichApiError } from '../errors';
import { HostCollection, HostObject } from '../hostObject';
import type { Place } from '../place';
import type { HostState } from '../hostState';
import { CustomFormatObject, findFormat } from './customFormat';
import { RangeObject } from './range';
import { RangeAreasObject } from './rangeAreas';

const TYPES = [
  'Custom',
  'DataBar',
  'ColorScale',
  'IconSet',
  'TopBottom',
  'PresetCriteria',
  'ContainsText',
  'CellValue',
] as const;

const byPriority = (session: HostState, sheet: SheetId): ConditionalFormat[] =>
  [...session.workbook.conditionalFormats(sheet)].sort((a, b) => a.priority - b.priority);

/** Numbers the formats of a sheet in the given order, from `first` on. */
function renumber(session: HostState, sheet: SheetId, order: ConditionalFormat[], first = 0): void {
  for (const [index, format] of order.entries()) {
    const priority = first + index;
    if (format.priority !== priority) session.workbook.updateConditionalFormat(sheet, format.id, { priority });
  }
}

/** Excel.ConditionalFormatCollection: the formats that touch a range, first priority first. */
export class ConditionalFormatsObject extends HostCollection<ConditionalFormatObject> {
  readonly className = 'ConditionalFormatCollection';

  constructor(
    session: HostState,
    readonly place: Place,
  ) {
    super(session);
  }

  listItems(): ConditionalFormatObject[] {
    return this.#touching().map(({ id }) => new ConditionalFormatObject(this.session, this.place.sheet, id));
  }

  indexer(id: unknown): ConditionalFormatObject {
    const found = this.getItemOrNullObject(id);
    if (!found) throw itemNotFound(`the conditional format ${String(id)}`);
    return found;
  }

  getItemOrNullObject(id: unknown): ConditionalFormatObject | null {
    const found = this.#touching().find((format) => format.id === aString(id, 'id'));
    return found ? new ConditionalFormatObject(this.session, this.place.sheet, found.id) : null;
  }

  getItemAt(index: unknown): ConditionalFormatObject {
    const format = this.listItems()[anInteger(index, 'index')];
    if (!format) throw invalidArgument(`index: ${String(index)}`);
    return format;
  }

  getCount(): number {
    return this.#touching().length;
  }

  /** The new one comes first; it does nothing until its rule is set. */
  add(type: unknown): ConditionalFormatObject {
    const name = oneOf(type, TYPES, 'type');
    if (name !== 'Custom') throw notImplemented(`conditional formats of type ${name}`);
    const { sheet, area } = this.place;
    const others = byPriority(this.session, sheet);
    renumber(this.session, sheet, others, 1);
    const id = this.session.workbook.addConditionalFormat(sheet, {
      areas: [area],
      formula: '=FALSE',
      priority: 0,
      stopIfTrue: false,
      style: {},
    });
    return new ConditionalFormatObject(this.session, sheet, id);
  }

  clearAll(): void {
    for (const { id } of this.#touching()) this.session.workbook.deleteConditionalFormat(this.place.sheet, id);
  }

  #touching(): ConditionalFormat[] {
    const { sheet, area } = this.place;
    return byPriority(this.session, sheet).filter((format) =>
      format.areas.some((covered) => intersection(covered, area) !== null),
    );
  }
}

/** Excel.ConditionalFormat; of other kinds than by formula only what all have. */
export class ConditionalFormatObject extends HostObject {
  readonly className = 'ConditionalFormat';

  constructor(
    session: HostState,
    readonly sheetId: SheetId,
    readonly formatId: string,
  ) {
    super(session);
  }

  identity(): Record<string, string> {
    return { Id: this.formatId };
  }
  get id(): string {
    return this.formatId;
  }
  get type(): string {
    return this.#format.kind ?? 'Custom';
  }
  get stopIfTrue(): boolean {
    return this.#format.stopIfTrue;
  }
  set stopIfTrue(value: unknown) {
    const stopIfTrue = aBoolean(value, 'stopIfTrue');
    this.session.workbook.updateConditionalFormat(this.sheetId, this.formatId, { stopIfTrue });
  }
  get priority(): number {
    return byPriority(this.session, this.sheetId).findIndex((format) => format.id === this.formatId);
  }
  set priority(value: unknown) {
    const order = byPriority(this.session, this.sheetId).filter((format) => format.id !== this.formatId);
    order.splice(anInteger(value, 'priority', 0, order.length), 0, this.#format);
    renumber(this.session, this.sheetId, order);
  }
  /** Throws where the rule is of another kind, as Excel does (#2180). */
  get custom(): CustomFormatObject {
    if (this.#format.kind !== undefined) throw new RichApiError('InvalidOperation', 'custom of the conditional format');
    return new CustomFormatObject(this.session, this.sheetId, this.#format.id);
  }
  get customOrNullObject(): CustomFormatObject | null {
    if (this.session.workbook.behaviours.conditionalRules === 'refused')
      throw new RichApiError('InvalidOperation', 'customOrNullObject of the conditional format');
    return this.#format.kind === undefined ? this.custom : null;
  }

  getRange(): RangeObject {
    const [area, ...more] = this.#format.areas;
    if (!area || more.length > 0) throw itemNotFound('one range of the conditional format');
    return RangeObject.of(this.session, this.sheetId, area);
  }
  getRanges(): RangeAreasObject {
    if (this.session.workbook.behaviours.conditionalRules !== 'told')
      throw itemNotFound('the ranges of the conditional format');
    return new RangeAreasObject(this.session, this.session.place(this.sheetId, this.#format.areas));
  }
  delete(): void {
    this.session.workbook.deleteConditionalFormat(this.sheetId, this.#format.id);
  }

  get #format(): ConditionalFormat {
    return findFormat(this.session, this.sheetId, this.formatId);
  }
}
