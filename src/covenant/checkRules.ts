/** Rules that name parts of the criteria: the line of late hand-ins, and sections that part equal totals. */
import { allLines, type CriteriaSet } from './criteria';
import { type FieldProblem, finding, type Finding } from './findings';
import { kindOf } from './kinds';
import { nameKey } from './names';
import type { Rules } from './rules';

/** Where the line of late hand-ins, or the tie-break at a position (from 0), stands. */
export type PlaceOfRule = (field: 'lateLine' | 'tieBreaks', position: number) => Finding['place'];

/** What does not hold between rules and criteria: a line or a section of the first level that is not there, a line without a number. */
export function checkRules(rules: Rules, criteria: CriteriaSet, placeOf: PlaceOfRule = () => null): Finding[] {
  const findings: Finding[] = [];
  const complain = (
    field: Parameters<PlaceOfRule>[0],
    position: number,
    problem: FieldProblem,
    value: string,
  ): void => {
    findings.push(finding('field-invalid', placeOf(field, position), { field, problem, value }));
  };
  if (rules.lateLine !== '') {
    const line = allLines(criteria).find(({ code }) => nameKey(code) === nameKey(rules.lateLine));
    if (!line) complain('lateLine', 0, 'unknownLine', rules.lateLine);
    else if (!takesNumber(kindOf(line).figureRule(line))) complain('lateLine', 0, 'notUsedByKind', rules.lateLine);
  }
  rules.tieBreaks.forEach((tieBreak, position) => {
    if (tieBreak.by === 'section' && topSection(criteria, tieBreak.section) === undefined)
      complain('tieBreaks', position, 'unknownTopSection', tieBreak.section);
  });
  return findings;
}

function takesNumber(rule: ReturnType<ReturnType<typeof kindOf>['figureRule']>): boolean {
  return rule !== null && rule.type !== 'mark';
}

function topSection({ sections }: CriteriaSet, code: string): string | undefined {
  return sections.find((section) => nameKey(section.code) === nameKey(code))?.code;
}

/** The rules with codes written as the criteria write them: a person may have typed "ii" for "II". */
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
