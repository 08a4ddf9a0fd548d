/** Read one's own: a criteria set and a cluster from the tables of the open workbook; nothing is written. */
import type { Cluster } from '../covenant/covenant';
import type { CriteriaSet } from '../covenant/criteria';
import type { Finding } from '../covenant/findings';
import { readWorkbookSnapshot } from '../excel/read';
import { importCluster, importCriteria } from '../workbook/import/importTables';

/** What is null was not found or cannot be used; then the findings say why. Throws ExcelFailure. */
export async function importTables(): Promise<{
  criteria: CriteriaSet | null;
  cluster: Cluster | null;
  findings: Finding[];
}> {
  const snapshot = await readWorkbookSnapshot();
  const { criteria, findings: ofCriteria } = importCriteria(snapshot);
  const { cluster, findings: ofCluster } = importCluster(snapshot);
  return { criteria, cluster, findings: [...ofCriteria, ...ofCluster] };
}
