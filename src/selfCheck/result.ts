/** What a run of the self-check came to. */
import type { ExcelFacts, HostFacts } from './facts';
import type { ItemResult } from './item';

export interface SelfCheckResult {
  facts: HostFacts;
  excel: ExcelFacts;
  items: readonly ItemResult[];
  cancelled: boolean;
  /** How many scratch sheets could not be deleted, each named `leftName` and a number; null where Excel did not say. */
  left: number | null;
  leftName: string;
  /** Whether active sheet, selection and calculation mode are as before. */
  restored: boolean;
}
