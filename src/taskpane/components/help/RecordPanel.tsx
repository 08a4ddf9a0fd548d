/** The record of changes: who is named in it, and its sheet, which is hidden. */
import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { type ReactElement } from 'react';
import { Card } from '../Card';
import { useLook } from '../look';
import { usePane } from '../pane';

const useStyles = makeStyles({
  // A long name must not make the pane wider than it is.
  field: { gridTemplateColumns: 'minmax(0, 1fr)', '& input': { minWidth: 0 } },
});

export function RecordPanel(): ReactElement {
  const look = useLook();
  const styles = useStyles();
  const { words, session, state } = usePane();
  const { record } = words;
  const found = state.overview?.record ?? null;
  return (
    <Card title={record.title}>
      <p className={look.hint}>{record.intro}</p>
      <Field label={record.author} hint={record.authorHint} className={styles.field}>
        <Input value={state.author} maxLength={100} onChange={(_, { value }) => session.setAuthor(value)} />
      </Field>
      {found ? (
        <Button
          className={look.start}
          disabledFocusable={state.running !== null}
          onClick={() => void session.goTo({ sheet: found.sheet, cell: null })}
        >
          {record.show}
        </Button>
      ) : (
        <span>{record.none}</span>
      )}
    </Card>
  );
}
