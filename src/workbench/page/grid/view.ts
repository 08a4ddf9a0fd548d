/** What draws the workbook: Univer's own plugins, in the words of the page. */
import { LocaleType, mergeLocales, type Univer } from '@univerjs/core';
import designEn from '@univerjs/design/locale/en-US';
import designVi from '@univerjs/design/locale/vi-VN';
import { UniverDocsPlugin } from '@univerjs/docs';
import { UniverDocsUIPlugin } from '@univerjs/docs-ui';
import docsEn from '@univerjs/docs-ui/locale/en-US';
import docsVi from '@univerjs/docs-ui/locale/vi-VN';
import { UniverRenderEnginePlugin } from '@univerjs/engine-render';
import sheetsEn from '@univerjs/sheets/locale/en-US';
import sheetsVi from '@univerjs/sheets/locale/vi-VN';
import { UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import formulaEn from '@univerjs/sheets-formula/locale/en-US';
import formulaVi from '@univerjs/sheets-formula/locale/vi-VN';
import { UniverSheetsFormulaUIPlugin } from '@univerjs/sheets-formula-ui';
import formulaUiEn from '@univerjs/sheets-formula-ui/locale/en-US';
import formulaUiVi from '@univerjs/sheets-formula-ui/locale/vi-VN';
import { UniverSheetsUIPlugin } from '@univerjs/sheets-ui';
import sheetsUiEn from '@univerjs/sheets-ui/locale/en-US';
import sheetsUiVi from '@univerjs/sheets-ui/locale/vi-VN';
import { UniverUIPlugin } from '@univerjs/ui';
import uiEn from '@univerjs/ui/locale/en-US';
import uiVi from '@univerjs/ui/locale/vi-VN';
import type { Language } from '../../../locales';
import type { EngineView } from '../../../stand-in/workbook/engine';
import { HIDDEN_MENUS } from './hiddenMenus';
import '@univerjs/design/lib/index.css';
import '@univerjs/ui/lib/index.css';
import '@univerjs/docs-ui/lib/index.css';
import '@univerjs/sheets-ui/lib/index.css';
import '@univerjs/sheets-formula-ui/lib/index.css';

/** What the cell editor wants of Univer's formulas, without those parts that calculate or rewrite by themselves. */
class FormulaLocales extends UniverSheetsFormulaPlugin {
  override onReady(): void {
    // Nothing is started: see the class.
  }
  override onRendered(): void {
    // Likewise.
  }
}

const UNIVER_LOCALES: Record<Language, EngineView['words']> = {
  vi: {
    locale: LocaleType.VI_VN,
    locales: {
      [LocaleType.VI_VN]: mergeLocales(designVi, uiVi, docsVi, sheetsVi, sheetsUiVi, formulaVi, formulaUiVi),
    },
  },
  en: {
    locale: LocaleType.EN_US,
    locales: {
      [LocaleType.EN_US]: mergeLocales(designEn, uiEn, docsEn, sheetsEn, sheetsUiEn, formulaEn, formulaUiEn),
    },
  },
};

/** Draws the workbook into an element: formula bar, grid, tabs and zoom, without Univer's own tool bar. */
export function createView(container: HTMLElement, language: Language): EngineView {
  return {
    words: UNIVER_LOCALES[language],
    before: (univer: Univer) => {
      univer.registerPlugin(UniverRenderEnginePlugin);
      univer.registerPlugin(UniverUIPlugin, {
        container,
        header: true,
        toolbar: false,
        headerMenu: false,
        footer: true,
      });
      univer.registerPlugin(UniverDocsPlugin);
      univer.registerPlugin(UniverDocsUIPlugin);
    },
    after: (univer: Univer) => {
      univer.registerPlugin(UniverSheetsUIPlugin, {
        menu: HIDDEN_MENUS,
        disableForceStringAlert: true,
        disableForceStringMark: true,
      });
      univer.registerPlugin(FormulaLocales);
      univer.registerPlugin(UniverSheetsFormulaUIPlugin);
    },
  };
}
