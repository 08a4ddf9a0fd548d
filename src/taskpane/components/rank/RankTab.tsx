/** The fourth step: who stands where and why, what the cluster has to decide, who is proposed for what. */
import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Overview } from '../../../workbook/overview';
import { isAgreed } from '../../nextStep';
import { useLook } from '../look';
import { Outcome } from '../Outcome';
import { usePane } from '../pane';
import { TabPage } from '../TabPage';
import { Decisions } from './Decisions';
import { Drawing } from './Drawing';
import { Rotation } from './Rotation';
import { Standings } from './Standings';
import { Ties } from './Ties';
import { Awards } from './Awards';

export default function RankTab(): ReactElement {
  const { state } = usePane();
  const { overview } = state;
  const usable = overview?.covenant && overview.sheets.summary !== null ? overview : null;
  return <TabPage section="rank">{usable ? <Ranking overview={usable} /> : <NothingToRank />}</TabPage>;
}

function NothingToRank(): ReactElement {
  const look = useLook();
  const { words, session } = usePane();
  return (
    <>
      <span>{words.rank.nothing}</span>
      <Button className={look.start} onClick={() => session.show('score', { focus: true })}>
        {words.rank.toScore}
      </Button>
      <Outcome workStep="rank" />
    </>
  );
}

function Ranking({ overview }: { overview: Overview }): ReactElement {
  const look = useLook();
  const { words, session, state } = usePane();
  return (
    <>
      <Status overview={overview} />
      <Button
        appearance={overview.ranked === 'current' ? 'secondary' : 'primary'}
        className={look.start}
        disabledFocusable={state.running !== null}
        onClick={() => void session.run('rankUnits', undefined)}
      >
        {words.rank.run}
      </Button>
      <Outcome workStep="rank" />
      <Decisions findings={overview.findings} documents={overview.documents} />
      <Ties findings={overview.findings} />
      <Standings standings={overview.standings} />
      <Drawing standings={overview.standings} />
      {overview.awards.length > 0 && <Awards awards={overview.awards} />}
      {overview.rotation && <Rotation rotation={overview.rotation} />}
    </>
  );
}

function Status({ overview }: { overview: Overview }): ReactElement {
  const { words } = usePane();
  const agreed = isAgreed(overview);
  return (
    <MessageBar intent={agreed && overview.ranked === 'current' ? 'success' : 'warning'} layout="multiline">
      <MessageBarBody>
        <div>{agreed ? words.rank.final : words.rank.provisional}</div>
        <div>{words.rank[overview.ranked]}</div>
      </MessageBarBody>
    </MessageBar>
  );
}
