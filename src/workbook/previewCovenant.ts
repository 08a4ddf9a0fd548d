/** Preview: what a criteria set and a cluster would bring into the workbook, before anything is written. */
import { type Cluster, checkCluster } from '../covenant/covenant';
import { allLines, type CriteriaSet, linesOf } from '../covenant/criteria';
import type { Finding } from '../covenant/findings';
import type { Hundredths } from '../covenant/points';
import { definitionsOf } from '../sheets';

export interface CovenantPreview {
  criteria: { title: string; version: string; source: string; proposal: string };
  cluster: { title: string; source: string; period: string };
  /** Sheets that the new covenant adds, and those that are inserted once it is agreed; units' sheets not among them. */
  sheets: { now: string[]; later: string[] };
  /** In the covenant's order. */
  units: { name: string; role: 'head' | 'deputy' | null }[];
  lines: { all: number; standard: number; bonus: number; penalty: number };
  scale: Hundredths;
  /** `number` where the quota is fixed. */
  awards: { name: string; number: number | null }[];
  /** What is to be known before: warnings about the cluster. */
  findings: Finding[];
}

export function previewCovenant({ criteria, cluster }: { criteria: CriteriaSet; cluster: Cluster }): CovenantPreview {
  const { units, head, deputy, awards } = cluster;
  return {
    criteria,
    cluster: { title: cluster.title, source: cluster.source, period: cluster.period.title },
    sheets: {
      now: definitionsOf('covenant').map(({ sheetName }) => sheetName),
      later: definitionsOf('cluster')
        .filter(({ isWanted }) => isWanted({ criteria, cluster }))
        .map(({ sheetName }) => sheetName),
    },
    units: units.map(({ id, name }) => ({ name, role: id === head ? 'head' : id === deputy ? 'deputy' : null })),
    lines: {
      all: allLines(criteria).length,
      standard: linesOf(criteria, 'standard').length,
      bonus: linesOf(criteria, 'bonus').length,
      penalty: linesOf(criteria, 'penalty').length,
    },
    scale: criteria.scale,
    awards: awards.map(({ name, quota }) => ({ name, number: quota?.type === 'fixed' ? quota.number : null })),
    findings: checkCluster(cluster),
  };
}
