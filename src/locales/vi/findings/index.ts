/** The words of every finding, in Vietnamese. A finding without words does not compile here. */
import type { FindingWords } from '../../wording';
import { covenant } from './covenant';
import { decisions } from './decisions';
import { entries } from './entries';
import { identity } from './identity';
import { looks } from './looks';
import { seal } from './seal';
import { sheets } from './sheets';

export const findings: FindingWords = {
  ...entries,
  ...sheets,
  ...looks,
  ...identity,
  ...covenant,
  ...decisions,
  ...seal,
};
