/** A short checksum of everything that decides points, by which a sheet made from another version is recognized. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Covenant } from './covenant';
import { type CriteriaSet, isSection, type Node } from './criteria';
import type { Rules } from './rules';

/** A check compares every sheet with it: it is computed once for the same criteria and rules, which nobody changes. */
const known = new WeakMap<CriteriaSet, { rules: Rules; sum: string }>();

/** Codes, points and rules are included; wording, notes and the order of units are not. */
export function fingerprint({ criteria, rules }: Pick<Covenant, 'criteria' | 'rules'>): string {
  const before = known.get(criteria);
  if (before?.rules === rules) return before.sum;
  const sum = checksum([fingerprinted(criteria), fingerprintedRules(rules)]);
  known.set(criteria, { rules, sum });
  return sum;
}

/** Twelve hexadecimal digits of SHA-256 over plain data, in the given order. */
export function checksum(data: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(data)))).slice(0, 12);
}

function fingerprinted(set: CriteriaSet): unknown {
  return [set.scale, ...[set.sections, set.bonuses, set.penalties].map((nodes) => nodes.map(fingerprintedNode))];
}

function fingerprintedNode(node: Node): unknown {
  if (isSection(node)) return [node.code, node.standard, node.children.map(fingerprintedNode)];
  const { title: _title, note: _note, number: _number, proposed: _proposed, ...points } = node;
  return Object.entries(points).sort(([left], [right]) => (left < right ? -1 : 1));
}

function fingerprintedRules(rules: Rules): unknown {
  return [rules.bonusCap, rules.penaltyCap, rules.totalCap, rules.floorAtZero];
}
