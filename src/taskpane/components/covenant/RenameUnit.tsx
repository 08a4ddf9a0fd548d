/** A unit gets another name: in Giao ước and everywhere its name was put, in one step. */
import { Button, Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import type { UnitOverview } from '../../../workbook/overview';
import { Disclosure } from '../Disclosure';
import { useLook } from '../look';
import { usePane } from '../pane';

const useStyles = makeStyles({
  // A long name must not make the pane wider than it is.
  field: {
    gridTemplateColumns: 'minmax(0, 1fr)',
    '& select': { minWidth: 0, textOverflow: 'ellipsis' },
    '& input': { minWidth: 0 },
  },
});

export function RenameUnit({ units }: { units: readonly UnitOverview[] }): ReactElement | null {
  const { words } = usePane();
  const { rename } = words.covenant;
  if (units.length === 0) return null;
  return (
    <Disclosure level="h3" title={rename.title}>
      <RenameForm units={units} />
    </Disclosure>
  );
}

function RenameForm({ units }: { units: readonly UnitOverview[] }): ReactElement {
  const look = useLook();
  const styles = useStyles();
  const { words, session, state } = usePane();
  const { rename } = words.covenant;
  const [unit, setUnit] = useState(units[0]?.unit ?? '');
  const [name, setName] = useState('');
  const [fullName, setFullName] = useState('');
  const apply = async (): Promise<void> => {
    const given = fullName.trim();
    const ending = await session.run('renameUnit', { unit, name, ...(given !== '' && { fullName: given }) });
    if (ending !== 'done') return;
    setName('');
    setFullName('');
  };
  return (
    <div className={look.stack}>
      <p className={look.hint}>{rename.hint}</p>
      <Field label={rename.unit} className={styles.field}>
        <Select value={unit} onChange={(_, { value }) => setUnit(value)}>
          {units.map((one) => (
            <option key={one.unit} value={one.unit}>
              {one.name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={rename.name} className={styles.field}>
        <Input value={name} onChange={(_, { value }) => setName(value)} />
      </Field>
      <Field label={rename.fullName} className={styles.field}>
        <Input value={fullName} onChange={(_, { value }) => setFullName(value)} />
      </Field>
      <Button
        className={look.start}
        disabledFocusable={state.running !== null || name.trim() === ''}
        onClick={() => void apply()}
      >
        {rename.run}
      </Button>
    </div>
  );
}
