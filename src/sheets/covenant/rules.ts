/** The rules of *Giao ước*: each in a labelled cell. */
import { checkRules, withCodesOf } from '../../covenant/checkRules';
import type { Covenant } from '../../covenant/covenant';
import type { CriteriaSet } from '../../covenant/criteria';
import type { Finding } from '../../covenant/findings';
import { type Hundredths, toPoints } from '../../covenant/points';
import { problemOf } from '../../covenant/problems';
import { type Rules, rulesSchema, type TieBreak } from '../../covenant/rules';
import { textOf } from '../../covenant/cell';
import type { PlanDraft } from '../../spreadsheet/draft';
import { choiceField, numberField } from '../shared/fields';
import { type KeyedSheet, keyedCell } from '../../spreadsheet/snapshot';
import { rowKey } from '../../spreadsheet/keys';
import type { PlanCell, PlanRule } from '../../spreadsheet/plan';
import { drawEntry } from './entry';
import type { FieldReader } from './fieldReader';
import { type CovenantColumn, RULE_FIELDS, type RuleField, TIE_BREAK_FIELDS, VALUE_COLUMN } from './layout';
import { classesText, readClasses, readTieBreak, tieBreakText } from './ruleText';
import { words } from './words';
import { sharedWords } from '../shared/words';

const YES_NO = { yes: sharedWords.yes, no: sharedWords.no };
const POINTS = ['bonusCap', 'penaltyCap', 'totalCap', 'classificationCap', 'deviation'] as const;
const ABOVE_ZERO: PlanRule = { type: 'decimal', min: 0.01, max: 10_000 };

export function drawRules(draft: PlanDraft<CovenantColumn>, { rules, criteria }: Covenant): void {
  for (const field of RULE_FIELDS) drawRule(draft, rules, criteria, field);
}

function drawRule(draft: PlanDraft<CovenantColumn>, rules: Rules, criteria: CriteriaSet, field: RuleField): void {
  const points = POINTS.find((one) => field === `rules.${one}`);
  const tieBreak = TIE_BREAK_FIELDS.findIndex((one) => one === field);
  if (points !== undefined)
    drawEntry(draft, field, pointsCell(rules[points]), {
      numberFormat: 'General',
      rule: ABOVE_ZERO,
      message: words.refused.points,
    });
  else if (tieBreak >= 0) drawTieBreak(draft, field, rules.tieBreaks[tieBreak], criteria);
  else if (field === 'rules.floorAtZero') drawChoice(draft, field, YES_NO[rules.floorAtZero ? 'yes' : 'no'], YES_NO);
  else if (field === 'rules.lateBy') drawChoice(draft, field, words.lateBy[rules.lateBy], words.lateBy);
  else if (field === 'rules.classes') drawEntry(draft, field, classesText(rules.classes));
  else drawEntry(draft, field, rules.lateLine);
}

function pointsCell(points: Hundredths | null): PlanCell {
  return points === null ? null : toPoints(points);
}

function drawChoice(
  draft: PlanDraft<CovenantColumn>,
  field: RuleField,
  cell: string,
  choices: Readonly<Record<string, string>>,
): void {
  const values = Object.values(choices);
  drawEntry(draft, field, cell, { rule: { type: 'list', values }, message: words.refused.choice(values) });
}

/** Offers every tie-break of these criteria; another section may be typed once the criteria have one. */
function drawTieBreak(
  draft: PlanDraft<CovenantColumn>,
  field: RuleField,
  tieBreak: TieBreak | undefined,
  { sections }: CriteriaSet,
): void {
  const values: string[] = [...Object.values(words.tieBreaks)];
  for (const { code } of sections) {
    const text = tieBreakText({ by: 'section', section: code });
    if (!text.includes(',') && [...values, text].join(',').length <= MAX_LIST_LENGTH) values.push(text);
  }
  drawEntry(draft, field, tieBreak ? tieBreakText(tieBreak) : null, {
    rule: { type: 'list', values },
    message: words.refused.choice(Object.values(words.tieBreaks)),
    open: true,
  });
}

/** Excel takes no longer list that is typed out. */
const MAX_LIST_LENGTH = 255;

/** The rules, or null where one of them cannot be read: a cap that is left out would change every total. */
export function readRules(fields: FieldReader): Rules | null {
  const before = fields.report.findings.length;
  fields.requireRows('rulesHeading', RULE_FIELDS);
  const floor = fields.take('rules.floorAtZero', { otherwise: null, blocking: true }, (cell) =>
    choiceField(cell, YES_NO),
  );
  if (floor === '') fields.complain('rules.floorAtZero', 'notYesOrNo', { blocking: true });
  const lateBy = fields.take('rules.lateBy', { otherwise: null, blocking: true }, (cell) =>
    choiceField(cell, words.lateBy),
  );
  const points = Object.fromEntries(
    POINTS.map((one) => [one, fields.take(`rules.${one}`, { otherwise: null, blocking: true }, numberField) ?? null]),
  );
  const parsed = rulesSchema.safeParse(
    {
      ...points,
      floorAtZero: floor !== 'no',
      classes: fields.take('rules.classes', { otherwise: [], blocking: true }, (cell) => {
        const classes = readClasses(textOf(cell));
        return typeof classes === 'string' ? { problem: classes } : { value: classes };
      }),
      tieBreaks: readTieBreaks(fields),
      lateLine: fields.text('rules.lateLine'),
      lateBy: lateBy || 'times',
    },
    { reportInput: true },
  );
  if (parsed.success) return fields.report.findings.length > before ? null : parsed.data;
  for (const issue of parsed.error.issues)
    fields.complain(
      RULE_FIELDS.find((one) => one === `rules.${String(issue.path[0])}`) ?? 'rules.bonusCap',
      problemOf(issue),
      { blocking: true },
    );
  return null;
}

/** Tie-breaks in the order of their cells, empty ones left out. */
function readTieBreaks(fields: FieldReader): TieBreak[] {
  return TIE_BREAK_FIELDS.flatMap((field) => {
    const tieBreak = fields.take(field, { otherwise: null, blocking: true }, (cell) => {
      const text = textOf(cell);
      if (text === '') return { value: null };
      const read = readTieBreak(text);
      return read ? { value: read } : { problem: 'notInList' };
    });
    return tieBreak ? [tieBreak] : [];
  });
}

/** The rules with the criteria's own codes, or what of them the criteria do not have. */
export function settleRules(
  sheet: KeyedSheet<CovenantColumn>,
  rules: Rules,
  criteria: CriteriaSet,
): { rules: Rules | null; findings: Finding[] } {
  const cellOf = (field: RuleField) => keyedCell(sheet, rowKey.field(field), VALUE_COLUMN);
  const filled = TIE_BREAK_FIELDS.filter((field) => {
    const cell = cellOf(field);
    return cell !== null && textOf(cell) !== '';
  });
  const labels = new Map<Finding['place'], string>();
  const findings = checkRules(rules, criteria, (rule, position) => {
    const field = rule === 'lateLine' ? 'rules.lateLine' : (filled[position] ?? 'rules.tieBreak1');
    const place = cellOf(field)?.place ?? { sheet: sheet.snapshot.name, cell: null };
    labels.set(place, words.fields[field]);
    return place;
  });
  return { rules: findings.length > 0 ? null : withCodesOf(rules, criteria), findings: findings.map(labelled) };

  function labelled(found: Finding): Finding {
    if (found.code !== 'field-invalid') return found;
    return { ...found, data: { ...found.data, field: labels.get(found.place) ?? found.data.field } };
  }
}
