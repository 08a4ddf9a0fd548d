/** The criteria set and the cluster: from the catalogue, clusters by the document that names them, or from the open workbook. */
import { Field, makeStyles, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Catalogue, CatalogueEntry, ClusterEntry } from '../../../covenant/catalogue';
import type { Words } from '../../../locales/languages';
import { usePane } from '../pane';

const useStyles = makeStyles({
  // A long title must not make the pane wider than it is.
  choice: { gridTemplateColumns: 'minmax(0, 1fr)', '& select': { minWidth: 0, textOverflow: 'ellipsis' } },
});

/** Stands for what was read from the workbook; no id of the catalogue looks like it. */
const OWN = '#own';

export function Choices({ catalogue }: { catalogue: Catalogue }): ReactElement {
  const { words, session, state } = usePane();
  const { choice, imported: own } = state;
  const valueOf = (chosen: string | object | undefined): string => (typeof chosen === 'object' ? OWN : (chosen ?? ''));
  return (
    <>
      <Choice
        label={words.covenant.criteriaSet}
        groups={[{ label: words.covenant.catalogueGroup, options: catalogue.criteriaSets.map(optionOf) }]}
        own={own?.criteria?.title}
        value={valueOf(choice?.criteria)}
        onChoose={(id) => {
          const criteria = id === OWN ? own?.criteria : id;
          if (criteria) void session.choose({ criteria });
        }}
      />
      <Choice
        label={words.covenant.cluster}
        groups={groupsOf(catalogue.clusters, words)}
        own={own?.cluster?.title}
        value={valueOf(choice?.cluster)}
        onChoose={(id) => {
          const cluster = id === OWN ? own?.cluster : id;
          if (cluster) void session.choose({ cluster });
        }}
      />
    </>
  );
}

interface Option {
  id: string;
  text: string;
}
interface Group {
  label: string;
  options: Option[];
}

const optionOf = ({ id, title }: CatalogueEntry): Option => ({ id, text: title });

/** Clusters of one document share what comes before the slash of their ids. */
function groupsOf(clusters: readonly ClusterEntry[], { covenant }: Words['ui']): Group[] {
  const groups = new Map<string, Option[]>();
  for (const { id, title, units } of clusters) {
    const [source = id] = id.split('/');
    const text = units === 0 ? covenant.choiceWithoutUnits(title) : covenant.choice(title, units);
    groups.set(source, [...(groups.get(source) ?? []), { id, text }]);
  }
  return [...groups].map(([source, options]) => ({ label: covenant.groups[source] ?? source, options }));
}

interface ChoiceProps {
  label: string;
  groups: readonly Group[];
  /** What was read from the workbook by that name. */
  own: string | undefined;
  value: string;
  onChoose(id: string): void;
}

function Choice({ label, groups, own, value, onChoose }: ChoiceProps): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const shown =
    own === undefined ? groups : [{ label: words.covenant.ownGroup, options: [{ id: OWN, text: own }] }, ...groups];
  return (
    <Field label={label} className={styles.choice}>
      <Select value={value} onChange={(_, data) => onChoose(data.value)}>
        {shown.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map(({ id, text }) => (
              <option key={id} value={id}>
                {text}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
    </Field>
  );
}
