/** The first step: a covenant from the catalogue or from tables of one's own; where there is one already, what it says. */
import { type ReactElement } from 'react';
import { Outcome } from '../Outcome';
import { usePane } from '../pane';
import { TabPage } from '../TabPage';
import { CovenantFacts } from './CovenantFacts';
import { NewCovenant } from './NewCovenant';
import { RenameUnit } from './RenameUnit';
import { UpdateSheets } from './UpdateSheets';

export default function CovenantTab(): ReactElement {
  const { words, state } = usePane();
  const { overview } = state;
  const exists = overview !== null && (overview.sheets.covenant ?? overview.sheets.criteria) !== null;
  return (
    <TabPage section="covenant" hint={exists ? words.covenant.facts.hint : undefined}>
      {exists ? <CovenantFacts overview={overview} /> : <NewCovenant />}
      {exists && <UpdateSheets update={overview.update} />}
      {exists && <RenameUnit units={overview.units} />}
      <Outcome workStep="covenant" />
    </TabPage>
  );
}
