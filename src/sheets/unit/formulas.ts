/**
 * Every formula of a unit's sheet, for any layout: the plan writes them, the check compares them with what it finds.
 * They name only cells of their own sheet and never the sheet itself, so that copies stay whole.
 */
import type { Covenant } from '../../covenant/covenant';
import { type CriteriaSet, isSection, linesOf, type Node, walk } from '../../covenant/criteria';
import { acceptsFormula, pointsAccepted } from '../../covenant/entryRule';
import { type Criterion, kindOf } from '../../covenant/kinds';
import { type Hundredths, toPoints } from '../../covenant/points';
import { paper } from '../../locales/paper';
import { rowKey } from '../keys';
import { type Addresses, addressesOf, type KeyedFormula, type Layout } from '../layout';
import { nodeKey, nodesOf, OPEN_KEY, PARTS, STAGE_COLUMN, STAGE_KEY } from './layout';

/** All formulas whose cells the layout has. */
export function unitFormulas(covenant: Pick<Covenant, 'criteria' | 'rules'>, layout: Layout): KeyedFormula[] {
  const at = addressesOf(layout);
  const { criteria } = covenant;
  return [
    ...PARTS.flatMap((part) => linesOf(criteria, part)).flatMap((line) => lineFormulas(line, at)),
    ...walk(criteria.sections)
      .filter(isSection)
      .map((section) => official(nodeKey(section), `=ROUND(${added(section.children, at)},2)`)),
    ...partFormulas(covenant, at),
    ...closingFormulas(criteria, at),
  ].filter((one) => at.cell(one.row, one.column) !== null);
}

const official = (row: string, formula: string): KeyedFormula => ({ row, column: 'official', formula });

function lineFormulas(line: Criterion, at: Addresses): KeyedFormula[] {
  const row = rowKey.line(line.code);
  const cell = (column: string): string => at.fixedColumn(row, column) ?? '#REF!';
  const kind = kindOf(line);
  const figureRule = kind.figureRule(line);
  const accepted = (ref: string): string => pointsAccepted(ref, cell('max'), cell('step'));
  const later = (column: string, otherwise: string): string =>
    `IF(LEN(${cell(column)})>0,${cell(column)},${otherwise})`;
  const earned = kind.formula(line, { figure: cell('figure'), standard: cell('standard') });
  const self = figureRule === null ? [] : [`=IF(${acceptsFormula(figureRule, cell('figure'))},ROUND(${earned},2),"")`];
  return [
    ...self.map((formula) => ({ row, column: 'self', formula })),
    { row, column: 'latest', formula: `=${later('agreed', later('reviewed', later('self', '""')))}` },
    official(row, `=IF(${accepted(cell('latest'))},ROUND(${cell('latest')},2),"")`),
    { row, column: 'missing', formula: `=IF(ISNUMBER(${cell('official')}),0,1)` },
    { row, column: 'open', formula: `=IF(${accepted(cell('agreed'))},0,1)` },
  ];
}

/** SUM over the official points of some nodes: neighbouring lines as a range, sections one by one. */
function added(nodes: readonly Node[], at: Addresses): string {
  const refs: string[] = [];
  let run: [string, string] | null = null;
  const close = (): void => {
    if (run !== null) refs.push(run[0] === run[1] ? run[0] : `${run[0]}:${run[1]}`);
    run = null;
  };
  for (const node of nodes) {
    const ref = at.cell(nodeKey(node), 'official');
    if (ref === null) continue;
    if (isSection(node)) {
      close();
      refs.push(ref);
    } else run = [run === null ? ref : run[0], ref];
  }
  close();
  return refs.length === 0 ? '0' : `SUM(${refs.join(',')})`;
}

function partFormulas({ criteria, rules }: Pick<Covenant, 'criteria' | 'rules'>, at: Addresses): KeyedFormula[] {
  return PARTS.map((part) => {
    const sum = `ROUND(${added(nodesOf(criteria, part), at)},2)`;
    return official(rowKey.total(part), `=${part === 'bonus' ? capped(sum, rules.bonusCap) : sum}`);
  }).concat(totalFormula({ rules }, at));
}

function totalFormula({ rules }: Pick<Covenant, 'rules'>, at: Addresses): KeyedFormula {
  const part = (which: 'standard' | 'bonus' | 'penalty'): string => at.cell(rowKey.total(which), 'official') ?? '#REF!';
  const total = `ROUND(${part('standard')}+${part('bonus')}-${part('penalty')},2)`;
  return official(rowKey.total('total'), `=${capped(rules.floorAtZero ? `MAX(0,${total})` : total, rules.totalCap)}`);
}

function capped(value: string, cap: Hundredths | null): string {
  return cap === null ? value : `MIN(${toPoints(cap)},${value})`;
}

function closingFormulas(criteria: CriteriaSet, at: Addresses): KeyedFormula[] {
  const lines = PARTS.flatMap((part) => linesOf(criteria, part));
  const over = (column: string): string => {
    const rows = lines.map((line) => at.cell(rowKey.line(line.code), column)).filter((ref) => ref !== null);
    return `SUM(${rows[0] ?? '#REF!'}:${rows.at(-1) ?? '#REF!'})`;
  };
  const stage = at.cell(STAGE_KEY, STAGE_COLUMN) ?? '#REF!';
  const missing = at.cell(rowKey.total('missing'), 'official') ?? '#REF!';
  return [
    official(rowKey.total('missing'), `=${over('missing')}`),
    official(OPEN_KEY, `=IF(EXACT(${stage},"${paper.stages.agreed}"),0,${over('open')})`),
    {
      row: STAGE_KEY,
      column: 'figure',
      formula: `=IF(${missing}>0,${paper.unitSheet.provisional(missing)},"")`,
    },
  ];
}
