/** How far each unit has come: lines, stage, errors, points, and who touched its sheet last. */
import { Badge, Caption1 } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Overview, UnitOverview } from '../../../workbook/overview';
import type { Words } from '../../../locales/languages';
import { clockText } from '../../../locales/times';
import { isComplete } from '../../nextStep';
import type { SheetChange } from '../../sessionState';
import { Bar } from '../Bar';
import { Card } from '../Card';
import { useLook } from '../look';
import { usePane } from '../pane';
import { SheetLink } from '../SheetLink';

export function UnitList({ overview }: { overview: Overview }): ReactElement {
  const look = useLook();
  const { words } = usePane();
  const errors = errorsBySheet(overview);
  return (
    <Card title={words.score.units}>
      <ul className={look.list}>
        {overview.units.map((unit) => (
          <UnitItem key={unit.unit} unit={unit} errors={errors.get(unit.sheet ?? '') ?? 0} />
        ))}
      </ul>
    </Card>
  );
}

/** Errors of each sheet, by its name; lines that are not scored yet are counted as such and not as errors. */
function errorsBySheet({ findings }: Overview): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code, severity, place } of findings)
    if (severity === 'error' && code !== 'line-blank' && place)
      counts.set(place.sheet, (counts.get(place.sheet) ?? 0) + 1);
  return counts;
}

function UnitItem({ unit, errors }: { unit: UnitOverview; errors: number }): ReactElement {
  const look = useLook();
  const { words, state } = usePane();
  const { score } = words;
  const progress = score.lines(doneOf(unit), unit.lines);
  const change = unit.sheetId === null ? undefined : state.lastChanges.get(unit.sheetId);
  return (
    <li className={look.item}>
      <div className={look.apart}>
        <span className={look.strong}>
          {unit.sheet === null ? (
            unit.name
          ) : (
            <SheetLink sheet={unit.sheet} label={score.goTo(unit.name)}>
              {unit.name}
            </SheetLink>
          )}
        </span>
        <Stage unit={unit} />
      </div>
      {unit.sheet !== null && <Bar label={progress} done={doneOf(unit)} of={unit.lines} />}
      <Caption1 className={look.hint}>{detailsOf(unit, errors, words).join(' · ')}</Caption1>
      {change && <Caption1 className={look.hint}>{changeText(change, words)}</Caption1>}
    </li>
  );
}

function Stage({ unit: { sheet, stage, eligibility } }: { unit: UnitOverview }): ReactElement {
  const look = useLook();
  const { words } = usePane();
  const { stages, eligibility: eligibilities, noSheet } = words.score;
  return (
    <span className={look.row}>
      {eligibility !== null && eligibility !== 'eligible' && (
        <Badge appearance="tint" color="warning">
          {eligibilities[eligibility]}
        </Badge>
      )}
      <Badge appearance="tint" color={stage === 'agreed' ? 'success' : 'informative'}>
        {sheet === null || stage === null ? noSheet : stages[stage]}
      </Badge>
    </span>
  );
}

/** "3/12 dòng đã chấm", "2 lỗi", "40,10 điểm, tạm tính". */
function detailsOf(unit: UnitOverview, errors: number, { score, points }: Words['ui']): string[] {
  if (unit.sheet === null) return [score.lines(0, unit.lines)];
  const total = unit.provisionalTotal === null ? null : points(unit.provisionalTotal);
  return [
    score.lines(doneOf(unit), unit.lines),
    ...(errors > 0 ? [score.errors(errors)] : []),
    ...(total === null ? [] : [isComplete(unit) ? score.total(total) : score.totalSoFar(total)]),
  ];
}

function changeText({ at, remote }: SheetChange, { score }: Words['ui']): string {
  return (remote ? score.changedByOther : score.changedAt)(clockText(at));
}

/** A sheet on which no line counts wants one thing more than it has lines. */
function doneOf({ lines, missing }: UnitOverview): number {
  return Math.max(0, lines - missing);
}
