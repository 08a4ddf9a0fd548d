import { previewCovenant } from '../../src/workbook/previewCovenant';
import { clusters, criteriaSets } from '../../src/covenant/catalogue';
import { criteriaOf, clusterOf } from '../support/covenants';

describe('the preview of a covenant', () => {
  it('names the sheets that come now and later, and warns of a small cluster', () => {
    const preview = previewCovenant({ criteria: criteriaOf(11), cluster: clusterOf(3) });
    expect(preview.sheets.now).toEqual(['Giao ước', 'Tiêu chí']);
    expect(preview.sheets.later).toContain('Tổng hợp');
    expect(preview.units).toHaveLength(3);
    expect(preview.findings.map(({ code }) => code)).toContain('cluster-small');
  });

  it('counts every line once', () => {
    for (const criteria of criteriaSets()) {
      const { lines } = previewCovenant({ criteria, cluster: clusterOf(5) });
      expect(lines.standard + lines.bonus + lines.penalty).toBe(lines.all);
    }
  });

  it('names the heads, and what is open in the source', () => {
    const [criteria] = criteriaSets();
    if (!criteria) throw new Error('the catalogue has no criteria');
    for (const cluster of clusters()) {
      const { units, findings } = previewCovenant({ criteria, cluster });
      expect(units.filter(({ role }) => role === 'head')).toHaveLength(cluster.head === '' ? 0 : 1);
      expect(findings.some(({ code }) => code === 'no-units')).toBe(cluster.units.length === 0);
    }
  });
});
