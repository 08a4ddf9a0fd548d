/** One message in place of the pane: where it cannot run. */
import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Wording } from '../../commands/wording';
import type { Brightness } from '../theme';
import { Frame } from './Frame';

export interface NoticeProps extends Wording {
  title: string;
  brightness: Brightness;
}

export function Notice({ title, message, remedy, brightness }: NoticeProps): ReactElement {
  return (
    <Frame brightness={brightness} title={title}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{message}</MessageBarTitle>
          <div>{remedy}</div>
        </MessageBarBody>
      </MessageBar>
    </Frame>
  );
}
