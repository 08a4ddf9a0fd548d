/** One command of the pane: its title, what it does, its button, and under them what is going on or came of it. */
import { Body1, Button, Caption1, makeStyles, Spinner, Subtitle2, tokens } from '@fluentui/react-components';
import { type ReactElement, type ReactNode, useId } from 'react';
import type { SectionId } from '../session';
import { FailureNote } from './FailureNote';
import { usePane } from './pane';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { margin: 0 },
  run: { alignSelf: 'start' },
  hint: { color: tokens.colorNeutralForeground3 },
  running: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
});

export interface SectionProps {
  id: SectionId;
  title: string;
  hint: string;
  /** The button's words. */
  label: string;
  /** Where the command cannot be started yet. */
  disabled?: boolean;
  onRun(): void;
  /** What has to be chosen first. */
  fields?: ReactNode;
  /** What came of the last command. */
  children?: ReactNode;
}

export function Section({
  id,
  title,
  hint,
  label,
  disabled = false,
  onRun,
  fields,
  children,
}: SectionProps): ReactElement {
  const styles = useStyles();
  const heading = useId();
  const { state } = usePane();
  return (
    <section className={styles.card} aria-labelledby={heading} aria-busy={state.running?.section === id}>
      <Subtitle2 as="h2" block className={styles.title} id={heading}>
        {title}
      </Subtitle2>
      <Caption1 className={styles.hint}>{hint}</Caption1>
      {fields}
      {/* Stays focusable, so that the keyboard does not lose its place while a command runs. */}
      <Button
        appearance="primary"
        className={styles.run}
        disabledFocusable={disabled || state.running !== null}
        onClick={onRun}
      >
        {label}
      </Button>
      {state.running?.section === id && <Running />}
      {state.failure?.section === id && <FailureNote thrown={state.failure.thrown} />}
      {children}
    </section>
  );
}

function Running(): ReactElement | null {
  const styles = useStyles();
  const { words, session, state } = usePane();
  if (!state.running) return null;
  const { step, cancelling } = state.running;
  return (
    <div className={styles.running}>
      <Spinner size="tiny" label={<Body1>{cancelling ? words.cancelling : words.steps[step]}</Body1>} />
      <Button size="small" disabledFocusable={cancelling} onClick={session.cancel}>
        {words.cancel}
      </Button>
    </div>
  );
}
