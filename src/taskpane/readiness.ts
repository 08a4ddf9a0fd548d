/** Which sheets are printed, and how ready each is. Pure. */
import type { Overview, UnitOverview } from '../workbook/overview';
import { isAgreed } from './nextStep';

export type Readiness =
  | { type: 'ready' | 'provisional' | 'notRanked' | 'stale' | 'outdated' }
  | { type: 'incomplete'; lines: number }
  | { type: 'errors'; errors: number };

export interface PrintedSheet {
  sheet: string;
  readiness: Readiness;
  /** Place and date have not been filled in. */
  undated: boolean;
  /** null where they are left to the printer, or were not counted yet. */
  pages: number | null;
}

/** What the covenant does not say yet and paper wants. */
export type MissingText = 'superior' | 'period' | 'head' | 'meeting';

/** The units' sheets first, then those of the cluster, as they are signed; sheets that are not there are left out. */
export function printedSheets(overview: Overview, pages: ReadonlyMap<string, number>): PrintedSheet[] {
  const { sheets, documents, units, facts } = overview;
  const printed = (sheet: string | null, readiness: Readiness): PrintedSheet[] =>
    sheet === null
      ? []
      : [{ sheet, readiness, undated: facts?.undated.includes(sheet) ?? false, pages: pages.get(sheet) ?? null }];
  const plain = (sheet: string | null): PrintedSheet[] =>
    printed(sheet, errorsOn(overview, sheet) ?? { type: 'ready' });
  const ranked = (sheet: string | null): PrintedSheet[] =>
    printed(sheet, errorsOn(overview, sheet) ?? rankingOf(overview));
  return [
    ...units.flatMap((unit) => printed(unit.sheet, readinessOf(unit))),
    ...ranked(sheets.summary),
    ...ranked(sheets.titles),
    ...documents.flatMap((document) =>
      document.sheets.flatMap((sheet) => {
        if (document.outdated) return printed(sheet, { type: 'outdated' });
        return document.content === 'result' ? ranked(sheet) : plain(sheet);
      }),
    ),
    ...plain(sheets.targets),
    ...plain(sheets.covenant),
    ...plain(sheets.criteria),
  ];
}

export function missingTexts({ covenant, facts }: Overview): MissingText[] {
  if (!covenant || !facts) return [];
  const texts: Readonly<Record<MissingText, string>> = {
    superior: facts.superior,
    period: covenant.period,
    head: facts.head,
    meeting: facts.days.meeting,
  };
  const all: readonly MissingText[] = ['superior', 'period', 'head', 'meeting'];
  return all.filter((one) => texts[one] === '');
}

function readinessOf({ missing, errors, stage }: UnitOverview): Readiness {
  if (missing > 0) return { type: 'incomplete', lines: missing };
  if (errors > 0) return { type: 'errors', errors };
  return { type: stage === 'agreed' ? 'ready' : 'provisional' };
}

function errorsOn({ findings }: Overview, sheet: string | null): Readiness | null {
  const errors = findings.filter(({ severity, place }) => severity === 'error' && place?.sheet === sheet).length;
  return errors === 0 ? null : { type: 'errors', errors };
}

function rankingOf(overview: Overview): Readiness {
  if (overview.ranked === 'never') return { type: 'notRanked' };
  if (overview.ranked === 'stale') return { type: 'stale' };
  return { type: isAgreed(overview) ? 'ready' : 'provisional' };
}
