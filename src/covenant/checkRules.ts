/** Rules that refer to criteria: the line of late hand-ins, and sections used as tie-breaks. */
import { allLines, type CriteriaSet } from './criteria';
import type { FieldProblem } from './findingData';
import { finding, type Finding } from './findings';
import { kindOf } from './kinds';
import { nameKey } from './names';
import type { Rules } from './rules';

/** The cell of the line of late hand-ins, or of the tie-break at a position (from 0). */
export type PlaceOfRule = (field: 'lateLine' | 'tieBreaks', position: number) => Finding['place'];

/** References that do not hold: to a missing line or first-level section, or to a line without a numeric figure. */
export function checkRules(rules: Rules, criteria: CriteriaSet, placeOf: PlaceOfRule = () => null): Finding[] {
  const findings: Finding[] = [];
  const report = (field: Parameters<PlaceOfRule>[0], position: number, problem: FieldProblem, value: string): void => {
    findings.push(finding('field-invalid', placeOf(field, position), { field, problem, value }));
  };
  if (rules.lateLine !== '') {
    const line = allLines(criteria).find(({ code }) => nameKey(code) === nameKey(rules.lateLine));
    if (!line) report('lateLine', 0, 'unknownLine', rules.lateLine);
    else if (!takesNumber(kindOf(line).figureRule(line))) report('lateLine', 0, 'notUsedByKind', rules.lateLine);
  }
  rules.tieBreaks.forEach((tieBreak, position) => {
    if (tieBreak.by === 'section' && topSection(criteria, tieBreak.section) === undefined)
      report('tieBreaks', position, 'unknownTopSection', tieBreak.section);
  });
  return findings;
}

function takesNumber(rule: ReturnType<ReturnType<typeof kindOf>['figureRule']>): boolean {
  return rule !== null && rule.type !== 'mark';
}

function topSection({ sections }: CriteriaSet, code: string): string | undefined {
  return sections.find((section) => nameKey(section.code) === nameKey(code))?.code;
}

/** The rules with codes as spelled in the criteria: "ii" may have been entered for "II". */
export function withCodesOf(rules: Rules, criteria: CriteriaSet): Rules {
  const line = allLines(criteria).find(({ code }) => nameKey(code) === nameKey(rules.lateLine));
  return {
    ...rules,
    lateLine: line?.code ?? rules.lateLine,
    tieBreaks: rules.tieBreaks.map((one) =>
      one.by === 'section' ? { ...one, section: topSection(criteria, one.section) ?? one.section } : one,
    ),
  };
}
