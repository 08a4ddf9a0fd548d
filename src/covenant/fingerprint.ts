/** A short checksum of everything that decides points, so that a sheet made from another version is known. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Covenant } from './covenant';
import { type CriteriaSet, isSection, type Node } from './criteria';
import type { Rules } from './rules';

/** Wording, notes and order of units do not count; codes, points and rules do. */
export function fingerprint({ criteria, rules }: Pick<Covenant, 'criteria' | 'rules'>): string {
  return checksum([essence(criteria), ruleEssence(rules)]);
}

/** Twelve hexadecimal digits of SHA-256 over plain data, in the order in which it is given. */
export function checksum(data: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(data)))).slice(0, 12);
}

function essence(set: CriteriaSet): unknown {
  return [set.scale, ...[set.sections, set.bonuses, set.penalties].map((nodes) => nodes.map(nodeEssence))];
}

function nodeEssence(node: Node): unknown {
  if (isSection(node)) return [node.code, node.standard, node.children.map(nodeEssence)];
  const { title: _title, note: _note, number: _number, proposed: _proposed, ...points } = node;
  return Object.entries(points).sort(([left], [right]) => (left < right ? -1 : 1));
}

function ruleEssence(rules: Rules): unknown {
  return [rules.bonusCap, rules.penaltyCap, rules.totalCap, rules.floorAtZero];
}
