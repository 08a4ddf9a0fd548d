/** Cluster 11 of 2020 with a made-up year of figures: its covenant, and everything that is typed into its sheets. */
import { z } from 'zod';
import type { Description } from '../workbook/describe';
import { done, type Outcome } from '../covenant/outcome';
import type { Cluster } from '../covenant/covenant';
import type { CriteriaSet } from '../covenant/criteria';
import figures from './demoFigures.json';
import { loadCluster, loadCriteria } from './sources';
import type { Entry } from './typing';
import { sharedWords } from '../sheets/shared/words';
import { entriesOf } from '../spreadsheet/keys';

const SOURCE = 'cum-11-2020';

const figuresSchema = z.object({
  units: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        value: z.union([z.string(), z.number()]),
        evidence: z.string().optional(),
        reviewed: z.number().optional(),
        agreed: z.number().optional(),
        note: z.string().optional(),
      }),
    ),
  ),
});

/** As the catalogue has it, with a number for the first award. */
export async function demoCovenant(): Promise<Outcome<{ criteria: CriteriaSet; cluster: Cluster }>> {
  const criteria = await loadCriteria(SOURCE);
  if (!criteria.done) return criteria;
  const cluster = await loadCluster(SOURCE);
  return cluster.done ? done({ criteria: criteria.result, cluster: withQuota(cluster.result) }) : cluster;
}

/** What is typed, in order. */
export function demoEntries(described: Description): Entry[] {
  return [...unitEntries(described), ...awardEntries(described)];
}

/** A unit high enough for the first award that falls short of one of its conditions, by the figure of the line it names. */
const FALLS_SHORT = { unit: 'an-giang', line: 'III.4', value: 1 };

/** Every figure of the file, and the stage each sheet has reached. */
function unitEntries({ units }: Description): Entry[] {
  const known = figuresSchema.parse(figures).units;
  const valueOf = (unit: string, line: string): string | number | undefined =>
    unit === FALLS_SHORT.unit && line === FALLS_SHORT.line ? FALLS_SHORT.value : known[unit]?.[line]?.value;
  return units.flatMap(({ id, sheet, stage, lines }) => {
    const put = (cell: string | null, value: string | number | undefined): Entry[] =>
      cell === null || value === undefined ? [] : [{ sheet, cell, value }];
    return [
      ...lines.flatMap(({ code, cells }) => {
        const line = known[id]?.[code];
        return [
          ...put(cells.figure ?? cells.self, valueOf(id, code)),
          ...put(cells.evidence, line?.evidence),
          ...put(cells.reviewed, line?.reviewed),
          ...put(cells.agreed, line?.agreed),
          ...put(cells.note, line?.note),
        ];
      }),
      ...put(stage, sharedWords.stages.agreed),
    ];
  });
}

/** What the meeting decides of everything that the covenant leaves to it: each row of *Quyết định* as its covenant proposes. */
export function demoDecisions({ decisions }: Description): Entry[] {
  if (decisions === null) return [];
  const { sheet, rows } = decisions;
  // Who leads next year is elected at another meeting.
  return rows
    .filter(({ key }) => !key.startsWith('election:'))
    .flatMap(({ cells: { choice, ...record } }) => {
      if (choice !== null) throw new Error('the demonstration has nothing that leaves a choice');
      return entriesOf(DECIDED).flatMap(([part, value]) => {
        const cell = record[part];
        return cell === null ? [] : [{ sheet, cell, value }];
      });
    });
}

const DECIDED: Readonly<Record<'basis' | 'day' | 'person', string>> = {
  basis: 'Biên bản số 01/BB-CTĐ11 ngày 25/11/2020',
  day: '25/11/2020',
  person: 'Hội nghị Cụm thi đua số 11',
};

/** The source names no number; this one is the demonstration's own, like its figures. */
function withQuota(cluster: Cluster): Cluster {
  const [first, ...others] = cluster.awards;
  if (!first) return cluster;
  return { ...cluster, awards: [{ ...first, quota: { type: 'fixed', number: 2 } }, ...others] };
}

/**
 * Who reviews the head's own sheet, and the shares each unit shows for the first award; Bạc Liêu has too few for its line III.3.
 * Counts are left blank: they are taken from the lines.
 */
function awardEntries({ units, titles }: Description): Entry[] {
  if (titles === null) return [];
  const entries: Entry[] = [];
  const put = (sheet: string, cell: string | null, value: string | number): void => {
    if (cell !== null) entries.push({ sheet, cell, value });
  };
  const [head, reviewer] = units;
  if (head && reviewer) put(head.sheet, head.reviewer, reviewer.unit);
  for (const row of titles.rows)
    for (const { conditions } of Object.values(row.titles).slice(0, 1))
      for (const [id, { numerator, denominator }] of Object.entries(conditions)) {
        put(titles.sheet, numerator, id === 'LDTT-70' && row.id === 'bac-lieu' ? 35 : 52);
        put(titles.sheet, denominator, 52);
      }
  return entries;
}
