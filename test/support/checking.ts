/** A scored workbook to be checked, and what is found in it. */
import { applyFixes, checkFigures } from './commands';
import type { IWorkbookData } from '@univerjs/core';
import type { CellWrite } from '../../src/stand-in/workbook/cellContent';
import { clusterOf, criteriaOf } from './covenants';
import { brief, preparedWorkbook, scoreAll } from './scoringBench';

export const UNIT = 'Đơn vị 1';
export const OTHER = 'Đơn vị 2';

/** Two units, every line of theirs filled in: nothing to be found but that they are few. */
export function scoredWorkbook(): Promise<IWorkbookData> {
  return preparedWorkbook(
    { criteria: criteriaOf(11), cluster: clusterOf(2) },
    {
      fill: async (bench) => {
        for (const unit of [UNIT, OTHER]) await scoreAll(bench, unit, 1.5);
      },
    },
  );
}

export const text = (value: string): CellWrite => ({ kind: 'text', text: value });
export const number = (value: number): CellWrite => ({ kind: 'number', number: value });
export const boolean = (value: boolean): CellWrite => ({ kind: 'boolean', boolean: value });

/** What the check finds, apart from the cluster's being small. */
export async function found(): Promise<string[]> {
  return (await checkFigures()).filter(({ code }) => code !== 'cluster-small').map(brief);
}

/** Applies every fix that the findings offer; none may be skipped. */
export async function fixAll(): Promise<void> {
  const findings = await checkFigures();
  const { fixed, skipped } = await applyFixes(findings);
  expect(fixed).toHaveLength(findings.filter(({ fix }) => fix).length);
  expect(skipped).toEqual([]);
}
