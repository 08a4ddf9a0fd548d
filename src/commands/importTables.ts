/** Read one's own: a criteria set and a cluster from the tables of the open workbook; nothing is written. */
import type { Cluster } from '../covenant/covenant';
import type { CriteriaSet } from '../covenant/criteria';
import type { Finding } from '../covenant/findings';
import { readWorkbookImage } from '../excel/read';
import { readOwnCluster, readOwnCriteria } from '../workbook/import/importTables';

/** What is null was not found or cannot be used; then the findings say why. Throws ExcelFailure. */
export async function readOwn(): Promise<{
  criteria: CriteriaSet | null;
  cluster: Cluster | null;
  findings: Finding[];
}> {
  const image = await readWorkbookImage();
  const { criteria, findings: ofCriteria } = readOwnCriteria(image);
  const { cluster, findings: ofCluster } = readOwnCluster(image);
  return { criteria, cluster, findings: [...ofCriteria, ...ofCluster] };
}
