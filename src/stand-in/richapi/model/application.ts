import { oneOf } from '../check';
import { HostObject } from '../hostObject';
import type { CalculationMode } from '../../workbook/contract';

/** Excel.Application. */
export class ApplicationObject extends HostObject {
  readonly className = 'Application';

  get calculationMode(): CalculationMode {
    return this.session.workbook.calculationMode;
  }
  set calculationMode(value: unknown) {
    const modes = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const;
    const mode = oneOf(value, modes, 'calculationMode');
    const { workbook } = this.session;
    if (workbook.behaviours.calculationModeSetter === 'kept') workbook.calculationMode = mode;
  }
  get decimalSeparator(): string {
    return this.session.culture.decimalSeparator;
  }
  get thousandsSeparator(): string {
    return this.session.culture.groupSeparator;
  }
  get useSystemSeparators(): boolean {
    return true;
  }
  get cultureInfo(): CultureInfoObject {
    return new CultureInfoObject(this.session);
  }

  async calculate(calculationType: unknown): Promise<void> {
    oneOf(calculationType, ['Recalculate', 'Full', 'FullRebuild'], 'calculationType');
    await this.session.workbook.calculate();
  }
  /** Nothing to do: the stand-in never calculates or draws inside a batch unless asked or read. */
  suspendApiCalculationUntilNextSync(): void {}
  suspendScreenUpdatingUntilNextSync(): void {}
}

/** Excel.CultureInfo. */
class CultureInfoObject extends HostObject {
  readonly className = 'CultureInfo';

  get name(): string {
    return this.session.culture.name;
  }
  get numberFormat(): NumberFormatObject {
    return new NumberFormatObject(this.session);
  }
  get datetimeFormat(): DatetimeFormatObject {
    return new DatetimeFormatObject(this.session);
  }
}

/** Excel.NumberFormatInfo. */
class NumberFormatObject extends HostObject {
  readonly className = 'NumberFormatInfo';

  get numberDecimalSeparator(): string {
    return this.session.culture.decimalSeparator;
  }
  get numberGroupSeparator(): string {
    return this.session.culture.groupSeparator;
  }
}

/** Excel.DatetimeFormatInfo. */
class DatetimeFormatObject extends HostObject {
  readonly className = 'DatetimeFormatInfo';

  get dateSeparator(): string {
    return this.session.culture.dateSeparator;
  }
  get shortDatePattern(): string {
    return this.session.culture.shortDatePattern;
  }
}
