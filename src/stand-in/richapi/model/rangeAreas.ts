import type { Area } from '../../../xlsx/model/areas';
import { formatAddress } from '../address';
import { anInteger } from '../check';
import { invalidArgument } from '../errors';
import { HostCollection, HostObject } from '../hostObject';
import type { Place } from '../place';
import type { HostState } from '../hostState';
import { DataValidationObject } from './dataValidation';
import { RangeObject } from './range';
import { restyle, STYLE } from './rangeEdit';
import { RangeFormatObject } from './rangeFormat';
import { sheetInfo } from './sheetLookup';
import { WorksheetObject } from './worksheet';

/** Excel.RangeAreas: several rectangles of one sheet, as the print area and invalid cells come. */
export class RangeAreasObject extends HostObject {
  readonly className = 'RangeAreas';

  constructor(
    session: HostState,
    readonly place: Place,
    private referenceId: string | null = null,
  ) {
    super(session);
  }

  identity(): Record<string, string> {
    return this.referenceId === null ? {} : { _ReferenceId: this.referenceId };
  }

  _keepReference(): void {
    this.referenceId ??= this.session.keep(this.place);
  }

  get address(): string {
    const { name } = sheetInfo(this.session, this.place.sheet);
    return this.place.areas.map((area) => formatAddress(name, area)).join(',');
  }
  get areaCount(): number {
    return this.place.areas.length;
  }
  get cellCount(): number {
    return this.place.areas.reduce((sum, area) => sum + area.rows * area.columns, 0);
  }
  get areas(): RangeCollectionObject {
    return new RangeCollectionObject(this.session, this.place);
  }
  get format(): RangeFormatObject {
    return new RangeFormatObject(this.session, this.place);
  }
  get dataValidation(): DataValidationObject {
    return new DataValidationObject(this.session, this.place);
  }
  get style(): string {
    return STYLE;
  }
  set style(value: unknown) {
    restyle(this.session, this.place, value);
  }
  get worksheet(): WorksheetObject {
    return new WorksheetObject(this.session, this.place.sheet);
  }
}

/** Excel.RangeCollection. */
class RangeCollectionObject extends HostCollection<RangeObject> {
  readonly className = 'RangeCollection';

  constructor(
    session: HostState,
    readonly place: Place,
  ) {
    super(session);
  }

  listItems(): RangeObject[] {
    return this.place.areas.map((area) => this.#range(area));
  }

  getCount(): number {
    return this.place.areas.length;
  }

  getItemAt(index: unknown): RangeObject {
    const area = this.place.areas[anInteger(index, 'index')];
    if (!area) throw invalidArgument(`index: ${String(index)}`);
    return this.#range(area);
  }

  #range(area: Area): RangeObject {
    return RangeObject.of(this.session, this.place.sheet, area);
  }
}
