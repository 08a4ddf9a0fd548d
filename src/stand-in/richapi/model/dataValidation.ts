import { type Area, intersection, subtract } from '../../../xlsx/model/areas';
import type { ValidationRule } from '../../../xlsx/model/rules';
import { aBoolean, aString, oneOf } from '../check';
import { invalidArgument, itemNotFound, notImplemented, RichApiError } from '../errors';
import { HostObject } from '../hostObject';
import type { Place } from '../place';
import type { HostState } from '../hostState';
import { isRecord } from '../wire';
import { RangeAreasObject } from './rangeAreas';
import { fromRule, toRule, TYPE_NAMES } from './validationRule';

const STYLES = { Stop: 'stop', Warning: 'warning', Information: 'information' } as const;
const STYLE_NAMES = { stop: 'Stop', warning: 'Warning', information: 'Information' } as const;

/** Excel.DataValidation of a range. Alerts and prompts belong to a rule, so the rule is set first. */
export class DataValidationObject extends HostObject {
  readonly className = 'DataValidation';

  constructor(
    session: HostState,
    readonly place: Place,
  ) {
    super(session);
  }

  get type(): string {
    const rules = this.#rules();
    const [rule] = rules;
    if (!rule) return 'None';
    if (rules.length === 1 && this.#covered(rule)) return TYPE_NAMES[rule.type];
    return rules.every((other) => other.type === rule.type) ? 'MixedCriteria' : 'Inconsistent';
  }

  get rule(): Record<string, unknown> | null {
    const rule = this.#only();
    return rule ? fromRule(rule) : null;
  }
  set rule(value: unknown) {
    const before = this.#only();
    this.session.workbook.setValidation(this.place.sheet, {
      ...(before ?? { ignoreBlank: true, alertStyle: 'stop', showError: true, showPrompt: true }),
      ...toRule(this.session, value),
      areas: this.place.areas,
    });
  }

  get ignoreBlanks(): boolean | null {
    return this.#only()?.ignoreBlank ?? null;
  }
  set ignoreBlanks(value: unknown) {
    this.#change({ ignoreBlank: aBoolean(value, 'ignoreBlanks') });
  }

  get errorAlert(): Record<string, unknown> | null {
    const rule = this.#only();
    if (!rule) return null;
    const { error, errorTitle, showError, alertStyle } = rule;
    return { message: error ?? '', showAlert: showError, style: STYLE_NAMES[alertStyle], title: errorTitle ?? '' };
  }
  set errorAlert(value: unknown) {
    if (!isRecord(value)) throw invalidArgument('errorAlert');
    this.#change({
      error: aString(value.message ?? '', 'errorAlert.message'),
      errorTitle: aString(value.title ?? '', 'errorAlert.title'),
      showError: aBoolean(value.showAlert ?? true, 'errorAlert.showAlert'),
      alertStyle: STYLES[oneOf(value.style ?? 'Stop', ['Stop', 'Warning', 'Information'], 'errorAlert.style')],
    });
  }

  get prompt(): Record<string, unknown> | null {
    const rule = this.#only();
    return rule && { message: rule.prompt ?? '', showPrompt: rule.showPrompt, title: rule.promptTitle ?? '' };
  }
  set prompt(value: unknown) {
    if (!isRecord(value)) throw invalidArgument('prompt');
    this.#change({
      prompt: aString(value.message ?? '', 'prompt.message'),
      promptTitle: aString(value.title ?? '', 'prompt.title'),
      showPrompt: aBoolean(value.showPrompt ?? true, 'prompt.showPrompt'),
    });
  }

  /** True when all cells are valid, false when none is, null for some of each. */
  get valid(): Promise<boolean | null> {
    return this.#valid();
  }

  clear(): void {
    for (const area of this.place.areas) this.session.workbook.clearValidation(this.place.sheet, area);
  }

  async getInvalidCells(): Promise<RangeAreasObject> {
    const found = await this.getInvalidCellsOrNullObject();
    if (!found) throw itemNotFound('an invalid cell');
    return found;
  }

  async getInvalidCellsOrNullObject(): Promise<RangeAreasObject | null> {
    const areas = await this.#invalid();
    return areas.length === 0 ? null : new RangeAreasObject(this.session, this.session.place(this.place.sheet, areas));
  }

  async #valid(): Promise<boolean | null> {
    const cells = (areas: readonly Area[]): number => areas.reduce((sum, part) => sum + part.rows * part.columns, 0);
    const count = cells(await this.#invalid());
    if (count === 0) return true;
    return count === cells(this.place.areas) ? false : null;
  }

  async #invalid(): Promise<Area[]> {
    const found: Area[] = [];
    for (const area of this.place.areas)
      found.push(...(await this.session.workbook.invalidCells(this.place.sheet, area)));
    return found;
  }

  #change(patch: Partial<ValidationRule>): void {
    const rule = this.#only();
    if (!rule) throw new RichApiError('InvalidOperation', 'these cells have no one validation rule');
    const [first] = rule.areas;
    if (first?.row !== this.place.area.row || first.column !== this.place.area.column) {
      throw notImplemented('changing the validation of part of the cells it was set for');
    }
    this.session.workbook.setValidation(this.place.sheet, { ...rule, ...patch, areas: this.place.areas });
  }

  /** The rule that covers all the cells, when there is no other. */
  #only(): ValidationRule | null {
    const rules = this.#rules();
    const [rule] = rules;
    return rules.length === 1 && rule && this.#covered(rule) ? rule : null;
  }

  #covered(rule: ValidationRule): boolean {
    const left = (own: Area): Area[] =>
      rule.areas.reduce<Area[]>((rest, area) => rest.flatMap((part) => subtract(part, area)), [own]);
    return this.place.areas.every((own) => left(own).length === 0);
  }

  #rules(): ValidationRule[] {
    const { sheet, areas } = this.place;
    return this.session.workbook
      .validations(sheet)
      .filter((rule) => rule.areas.some((covered) => areas.some((area) => intersection(covered, area) !== null)));
  }
}
