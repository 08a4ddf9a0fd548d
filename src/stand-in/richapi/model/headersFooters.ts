import type { HeaderFooterParts, PageSetup } from '../../../xlsx/model/pageSetup';
import type { SheetId } from '../../../xlsx/model/snapshot';
import { aBoolean, aString, oneOf } from '../check';
import { invalidArgument, notImplemented } from '../errors';
import { HostObject } from '../hostObject';
import type { HostState } from '../hostState';

const STATES = ['Default', 'FirstAndDefault', 'OddAndEven', 'FirstOddAndEven'] as const;
/** What Excel allows in one header or footer. */
const MAX_LENGTH = 255;

/** Excel.HeaderFooterGroup: one set for all pages, and one for the first page if it differs. */
export class HeadersFootersObject extends HostObject {
  readonly className = 'HeaderFooterGroup';

  constructor(
    session: HostState,
    readonly sheetId: SheetId,
  ) {
    super(session);
  }

  get state(): string {
    return this.session.workbook.page(this.sheetId).headersFooters.differentFirst ? 'FirstAndDefault' : 'Default';
  }
  set state(value: unknown) {
    const state = oneOf(value, STATES, 'state');
    if (state === 'OddAndEven' || state === 'FirstOddAndEven') throw notImplemented('headers for odd and even pages');
    const { headersFooters } = this.session.workbook.page(this.sheetId);
    this.session.workbook.setPage(this.sheetId, {
      headersFooters: { ...headersFooters, differentFirst: state === 'FirstAndDefault' },
    });
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
}

/** Excel.HeaderFooter. */
class HeaderFooterObject extends HostObject {
  readonly className = 'HeaderFooter';

  constructor(
    session: HostState,
    readonly sheetId: SheetId,
    readonly pages: 'default' | 'first',
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
    return this.#all[this.pages];
  }
  #change(part: keyof HeaderFooterParts, value: unknown): void {
    const text = aString(value, part);
    if (text.length > MAX_LENGTH) throw invalidArgument(`${part} is longer than ${MAX_LENGTH}`);
    const parts = { ...this.#parts, [part]: text };
    this.session.workbook.setPage(this.sheetId, { headersFooters: { ...this.#all, [this.pages]: parts } });
  }
}
