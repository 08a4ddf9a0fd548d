/** The texts that the ranking writes on *Xét danh hiệu*: how each quota was computed, the units proposed and passed over, next year's head. */
import type { Cluster } from '../../covenant/covenant';
import type { Condition } from '../../covenant/awards';
import { FAIL, PASS } from '../../covenant/kinds/passFail';
import { plainNumber } from '../../covenant/numberText';
import type { Rotation } from '../../scoring/rotation';
import type { Fact, Nominee, PassReason, AwardProposal } from '../../scoring/awards';
import type { Layout } from '../../spreadsheet/layout';
import type { CellPatch } from '../../spreadsheet/change';
import type { Area } from '../../spreadsheet/plan';
import type { KeyedSheet, SheetSnapshot } from '../../spreadsheet/snapshot';
import { PROPOSAL_ROWS, proposalRow, ROTATION_KEY } from './layout';
import type { AwardsColumn } from '../shared/columns';
import { formerWords, words } from './words';
import { sharedWords } from '../shared/words';
import type { RowKey } from '../../spreadsheet/keys';

/** A cell takes 32,767 letters; longer texts are cut for readability. */
const MAX_LENGTH = 8_000;

/** The names of the awards a unit is proposed for, in the covenant's order; '' where there is none. */
export function awardNamesOf(unit: string, proposals: readonly AwardProposal[]): string {
  return proposals
    .filter(({ nominated }) => nominated.some((one) => one.unit === unit))
    .map(({ award }) => award.name)
    .join('; ');
}

/** For instance "20 % × 6 đơn vị được xét = 1,2, làm tròn xuống 1; ít nhất 1 → 1". */
export function quotaText({ award, quota }: AwardProposal, { awards, type }: Pick<Cluster, 'awards' | 'type'>): string {
  const rule = award.quota;
  if (rule === null) return words.quotaNone(type);
  if (rule.type === 'all') return words.quotaAll;
  if (rule.type === 'rest') return words.quotaRest;
  if (rule.type === 'fixed') return words.quotaFixed(rule.number);
  const { base, exact, number } = quota;
  if (base === null || exact === null || number === null) return words.quotaNone(type);
  const round = { down: Math.floor, nearest: Math.round, up: Math.ceil }[rule.rounding];
  const of =
    rule.of === 'title'
      ? words.baseTitle(awards.find(({ id }) => id === rule.ofTitle)?.name ?? rule.ofTitle)
      : words.bases[rule.of];
  const rounding = words.roundings[rule.rounding];
  const computed = words.quotaPercent(rule.percent / 100, base, of, exact, rounding, round(exact));
  return computed + (rule.least > 0 ? words.quotaLeast(rule.least, number) : '');
}

type Typed = Pick<Cluster, 'type'>;

/** Who is proposed, and who is tied for the last places; null where the text of the quota has said that nobody is. */
export function nominatedText({ award, nominated, tie }: AwardProposal, { type }: Typed): string | null {
  if (award.quota === null) return null;
  const names = nominated.map(({ name, rank, resolved }) =>
    resolved ? words.resolvedNominee(name, rank) : words.nominee(name, rank),
  );
  const proposed = names.length === 0 ? words.nobody : words.nominated(names.join('; '));
  return tie === null ? proposed : `${proposed} ${words.tie(tie.units.map(nomineeText).join('; '), tie.places, type)}`;
}

/** The units passed over with the reasons, one per line; null where there are none. */
export function passedOverText({ passedOver }: AwardProposal, { type }: Typed): string | null {
  if (passedOver.length === 0) return null;
  const why = (reason: PassReason): string =>
    reason.type === 'undecided' ? words.reasons.undecidedBy(type) : passReasonText(reason);
  const units = passedOver.map((one) => words.passedUnit(nomineeText(one), one.reasons.map(why).join('; ')));
  return words.passedOver(units);
}

const nomineeText = ({ name, rank }: Nominee): string => words.nominee(name, rank);

/** Why a unit was passed over, in words. */
export function passReasonText(reason: PassReason): string {
  const { reasons } = words;
  switch (reason.type) {
    case 'deferred':
      return reasons.deferred;
    case 'undecided':
      return reasons.undecided;
    case 'belowMinimum':
      return reasons.belowMinimum(reason.lines.join(', '));
    case 'notAmong':
      return reasons.notAmong(reason.award);
    case 'hasOther':
      return reason.open ? reasons.awaitsOther(reason.award) : reasons.hasOther(reason.award);
    case 'factMissing':
      return reasons.factMissing(reason.condition);
    case 'factDiffers':
      return reasons.factDiffers(reason.condition, reason.typed, reason.line, reason.lineValue);
    case 'condition':
      return reasons.condition(reason.condition.text, foundText(reason), limitsText(reason.condition));
    case 'votesMissing':
      return reasons.votesMissing;
    case 'votes':
      return reasons.votes(reason.inFavour, reason.present, reason.percent);
  }
}

function foundText({ condition, fact }: { condition: Condition; fact: Fact }): string {
  const figure = figureText(condition, fact);
  return fact.line === undefined ? figure : words.reasons.ofLine(figure, fact.line);
}

