/** What the cluster has to decide, from what the check finds: each matter with what the covenant says of it. */
import type { Covenant } from '../../covenant/covenant';
import { allLines } from '../../covenant/criteria';
import type { MatterKind } from '../../covenant/decisionFindings';
import type { FindingData } from '../../covenant/findingData';
import type { Finding } from '../../covenant/findings';
import { plainNumber, pointsText } from '../../covenant/numberText';
import { NO_POINTS, toPoints } from '../../covenant/points';
import type { Rotation } from '../../scoring/rotation';
import { type DecisionChoice, decisionKey, type Matter } from '../shared/decisions';
import { sharedWords } from '../shared/words';
import { choicesOf } from './rows';
import { words } from './words';

/** What a finding leaves to the cluster; null where it is nothing that is recorded on *Quyết định*. */
export function matterOf(covenant: Covenant, found: Finding): Matter | null {
  const { cluster } = covenant;
  const idOf = (name: string): string => cluster.units.find((unit) => unit.name === name)?.id ?? name;
  switch (found.code) {
    case 'not-registered':
      return ofUnit('registration', found.data.unit, {
        ...words.registration,
        basis: cluster.cases.find(isOfRegistration)?.basis ?? '',
      });
    case 'role-barred': {
      const { unit, role } = found.data;
      const text = words.barred.text(sharedWords.roles[cluster.type][role]);
      return ofUnit('barred', unit, { text, proposal: words.barred.proposal }, role);
    }
    case 'own-review': {
      const { unit, isHead } = found.data;
      const { text, proposal } = words.ownReview;
      return ofUnit('ownReview', unit, { text: text(isHead), proposal: proposal(isHead) });
    }
    case 'hand-in-late':
    case 'hand-in-late-unruled':
      return late(found);
    case 'not-arising-undecided':
    case 'not-arising-unrecorded':
      return notArising(found);
    case 'tie-at-quota':
      return tie(found.data);
    case 'award-passed-over': {
      const { unit, title, award, reasons, basis } = found.data;
      const text = words.passedOver.text(title);
      const proposal = words.passedOver.proposal(reasons);
      return ofUnit('passedOver', unit, { text, proposal, basis }, award);
    }
    default:
      return null;
  }

  function ofUnit(kind: MatterKind, unit: string, rest: Rest, about?: string): Matter {
    const { text, proposal, basis = '' } = rest;
    const choices = choicesOf(kind);
    const ids = [idOf(unit), ...(about === undefined ? [] : [about])];
    return { key: decisionKey(kind, ...ids), kind, unit, text, proposal, basis, choices, candidates: [] };
  }

  function late({ code, data }: Finding<'hand-in-late' | 'hand-in-late-unruled'>): Matter {
    const text = words.late.text(data.days);
    if (code === 'hand-in-late-unruled') return ofUnit('late', data.unit, { text, proposal: words.late.unruled });
    const { line, value, unit } = data;
    const proposal = words.late[data.standing](plainNumber(value), line);
    return ofUnit('late', unit, { text, proposal, basis: words.lineBasis(line) });
  }

  function notArising(one: Finding<'not-arising-undecided' | 'not-arising-unrecorded'>): Matter {
    const { unit, line } = one.data;
    const proposal =
      one.code === 'not-arising-undecided'
        ? words.notArising.open
        : words.notArising.decided(pointsText(toPoints(one.data.points)));
    const text = words.notArising.text(line);
    return ofUnit('notArising', unit, { text, proposal, basis: words.lineBasis(line) }, line);
  }
}

type Rest = Pick<Matter, 'text' | 'proposal'> & { basis?: string };

function tie({ award, units, title, places, basis }: FindingData['tie-at-quota']): Matter {
  return {
    key: decisionKey('tie', award),
    kind: 'tie',
    unit: units,
    text: words.tie.text(title, places),
    proposal: words.tie.proposal,
    basis,
    choices: choicesOf('tie'),
    candidates: [],
  };
}

/** Who leads next year: elected or proposed by the cluster, whoever's turn it is. One unit leads itself. */
export function elections({ cluster }: Covenant, rotation: Rotation): Matter[] {
  const { election } = words;
  return cluster.units.length < 2
    ? []
    : (['head', 'deputy'] as const).map((role): Matter => {
        const name = sharedWords.roles[cluster.type][role];
        return {
          key: decisionKey('election', role),
          kind: 'election',
          unit: name,
          text: election.text(name),
          proposal: election.proposal(rotation[role]?.name ?? election.nobody),
          basis: '',
          choices: [],
          candidates: cluster.units.map((unit) => unit.name),
        };
      });
}

/** The covenant's case of units that did not register or sign, by its wording. */
function isOfRegistration({ eligibility, text }: Covenant['cluster']['cases'][number]): boolean {
  return eligibility === 'excluded' && /đăng ký|ký giao ước/iu.test(text);
}

/**
 * Whether a choice, once it is recorded, settles what was found: points that were agreed have to be those that were decided, a penalty
 * has to stand in its line.
 */
export function settles(found: Finding, choice: DecisionChoice | null): boolean {
  if (found.code === 'not-arising-undecided') return false;
  // A penalty that the line does not have was not imposed.
  if (found.code === 'hand-in-late') return choice === 'noPenalty' || found.data.standing === 'more';
  if (found.code !== 'not-arising-unrecorded') return true;
  const { points, maximum } = found.data;
  if (choice === 'fullPoints') return points === maximum;
  return choice === 'noPoints' ? points === NO_POINTS : choice === 'agreedPoints';
}

/** Every basis that a row may have from the covenant: what differs was typed. */
export function covenantBases({ cluster, criteria }: Covenant): ReadonlySet<string> {
  const awards = cluster.awards.flatMap(({ basis, conditions }) => [basis, ...conditions.map((one) => one.basis)]);
  const lines = allLines(criteria).map(({ code }) => words.lineBasis(code));
  return new Set([...cluster.cases.map(({ basis }) => basis), ...awards, ...lines]);
}
