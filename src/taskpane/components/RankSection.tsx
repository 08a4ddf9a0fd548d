/** The ranking of the cluster. */
import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { RankResult } from '../../commands/rankUnits';
import { usePane } from './pane';
import { Refused } from './Refused';
import { Section } from './Section';
import { StandingsTable } from './StandingsTable';

export function RankSection(): ReactElement {
  const { words, session, state } = usePane();
  const result = state.results.rank;
  return (
    <Section
      id="rank"
      title={words.rank.title}
      hint={words.rank.hint}
      label={words.rank.run}
      onRun={() => void session.rankUnits()}
    >
      {result?.type === 'refused' && <Refused section="rank" findings={result.findings} />}
      {result?.type === 'ranked' && (
        <>
          <Status {...result.ranking} />
          <StandingsTable standings={result.ranking.standings} />
        </>
      )}
    </Section>
  );
}

function Status({ provisional, findings }: RankResult): ReactElement {
  const { words } = usePane();
  return (
    <MessageBar intent={provisional ? 'warning' : 'success'} layout="multiline">
      <MessageBarBody>
        {provisional && <MessageBarTitle>{words.rank.provisional}</MessageBarTitle>}
        <div>{provisional ? words.rank.provisionalHint : words.rank.final}</div>
        {findings.length > 0 && <div>{words.rank.findings(findings.length)}</div>}
      </MessageBarBody>
    </MessageBar>
  );
}
