/** One finding: its severity, what is wrong and what to do, the way to its cell, and its fix where it has one. */
import { Badge, Button, Caption1, Link } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { type Finding, isProposal, short } from '../../covenant/findings';
import type { Choice } from '../../covenant/fixes';
import { useLook } from './look';
import { usePane } from './pane';
import { placeName } from '../../locales/commandWords';

const COLOURS = { error: 'danger', warning: 'warning', proposal: 'informative' } as const;

export function FindingItem({ finding }: { finding: Finding }): ReactElement {
  const look = useLook();
  const { words, wordings, session, state } = usePane();
  const { message, remedy } = wordings.finding(finding);
  const { place, fix, choices = [] } = finding;
  const proposal = isProposal(finding);
  const kind = proposal ? 'proposal' : finding.severity;
  const busy = state.running !== null;
  return (
    <li className={look.item}>
      <div className={look.apart}>
        <Badge appearance="tint" color={COLOURS[kind]}>
          {words.check.severity[kind]}
        </Badge>
        {place && (
          <Link
            as="button"
            className={look.link}
            disabledFocusable={busy}
            aria-label={words.check.goTo(placeName(place))}
            onClick={() => void session.goTo(place)}
          >
            {placeName(place)}
          </Link>
        )}
      </div>
      <span>{message}</span>
      <Caption1 className={look.hint}>{remedy}</Caption1>
      {fix && (
        <Button
          size="small"
          className={look.start}
          disabledFocusable={busy}
          aria-label={(proposal ? words.check.applyAt : words.check.fixAt)(placeName(fix))}
          onClick={() => void session.run('applyFixes', [finding])}
        >
          {proposal ? words.check.apply : words.check.fix}
        </Button>
      )}
      {choices.length > 0 && place && <Choices choices={choices} place={placeName(place)} />}
    </li>
  );
}

/** What a person may decide, one button for each. */
function Choices({ choices, place }: { choices: readonly Choice[]; place: string }): ReactElement {
  const look = useLook();
  const { words, session, state } = usePane();
  const { choose, chooseAt } = words.check;
  return (
    <div className={look.row}>
      {choices.map((choice) => (
        <Button
          key={choice.id}
          size="small"
          disabledFocusable={state.running !== null}
          aria-label={chooseAt(choose[choice.id](short(choice.name)), place)}
          onClick={() => void session.run('applyChoice', choice)}
        >
          {choose[choice.id](short(choice.name))}
        </Button>
      ))}
    </div>
  );
}
