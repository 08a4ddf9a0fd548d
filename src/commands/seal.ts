/** A workbook against the code of a seal that is typed from paper. */
import { finding } from '../covenant/findings';
import { done, refused } from '../covenant/outcome';
import { whatOf } from '../sheets/seal/amendments';
import { sealWords } from '../sheets/seal/plan';
import type { CellDifference, Difference } from '../sheets/shared/seal';
import type { Task } from '../spreadsheet/task';
import { readWorkbook } from '../workbook/covenantWorkbook';
import { evaluate } from '../workbook/evaluate';
import { type Decided, defineCommand } from './command';

export interface VerifyInput {
  /** As typed: blanks, dots and dashes, capitals and words before it do not matter. */
  code: string;
}

export interface VerifyResult {
  /** Whether the code is that of the seal in the workbook, the seal is whole, and nothing differs from what was sealed. */
  same: boolean;
  typed: string;
  /** The code in the seal's own record; '' where that cannot be read. */
  recorded: string;
  /** The words of the seal, with its day and its round. */
  sealed: string;
  /** Whether what the seal holds gives its own code. */
  intact: boolean;
  /** Seals of earlier versions cover points, ranks, eligibility and awards only. */
  covers: 'everything' | 'points';
  /** Points and outcomes that differ: the unit's name, and which. */
  points: { unit: string; what: string }[];
  cells: Pick<CellDifference, 'place' | 'sealed' | 'present'>[];
  /** Names of sheets that differ, where no cell can be named. */
  sheets: string[];
}

/** Twelve hexadecimal digits, with letters that paper shows for digits; null where there are none. */
function codeIn(typed: string): string | null {
  const compact = typed
    .toLowerCase()
    .replace(/[\s.\-–_]/g, '')
    .replaceAll('o', '0')
    .replace(/[li]/g, '1');
  return /[0-9a-f]{12}$/.exec(compact)?.[0] ?? null;
}

/** Says same, or what differs, also where the covenant cannot be used. Refused where nothing was sealed, and for what is no code. */
const verifySeal = defineCommand({
  id: 'verifySeal',
  workStep: 'print',
  *decide(workbook, { code }: VerifyInput): Task<Decided<VerifyResult>> {
    const typed = codeIn(code);
    if (typed === null) return refused([finding('seal-code-invalid', null, { code })]);
    const reading = readWorkbook(workbook);
    const { covenant } = reading;
    const { seal, changes, contents, holds } = (yield* evaluate(reading)).seal;
    if (seal === null) return refused([finding('seal-missing', null, {})]);
    const nameOf = ({ unit }: Difference): string =>
      covenant?.cluster.units.find(({ id }) => id === unit)?.name ?? unit;
    const recorded = seal.record?.checksum ?? '';
    return done({
      changes: [],
      result: {
        same: holds && typed === recorded,
        typed,
        recorded,
        sealed: seal.record ? sealWords(seal.record) : '',
        intact: seal.intact && contents.damaged.length === 0,
        covers: seal.copies === null ? 'points' : 'everything',
        points: changes.map((one) => ({ unit: nameOf(one), what: covenant ? whatOf(covenant, one.row) : one.row })),
        cells: contents.cells.map(({ place, sealed, present }) => ({ place, sealed, present })),
        sheets: contents.sheets,
      },
    });
  },
  report: (result) => result,
  needsAttention: ({ same }) => !same,
});

export const sealCommands = { verifySeal };
