/** What an update changes, told before anything is written. */
import type { Covenant } from '../../covenant/covenant';
import { allLines, walk } from '../../covenant/criteria';
import type { Finding } from '../../covenant/findings';
import { type Criterion, kindOf } from '../../covenant/kinds';
import type { Hundredths } from '../../covenant/points';
import { checkEntries } from '../../scoring/check';
import { leadersOf, scoreSheet } from '../../scoring/score';
import { readUnit } from '../../sheets/unit/read';
import { snapshotAfter } from '../../spreadsheet/after';
import { stayingKeys } from '../../spreadsheet/lineSteps';
import type { Task } from '../../spreadsheet/task';
import { type CovenantWorkbook, readWorkbook } from '../covenantWorkbook';
import { isFault } from '../evaluateUnits';
import { renamedCodes } from './codes';
import { pointsOf } from './ranking';
import type { EarlierReview } from './reviews';
import { type Covenants, isReformed } from './sheets';
import type { OwnFormulas } from './ownFormulas';
import type { ListedEntry, Update, ValuedEntry } from './update';

/** A line of the criteria, or a unit or an award, by its name. */
export interface Named {
  code: string;
  name: string;
}

/** A line whose points are another number or are found in another way. */
export interface ChangedLine extends Named {
  max: Readonly<Record<'before' | 'after', Hundredths>>;
  /** The names of the kinds; the same where only figures of the same kind changed. */
  kind: Readonly<Record<'before' | 'after', string>>;
}

/** A line that has another code with the same wording. */
export interface RenamedLine extends Named {
  from: string;
}

/** What else of the covenant is another than before. */
export type ChangedPart = 'rules' | 'tieBreaks' | 'awards' | 'conditions' | 'unitOrder' | 'form' | 'words';

export interface UpdatePreview {
  /** Names of sheets. */
  redrawn: string[];
  added: string[];
  lines: { added: Named[]; gone: Named[]; moved: Named[]; changed: ChangedLine[]; renamed: RenamedLine[] };
  units: { joined: string[]; left: string[]; renamed: { from: string; to: string }[] };
  parts: ChangedPart[];
  /** Entries that lose their cell and are kept below their sheet, and those that get it back. */
  kept: ListedEntry[];
  returned: ListedEntry[];
  /** Those that stay there because what has their code is called otherwise. */
  renamed: ListedEntry[];
  /** Formulas that people typed and that give way to the value that they have now. */
  valued: ValuedEntry[];
  /** Formulas on sheets of a person's own that would say something else. */
  lost: OwnFormulas['lost'];
  /** Reviewed and agreed points on lines that will be scored in another way; they stay official. */
  earlierReviews: EarlierReview[];
  /** Decisions that no longer apply to anything, as their line is gone; they stay on *Quyết định*. */
  pastDecisions: ListedEntry[];
  /** Whether what ranking has written no longer holds and is taken away. */
  rankAgain: boolean;
  /** Entries that do not fit the changed criteria, in the cells that they will have. */
  misfits: Finding[];
}

/** Of a planned update; stops after each unit. */
export function* previewOf(reading: CovenantWorkbook, update: Update): Task<UpdatePreview> {
  const { earlier, covenant, redrawn, added, kept, returned, renamed } = update;
  const { valued, lost, earlierReviews, pastDecisions, rankAgain } = update;
  const after = readWorkbook(snapshotAfter(reading.snapshot, update.changes));
  const before = new Set((yield* faultsOf(earlier, reading)).map(faultKey));
  const faults = yield* faultsOf(covenant, after);
  return {
    redrawn,
    added,
    lines: changedLines(update),
    units: changedUnits(earlier, covenant),
    parts: changedParts(earlier, covenant, isReformed(reading, covenant)),
    kept,
    returned,
    renamed,
    valued,
    lost,
    earlierReviews,
    pastDecisions,
    rankAgain,
    misfits: faults.filter((one) => !before.has(faultKey(one))),
  };
}

/** The same entry with the same fault, wherever it stands. */
const faultKey = ({ code, data, place }: Finding): string => JSON.stringify([place?.sheet, code, data]);

function* faultsOf(covenant: Covenant, { unitSheets, targets }: CovenantWorkbook): Task<Finding[]> {
  const { criteria, cluster } = covenant;
  const read = cluster.units.flatMap((unit) => {
    const sheet = unitSheets.get(unit.id);
    return sheet ? [readUnit(covenant, unit, sheet, targets)] : [];
  });
  const leaders = leadersOf(criteria, read);
  const faults: Finding[] = [];
  for (const [index, entries] of read.entries()) {
    const found = checkEntries(covenant, entries, scoreSheet(covenant, entries, leaders));
    // What is missing was not entered.
    faults.push(...found.filter((one) => isFault(one) && one.code !== 'target-missing'));
    yield { done: index + 1, of: read.length };
  }
  return faults;
}

