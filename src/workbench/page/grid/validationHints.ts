/** Shows what the validation of the selected cell has to say, as Excel does: its message, and the arrow of its list. */
import type { Injector } from '@univerjs/core';
import { SheetCanvasPopManagerService } from '@univerjs/sheets-ui';
import { ComponentManager, ILayoutService } from '@univerjs/ui';
import type { UniverWorkbook } from '../../../stand-in/workbook';
import type { SheetId } from '../../../xlsx/model/snapshot';
import { ValidationPopup, type ValidationHint } from './ValidationPopup';

const COMPONENT = 'workbench.cell-aid';
/** Longer lists are not looked through by scrolling. */
const MAX_CHOICES = 200;

export class ValidationHints {
  private shown: { dispose(): void } | null = null;
  private opener: (() => void) | null = null;
  private asked = 0;
  private readonly registered: { dispose(): void };
  private readonly stop: () => void;

  constructor(
    private readonly workbook: UniverWorkbook,
    private readonly injector: Injector,
    private readonly label: string,
    private readonly type: (sheet: SheetId, row: number, column: number, text: string) => void,
  ) {
    this.registered = injector.get(ComponentManager).register(COMPONENT, ValidationPopup);
    const open = (event: KeyboardEvent): void => {
      if (!event.altKey || event.key !== 'ArrowDown' || !this.opener) return;
      event.preventDefault();
      event.stopPropagation();
      this.opener();
    };
    window.addEventListener('keydown', open, { capture: true });
    this.stop = () => window.removeEventListener('keydown', open, { capture: true });
  }

  /** Shows the aid of a cell in place of whatever is shown; nothing where the cell has none. */
  async show(sheet: SheetId, row: number, column: number): Promise<void> {
    const asked = (this.asked += 1);
    this.hide();
    const rule = this.workbook.ruleAt(sheet, row, column);
    if (!rule) return;
    const choices = (await this.workbook.listAt(sheet, row, column)) ?? [];
    const message = rule.showPrompt ? (rule.prompt ?? '') : '';
    if (asked !== this.asked || (choices.length === 0 && message === '')) return;
    const aid: ValidationHint = {
      title: rule.promptTitle ?? '',
      message,
      choices: choices.slice(0, MAX_CHOICES),
      label: this.label,
      choose: (text) => this.type(sheet, row, column, text),
      leave: () => this.injector.get(ILayoutService).focus(),
      onOpener: (open) => (this.opener = open),
    };
    const popup = { componentKey: COMPONENT, direction: 'right-top', extraProps: { aid } } as const;
    const manager = this.injector.get(SheetCanvasPopManagerService);
    const unit = this.workbook.engine.unitId;
    this.shown = manager.attachPopupToCell(row, column, { ...popup, offset: [2, 0] }, unit, sheet) ?? null;
  }

  hide(): void {
    this.shown?.dispose();
    this.shown = null;
  }

  dispose(): void {
    this.asked += 1;
    this.hide();
    this.stop();
    this.registered.dispose();
  }
}
