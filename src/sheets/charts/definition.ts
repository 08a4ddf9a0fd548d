/** *Biểu đồ*: the ranking and the sections as charts of live figures. */
import { finding } from '../../covenant/findings';
import { fingerprint } from '../../covenant/fingerprint';
import { done, refused } from '../../covenant/outcome';
import type { Covenant } from '../../covenant/covenant';
import { LOCKED_PROTECTION } from '../../spreadsheet/draft';
import { rowKey } from '../../spreadsheet/keys';
import { type KeyedSheet, keyedCell } from '../../spreadsheet/snapshot';
import type { DocumentDefinition } from '../definition';
import { checkFormulas } from '../shared/checkFormulas';
import type { SummaryColumn } from '../shared/columns';
import { refOf } from '../shared/evaluation';
import { chartFormulas, missingColumns } from './formulas';
import { isStale } from '../shared/stale';
import { CHART_FIRST, type ChartsColumn, hasPlaces } from './layout';
import { chartsAsMade, chartsPlan, chartsWords, drawnUnits } from './plan';
import { words } from './words';
import { words as summaryWords } from '../summary/words';

const { sheetName } = words;

export const charts: DocumentDefinition<'charts'> = {
  type: 'charts',
  scope: 'document',
  content: 'result',
  sheetName,
  protection: LOCKED_PROTECTION,
  printed: chartsWords,
  staleColumn: CHART_FIRST,
  guarded: true,
  charts: chartsAsMade,
  draw({ covenant, summary }, take) {
    const place = { sheet: summary.snapshot.name, cell: null };
    const ref = refOf(summary);
    const titles: Readonly<Record<string, string>> = summaryWords.columns;
    const missing = missingColumns(covenant.criteria, ref).map((key) =>
      finding('column-missing', place, { column: titles[key] ?? key.replace(/^section:/, '') }),
    );
    if (missing.length > 0) return refused(missing);
    const units = drawnUnits(covenant, ref);
    if (units.length === 0)
      return refused(covenant.cluster.units.map((unit) => finding('summary-row-missing', place, { unit: unit.name })));
    const penalties = units.map((id) => keyedCell(summary, rowKey.unit(id), 'penalty')?.value);
    const deepest = Math.max(0, ...penalties.filter((value) => typeof value === 'number'));
    return done({ plans: [chartsPlan(covenant, ref, { units, deepest }, take(sheetName))] });
  },
  isOutdated(sheets, { covenant, reading: { summary } }) {
    const version = fingerprint(covenant);
    return sheets.some(
      (sheet) =>
        sheet.key.version !== version ||
        isStale(sheet, CHART_FIRST) ||
        (summary !== null &&
          (!hasPlaces(sheet.layout, drawnUnits(covenant, summary).length) ||
            hasOtherFormulas(covenant, sheet, summary))),
    );
  },
};

/** Whether its figures come from other cells than they would now; those that are lost have findings of their own. */
function hasOtherFormulas(
  covenant: Covenant,
  sheet: KeyedSheet<ChartsColumn>,
  summary: KeyedSheet<SummaryColumn>,
): boolean {
  const { formulas } = sheet.snapshot;
  if (formulas?.flat().some((one) => String(one).includes('#REF!'))) return false;
  const ref = refOf(summary);
  const units = drawnUnits(covenant, ref);
  return checkFormulas(sheet, chartFormulas(covenant.criteria, sheet.layout, ref, units)).length > 0;
}
