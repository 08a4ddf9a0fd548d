/** Always in sight: which covenant, how complete, provisional or agreed, the one next step, and whether the workbook has changed. */
import { Badge, Button, makeStyles, mergeClasses, Spinner, Subtitle2, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { Overview } from '../../workbook/overview';
import { clockText } from '../../locales/times';
import { completeness, standingOf } from '../nextStep';
import { Bar } from './Bar';
import { useLook } from './look';
import { NextStep } from './NextStep';
import { usePane } from './pane';

const useStyles = makeStyles({
  header: {
    zIndex: 1,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    // On a low or much enlarged pane it would cover everything else.
    '@media (min-height: 560px) and (min-width: 280px)': { position: 'sticky', top: 0 },
  },
  title: { flexGrow: 1, flexBasis: '8em' },
  refresh: { minWidth: 'auto', flexShrink: 1, fontWeight: tokens.fontWeightRegular },
  status: { minHeight: '24px' },
});

export function Header(): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const { words, state } = usePane();
  const { overview, running } = state;
  const covenant = overview?.covenant ?? null;
  return (
    <header className={mergeClasses(look.lines, styles.header)}>
      <div className={look.apart}>
        <Subtitle2 as="h1" block className={mergeClasses(look.heading, styles.title)}>
          {covenant ? (
            <span lang="vi">{[covenant.title, covenant.period].filter((text) => text !== '').join(' · ')}</span>
          ) : (
            words.title
          )}
        </Subtitle2>
        <Refresh />
      </div>
      {(running ?? covenant) && (
        <div className={mergeClasses(look.apart, styles.status)}>{running ? <Running /> : <Status />}</div>
      )}
      {overview?.covenant && <Progress overview={overview} />}
      <NextStep />
    </header>
  );
}

function Refresh(): ReactElement {
  const styles = useStyles();
  const { words, session, state } = usePane();
  const { changed, unwatched, readAt, refreshing, running } = state;
  const { header } = words;
  const change = changed === 'remote' ? header.changedRemote : changed && header.changed;
  const note = change ?? (unwatched && header.unwatched);
  const when = readAt ? header.readAt(clockText(readAt)) : '';
  return (
    <Button
      size="small"
      appearance={note ? 'outline' : 'subtle'}
      className={styles.refresh}
      icon={refreshing ? <Spinner size="extra-tiny" aria-hidden /> : <ArrowClockwiseRegular />}
      disabledFocusable={refreshing || running !== null}
      aria-label={[note, refreshing ? header.refreshing : header.refresh].filter((text) => text !== null).join('. ')}
      title={`${header.refresh}. ${when}`}
      onClick={() => void session.refresh()}
    >
      {note}
    </Button>
  );
}

function Status(): ReactElement | null {
  const { words, state } = usePane();
  if (state.overview === null) return null;
  const { complete, of } = completeness(state.overview);
  const standing = standingOf(state.overview);
  return (
    <>
      <span>{words.header.complete(complete, of)}</span>
      <Badge appearance="tint" color={standing === 'agreed' || standing === 'sealed' ? 'success' : 'warning'}>
        {words.header[standing]}
      </Badge>
    </>
  );
}

function Progress({ overview }: { overview: Overview }): ReactElement {
  const { words, state } = usePane();
  const units = state.running?.units;
  const { complete, of } = completeness(overview);
  return units ? (
    <Bar label={words.unitsDone(units.done, units.of)} done={units.done} of={units.of} />
  ) : (
    <Bar label={words.header.complete(complete, of)} done={complete} of={of} />
  );
}

function Running(): ReactElement | null {
  const look = useLook();
  const { words, session, state } = usePane();
  if (!state.running) return null;
  const { phase, units, cancelling } = state.running;
  return (
    <>
      <span className={look.row}>
        <Spinner size="extra-tiny" aria-hidden />
        <span>{cancelling ? words.cancelling : words.steps[phase]}</span>
        {units && <span className={look.number}>{words.unitsDone(units.done, units.of)}</span>}
      </span>
      <Button size="small" disabledFocusable={cancelling} onClick={session.cancel}>
        {words.cancel}
      </Button>
    </>
  );
}
