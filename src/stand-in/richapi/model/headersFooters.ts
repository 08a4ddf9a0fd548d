import { defaultPage, type HeaderFooterParts, type PageSetup } from '../../../xlsx/model/pageSetup';
import type { SheetId } from '../../../xlsx/model/snapshot';
import { aBoolean, aString, oneOf } from '../check';
import { invalidArgument, notImplemented } from '../errors';
import { HostObject } from '../hostObject';
import type { HostState } from '../hostState';

const STATES = ['Default', 'FirstAndDefault', 'OddAndEven', 'FirstOddAndEven'] as const;
type State = (typeof STATES)[number];
const NO_PARTS = defaultPage().headersFooters.default;
/** What Excel allows in one header or footer. */
const MAX_LENGTH = 255;

/** Excel.HeaderFooterGroup: one set for all pages, and one for the first page and for even ones if they differ. */
export class HeadersFootersObject extends HostObject {
  readonly className = 'HeaderFooterGroup';

  constructor(
    session: HostState,
    readonly sheetId: SheetId,
  ) {
    super(session);
  }

  get state(): State {
    const { differentFirst, even } = this.session.workbook.page(this.sheetId).headersFooters;
    if (even) return differentFirst ? 'FirstOddAndEven' : 'OddAndEven';
    return differentFirst ? 'FirstAndDefault' : 'Default';
  }
  set state(value: unknown) {
    const state = oneOf(value, STATES, 'state');
    const { even = NO_PARTS, ...others } = this.session.workbook.page(this.sheetId).headersFooters;
    const headersFooters = { ...others, differentFirst: state.startsWith('First') };
    const isOddEven = state === 'OddAndEven' || state === 'FirstOddAndEven';
    this.session.workbook.setPage(this.sheetId, { headersFooters: { ...headersFooters, ...(isOddEven && { even }) } });
  }
  get useSheetMargins(): boolean {
    return true;
  }
  set useSheetMargins(value: unknown) {
    if (!aBoolean(value, 'useSheetMargins')) throw notImplemented('headers with margins of their own');
  }
  get useSheetScale(): boolean {
    return true;
  }
  set useSheetScale(value: unknown) {
    if (!aBoolean(value, 'useSheetScale')) throw notImplemented('headers with a scale of their own');
  }
  get defaultForAllPages(): HeaderFooterObject {
    return new HeaderFooterObject(this.session, this.sheetId, 'default');
  }
  get firstPage(): HeaderFooterObject {
    return new HeaderFooterObject(this.session, this.sheetId, 'first');
  }
  get oddPages(): HeaderFooterObject {
    return new HeaderFooterObject(this.session, this.sheetId, 'default');
  }
  get evenPages(): HeaderFooterObject {
    return new HeaderFooterObject(this.session, this.sheetId, 'even');
  }
}

/** Excel.HeaderFooter. */
class HeaderFooterObject extends HostObject {
  readonly className = 'HeaderFooter';

  constructor(
    session: HostState,
    readonly sheetId: SheetId,
    readonly pages: 'default' | 'first' | 'even',
  ) {
    super(session);
  }

  get leftHeader(): string {
    return this.#parts.leftHeader;
  }
  set leftHeader(value: unknown) {
    this.#change('leftHeader', value);
  }
  get centerHeader(): string {
    return this.#parts.centerHeader;
  }
  set centerHeader(value: unknown) {
    this.#change('centerHeader', value);
  }
  get rightHeader(): string {
    return this.#parts.rightHeader;
  }
  set rightHeader(value: unknown) {
    this.#change('rightHeader', value);
  }
  get leftFooter(): string {
    return this.#parts.leftFooter;
  }
  set leftFooter(value: unknown) {
    this.#change('leftFooter', value);
  }
  get centerFooter(): string {
    return this.#parts.centerFooter;
  }
  set centerFooter(value: unknown) {
    this.#change('centerFooter', value);
  }
  get rightFooter(): string {
    return this.#parts.rightFooter;
  }
  set rightFooter(value: unknown) {
    this.#change('rightFooter', value);
  }

  get #all(): PageSetup['headersFooters'] {
    return this.session.workbook.page(this.sheetId).headersFooters;
  }
  get #parts(): HeaderFooterParts {
    return this.#all[this.pages] ?? NO_PARTS;
  }
  #change(part: keyof HeaderFooterParts, value: unknown): void {
    const text = aString(value, part);
    if (text.length > MAX_LENGTH) throw invalidArgument(`${part} is longer than ${MAX_LENGTH}`);
    const parts = { ...this.#parts, [part]: text };
    if (this.#all[this.pages] === undefined) throw notImplemented('headers of even pages that are like the others');
    this.session.workbook.setPage(this.sheetId, { headersFooters: { ...this.#all, [this.pages]: parts } });
  }
}
