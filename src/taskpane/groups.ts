/** Findings as a person goes through them: by the sheet they stand on, filtered by severity and by unit. Pure. */
import type { Overview } from '../workbook/overview';
import { type Finding, isProposal } from '../covenant/findings';

export interface Filter {
  severity: 'all' | 'error' | 'warning';
  /** The unit's id; '' for all. */
  unit: string;
}

export const NO_FILTER: Filter = { severity: 'all', unit: '' };

/** Findings of one sheet; the name '' is for what stands nowhere, as a sheet that is missing. */
export interface FindingGroup {
  sheet: string;
  findings: Finding[];
}

/** Groups in the order of the work: the whole workbook, covenant, criteria, targets, units, summary, titles, other sheets. */
export function groupFindings(overview: Overview, filter: Filter = NO_FILTER): FindingGroup[] {
  const groups = new Map<string, Finding[]>(sheetOrder(overview).map((sheet) => [sheet, []]));
  for (const one of overview.findings) {
    if (!matches(one, filter, overview)) continue;
    const sheet = one.place?.sheet ?? '';
    const group = groups.get(sheet);
    if (group) group.push(one);
    else groups.set(sheet, [one]);
  }
  return [...groups].filter(([, findings]) => findings.length > 0).map(([sheet, findings]) => ({ sheet, findings }));
}

function sheetOrder({ sheets, units }: Overview): string[] {
  const { covenant, criteria, targets, summary, titles } = sheets;
  return ['', covenant, criteria, targets, ...units.map(({ sheet }) => sheet), summary, titles].filter(
    (name) => name !== null,
  );
}

function matches(one: Finding, { severity, unit }: Filter, { units }: Overview): boolean {
  if (severity !== 'all' && one.severity !== severity) return false;
  if (unit === '') return true;
  const wanted = units.find((each) => each.unit === unit);
  if (!wanted) return false;
  const named = 'unit' in one.data ? one.data.unit : null;
  return named === wanted.name || (wanted.sheet !== null && one.place?.sheet === wanted.sheet);
}

export interface Count {
  errors: number;
  warnings: number;
}

export function countOf(findings: readonly Finding[]): Count {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: findings.length - errors };
}

/** Those that can be fixed together: proposals are decided one by one. */
export function fixable(findings: readonly Finding[]): Finding[] {
  return findings.filter((one) => one.fix && !isProposal(one));
}
