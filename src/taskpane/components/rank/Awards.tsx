/** Who is proposed for which award: how the number came about, who is proposed, who is passed over and why. */
import type { ReactElement } from 'react';
import type { AwardOverview } from '../../../workbook/overview';
import { Card } from '../Card';
import { Disclosure } from '../Disclosure';
import { Facts } from '../Facts';
import { useLook } from '../look';
import { usePane } from '../pane';

export function Awards({ awards }: { awards: readonly AwardOverview[] }): ReactElement {
  const look = useLook();
  const { words } = usePane();
  return (
    <Card title={words.rank.awards}>
      <ul className={look.list}>
        {awards.map((one) => (
          <li key={one.award.id} className={look.item}>
            <AwardProposal proposal={one} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function AwardProposal({ proposal }: { proposal: AwardOverview }): ReactElement {
  const look = useLook();
  const { words } = usePane();
  const { award, computation, nominated, passedOver } = proposal;
  const names = nominated.map(({ name, rank, resolved }) =>
    (resolved ? words.rank.resolved : words.rank.nominee)(name, rank),
  );
  return (
    <>
      <h4 className={look.heading} lang="vi">
        {award.name}
      </h4>
      <Facts
        facts={[
          // As the workbook has it, in Vietnamese whatever the language of the pane.
          [
            words.rank.quota,
            <span key="quota" lang="vi">
              {computation}
            </span>,
          ],
          [words.rank.nominated, names.length === 0 ? words.rank.nobody : names.join('; ')],
        ]}
      />
      {passedOver.length > 0 && <PassedOver proposal={proposal} />}
    </>
  );
}

function PassedOver({ proposal: { award, passedOver, why } }: { proposal: AwardOverview }): ReactElement {
  const look = useLook();
  const { words } = usePane();
  const heading = `${words.rank.passedOver} (${passedOver.length})`;
  return (
    <Disclosure title={heading} label={`${heading}: ${award.name}`}>
      <ul className={look.plainList}>
        {passedOver.map(({ unit, name, rank }, index) => (
          <li key={unit}>
            {words.rank.nominee(name, rank)}: <span lang="vi">{why[index]}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
