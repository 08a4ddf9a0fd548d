/** The second step: a sheet for each unit, and how far each has come. */
import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Overview } from '../../../workbook/overview';
import { wantsSheets } from '../../nextStep';
import { Card } from '../Card';
import { useLook } from '../look';
import { Outcome } from '../Outcome';
import { usePane } from '../pane';
import { SheetLink } from '../SheetLink';
import { TabPage } from '../TabPage';
import { UnitList } from './UnitList';

export default function ScoreTab(): ReactElement {
  const { state } = usePane();
  const { overview } = state;
  return (
    <TabPage section="score">
      {overview?.covenant ? (
        <>
          <Insert overview={overview} />
          <Outcome workStep="score" />
          <UnitList overview={overview} />
          <SharedSheets overview={overview} />
        </>
      ) : (
        <NoCovenant />
      )}
    </TabPage>
  );
}

function NoCovenant(): ReactElement {
  const look = useLook();
  const { words, session } = usePane();
  return (
    <>
      <span>{words.score.noCovenant}</span>
      <Button className={look.start} onClick={() => session.show('covenant', { focus: true })}>
        {words.score.toCovenant}
      </Button>
      <Outcome workStep="score" />
    </>
  );
}

/** Inserting is always offered: it also puts back what was deleted by hand. */
function Insert({ overview }: { overview: Overview }): ReactElement {
  const look = useLook();
  const { words, session, state } = usePane();
  const wanted = wantsSheets(overview);
  const without = overview.units.filter(({ sheet }) => sheet === null).length;
  const missing = without > 0 ? words.score.missing(without) : words.score.missingShared;
  return (
    <>
      <span>{wanted ? missing : words.score.nothingMissing}</span>
      <Button
        appearance={wanted ? 'primary' : 'secondary'}
        className={look.start}
        disabledFocusable={state.running !== null}
        onClick={() => void session.run('insertSheets', undefined)}
      >
        {words.score.run}
      </Button>
    </>
  );
}

function SharedSheets({ overview: { sheets } }: { overview: Overview }): ReactElement | null {
  const look = useLook();
  const { words } = usePane();
  const shared = [sheets.targets, sheets.summary, sheets.titles].filter((name) => name !== null);
  if (shared.length === 0) return null;
  return (
    <Card title={words.score.shared}>
      <div className={look.row}>
        {shared.map((sheet) => (
          <SheetLink key={sheet} sheet={sheet} label={words.print.goTo(sheet)} />
        ))}
      </div>
    </Card>
  );
}
