/** Everything found wrong in the workbook. */
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { FixResult } from '../../commands/applyFixes';
import { countOf } from './counts';
import { FindingList } from './FindingList';
import { usePane } from './pane';
import { placeName } from './places';
import { Section } from './Section';

export function CheckSection(): ReactElement {
  const { words, session, state } = usePane();
  const result = state.results.check;
  const findings = result?.type === 'checked' ? result.findings : null;
  return (
    <Section
      id="check"
      title={words.check.title}
      hint={words.check.hint}
      label={words.check.run}
      onRun={() => void session.checkFigures()}
    >
      {result?.type === 'checked' && result.fixed && <Fixed {...result.fixed} />}
      {findings && (
        <MessageBar intent={findings.length === 0 ? 'success' : 'warning'} layout="multiline">
          <MessageBarBody>{countOf(findings, words)}</MessageBarBody>
        </MessageBar>
      )}
      {findings && findings.length > 0 && <FindingList section="check" findings={findings} />}
    </Section>
  );
}

function Fixed({ fixed, skipped }: FixResult): ReactElement {
  const { words } = usePane();
  return (
    <MessageBar intent={skipped.length > 0 ? 'warning' : 'success'} layout="multiline">
      <MessageBarBody>
        <div>{words.check.fixed(fixed.length)}</div>
        {skipped.length > 0 && <div>{words.check.skipped(skipped.map(placeName).join(', '))}</div>}
      </MessageBarBody>
    </MessageBar>
  );
}
