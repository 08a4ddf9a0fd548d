/** What a new covenant would bring, before anything is written. */
import { Caption1, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { CovenantPreview } from '../../../workbook/previewCovenant';
import type { Words } from '../../../locales/languages';
import { Card } from '../Card';
import { Disclosure } from '../Disclosure';
import { Facts } from '../Facts';
import { useLook } from '../look';
import { usePane } from '../pane';

export function Preview(): ReactElement {
  const { words, state } = usePane();
  const { preview } = words.covenant;
  return (
    <Card title={preview.title}>
      {state.preview ? <Previewed preview={state.preview} /> : <Spinner size="tiny" label={preview.loading} />}
    </Card>
  );
}

function Previewed({ preview }: { preview: CovenantPreview }): ReactElement {
  const { words } = usePane();
  const { covenant } = words;
  const { sheets, lines, scale, awards, units } = preview;
  const later = [covenant.preview.unitSheets(units.length), ...sheets.later].join(', ');
  return (
    <>
      <Facts
        facts={[
          [covenant.preview.sheetsNow, sheets.now.join(', ')],
          [covenant.preview.sheetsLater, later],
          [covenant.preview.units, <UnitNames key="units" preview={preview} />],
          [covenant.preview.lines, covenant.preview.lineCount(lines.all, lines.standard, lines.bonus, lines.penalty)],
          [covenant.preview.scale, words.points(scale)],
          [covenant.preview.awards, awards.length === 0 ? covenant.preview.noAwards : awardsText(awards, words)],
        ]}
      />
      <Warnings preview={preview} />
      <Sources preview={preview} />
    </>
  );
}

function awardsText(awards: CovenantPreview['awards'], { covenant }: Words['ui']): string {
  return awards.map(({ name, number }) => (number === null ? name : covenant.preview.awardOf(name, number))).join('; ');
}

function UnitNames({ preview: { units } }: { preview: CovenantPreview }): ReactElement {
  const look = useLook();
  const { words } = usePane();
  const { preview } = words.covenant;
  if (units.length === 0) return <>{preview.noUnits}</>;
  const names = units.map(({ name, role }) => (role ? `${name} (${preview.roles[role]})` : name));
  return (
    <>
      {preview.unitCount(units.length)}
      <Caption1 block className={look.hint}>
        {names.join(', ')}
      </Caption1>
    </>
  );
}

/** What is to be known before; that there are no units has been said already. */
function Warnings({ preview: { findings } }: { preview: CovenantPreview }): ReactElement | null {
  const { wordings } = usePane();
  const shown = findings.filter(({ code }) => code !== 'no-units');
  if (shown.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {shown.map((one) => {
          const { message, remedy } = wordings.finding(one);
          return <div key={message}>{`${message} ${remedy}`}</div>;
        })}
      </MessageBarBody>
    </MessageBar>
  );
}

function Sources({ preview: { criteria, cluster } }: { preview: CovenantPreview }): ReactElement {
  const look = useLook();
  const { words } = usePane();
  const { preview, criteriaSet, cluster: clusterLabel } = words.covenant;
  return (
    <Disclosure title={preview.source}>
      <div className={look.lines} lang="vi">
        <Facts
          facts={[
            [criteriaSet, criteria.source || null],
            [clusterLabel, cluster.source || null],
            [preview.proposal, criteria.proposal || null],
          ]}
        />
      </div>
    </Disclosure>
  );
}
