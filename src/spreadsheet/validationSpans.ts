/**
 * Validation in fewer calls. A rule with relative references is one call for each run of cells, for it is read from the first
 * cell of its area. Runs of one column that have the same rule are written as one span over all of them; what lies between is
 * cleared, and what has another rule is written after it. Pure.
 */
import { overlap } from './areas';
import type { Area, PlanValidation } from './plan';
import { mapReferences } from './references';

/** What is written in this order: the spans, then nothing on the areas that are cleared, then the rest. */
export interface ValidationSpans {
  spans: PlanValidation[];
  cleared: Area[];
  rest: PlanValidation[];
}

/** Two calls more for what is cleared: fewer runs than this are not worth it. */
const WORTHWHILE_RUNS = 3;

interface Run {
  area: Area;
  validation: PlanValidation;
}

/** The validation of a plan as it is written into an empty sheet. */
export function validationSpans(validations: readonly PlanValidation[]): ValidationSpans {
  const groups = runGroups(validations)
    .filter((runs) => runs.length >= WORTHWHILE_RUNS)
    .sort((left, right) => right.length - left.length);
  const spans: { area: Area; runs: readonly Run[] }[] = [];
  for (const runs of groups) {
    const area = spanOf(runs);
    // Of two spans the later would take the cells of the earlier one.
    if (!spans.some((one) => overlap(one.area, area))) spans.push({ area, runs });
  }
  const spanned = new Set(spans.flatMap(({ runs }) => runs.map(({ validation }) => validation)));
  return {
    spans: spans.flatMap(({ area, runs: [first] }) => (first ? [{ ...first.validation, areas: [area] }] : [])),
    cleared: spans.flatMap(({ runs }) => gapsOf(runs)),
    rest: validations.filter((one) => !spanned.has(one)),
  };
}

/** Runs of one column whose rules are the same when they are read from the same cell, from the top down. */
function runGroups(validations: readonly PlanValidation[]): Run[][] {
  const groups = new Map<string, Run[]>();
  for (const validation of validations) {
    const [area, ...others] = validation.areas;
    if (validation.rule.type !== 'custom' || area === undefined || others.length > 0) continue;
    const key = JSON.stringify([
      area.column,
      area.columns,
      { ...validation, areas: [], rule: fromTop(validation, area) },
    ]);
    groups.set(key, [...(groups.get(key) ?? []), { area, validation }]);
  }
  return [...groups.values()].map((runs) => runs.toSorted((left, right) => left.area.row - right.area.row));
}

/** The rule as it would read in the first row; rows that a formula names from above may be negative. */
function fromTop({ rule }: PlanValidation, { row }: Area): string {
  if (rule.type !== 'custom') return '';
  return mapReferences(rule.formula, (to, fixed) => (fixed.row ? to : { ...to, row: to.row - row }));
}

function spanOf(runs: readonly Run[]): Area {
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last) throw new RangeError('a span of no runs');
  return { ...first.area, rows: last.area.row + last.area.rows - first.area.row };
}

/** The rows of a span between its runs. */
function gapsOf(runs: readonly Run[]): Area[] {
  return runs.slice(1).flatMap(({ area }, index): Area[] => {
    const above = runs[index]?.area;
    const from = above ? above.row + above.rows : area.row;
    return from < area.row ? [{ ...area, row: from, rows: area.row - from }] : [];
  });
}
