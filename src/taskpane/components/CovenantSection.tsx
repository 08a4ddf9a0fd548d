/** A new covenant from the catalogue's criteria set and cluster. */
import { Field, makeStyles, Select, Spinner } from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import type { CatalogueEntry } from '../../covenant/catalogue';
import type { CatalogueChoice } from '../actions';
import { Added } from './Added';
import { usePane } from './pane';
import { Refused } from './Refused';
import { Section } from './Section';

const useStyles = makeStyles({
  // A long title must not make the pane wider than it is.
  choice: { gridTemplateColumns: 'minmax(0, 1fr)', '& select': { minWidth: 0, textOverflow: 'ellipsis' } },
});

export function CovenantSection(): ReactElement {
  const { words, session, state } = usePane();
  const { catalogue } = state;
  const [chosen, setChosen] = useState<Partial<CatalogueChoice>>({});
  const criteriaSet = chosen.criteriaSet ?? catalogue?.criteriaSets[0]?.id;
  const cluster = chosen.cluster ?? catalogue?.clusters[0]?.id;
  const run = (): void => {
    if (criteriaSet !== undefined && cluster !== undefined) void session.newCovenant({ criteriaSet, cluster });
  };
  const result = state.results.covenant;
  return (
    <Section
      id="covenant"
      title={words.covenant.title}
      hint={words.covenant.hint}
      label={words.covenant.run}
      disabled={criteriaSet === undefined || cluster === undefined}
      onRun={run}
      fields={<Choices chosen={chosen} onChoose={setChosen} />}
    >
      {result?.type === 'added' && <Added {...result} />}
      {result?.type === 'refused' && <Refused section="covenant" findings={result.findings} />}
    </Section>
  );
}

interface ChoicesProps {
  chosen: Partial<CatalogueChoice>;
  onChoose(chosen: Partial<CatalogueChoice>): void;
}

/** The first entry of each list is chosen until another is. */
function Choices({ chosen, onChoose }: ChoicesProps): ReactElement | null {
  const { words, state } = usePane();
  const { catalogue, failure } = state;
  if (!catalogue)
    return failure?.section === 'covenant' ? null : <Spinner size="tiny" label={words.covenant.loading} />;
  return (
    <>
      <Choice
        label={words.covenant.criteriaSet}
        entries={catalogue.criteriaSets}
        value={chosen.criteriaSet}
        onChoose={(criteriaSet) => onChoose({ ...chosen, criteriaSet })}
      />
      <Choice
        label={words.covenant.cluster}
        entries={catalogue.clusters}
        value={chosen.cluster}
        onChoose={(cluster) => onChoose({ ...chosen, cluster })}
      />
    </>
  );
}

interface ChoiceProps {
  label: string;
  entries: readonly CatalogueEntry[];
  value: string | undefined;
  onChoose(id: string): void;
}

function Choice({ label, entries, value, onChoose }: ChoiceProps): ReactElement {
  const styles = useStyles();
  return (
    <Field label={label} className={styles.choice}>
      <Select value={value ?? entries[0]?.id} onChange={(_, data) => onChoose(data.value)}>
        {entries.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
    </Field>
  );
}
