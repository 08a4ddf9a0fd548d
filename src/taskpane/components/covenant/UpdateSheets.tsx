/** The sheets brought up to a covenant that was changed after they were inserted. */
import { Caption1 } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Overview } from '../../../workbook/overview';
import { Card } from '../Card';
import { useLook } from '../look';
import { usePane } from '../pane';
import { PlainCommand } from '../PlainCommands';

/** Nothing where the sheets are as the covenant has them and no entry is without a cell. */
export function UpdateSheets({ update }: Pick<Overview, 'update'>): ReactElement | null {
  const look = useLook();
  const { words } = usePane();
  if (update === null || (!update.isDue && update.kept === 0)) return null;
  const { title, due, kept } = words.covenant.update;
  return (
    <Card title={title}>
      {update.isDue && (
        <>
          <Caption1 className={look.hint}>{due}</Caption1>
          <PlainCommand id="previewUpdate" />
          <PlainCommand id="updateSheets" />
        </>
      )}
      {update.kept > 0 && (
        <>
          <Caption1 className={look.hint}>{kept(update.kept)}</Caption1>
          <PlainCommand id="confirmKept" />
        </>
      )}
    </Card>
  );
}
