/** The rule and the look of a conditional format by formula. */
import type { ConditionalFormat } from '../../../xlsx/model/rules';
import type { SheetId } from '../../../xlsx/model/snapshot';
import { aBoolean, aColour, aString } from '../check';
import { missing } from '../errors';
import { checkFormula } from '../formulaSyntax';
import { HostObject } from '../hostObject';
import type { HostState } from '../hostState';

abstract class FormatPart extends HostObject {
  constructor(
    session: HostState,
    readonly sheetId: SheetId,
    readonly formatId: string,
  ) {
    super(session);
  }
}

/** Throws ItemNotFound for a conditional format that is gone. */
export function findFormat(session: HostState, sheet: SheetId, id: string): ConditionalFormat {
  const found = session.workbook.conditionalFormats(sheet).find((format) => format.id === id);
  return found ?? missing(`the conditional format ${id}`);
}

const formatOf = ({ session, sheetId, formatId }: FormatPart): ConditionalFormat =>
  findFormat(session, sheetId, formatId);

/** Changes the given properties of the look; undefined takes one away. */
function restyle(
  part: FormatPart,
  patch: { [K in keyof ConditionalFormat['style']]: ConditionalFormat['style'][K] | undefined },
): void {
  const merged = { ...formatOf(part).style, ...patch };
  const style: ConditionalFormat['style'] = {
    ...(merged.fontColor === undefined ? {} : { fontColor: merged.fontColor }),
    ...(merged.fill === undefined ? {} : { fill: merged.fill }),
    ...(merged.bold === undefined ? {} : { bold: merged.bold }),
    ...(merged.italic === undefined ? {} : { italic: merged.italic }),
    ...(merged.numberFormat === undefined ? {} : { numberFormat: merged.numberFormat }),
  };
  part.session.workbook.updateConditionalFormat(part.sheetId, part.formatId, { style });
}

/** Excel.CustomConditionalFormat. */
export class CustomFormatObject extends FormatPart {
  readonly className = 'CustomConditionalFormat';

  get rule(): RuleObject {
    return new RuleObject(this.session, this.sheetId, this.formatId);
  }
  get format(): RangeFormatPart {
    return new RangeFormatPart(this.session, this.sheetId, this.formatId);
  }
}

/** Excel.ConditionalFormatRule. */
class RuleObject extends FormatPart {
  readonly className = 'ConditionalFormatRule';

  get formula(): string {
    return formatOf(this).formula;
  }
  set formula(value: unknown) {
    const text = aString(value, 'formula');
    const formula = text.startsWith('=') ? text : `=${text}`;
    checkFormula(formula);
    this.session.workbook.updateConditionalFormat(this.sheetId, this.formatId, { formula });
  }
}

/** Excel.ConditionalRangeFormat. */
class RangeFormatPart extends FormatPart {
  readonly className = 'ConditionalRangeFormat';

  get font(): FontPart {
    return new FontPart(this.session, this.sheetId, this.formatId);
  }
  get fill(): FillPart {
    return new FillPart(this.session, this.sheetId, this.formatId);
  }
  /** null where the cell's own stays. */
  get numberFormat(): string | null {
    return formatOf(this).style.numberFormat ?? null;
  }
  set numberFormat(value: unknown) {
    restyle(this, { numberFormat: aString(value, 'numberFormat') });
  }
}

/** Excel.ConditionalRangeFont. */
class FontPart extends FormatPart {
  readonly className = 'ConditionalRangeFont';

  get color(): string {
    return formatOf(this).style.fontColor ?? '';
  }
  set color(value: unknown) {
    restyle(this, { fontColor: aColour(value, 'color') });
  }
  get bold(): boolean | null {
    return formatOf(this).style.bold ?? null;
  }
  set bold(value: unknown) {
    restyle(this, { bold: aBoolean(value, 'bold') });
  }
  get italic(): boolean | null {
    return formatOf(this).style.italic ?? null;
  }
  set italic(value: unknown) {
    restyle(this, { italic: aBoolean(value, 'italic') });
  }
  clear(): void {
    restyle(this, { fontColor: undefined, bold: undefined, italic: undefined });
  }
}

/** Excel.ConditionalRangeFill. */
class FillPart extends FormatPart {
  readonly className = 'ConditionalRangeFill';

  get color(): string {
    return formatOf(this).style.fill ?? '';
  }
  set color(value: unknown) {
    restyle(this, { fill: aColour(value, 'color') });
  }
  clear(): void {
    restyle(this, { fill: undefined });
  }
}
