/** Findings sheet by sheet; what was opened stays open when the workbook is read again. */
import { Button } from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import { hasErrors } from '../../../covenant/findings';
import { countOf, type FindingGroup, fixable } from '../../groups';
import { Disclosure } from '../Disclosure';
import { FindingItem } from '../FindingItem';
import { useLook } from '../look';
import { usePane } from '../pane';

/** A workbook of seventy empty sheets has thousands of findings: more at once would freeze the pane. */
const AT_ONCE = 50;

export function FindingGroups({ groups }: { groups: readonly FindingGroup[] }): ReactElement {
  const look = useLook();
  const { words } = usePane();
  // The first with errors is open until the person has said otherwise.
  const first = groups.find(({ findings }) => hasErrors(findings)) ?? groups[0];
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  return (
    <div className={look.card}>
      {groups.map((group) => {
        const { sheet, findings } = group;
        const title = sheet === '' ? words.check.wholeWorkbook : sheet;
        const { errors, warnings } = countOf(findings);
        return (
          <Disclosure
            key={sheet}
            level="h3"
            title={`${title}: ${words.check.count(errors, warnings)}`}
            open={toggled.get(sheet) ?? group === first}
            onToggle={(open) => setToggled(new Map(toggled).set(sheet, open))}
          >
            <GroupBody group={group} title={title} />
          </Disclosure>
        );
      })}
    </div>
  );
}

function GroupBody({ group: { findings }, title }: { group: FindingGroup; title: string }): ReactElement {
  const look = useLook();
  const { words, session, state } = usePane();
  const [limit, setLimit] = useState(AT_ONCE);
  const fixes = fixable(findings);
  const left = findings.length - limit;
  return (
    <div className={look.lines}>
      {fixes.length > 1 && (
        <Button
          size="small"
          className={look.start}
          disabledFocusable={state.running !== null}
          onClick={() => void session.run('applyFixes', fixes)}
        >
          {words.check.fixGroup(fixes.length, title)}
        </Button>
      )}
      <ul className={look.list}>
        {findings.slice(0, limit).map((one, index) => (
          // Findings have no identity of their own; the list is replaced as a whole.
          <FindingItem key={index} finding={one} />
        ))}
      </ul>
      {left > 0 && (
        <Button size="small" className={look.start} onClick={() => setLimit(limit + AT_ONCE)}>
          {words.check.more(left)}
        </Button>
      )}
    </div>
  );
}
