import { LocaleType, mergeLocales, type Univer } from '@univerjs/core';
import { UniverRenderEnginePlugin } from '@univerjs/engine-render';
import { UniverUIPlugin } from '@univerjs/ui';
import { UniverDocsPlugin } from '@univerjs/docs';
import { UniverDocsUIPlugin } from '@univerjs/docs-ui';
import { UniverSheetsUIPlugin } from '@univerjs/sheets-ui';
import { UniverSheetsNumfmtPlugin } from '@univerjs/sheets-numfmt';
import designVi from '@univerjs/design/locale/vi-VN';
import uiVi from '@univerjs/ui/locale/vi-VN';
import docsUiVi from '@univerjs/docs-ui/locale/vi-VN';
import sheetsVi from '@univerjs/sheets/locale/vi-VN';
import sheetsUiVi from '@univerjs/sheets-ui/locale/vi-VN';
import type { EngineView } from '../workbook/engine';
import '@univerjs/design/lib/index.css';
import '@univerjs/ui/lib/index.css';
import '@univerjs/docs-ui/lib/index.css';
import '@univerjs/sheets-ui/lib/index.css';

export function viewIn(container: string): EngineView {
  return {
    words: {
      locale: LocaleType.VI_VN,
      locales: { [LocaleType.VI_VN]: mergeLocales(designVi, uiVi, docsUiVi, sheetsVi, sheetsUiVi) },
    },
    before: (univer: Univer) => {
      univer.registerPlugin(UniverRenderEnginePlugin);
      univer.registerPlugin(UniverUIPlugin, { container, header: false, toolbar: false, footer: true });
      univer.registerPlugin(UniverDocsPlugin);
      univer.registerPlugin(UniverDocsUIPlugin);
    },
    after: (univer: Univer) => {
      univer.registerPlugin(UniverSheetsUIPlugin);
      univer.registerPlugin(UniverSheetsNumfmtPlugin);
    },
  };
}
