/** Who would lead the cluster next year. */
import { Caption1 } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Overview } from '../../../workbook/overview';
import { Card } from '../Card';
import { Facts } from '../Facts';
import { useLook } from '../look';
import { usePane } from '../pane';

export function Rotation({ rotation }: { rotation: NonNullable<Overview['rotation']> }): ReactElement {
  const look = useLook();
  const { words } = usePane();
  const { head, deputy, passedOver } = rotation;
  const passed = passedOver.map(({ unit, eligibility }) => `${unit.name} (${words.score.eligibility[eligibility]})`);
  return (
    <Card title={words.rank.rotation}>
      <Facts
        facts={[
          [words.rank.head, head?.name ?? words.rank.noUnit],
          [words.rank.deputy, deputy?.name ?? words.rank.noUnit],
          [words.rank.rotationPassed, passed.length === 0 ? null : passed.join(', ')],
        ]}
      />
      <Caption1 className={look.hint}>{words.rank.rotationHint}</Caption1>
    </Card>
  );
}
