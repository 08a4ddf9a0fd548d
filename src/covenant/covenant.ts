/** The covenant: a criteria set, the units of a cluster, a period and the rules agreed, as signed. */
import { z } from 'zod';
import type { CriteriaSet } from './criteria';
import type { Rules } from './rules';
import { finding, type Finding } from './findings';
import { resemblanceKey, spellingKey } from './names';
import { awardSchema } from './awards';

const text = (max: number) => z.string().trim().max(max).default('');

/** A day as YYYY-MM-DD; '' = not set. */
export const daySchema = z.union([z.literal(''), z.iso.date()]).default('');

export const unitSchema = z.object({
  /** Unique in the cluster; the key of the unit's sheet. */
  id: z.string().trim().min(1).max(40),
  /** The short name, for tables: "Kiên Giang". */
  name: z.string().trim().min(1).max(200),
  /** The full name, for signatures: "VKSND tỉnh Kiên Giang". */
  fullName: text(300),
  /** Whether it registered and signed the covenant; '' = not recorded. */
  registered: z.enum(['', 'yes', 'no']).default(''),
  /** When its file was handed in. */
  handedIn: daySchema,
  /** Not considered in the previous year: it cannot be head or deputy (Hướng dẫn 2024, point 2a). */
  barred: z.boolean().default(false),
});
export type Unit = z.output<typeof unitSchema>;

/** A case in which a unit is excluded or deferred, with its basis. */
export const caseSchema = z.object({
  eligibility: z.enum(['deferred', 'excluded']),
  text: z.string().trim().min(1).max(500),
  basis: text(300),
});
export type EligibilityCase = z.output<typeof caseSchema>;

/**
 * How units' sheets are printed: upright with letters of 12 or of 11 points, or landscape with every column. What helps to fill in stands
 * beside the upright page.
 */
export const UNIT_FORMS = ['portrait12', 'portrait11', 'landscape'] as const;
export type UnitForm = (typeof UNIT_FORMS)[number];

/** Texts of the cluster's documents, entered once; '' = the default words. */
export const paperSchema = z.object({
  /** The issuer; printed under the superior body instead of the cluster's name. */
  issuer: text(300),
  /** The place of signing, printed before the date. */
  place: text(100),
  /** The legal basis of the minutes, and their opening. */
  basis: text(2_000),
  opening: text(1_000),
  /** Positions of those who sign for unit and cluster, and who prepared the document. */
  unitSigner: text(100),
  clusterSigner: text(100),
  preparedBy: text(100),
  /** Who gets a copy, separated by semicolons. */
  recipients: text(1_000),
  unitForm: z.enum(UNIT_FORMS).default('portrait12'),
});

/** A cluster (cụm) or a block (khối); both work the same way. */
export const clusterSchema = z.object({
  id: z.string().trim().min(1).max(60),
  title: z.string().trim().min(1).max(300),
  type: z.enum(['cluster', 'block']).default('cluster'),
  /** The superior body that receives the results; printed top left. */
  superior: text(300),
  /** Id of the head unit; '' = the source names none. */
  head: text(40),
  deputy: text(40),
  /** Id of the unit that convenes the meeting at which head and deputy are elected; '' = the source names none. */
  convener: text(40),
  units: z.array(unitSchema),
  /** In the order they are considered. */
  awards: z.array(awardSchema).default([]),
  /** Id of the criteria set whose lines the conditions name; '' = whichever the cluster is used with. Not on *Giao ước*. */
  linesOf: text(60),
  /** When units are excluded or deferred: the summary's reasons refer to these. */
  cases: z.array(caseSchema).default([]),
  source: text(2_000),
  paper: paperSchema.prefault({}),
  period: z
    .object({
      title: text(100),
      /** When the covenant was signed, and the deadlines for signing it and for reporting that. */
      signed: daySchema,
      signedBy: daySchema,
      reportedBy: daySchema,
      /** The deadline for its targets. */
      targetsBy: daySchema,
      /** First and last day the figures count for. */
      from: daySchema,
      to: daySchema,
      handIn: daySchema,
      /** First and last day on which the cluster may meet. */
      meeting: daySchema,
      meetingTo: daySchema,
      /** Deadline for sending the cluster's results to the standing office. */
      resultsBy: daySchema,
    })
    .prefault({}),
});
export type Cluster = z.output<typeof clusterSchema>;

export interface Covenant {
  cluster: Cluster;
  criteria: CriteriaSet;
  rules: Rules;
}

/** A cluster with fewer units gets a warning (Hướng dẫn 2024: at least 5 units in each). */
export const MIN_UNITS = 5;

/** Errors among the units of a cluster; `placeOf` gives the cell of the n-th unit (from 0) or of the head. */
export function checkCluster(
  cluster: Cluster,
  placeOf: (unit: number | null, field: 'id' | 'name' | 'head' | 'barred') => Finding['place'] = () => null,
): Finding[] {
  const findings: Finding[] = [];
  if (cluster.units.length === 0) return [finding('no-units', placeOf(null, 'name'), {})];
  const ids = new Map<string, string>();
  const names = new Map<string, string>();
  cluster.units.forEach((unit, index) => {
    for (const [field, key, seen] of [
      ['id', unit.id.toLowerCase(), ids],
      ['name', spellingKey(unit.name), names],
    ] as const) {
      const other = seen.get(key);
      if (other !== undefined)
        findings.push(finding('unit-doubled', placeOf(index, field), { unit: unit.name, other }));
      else seen.set(key, unit.name);
    }
  });
  findings.push(...namesOfOthers(cluster, (unit) => placeOf(unit, 'name')));
  findings.push(...similarNames(cluster, (unit) => placeOf(unit, 'name')));
  if (cluster.head !== '' && !cluster.units.some((unit) => unit.id === cluster.head))
    findings.push(finding('head-unknown', placeOf(null, 'head'), { head: cluster.head }));
  for (const [role, id] of [
    ['head', cluster.head],
    ['deputy', cluster.deputy],
  ] as const) {
    const index = cluster.units.findIndex((unit) => unit.id === id);
    const unit = cluster.units[index];
    if (unit?.barred) findings.push(finding('role-barred', placeOf(index, 'barred'), { unit: unit.name, role }));
  }
  if (cluster.units.length < MIN_UNITS)
    findings.push(finding('cluster-small', placeOf(null, 'name'), { units: cluster.units.length }));
  return findings;
}

/** Units that are called what another one is called in full. */
function namesOfOthers({ units }: Cluster, placeOf: (unit: number) => Finding['place']): Finding[] {
  return units.flatMap((unit, index): Finding[] => {
    const isOther = (one: Unit): boolean => one.id !== unit.id && spellingKey(one.fullName) === spellingKey(unit.name);
    const other = units.find(isOther);
    return other ? [finding('unit-doubled', placeOf(index), { unit: unit.name, other: other.name })] : [];
  });
}

/** Units whose names look alike, as Hòa Vang and Hoà Vang, or Hà Tiên and Hạ Tiên; equal names are doubled. */
function similarNames({ units }: Cluster, placeOf: (unit: number) => Finding['place']): Finding[] {
  return units.flatMap(({ name }, index): Finding[] => {
    const other = units
      .slice(0, index)
      .find(
        (earlier) =>
          resemblanceKey(earlier.name) === resemblanceKey(name) && spellingKey(earlier.name) !== spellingKey(name),
      );
    return other ? [finding('unit-similar', placeOf(index), { unit: name, other: other.name })] : [];
  });
}
