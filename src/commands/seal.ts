/** A workbook against the code of a seal that is typed from paper. */
import type { CellPlace, PageDifference, PageSetting } from '../covenant/cell';
import { finding, type Finding, type FindingCode } from '../covenant/findings';
import { done, refused } from '../covenant/outcome';
import { whatOf } from '../sheets/seal/amendments';
import { coveredSources } from '../sheets/seal/extents';
import { isSealedDeferred } from '../sheets/seal/plan';
import { sealWords } from '../sheets/seal/words';
import type { CellDifference } from '../sheets/shared/seal';
import type { Task } from '../spreadsheet/task';
import { type CovenantWorkbook, readWorkbook } from '../workbook/covenantWorkbook';
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
  /** Names of the units that were sealed as deferred: their points and ranks are not final. */
  deferred: string[];
  /** Whether what the seal holds gives its own code. */
  intact: boolean;
  /** Seals of earlier versions cover points, ranks, eligibility and awards only. */
  covers: 'everything' | 'points';
  /** Points and outcomes that differ: the unit's name, and which. */
  points: { unit: string; what: string }[];
  cells: Pick<CellDifference, 'place' | 'sealed' | 'present'>[];
  /** Names of sheets that differ, where no cell can be named. */
  sheets: string[];
  /**
   * Cells and pages of sealed sheets and of the seal that show or print something else than they hold; without a cell the whole sheet:
   * so a copy that somebody made of one, or a tab with the name of another unit.
   */
  shown: CellPlace[];
}

/** What a reader of the paper sees otherwise while every cell holds what was sealed. */
const OTHERWISE_SHOWN: readonly FindingCode[] = [
  'result-disguised',
  'number-disguised',
  'fact-disguised',
  'date-for-number',
  'words-differ',
  'seal-words-differ',
  'document-differs',
  'document-rows-lost',
  'cell-covered',
  'formula-overwritten',
  'reference-lost',
  'own-reference-lost',
  'formats-changed',
  'highlights-hide',
  'highlights-other',
  'page-words',
  'rows-hidden',
  'rows-shown',
  'columns-hidden',
  'rows-thin',
  'columns-thin',
  'columns-narrow',
];

/** Sheets that look like the sealed ones and may hold others' figures, or name another unit: who reads them takes them for what was sealed. */
const TAKEN_FOR_SEALED: readonly FindingCode[] = ['sheet-doubled', 'original-unclear', 'tab-of-other'];

/** What decides which cells and words of the seal are on its pages; programs that save a file write its margins in their own way. */
const SHOWN_SETTINGS: readonly PageSetting[] = ['footer', 'header', 'printArea', 'titleRows', 'orientation'];
const isShown = ({ setting }: PageDifference): boolean => SHOWN_SETTINGS.includes(setting);

function shownOtherwise(reading: CovenantWorkbook, findings: readonly Finding[]): CellPlace[] {
  const sealed = new Set(coveredSources(reading).map(({ sheet }) => sheet.snapshot.name));
  const own = new Set((reading.documents.seal ?? []).map(({ snapshot }) => snapshot.name));
  return findings.flatMap((one): CellPlace[] => {
    const { code, place } = one;
    if (place === null) return [];
    if (TAKEN_FOR_SEALED.includes(code)) return [place];
    // How other sheets are printed says nothing else than was sealed.
    if (one.code === 'page-changed') return own.has(place.sheet) && one.data.settings.some(isShown) ? [place] : [];
    if (!OTHERWISE_SHOWN.includes(code) || !sealed.has(place.sheet)) return [];
    if (one.code !== 'formats-changed' && one.code !== 'highlights-hide' && one.code !== 'highlights-other')
      return [place];
    const areas = areasOf(one.data.cells);
    return areas.length === 0 ? [place] : areas.map((cell) => ({ ...place, cell }));
  });
}

/** The areas that a finding names; of more than it names the last is left out. */
const areasOf = (cells: string): string[] => cells.split(', ').filter((area) => area !== '…' && area !== '');

/**
 * Twelve hexadecimal digits and no more, in groups or not, with letters that paper shows for digits; null where there are none. Words
 * before them are no digits, though some of their letters could be.
 */
function codeIn(typed: string): string | null {
  const groups = typed.toLowerCase().split(/[\s.,:\-–_]+/);
  let code = '';
  while (groups.length > 0 && code.length < 12 && isDigits(groups.at(-1) ?? '')) code = `${groups.pop() ?? ''}${code}`;
  const before = groups.at(-1) ?? '';
  const isLonger = /\d/.test(before) && isDigits(before);
  const digits = code.replaceAll('o', '0').replace(/[li]/g, '1');
  return digits.length === 12 && !isLonger ? digits : null;
}

const isDigits = (group: string): boolean => /^[0-9a-foil]*$/.test(group);

/** Says same, or what differs, also where the covenant cannot be used. Refused where nothing was sealed, and for what is no code. */
const verifySeal = defineCommand({
  id: 'verifySeal',
  workStep: 'print',
  reads: { formats: 'shown', guards: 'all', hiddenLines: true },
  *decide(workbook, { code }: VerifyInput): Task<Decided<VerifyResult>> {
    const typed = codeIn(code);
    if (typed === null) return refused([finding('seal-code-invalid', null, { code })]);
    const reading = readWorkbook(workbook);
    const { covenant } = reading;
    const evaluation = yield* evaluate(reading);
    const { seal, changes, contents, holds } = evaluation.seal;
    if (seal === null) return refused([finding('seal-missing', null, {})]);
    const nameOf = (unit: string): string => covenant?.cluster.units.find(({ id }) => id === unit)?.name ?? unit;
    const deferred = [...seal.result.units].flatMap(([unit, cells]) => (isSealedDeferred(cells) ? [nameOf(unit)] : []));
    const recorded = seal.record?.checksum ?? '';
    const shown = shownOtherwise(reading, evaluation.findings);
    return done({
      changes: [],
      result: {
        same: holds && typed === recorded && shown.length === 0,
        typed,
        recorded,
        sealed: seal.record ? sealWords(seal.record) : '',
        deferred,
        intact: seal.intact && contents.damaged.length === 0,
        covers: seal.copies === null ? 'points' : 'everything',
        points: changes.map((one) => ({
          unit: nameOf(one.unit),
          what: covenant ? whatOf(covenant, one.row) : one.row,
        })),
        cells: contents.cells.map(({ place, sealed, present }) => ({ place, sealed, present })),
        sheets: contents.sheets,
        shown,
      },
    });
  },
  report: (result) => result,
  needsAttention: ({ same }) => !same,
});

export const sealCommands = { verifySeal };
