/** The fonts, fills and locks of a range. */
import { aBoolean, aColour, aNumber, aString, oneOf } from '../check';
import { invalidArgument, notImplemented } from '../errors';
import { HostObject } from '../hostObject';
import type { Place } from '../place';
import type { HostState } from '../hostState';
import { nameOf, setStyle, styleOf } from './styles';

const UNDERLINE = { None: 'none', Single: 'single', Double: 'double' } as const;

abstract class StylePart extends HostObject {
  constructor(
    session: HostState,
    readonly place: Place,
  ) {
    super(session);
  }
}

/** Excel.RangeFont. */
export class FontObject extends StylePart {
  readonly className = 'RangeFont';

  get name(): string | null {
    return styleOf(this.session, this.place, 'fontName');
  }
  set name(value: unknown) {
    const name = aString(value, 'name');
    if (name === '' || name.length > 31) throw invalidArgument(`the font ${name}`);
    setStyle(this.session, this.place, { fontName: name });
  }
  get size(): number | null {
    return styleOf(this.session, this.place, 'fontSize');
  }
  set size(value: unknown) {
    setStyle(this.session, this.place, { fontSize: aNumber(value, 'size', 1, 409) });
  }
  get bold(): boolean | null {
    return styleOf(this.session, this.place, 'bold');
  }
  set bold(value: unknown) {
    setStyle(this.session, this.place, { bold: aBoolean(value, 'bold') });
  }
  get italic(): boolean | null {
    return styleOf(this.session, this.place, 'italic');
  }
  set italic(value: unknown) {
    setStyle(this.session, this.place, { italic: aBoolean(value, 'italic') });
  }
  get underline(): string | null {
    return nameOf(UNDERLINE, styleOf(this.session, this.place, 'underline'));
  }
  set underline(value: unknown) {
    setStyle(this.session, this.place, {
      underline: UNDERLINE[oneOf(value, ['None', 'Single', 'Double'], 'underline')],
    });
  }
  get color(): string | null {
    return styleOf(this.session, this.place, 'fontColor');
  }
  set color(value: unknown) {
    setStyle(this.session, this.place, { fontColor: aColour(value, 'color') });
  }
}

/** Excel.RangeFill. */
export class FillObject extends StylePart {
  readonly className = 'RangeFill';

  /** `#FFFFFF` without a fill, and "" where cells differ, as Excel says. */
  get color(): string {
    return styleOf(this.session, this.place, 'fill', '#FFFFFF') ?? '';
  }
  set color(value: unknown) {
    setStyle(this.session, this.place, { fill: value === '' ? null : aColour(value, 'color') });
  }
  clear(): void {
    setStyle(this.session, this.place, { fill: null });
  }
}

/** Excel.FormatProtection. */
export class FormatProtectionObject extends StylePart {
  readonly className = 'FormatProtection';

  get locked(): boolean | null {
    return styleOf(this.session, this.place, 'locked');
  }
  set locked(value: unknown) {
    setStyle(this.session, this.place, { locked: aBoolean(value, 'locked') });
  }
  /** Formulas are never hidden here: asking for it fails, saying no does nothing. */
  get formulaHidden(): boolean {
    return false;
  }
  set formulaHidden(value: unknown) {
    if (aBoolean(value, 'formulaHidden')) throw notImplemented('hidden formulas');
  }
}
