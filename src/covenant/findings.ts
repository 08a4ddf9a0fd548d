/** Findings: what is wrong, how badly, where, and how it can be corrected. Their codes and data are in `findingData.ts`. */
import type { CellPlace } from './cell';
import type { FindingData } from './findingData';
import type { Choice, Fix } from './fixes';

export type Severity = 'error' | 'warning';

export type FindingCode = keyof FindingData;

/** A finding of one of the codes `C`, its data typed by its code. */
export type Finding<C extends FindingCode = FindingCode> = {
  [K in C]: {
    code: K;
    severity: Severity;
    place: CellPlace | null;
    data: FindingData[K];
    fix?: Fix;
    choices?: readonly Choice[];
  };
}[C];

/** Findings that leave every figure and rank right. */
const WARNINGS: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'rounded-to-hundredths',
  'evidence-twice',
  'change-without-reason',
  'eligibility-undecided',
  'deferred-unfinished',
  'sheet-unprotected',
  'locks-changed',
  'formats-changed',
  'rules-changed',
  'highlights-changed',
  'merges-changed',
  'charts-differ',
  'page-changed',
  'sheet-blank',
  'sheet-hidden',
  'rows-hidden',
  'rows-shown',
  'columns-hidden',
  'rows-thin',
  'columns-thin',
  'columns-narrow',
  'calculation-manual',
  'cluster-small',
  'unit-similar',
  'head-unknown',
  'stage-deviation',
  'below-least',
  'own-review',
  'reviewer-unknown',
  'not-registered',
  'hand-in-late',
  'hand-in-late-unruled',
  'days-out-of-order',
  'role-barred',
  'fact-missing',
  'fact-overruled',
  'tie-at-quota',
  'award-passed-over',
  'not-arising-undecided',
  'not-arising-unrecorded',
  'decision-incomplete',
  'votes-exceeding',
  'votes-not-carried',
  'decision-day-late',
  'decision-matter-changed',
  'decision-differs',
  'decision-contradicted',
  'elected-unknown',
  'titles-missing',
  'document-outdated',
  'seal-changed',
  'sealed-off-date',
  'seal-points-only',
  'sealed-cell-differs',
  'sealed-sheet-differs',
  'record-row-changed',
  'record-row-inserted',
  'record-row-moved',
  'record-row-missing',
  'record-cut',
  'record-state-changed',
  'record-full',
  'record-damaged',
  'record-end-lost',
  'record-doubled',
  'amendment-unexplained',
  'tab-differs',
  'entries-kept',
  'sheet-of-no-unit',
  'result-differs',
]);

/** What follows from the covenant but is the cluster's decision: applied one by one, never in bulk. */
const PROPOSALS: ReadonlySet<FindingCode> = new Set<FindingCode>(['not-registered', 'hand-in-late']);

export function isProposal({ code }: Finding): boolean {
  return PROPOSALS.has(code);
}

/**
 * What the covenant leaves to the cluster and nobody has decided, or decided without basis, day and name. As long as one of these
 * stands the result is provisional, the unit is proposed for no award, and nothing is sealed.
 */
const DECISIONS: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'eligibility-undecided',
  'not-registered',
  'role-barred',
  'own-review',
  'hand-in-late',
  'hand-in-late-unruled',
  'not-arising-undecided',
  'not-arising-unrecorded',
  'tie-at-quota',
  'award-passed-over',
  'decision-incomplete',
  'votes-exceeding',
  'decision-matter-changed',
  'decision-differs',
  'elected-unknown',
]);

export function openDecisions(findings: readonly Finding[]): Finding[] {
  return findings.filter(isDecision);
}

export function isDecision({ code }: Finding): boolean {
  return DECISIONS.has(code);
}

/** What a person has not filled in, agreed or decided yet: nothing was entered wrongly. */
const UNFINISHED: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'line-blank',
  'target-missing',
  'bonus-without-evidence',
  'not-arising-undecided',
]);

export function isUnfinished({ code }: Finding): boolean {
  return UNFINISHED.has(code);
}

/** As long as one of these stands, nobody can say whose figures are whose, or of which criterion. */
const DOUBTS: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'original-unclear',
  'key-doubled',
  'name-not-key',
  'tab-of-other',
  'wording-of-other-code',
  'code-changed',
]);

/** The findings for which nothing may be ranked, made into a document or sealed: a name and its figures may have parted. */
export function identityDoubts(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ code }) => DOUBTS.has(code));
}

/** A finding of one code; its severity follows from the code. */
export function finding<C extends FindingCode>(
  code: C,
  place: CellPlace | null,
  data: FindingData[C],
  fix?: Fix,
): Finding<C> {
  const severity: Severity = WARNINGS.has(code) ? 'warning' : 'error';
  return { code, severity, place, data, ...(fix ? { fix } : {}) };
}

/** The same with the corrections of which a person picks one. */
export function withChoices<C extends FindingCode>(found: Finding<C>, choices: readonly Choice[]): Finding<C> {
  return { ...found, choices };
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((one) => one.severity === 'error');
}

/** A name or a value as it is quoted in a sentence or a heading: at most 40 characters of it. */
export function short(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}

/** So many characters before the place where two texts differ say where it is. */
const BEFORE_DIFFERENCE = 12;
/** A difference that begins so far on is not among what `short` shows. */
const SHOWN_TO = 32;

/** Two texts as they are quoted beside each other: where they begin alike, from the word shortly before the first difference. */
export function shortPair(one: string, other: string): [string, string] {
  let first = 0;
  while (first < one.length && first < other.length && one[first] === other[first]) first += 1;
  const isShown = first < SHOWN_TO || one === other || Math.max(one.length, other.length) <= 40;
  if (isShown) return [short(one), short(other)];
  const from = one.lastIndexOf(' ', first - BEFORE_DIFFERENCE) + 1;
  // A text without blanks is cut inside.
  const start = first - from > SHOWN_TO ? first - BEFORE_DIFFERENCE : from;
  const rest = (text: string): string => `…${short(text.slice(start))}`;
  return [rest(one), rest(other)];
}
