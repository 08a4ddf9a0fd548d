/** The workbook against the code of a seal that is typed from paper: same, or what differs, above with the outcome of the step. */
import { Button, Caption1, Field, Input } from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import { Card } from '../Card';
import { useLook } from '../look';
import { usePane } from '../pane';

export function VerifySeal(): ReactElement {
  const look = useLook();
  const { words, session, state } = usePane();
  const { verify } = words.print;
  const [code, setCode] = useState('');
  return (
    <Card title={verify.title}>
      <Field label={verify.code}>
        <Input value={code} onChange={(_, { value }) => setCode(value)} />
      </Field>
      <Button
        className={look.start}
        disabledFocusable={state.running !== null || code.trim() === ''}
        onClick={() => void session.run('verifySeal', { code })}
      >
        {verify.run}
      </Button>
      <Caption1 className={look.hint}>{verify.hint}</Caption1>
    </Card>
  );
}
