/** The commands of a step that are offered as plain buttons, each with its hint: a new one needs no control of its own. */
import { Button, Caption1 } from '@fluentui/react-components';
import { type ReactElement, useId } from 'react';
import type { PlainCommandId } from '../../commands';
import type { WorkStep } from '../../commands/command';
import { useLook } from './look';
import { usePane } from './pane';

export function PlainCommands({ workStep }: { workStep: WorkStep }): ReactElement {
  const { commands } = usePane().state;
  return (
    <>
      {commands.map(({ plain, workStep: own }) => plain && own === workStep && <PlainCommand key={plain} id={plain} />)}
    </>
  );
}

/** One of them. */
export function PlainCommand({ id }: { id: PlainCommandId }): ReactElement | null {
  const look = useLook();
  const hint = useId();
  const { commandWords, session, state } = usePane();
  const { button } = commandWords[id];
  if (!button) return null;
  return (
    <>
      <Button
        className={look.start}
        disabledFocusable={state.running !== null}
        aria-describedby={hint}
        onClick={() => void session.run(id, undefined)}
      >
        {button.run}
      </Button>
      <Caption1 id={hint} className={look.hint}>
        {button.hint}
      </Caption1>
    </>
  );
}
