/** The covenant: a criteria set, the units of a cluster, a period and the rules agreed, by signature. */
import { z } from 'zod';
import type { CriteriaSet } from './criteria';
import type { Rules } from './rules';
import { finding, type Finding } from './findings';
import { nameKey } from './names';
import { awardSchema } from './awards';

export { idFromName, nameKey } from './names';

const text = (most: number) => z.string().trim().max(most).default('');

/** A day as YYYY-MM-DD; empty where the source or the cluster names none. */
export const daySchema = z.union([z.literal(''), z.iso.date()]).default('');

export const unitSchema = z.object({
  /** Unique in the cluster; the key of the unit's sheet. */
  id: z.string().trim().min(1).max(40),
  /** As spoken of in tables: "Kiên Giang". */
  name: z.string().trim().min(1).max(200),
  /** As it signs: "VKSND tỉnh Kiên Giang". */
  fullName: text(300),
  /** Whether it registered and signed the covenant; '' = not recorded. */
  registered: z.enum(['', 'yes', 'no']).default(''),
  /** When its file was handed in. */
  handedIn: daySchema,
  /** Not considered in the year before: it may be neither head nor deputy (Hướng dẫn 2024, point 2a). */
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

/** A cluster (cụm) or a block (khối); they work alike. */
/** What the cluster's papers say, asked once; '' where the usual words will do. */
export const paperSchema = z.object({
  /** Who issues them; printed under the superior body in place of the cluster's name. */
  issuer: text(300),
  /** Where they are signed; stands before the date. */
  place: text(100),
  /** What the minutes rest on, and how they begin. */
  basis: text(2_000),
  opening: text(1_000),
  /** Positions under which unit and cluster sign, and who drew the paper up. */
  unitSigner: text(100),
  clusterSigner: text(100),
  preparedBy: text(100),
  /** Who gets a copy, parted by semicolons. */
  recipients: text(1_000),
});
export type PaperTexts = z.output<typeof paperSchema>;

export const clusterSchema = z.object({
  id: z.string().trim().min(1).max(60),
  title: z.string().trim().min(1).max(300),
  type: z.enum(['cluster', 'block']).default('cluster'),
  /** The body above that receives the results; printed top left. */
  superior: text(300),
  /** Id of the head unit; empty where the source names none. */
  head: text(40),
  deputy: text(40),
  /** Id of the unit that calls the meeting at which head and deputy are elected; empty where the source names none. */
  convener: text(40),
  units: z.array(unitSchema),
  /** In the order they are considered. */
  awards: z.array(awardSchema).default([]),
  /** When units are not considered, or not yet: what the summary's reasons refer to. */
  cases: z.array(caseSchema).default([]),
  source: text(2_000),
  paper: paperSchema.prefault({}),
  period: z
    .object({
      title: text(100),
      /** When the covenant was signed, and by when its targets are to be met. */
      signed: daySchema,
      targetsBy: daySchema,
      /** First and last day the figures count for. */
      from: daySchema,
      to: daySchema,
      handIn: daySchema,
      /** First and last day on which the cluster may meet. */
      meeting: daySchema,
      meetingTo: daySchema,
      /** By when the cluster's results are to be sent to the standing office. */
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

/** With fewer units than this a cluster is warned about (Hướng dẫn 2024: at least 5 units in each). */
export const MIN_UNITS = 5;

/** What does not hold among the units of a cluster; `placeOf` says where the n-th unit (from 0) or the head stands. */
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
      ['name', nameKey(unit.name), names],
    ] as const) {
      const other = seen.get(key);
      if (other !== undefined)
        findings.push(finding('unit-doubled', placeOf(index, field), { unit: unit.name, other }));
      else seen.set(key, unit.name);
    }
  });
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