const named = ({ code, title }: Criterion): Named => ({ code, name: title });

function changedLines({ earlier, covenant }: Covenants): UpdatePreview['lines'] {
  const renamed = renamedCodes({ earlier, covenant });
  const was = allLines(earlier.criteria).map((line) => ({ ...line, code: renamed.get(line.code) ?? line.code }));
  const is = allLines(covenant.criteria);
  const known = new Map(was.map((line) => [line.code, line]));
  const former = new Map([...renamed].map(([from, to]) => [to, from]));
  const codes = new Set(is.map(({ code }) => code));
  const staying = stayingKeys(
    was.map(({ code }) => code),
    is.map(({ code }) => code),
  );
  return {
    added: is.filter(({ code }) => !known.has(code)).map(named),
    gone: was.filter(({ code }) => !codes.has(code)).map(named),
    moved: is.filter(({ code }) => known.has(code) && !staying.has(code)).map(named),
    changed: is.flatMap((line) => changedLine(known.get(line.code), line) ?? []),
    renamed: is.flatMap((line) => {
      const from = former.get(line.code);
      return from === undefined ? [] : [{ ...named(line), from }];
    }),
  };
}

function changedLine(before: Criterion | undefined, after: Criterion): ChangedLine | null {
  if (before === undefined || pointsOf(before) === pointsOf(after)) return null;
  const [was, is] = [kindOf(before), kindOf(after)];
  return {
    ...named(after),
    max: { before: was.maximum(before), after: is.maximum(after) },
    kind: { before: was.words.name, after: is.words.name },
  };
}

function changedUnits({ cluster: before }: Covenant, { cluster: after }: Covenant): UpdatePreview['units'] {
  const known = new Map(before.units.map((unit) => [unit.id, unit]));
  const present = new Set(after.units.map(({ id }) => id));
  return {
    joined: after.units.filter(({ id }) => !known.has(id)).map(({ name }) => name),
    left: before.units.filter(({ id }) => !present.has(id)).map(({ name }) => name),
    renamed: after.units.flatMap(({ id, name }) => {
      const from = known.get(id)?.name ?? name;
      return from === name ? [] : [{ from, to: name }];
    }),
  };
}

/** In the order in which they are told. */
function changedParts(before: Covenant, after: Covenant, reformed: boolean): ChangedPart[] {
  const differs = (partOf: (covenant: Covenant) => unknown): boolean =>
    JSON.stringify(partOf(before)) !== JSON.stringify(partOf(after));
  const changed: Readonly<Record<ChangedPart, boolean>> = {
    rules: differs(({ rules: { tieBreaks: _tieBreaks, ...rules } }) => rules),
    tieBreaks: differs(({ rules }) => rules.tieBreaks),
    awards: differs(({ cluster }) => cluster.awards.map(({ conditions: _conditions, ...award }) => award)),
    conditions: differs(({ cluster }) => cluster.awards.map(({ id, conditions }) => [id, conditions])),
    unitOrder: differs(({ cluster }) =>
      cluster.units.flatMap(({ id }) => (known(before, id) && known(after, id) ? [id] : [])),
    ),
    form: reformed || differs(({ cluster }) => cluster.paper.unitForm),
    words: differs(titlesOf) || isReworded(before, after),
  };
  const order: readonly ChangedPart[] = ['rules', 'tieBreaks', 'awards', 'conditions', 'unitOrder', 'form', 'words'];
  return order.filter((part) => changed[part]);
}

const known = ({ cluster: { units } }: Covenant, id: string): boolean => units.some((unit) => unit.id === id);

/** Wording and days of the whole. */
function titlesOf({ cluster, criteria }: Covenant): unknown {
  const { units: _units, awards: _awards, paper, ...named } = cluster;
  const { unitForm: _unitForm, ...texts } = paper;
  const rest = { ...named, paper: texts };
  const { title, version, legalBasis, source, proposal } = criteria;
  return [rest, title, version, legalBasis, source, proposal];
}

/** Whether a line, a section or a unit that both have is worded otherwise, a unit's name apart. */
function isReworded(before: Covenant, after: Covenant): boolean {
  const words = ({ criteria, cluster }: Covenant): Map<string, string> =>
    new Map([
      ...[...walk(criteria.sections), ...criteria.bonuses, ...criteria.penalties].map(
        ({ code, number, title, note }) => [`line:${code}`, JSON.stringify([number, title, note])] as const,
      ),
      ...cluster.units.map(({ id, name: _name, ...unit }) => [`unit:${id}`, JSON.stringify(unit)] as const),
    ]);
  const was = words(before);
  return [...words(after)].some(([key, text]) => was.has(key) && was.get(key) !== text);
}
