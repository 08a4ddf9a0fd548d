/** The one next step of the work: a sentence and its button. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactElement, useId } from 'react';
import type { Words } from '../../locales/languages';
import { type NextStep as Step, nextStep } from '../nextStep';
import type { Session } from '../session';
import { useLook } from './look';
import { usePane } from './pane';

const useStyles = makeStyles({
  step: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    // A line at the side, so that it differs from the rest without colour.
    borderLeft: `${tokens.strokeWidthThickest} solid ${tokens.colorCompoundBrandStroke}`,
    paddingLeft: tokens.spacingHorizontalS,
  },
  say: { flexGrow: 1, flexBasis: '12em', margin: 0, minWidth: 0 },
});

export function NextStep(): ReactElement | null {
  const styles = useStyles();
  const look = useLook();
  const { words, session, state } = usePane();
  const sentence = useId();
  if (state.overview === null) return null;
  const step = nextStep(state.overview);
  const { say, act } = wording(step, words);
  return (
    <div className={styles.step}>
      <p className={styles.say} id={sentence}>
        <span className={look.unseen}>{words.next.label}: </span>
        {say}
      </p>
      <Button
        appearance="primary"
        disabledFocusable={state.running !== null}
        aria-describedby={sentence}
        onClick={() => perform(step, session)}
      >
        {act}
      </Button>
    </div>
  );
}

/** How many units are named in a sentence. */
const NAMED = 3;

/** "An Giang, Cà Mau, Sóc Trăng và 3 đơn vị khác". */
function namesOf(units: readonly string[], { names }: Words['ui']): string {
  const shown = units.slice(0, NAMED).join(', ');
  return units.length > NAMED ? names(shown, units.length - NAMED) : shown;
}

function wording(step: Step, words: Words['ui']): { say: string; act: string } {
  const { next } = words;
  switch (step.type) {
    case 'newCovenant':
    case 'updateSheets':
    case 'insertSheets':
    case 'sealAgain':
    case 'print':
      return next[step.type];
    case 'fixCovenant': {
      const { say, act, actElsewhere } = next.fixCovenant;
      return { say: say(step.errors), act: step.place ? act : actElsewhere };
    }
    case 'fillIn':
      return { say: next.fillIn.say(step.unit, step.lines), act: next.fillIn.act(step.unit) };
    case 'fixErrors':
      return { say: next.fixErrors.say(step.errors), act: next.fixErrors.act };
    case 'agree':
      return { say: next.agree.say(namesOf(step.units, words)), act: next.agree.act(step.units[0] ?? '') };
    case 'decide':
      return { say: next.decide.say(step.decisions), act: next.decide.act };
    case 'breakTie':
      return { say: next.breakTie.say(step.title, step.units), act: next.breakTie.act };
    case 'rank':
      return { say: step.again ? next.rank.sayAgain : next.rank.say, act: next.rank.act };
  }
}

/** What the button does; a command leaves the focus where it is, being led somewhere takes it along. */
function perform(step: Step, session: Session): void {
  switch (step.type) {
    case 'newCovenant':
    case 'updateSheets':
      return session.show('covenant', { focus: true });
    case 'fixCovenant':
      if (step.place === null) return session.show('check', { focus: true });
      session.show('covenant');
      return void session.goTo(step.place);
    case 'insertSheets':
      session.show('score');
      return void session.run('insertSheets', undefined);
    case 'fillIn':
    case 'agree':
      session.show('score');
      return void session.goTo(step.place);
    case 'fixErrors':
      return session.show('check', { focus: true });
    case 'decide':
    case 'breakTie':
      if (step.place === null) return session.show('rank', { focus: true });
      session.show('rank');
      return void session.goTo(step.place);
    case 'rank':
      session.show('rank');
      return void session.run('rankUnits', undefined);
    case 'sealAgain':
      session.show('print');
      return void session.makeDocument('seal');
    case 'print':
      return session.show('print', { focus: true });
  }
}
