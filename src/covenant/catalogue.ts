/** The catalogue that comes with the add-in: criteria sets and clusters as data, each naming its source. */
import clusterCum112020 from '../../assets/catalogue/clusters/cum-11-2020.json';
import criteriaCum112020 from '../../assets/catalogue/criteria/cum-11-2020.json';
import { type Cluster, clusterSchema } from './covenant';
import { type CriteriaSet, criteriaSetSchema } from './criteria';

export interface CatalogueEntry {
  id: string;
  title: string;
}
export interface Catalogue {
  criteriaSets: CatalogueEntry[];
  clusters: CatalogueEntry[];
}

const CRITERIA: readonly unknown[] = [criteriaCum112020];
const CLUSTERS: readonly unknown[] = [clusterCum112020];

/** All criteria sets of the catalogue; throws a ZodError where the shipped data is wrong. */
export function criteriaSets(): CriteriaSet[] {
  return CRITERIA.map((data) => criteriaSetSchema.parse(data));
}

/** All clusters of the catalogue; throws a ZodError where the shipped data is wrong. */
export function clusters(): Cluster[] {
  return CLUSTERS.map((data) => clusterSchema.parse(data));
}

/** Ids and titles, to choose from. */
export function catalogue(): Catalogue {
  const entry = ({ id, title }: CatalogueEntry): CatalogueEntry => ({ id, title });
  return { criteriaSets: criteriaSets().map(entry), clusters: clusters().map(entry) };
}
