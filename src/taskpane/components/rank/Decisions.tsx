/**
 * What the covenant leaves to the cluster and is not decided yet, each with the way to its cell, and the sheet to record it on. Ties
 * have a list of their own, and are recorded on the same sheet.
 */
import { Button, Caption1 } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { openDecisions } from '../../../covenant/findings';
import type { Overview } from '../../../workbook/overview';
import { decisionsOf } from '../../nextStep';
import { Card } from '../Card';
import { FindingItem } from '../FindingItem';
import { useLook } from '../look';
import { usePane } from '../pane';

export function Decisions({ findings, documents }: Pick<Overview, 'findings' | 'documents'>): ReactElement | null {
  const look = useLook();
  const { words, session, state } = usePane();
  if (openDecisions(findings).length === 0) return null;
  const open = decisionsOf(findings);
  const made = documents.some(({ type, sheets }) => type === 'decisions' && sheets.length > 0);
  const { first, again } = words.print.make.decisions;
  return (
    <Card title={words.rank.decisions}>
      {open.length > 0 && (
        <ul className={look.list}>
          {open.map((finding) => (
            <FindingItem key={JSON.stringify([finding.code, finding.place, finding.data])} finding={finding} />
          ))}
        </ul>
      )}
      <Caption1 className={look.hint}>{words.rank.decisionsHint}</Caption1>
      <Button
        className={look.start}
        disabledFocusable={state.running !== null}
        onClick={() => void session.makeDocument('decisions')}
      >
        {made ? again : first}
      </Button>
    </Card>
  );
}
