/** Under which positions the papers are signed: as the cluster wants them, or the usual ones. */
import type { Cluster } from '../../covenant/covenant';
import { sharedWords } from './words';

/** In capitals, as positions are printed above a name (Decree 30/2020/NĐ-CP, appendix I). */
export interface Signatories {
  preparedBy: string;
  unit: string;
  cluster: string;
}

export function signatoriesOf({ paper: texts, type }: Cluster): Signatories {
  const [preparedBy, unit] = sharedWords.signatures;
  const capitals = (text: string): string => text.toLocaleUpperCase('vi');
  return {
    preparedBy: capitals(texts.preparedBy || preparedBy),
    unit: capitals(texts.unitSigner || unit),
    cluster: capitals(texts.clusterSigner || sharedWords.roles[type].head),
  };
}
