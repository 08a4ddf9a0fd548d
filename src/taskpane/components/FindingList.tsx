/** Findings, each with its severity, what to do, the way to its cell, and its fix where it has one. */
import { Badge, Body1, Button, Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import { type Finding, isProposal } from '../../covenant/findings';
import type { SectionId } from '../session';
import { usePane } from './pane';
import { placeName } from './places';

/** A workbook of seventy empty sheets has thousands of findings: more at once would freeze the pane. */
const AT_ONCE = 50;

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  line: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  badge: { flexShrink: 0 },
  place: { textAlign: 'end' },
  all: { alignSelf: 'start' },
  remedy: { color: tokens.colorNeutralForeground3 },
});

export interface FindingListProps {
  section: SectionId;
  findings: readonly Finding[];
}

export function FindingList({ section, findings }: FindingListProps): ReactElement {
  const styles = useStyles();
  const { words, session, state } = usePane();
  const [shown, setShown] = useState(AT_ONCE);
  const fixable = findings.filter((one) => one.fix && !isProposal(one));
  const left = findings.length - shown;
  return (
    <>
      {fixable.length > 1 && (
        <Button
          className={styles.all}
          disabledFocusable={state.running !== null}
          onClick={() => void session.applyFixes(fixable)}
        >
          {words.check.fixAll(fixable.length)}
        </Button>
      )}
      <ul className={styles.list}>
        {findings.slice(0, shown).map((one, index) => (
          // Findings have no identity of their own; the list is replaced as a whole.
          <FindingItem key={index} section={section} finding={one} />
        ))}
      </ul>
      {left > 0 && <Button onClick={() => setShown(shown + AT_ONCE)}>{words.check.more(left)}</Button>}
    </>
  );
}

function FindingItem({ section, finding }: { section: SectionId; finding: Finding }): ReactElement {
  const styles = useStyles();
  const { words, wordings, session, state } = usePane();
  const { message, remedy } = wordings.finding(finding);
  const { place, fix, severity } = finding;
  const busy = state.running !== null;
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <Badge className={styles.badge} appearance="tint" color={severity === 'error' ? 'danger' : 'warning'}>
          {words.check.severity[severity]}
        </Badge>
        {place && (
          <Link
            className={styles.place}
            as="button"
            disabledFocusable={busy}
            aria-label={words.check.goTo(placeName(place))}
            onClick={() => void session.goTo(section, place)}
          >
            {placeName(place)}
          </Link>
        )}
      </div>
      <Body1>{message}</Body1>
      <div className={styles.line}>
        <Caption1 className={styles.remedy}>{remedy}</Caption1>
        {fix && (
          <Button
            size="small"
            disabledFocusable={busy}
            aria-label={words.check.fixAt(placeName(fix))}
            onClick={() => void session.applyFixes([finding])}
          >
            {words.check.fix}
          </Button>
        )}
      </div>
    </li>
  );
}
