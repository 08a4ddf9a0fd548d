/** A scoring sheet for each unit that has none, and the summary. */
import type { ReactElement } from 'react';
import { Added } from './Added';
import { usePane } from './pane';
import { Refused } from './Refused';
import { Section } from './Section';

export function InsertSection(): ReactElement {
  const { words, session, state } = usePane();
  const result = state.results.insert;
  return (
    <Section
      id="insert"
      title={words.insert.title}
      hint={words.insert.hint}
      label={words.insert.run}
      onRun={() => void session.insertSheets()}
    >
      {result?.type === 'added' && <Added {...result} />}
      {result?.type === 'refused' && <Refused section="insert" findings={result.findings} />}
    </Section>
  );
}
