/** The third step: everything found wrong in the workbook, or that nothing is. */
import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import type { Overview } from '../../../workbook/overview';
import { clockText } from '../../../locales/times';
import { countOf, type Filter, fixable, groupFindings, NO_FILTER } from '../../groups';
import { useLook } from '../look';
import { Outcome } from '../Outcome';
import { PlainCommands } from '../PlainCommands';
import { usePane } from '../pane';
import { TabPage } from '../TabPage';
import { Filters } from './Filters';
import { FindingGroups } from './FindingGroups';

export default function CheckTab(): ReactElement {
  const look = useLook();
  const { words, session, state } = usePane();
  const { overview } = state;
  const empty = overview === null || (overview.sheets.covenant ?? overview.sheets.criteria) === null;
  return (
    <TabPage section="check">
      <Button
        className={look.start}
        disabledFocusable={state.running !== null}
        onClick={() => void session.run('checkFigures', undefined)}
      >
        {words.check.run}
      </Button>
      <Outcome workStep="check" />
      {empty ? (
        <span>{words.check.nothingToCheck}</span>
      ) : (
        <>
          <Found overview={overview} />
          {overview.record && overview.record.unrecorded > 0 && (
            <span>{words.record.unrecorded(overview.record.unrecorded)}</span>
          )}
          <PlainCommands workStep="check" />
        </>
      )}
    </TabPage>
  );
}

function Found({ overview }: { overview: Overview }): ReactElement {
  const look = useLook();
  const { words } = usePane();
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  if (overview.findings.length === 0) return <AllClear overview={overview} />;
  const groups = groupFindings(overview, filter);
  const shown = groups.flatMap(({ findings }) => findings);
  const { errors, warnings } = countOf(shown);
  return (
    <>
      <Filters filter={filter} onFilter={setFilter} units={overview.units} />
      <span className={look.strong}>{words.check.count(errors, warnings)}</span>
      <FixAll findings={fixable(shown)} />
      {shown.length === 0 ? (
        <div className={look.row}>
          <span>{words.check.filteredOut}</span>
          <Button size="small" onClick={() => setFilter(NO_FILTER)}>
            {words.check.showAll}
          </Button>
        </div>
      ) : (
        <FindingGroups groups={groups} />
      )}
    </>
  );
}

function FixAll({ findings }: { findings: ReturnType<typeof fixable> }): ReactElement | null {
  const look = useLook();
  const { words, session, state } = usePane();
  if (findings.length < 2) return null;
  return (
    <Button
      appearance="primary"
      className={look.start}
      disabledFocusable={state.running !== null}
      onClick={() => void session.run('applyFixes', findings)}
    >
      {words.check.fixAll(findings.length)}
    </Button>
  );
}

function AllClear({ overview: { units, covenant } }: { overview: Overview }): ReactElement {
  const { words, state } = usePane();
  const { check } = words;
  const read = units.filter(({ sheet }) => sheet !== null).length;
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>
        <div>{check.none}</div>
        <div>{check.checked(read, covenant?.lines ?? 0, state.readAt ? clockText(state.readAt) : '')}</div>
      </MessageBarBody>
    </MessageBar>
  );
}