function figureText(condition: Condition, fact: Fact): string {
  if ('passed' in fact) return fact.passed ? PASS : FAIL;
  if ('count' in fact) return plainNumber(fact.count);
  const { numerator, denominator } = fact;
  const share = words.reasons.share(numerator, denominator);
  if (denominator === 0) return share;
  // Rounded away from the limit that was missed: 69,996 % must not be shown as 70 %.
  const tooFew = condition.least !== null && numerator * 100 < condition.least * denominator;
  const round = tooFew ? Math.floor : Math.ceil;
  return share + words.reasons.percent(plainNumber(round((numerator * 10_000) / denominator) / 100));
}

function limitsText({ measure, least, most }: Condition): string {
  const unit = measure === 'share' ? ' %' : '';
  return [
    ...(least === null ? [] : [words.reasons.least(least, unit)]),
    ...(most === null ? [] : [words.reasons.most(most, unit)]),
  ].join(', ');
}

/** For instance "Luân phiên năm sau (…): Cụm trưởng: Hậu Giang; Cụm phó: An Giang. Đến lượt nhưng không đủ điều kiện: Cà Mau (không xét)". */
export function rotationText({ type }: Pick<Cluster, 'type'>, { head, deputy, passedOver }: Rotation): string {
  const roles = sharedWords.roles[type];
  const places = [
    words.rotation.place(roles.head, head?.name ?? words.rotation.nobody),
    words.rotation.place(roles.deputy, deputy?.name ?? words.rotation.nobody),
  ];
  const passed = passedOver.map(({ unit, eligibility }) =>
    words.rotation.unit(unit.name, sharedWords.eligibility[eligibility]),
  );
  return [
    `${words.rotation.heading}: ${places.join('; ')}`,
    ...(passed.length === 0 ? [] : [words.rotation.passedOver(passed.join(', '))]),
  ].join('. ');
}

/** The text rows below the table; rows that the sheet does not have are left out. */
export function proposalPatches(
  layout: Layout<AwardsColumn>,
  cluster: Cluster,
  proposals: readonly AwardProposal[],
  rotation: Rotation,
): CellPatch[] {
  const column = layout.column('number');
  if (column === undefined) return [];
  const texts = new Map<RowKey, string | null>([[ROTATION_KEY, rotationText(cluster, rotation)]]);
  proposals.forEach((proposal, index) => {
    const { id, name } = proposal.award;
    const lines = {
      quota: words.quota(index + 1, name, quotaText(proposal, cluster)),
      nominated: nominatedText(proposal, cluster),
      passedOver: passedOverText(proposal, cluster),
    };
    for (const row of PROPOSAL_ROWS) texts.set(proposalRow(row, id), lines[row]);
  });
  return [...texts].flatMap(([key, text]) => {
    const row = layout.row(key);
    return row === undefined ? [] : [{ row, column, cells: [[text === null ? null : text.slice(0, MAX_LENGTH)]] }];
  });
}

/** The same, where the sheet has the words of an earlier build in these: a result that was ranked, and perhaps signed, still holds. */
export function provenPatches(
  { snapshot, layout }: { snapshot: Pick<SheetSnapshot, 'values'>; layout: Layout<AwardsColumn> },
  cluster: Cluster,
  proposals: readonly AwardProposal[],
  rotation: Rotation,
): CellPatch[] {
  const former = new Map(
    proposals.flatMap((proposal) =>
      PROPOSAL_ROWS.map((row) => [layout.row(proposalRow(row, proposal.award.id)), { row, proposal }] as const),
    ),
  );
  return proposalPatches(layout, cluster, proposals, rotation).map((patch) => {
    const [found, text] = [former.get(patch.row), patch.cells[0]?.[0] ?? ''];
    if (found === undefined || typeof text !== 'string') return patch;
    const earlier = formerText(text, found.row, found.proposal, cluster);
    const stands = snapshot.values[patch.row]?.[patch.column] === earlier;
    return stands ? { ...patch, cells: [[earlier]] } : patch;
  });
}

function formerText(
  text: string,
  row: (typeof PROPOSAL_ROWS)[number],
  { award }: AwardProposal,
  { type }: Cluster,
): string {
  switch (row) {
    case 'quota':
      return text.replace(words.quotaNone(type), formerWords.quotaNone);
    case 'nominated':
      return award.quota === null ? words.nobody : formerWords.tie(text, type);
    case 'passedOver':
      return formerWords.undecided(text, type);
  }
}

/** The cells that the proposals are written in. */
export function proposalAreas({ rows, layout }: KeyedSheet<AwardsColumn>): Area[] {
  const column = layout.column('number');
  const isProposal = (key: RowKey): boolean =>
    key === ROTATION_KEY || PROPOSAL_ROWS.some((row) => key.startsWith(proposalRow(row, '')));
  if (column === undefined) return [];
  return rows.flatMap(({ key, row }) => (isProposal(key) ? [{ row, column, rows: 1, columns: 1 }] : []));
}
