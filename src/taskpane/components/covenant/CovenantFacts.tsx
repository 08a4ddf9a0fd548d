/** The covenant that the workbook has: what it says, where to edit it, what has to be fixed in it. */
import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Overview } from '../../../workbook/overview';
import type { Words } from '../../../locales/languages';
import { dayText } from '../../../covenant/numberText';
import { Card } from '../Card';
import { Facts } from '../Facts';
import { FindingItem } from '../FindingItem';
import { useLook } from '../look';
import { usePane } from '../pane';

export function CovenantFacts({ overview }: { overview: Overview }): ReactElement {
  const look = useLook();
  const { words, session, state } = usePane();
  const { facts } = words.covenant;
  const { covenant, criteria } = overview.sheets;
  const sheets = [covenant, criteria].filter((name) => name !== null);
  return (
    <>
      <Card title={facts.title}>
        {overview.facts ? (
          <Facts facts={factsOf(overview, words)} />
        ) : (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{facts.unusable}</MessageBarBody>
          </MessageBar>
        )}
        <div className={look.row}>
          {sheets.map((sheet) => (
            <Button
              key={sheet}
              disabledFocusable={state.running !== null}
              onClick={() => void session.goTo({ sheet, cell: null })}
            >
              {words.covenant.goTo(sheet)}
            </Button>
          ))}
        </div>
      </Card>
      <Problems overview={overview} />
    </>
  );
}

function factsOf({ covenant, facts }: Overview, { covenant: words, points }: Words['ui']): [string, string][] {
  if (!covenant || !facts) return [];
  const { none, ...names } = words.facts;
  const orNone = (text: string): string => (text === '' ? none : text);
  const day = (which: keyof typeof facts.days): string => orNone(dayText(facts.days[which]));
  const { from, to } = facts.days;
  return [
    [names.criteria, names.version(facts.criteria, facts.version)],
    [names.units, String(covenant.units)],
    [names.lines, String(covenant.lines)],
    [names.scale, points(facts.scale)],
    [names.head, orNone(facts.head)],
    [names.deputy, orNone(facts.deputy)],
    [names.period, from === '' && to === '' ? none : names.span(day('from'), day('to'))],
    [names.handIn, day('handIn')],
    [names.meeting, day('meeting')],
    [names.resultsBy, day('resultsBy')],
    [names.awards, orNone(facts.awards.join('; '))],
  ];
}

/** What was found on *Giao ước* and *Tiêu chí*, or keeps them from being used. */
function Problems({ overview }: { overview: Overview }): ReactElement | null {
  const look = useLook();
  const { words } = usePane();
  const { covenant, criteria } = overview.sheets;
  const own = overview.findings.filter(({ place }) => place && [covenant, criteria].includes(place.sheet));
  const found = overview.covenant === null ? overview.findings : own;
  if (found.length === 0) return null;
  return (
    <Card title={words.covenant.facts.problems}>
      <ul className={look.list}>
        {found.slice(0, MAX_PROBLEMS).map((one, index) => (
          // Findings have no identity of their own; the list is replaced as a whole.
          <FindingItem key={index} finding={one} />
        ))}
      </ul>
    </Card>
  );
}

/** Many errors in one table have few causes; the rest stand under Kiểm tra. */
const MAX_PROBLEMS = 20;
