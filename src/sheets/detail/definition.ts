/** *Chi tiết*: every criterion of every unit in one table of live figures. */
import { finding } from '../../covenant/findings';
import { fingerprint } from '../../covenant/fingerprint';
import { done, refused } from '../../covenant/outcome';
import { LOCKED_PROTECTION } from '../../spreadsheet/draft';
import type { DocumentDefinition } from '../definition';
import { clusterRefs, unitRefs } from '../shared/evaluation';
import { isStale } from '../shared/stale';
import { detailPlan, detailWords } from './plan';
import { tableParts, unitColumn } from './table';
import { words } from './words';

const { sheetName } = words;
const STALE_COLUMN = 'number';

export const detail: DocumentDefinition<'detail'> = {
  type: 'detail',
  scope: 'document',
  content: 'result',
  sheetName,
  protection: LOCKED_PROTECTION,
  printed: detailWords,
  guarded: true,
  staleColumn: STALE_COLUMN,
  draw({ covenant, reading }, take) {
    const { units } = covenant.cluster;
    const missing = units.filter(({ id }) => !reading.unitSheets.has(id));
    if (missing.length > 0) return refused(missing.map(({ name }) => finding('sheet-missing', null, { unit: name })));
    const refs = { units: unitRefs(reading, units), summary: clusterRefs(reading).summary };
    const of = tableParts(units.length);
    const parts = Array.from({ length: of }, (_, index) => index + 1);
    return done({ plans: parts.map((part) => detailPlan(covenant, refs, { name: take(sheetName), part, of })) });
  },
  isOutdated(sheets, { covenant }) {
    const version = fingerprint(covenant);
    return (
      sheets.some((sheet) => sheet.key.version !== version || isStale(sheet, STALE_COLUMN)) ||
      !covenant.cluster.units.every(({ id }) =>
        sheets.some(({ layout }) => layout.column(unitColumn(id)) !== undefined),
      )
    );
  },
};
