/**
 * The criteria set: a tree of sections and criteria whose declared points equal the sum of their children, and the agreed
 * bonus and penalty items.
 */
import { nameKey, spellingKey } from './names';
import { z } from 'zod';
import { finding, type Finding } from './findings';
import { type Criterion, criterionSchema, kindOf } from './kinds';
import { type Part, pointsFromZero, positivePoints } from './kinds/kind';
import { type Hundredths, sum } from './points';
import { rulesSchema } from './rules';

export interface Section {
  kind: 'section';
  code: string;
  number: string;
  title: string;
  note: string;
  proposed: boolean;
  /** The sum of its children. */
  standard: Hundredths;
  children: Node[];
}
export type Node = Section | Criterion;

/** A section with its children, as in JSON. */
export const sectionSchema: z.ZodType<Section> = z.object({
  kind: z.literal('section'),
  code: z.string().trim().min(1).max(30),
  number: z.string().trim().max(20).default(''),
  title: z.string().trim().min(1).max(32_000),
  note: z.string().trim().max(2_000).default(''),
  proposed: z.boolean().default(false),
  standard: pointsFromZero,
  get children() {
    return z.array(z.union([sectionSchema, criterionSchema]));
  },
});

export const criteriaSetSchema = z.object({
  id: z.string().trim().min(1).max(60),
  title: z.string().trim().min(1).max(300),
  version: z.string().trim().min(1).max(30),
  /** The sum of the standard points, usually 100. */
  scale: positivePoints,
  legalBasis: z.string().trim().max(2_000).default(''),
  source: z.string().trim().max(2_000).default(''),
  /** What is not from the source but proposed, to be agreed. */
  proposal: z.string().trim().max(2_000).default(''),
  /** The default rules for these criteria. */
  rules: rulesSchema.prefault({}),
  sections: z.array(sectionSchema),
  bonuses: z.array(criterionSchema),
  penalties: z.array(criterionSchema),
});

export type CriteriaSet = z.output<typeof criteriaSetSchema>;

export function isSection(node: Node): node is Section {
  return node.kind === 'section';
}

/** Every section and criterion of a part of the tree, parents before children, in printed order. */
export function walk(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => (isSection(node) ? [node, ...walk(node.children)] : [node]));
}

/** All scored lines of one part, in printed order. */
export function linesOf(set: CriteriaSet, part: Part): Criterion[] {
  const nodes: readonly Node[] = { standard: set.sections, bonus: set.bonuses, penalty: set.penalties }[part];
  return walk(nodes).filter((node): node is Criterion => !isSection(node));
}

/** All scored lines: standard, then bonus, then penalty. */
export function allLines(set: CriteriaSet): Criterion[] {
  return [...linesOf(set, 'standard'), ...linesOf(set, 'bonus'), ...linesOf(set, 'penalty')];
}

/**
 * Errors of a criteria set as a whole: wrong sums, empty sections, duplicate codes, items in the wrong part. A caller that
 * read the set from a sheet passes `placeOf`, the cell of a code's field; without it the findings have no place.
 */
export function checkCriteria(
  set: CriteriaSet,
  placeOf: (code: string | null, field: string) => Finding['place'] = () => null,
): Finding[] {
  return [...checkSums(set, placeOf), ...checkCodes(set, placeOf), ...checkParts(set, placeOf)];
}

type PlaceOf = (code: string | null, field: string) => Finding['place'];

function checkSums(set: CriteriaSet, placeOf: PlaceOf): Finding[] {
  const findings: Finding[] = [];
  if (linesOf(set, 'standard').length === 0) findings.push(finding('no-criteria', placeOf(null, 'code'), {}));
  for (const node of walk(set.sections)) {
    if (!isSection(node)) continue;
    const place = placeOf(node.code, 'standard');
    const added = sum(node.children.map((child) => standardOf(child)));
    if (node.children.length === 0) findings.push(finding('section-empty', place, { section: node.code }));
    else if (added !== node.standard)
      findings.push(finding('sum-differs', place, { section: node.code, declared: node.standard, sum: added }));
  }
  const total = sum(set.sections.map((section) => section.standard));
  if (set.sections.length > 0 && total !== set.scale)
    findings.push(finding('sum-differs', placeOf(null, 'scale'), { section: '', declared: set.scale, sum: total }));
  return findings;
}

function standardOf(node: Node): Hundredths {
  return isSection(node) ? node.standard : kindOf(node).maximum(node);
}

function checkCodes(set: CriteriaSet, placeOf: PlaceOf): Finding[] {
  const seen = new Set<string>();
  return [...walk(set.sections), ...set.bonuses, ...set.penalties].flatMap(({ code }) => {
    const key = nameKey(code);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [finding('field-invalid', placeOf(code, 'code'), { field: 'code', problem: 'doubled', value: code })];
  });
}

/**
 * Errors at lines or sections in the same words as one beside them, notes included: they are one and the same to whoever reads them. In
 * sections of their own they need not be. Points and ranks stay right.
 */
export function checkTitles(set: CriteriaSet, placeOf: PlaceOf = () => null): Finding[] {
  const groups = [set.sections, ...walk(set.sections).map((node) => (isSection(node) ? node.children : []))];
  const wordsOf = ({ title, note }: Node): string => [title, note].map(spellingKey).join('\n');
  return [...groups, set.bonuses, set.penalties].flatMap((nodes: readonly Node[]) =>
    nodes.flatMap((node, index) =>
      nodes.findIndex((other) => wordsOf(other) === wordsOf(node)) < index
        ? [
            finding('field-invalid', placeOf(node.code, 'title'), {
              field: 'title',
              problem: 'doubled',
              value: node.title,
            }),
          ]
        : [],
    ),
  );
}

function checkParts(set: CriteriaSet, placeOf: PlaceOf): Finding[] {
  const misplaced = (lines: readonly Criterion[], part: Part) => lines.filter((line) => kindOf(line).part !== part);
  return [
    ...misplaced(linesOf(set, 'standard'), 'standard'),
    ...misplaced(set.bonuses, 'bonus'),
    ...misplaced(set.penalties, 'penalty'),
  ].map(({ code }) =>
    finding('field-invalid', placeOf(code, 'kind'), { field: 'kind', problem: 'standardInAdjustments', value: code }),
  );
}
