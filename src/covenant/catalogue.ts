/** The built-in catalogue: criteria sets and clusters as data, each with its source. */
import cases from '../../assets/catalogue/cases.json';
import cum112020 from '../../assets/catalogue/clusters/cum-11-2020.json';
import daNang2021 from '../../assets/catalogue/clusters/da-nang-2021.json';
import quangNam2020 from '../../assets/catalogue/clusters/quang-nam-2020.json';
import toanNganh2024 from '../../assets/catalogue/clusters/toan-nganh-2024.json';
import criteriaCum112020 from '../../assets/catalogue/criteria/cum-11-2020.json';
import { type Cluster, clusterSchema } from './covenant';
import { type CriteriaSet, criteriaSetSchema } from './criteria';

export interface CatalogueEntry {
  id: string;
  title: string;
  /** The document it is taken from, and what is missing there. */
  source: string;
}
export interface ClusterEntry extends CatalogueEntry {
  /** How many units the source lists; 0 = it names none, they are entered in the workbook. */
  units: number;
}
export interface Catalogue {
  criteriaSets: CatalogueEntry[];
  clusters: ClusterEntry[];
}

/** Clusters of one document: common fields are written once; `remark` is appended to the source of one cluster. */
interface Group {
  common: { source?: string };
  clusters: readonly { id: string; source?: string; remark?: string; cases?: readonly object[] }[];
}

const CRITERIA: readonly unknown[] = [criteriaCum112020];
const GROUPS: readonly Group[] = [
  { common: {}, clusters: [cum112020] },
  ...quangNam2020,
  ...toanNganh2024,
  ...daNang2021,
];

/** All criteria sets of the catalogue; throws a ZodError if the built-in data is wrong. */
export function criteriaSets(): CriteriaSet[] {
  return CRITERIA.map((data) => criteriaSetSchema.parse(data));
}

/**
 * All clusters of the catalogue; throws a ZodError if the built-in data is wrong. Each has, after its own cases, those of the
 * sector's guidance of 2019, which still apply.
 */
export function clusters(): Cluster[] {
  return GROUPS.flatMap(({ common, clusters }) =>
    clusters.map(({ remark = '', ...own }) =>
      clusterSchema.parse({
        ...common,
        ...own,
        source: `${own.source ?? common.source ?? ''} ${remark}`,
        cases: [...(own.cases ?? []), ...cases],
      }),
    ),
  );
}

/** The catalogue's entries, to choose from. */
export function catalogue(): Catalogue {
  return {
    criteriaSets: criteriaSets().map(({ id, title, source }) => ({ id, title, source })),
    clusters: clusters().map(({ id, title, source, units }) => ({ id, title, source, units: units.length })),
  };
}
