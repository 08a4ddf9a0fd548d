/** The one next step of the work, from where it stands. Pure. */
import type { Overview, UnitOverview } from '../workbook/overview';
import { type Finding, openDecisions } from '../covenant/findings';
import type { CellPlace } from '../covenant/cell';
import { deferredNames, isLetPass } from '../scoring/entries';
import type { WorkStep } from '../commands/command';

export type NextStep =
  | { type: 'newCovenant' }
  | { type: 'fixCovenant'; errors: number; place: CellPlace | null }
  | { type: 'updateSheets' }
  | { type: 'insertSheets' }
  | { type: 'fillIn'; unit: string; lines: number; place: CellPlace }
  | { type: 'fixErrors'; errors: number }
  | { type: 'agree'; units: string[]; place: CellPlace }
  | { type: 'decide'; decisions: number; place: CellPlace | null }
  | { type: 'breakTie'; title: string; units: string; place: CellPlace | null }
  | { type: 'rank'; again: boolean }
  | { type: 'sealAgain' }
  | { type: 'print' };

export function nextStep(overview: Overview): NextStep {
  return (
    covenantStep(overview) ??
    updateStep(overview) ??
    sheetsStep(overview) ??
    fillInStep(overview) ??
    errorsStep(overview) ??
    agreeStep(overview) ??
    decideStep(overview) ??
    tieStep(overview) ??
    rankStep(overview) ??
    sealStep(overview) ?? { type: 'print' }
  );
}

/** The step of the work that a next step belongs to. */
export function workStepOf({ type }: NextStep): WorkStep {
  return WORK_STEP_OF[type];
}

const WORK_STEP_OF: Readonly<Record<NextStep['type'], WorkStep>> = {
  newCovenant: 'covenant',
  fixCovenant: 'covenant',
  updateSheets: 'covenant',
  insertSheets: 'score',
  fillIn: 'score',
  fixErrors: 'check',
  agree: 'score',
  decide: 'rank',
  breakTie: 'rank',
  rank: 'rank',
  sealAgain: 'print',
  print: 'print',
};

function covenantStep({ covenant, sheets, findings }: Overview): NextStep | null {
  if (sheets.covenant === null && sheets.criteria === null) return { type: 'newCovenant' };
  const errors = findings.filter(
    ({ severity, place }) =>
      severity === 'error' &&
      (covenant === null || (place !== null && [sheets.covenant, sheets.criteria].includes(place.sheet))),
  );
  if (errors.length === 0) return covenant === null ? { type: 'newCovenant' } : null;
  return { type: 'fixCovenant', errors: errors.length, place: errors.find(({ place }) => place)?.place ?? null };
}

/** Sheets of other criteria are brought up to the covenant before anything else is done with them. */
function updateStep({ update, findings }: Overview): NextStep | null {
  const isOther = findings.some(({ code }) => code === 'sheet-of-other-criteria');
  return update?.isDue === true && isOther ? { type: 'updateSheets' } : null;
}

/** What inserting would add. */
const INSERTABLE: readonly Finding['code'][] = [
  'sheet-missing',
  'summary-missing',
  'targets-missing',
  'titles-missing',
  'summary-row-missing',
];

/** Whether inserting would add something. */
export function wantsSheets({ findings }: Overview): boolean {
  return findings.some(({ code }) => INSERTABLE.includes(code));
}

function sheetsStep(overview: Overview): NextStep | null {
  return wantsSheets(overview) ? { type: 'insertSheets' } : null;
}

/** Excluded units take no place, and the result of the others does not wait for deferred ones. */
function counted({ units }: Overview): UnitOverview[] {
  return units.filter(({ eligibility }) => eligibility !== 'excluded' && eligibility !== 'deferred');
}

/** How many units are complete, of those that are waited for. */
export function completeness(overview: Overview): { complete: number; of: number } {
  const units = counted(overview);
  return { complete: units.filter(isComplete).length, of: units.length };
}

export function isComplete({ sheet, missing }: UnitOverview): boolean {
  return sheet !== null && missing === 0;
}

/** Whether the result is agreed: every unit that takes a place is complete and agreed, and nothing is wrong. */
export function isAgreed({ covenant, provisional }: Overview): boolean {
  return covenant !== null && !provisional;
}

/** How far the result has come; a seal that no longer holds goes before everything else. */
export function standingOf(overview: Overview): 'provisional' | 'agreed' | 'sealed' | 'sealChanged' {
  if (overview.sealed?.state === 'changed') return 'sealChanged';
  if (!isAgreed(overview)) return 'provisional';
  return overview.sealed ? 'sealed' : 'agreed';
}

/** The unit that has most left to fill in, at its first blank line. */
function fillInStep(overview: Overview): NextStep | null {
  const begun = counted(overview).flatMap((unit) => {
    const blank = overview.findings.find(({ code, place }) => code === 'line-blank' && place?.sheet === unit.sheet);
    return blank?.place ? [{ unit, place: blank.place }] : [];
  });
  const [first] = begun.sort((left, right) => right.unit.missing - left.unit.missing);
  return first ? { type: 'fillIn', unit: first.unit.name, lines: first.unit.missing, place: first.place } : null;
}

function errorsStep(overview: Overview): NextStep | null {
  const excluded = overview.units.filter(({ eligibility }) => eligibility === 'excluded').map(({ sheet }) => sheet);
  const deferred = deferredNames(overview.units);
  const errors = overview.findings.filter(
    (one) => one.severity === 'error' && !excluded.includes(one.place?.sheet ?? '') && !isLetPass(one, deferred),
  ).length;
  return errors === 0 ? null : { type: 'fixErrors', errors };
}

function agreeStep(overview: Overview): NextStep | null {
  const waiting = counted(overview).filter(({ stage }) => stage !== 'agreed');
  const [first] = waiting;
  if (!first || first.sheet === null) return null;
  const place = { sheet: first.sheet, cell: first.stageCell };
  return { type: 'agree', units: waiting.map(({ name }) => name), place };
}

/** What the cluster has to decide, but for ties, which have a sentence of their own. */
export function decisionsOf(findings: readonly Finding[]): Finding[] {
  return openDecisions(findings).filter(({ code }) => code !== 'tie-at-quota');
}

function decideStep({ findings }: Overview): NextStep | null {
  const open = decisionsOf(findings);
  const [first] = open;
  return first ? { type: 'decide', decisions: open.length, place: first.place } : null;
}

function tieStep({ findings }: Overview): NextStep | null {
  for (const one of findings)
    if (one.code === 'tie-at-quota')
      return { type: 'breakTie', title: one.data.title, units: one.data.units, place: one.place };
  return null;
}

function rankStep({ ranked }: Overview): NextStep | null {
  return ranked === 'current' ? null : { type: 'rank', again: ranked === 'stale' };
}

/** Sealing is the cluster's own choice; what was sealed and no longer holds is not. */
function sealStep({ sealed }: Overview): NextStep | null {
  return sealed?.state === 'changed' ? { type: 'sealAgain' } : null;
}
