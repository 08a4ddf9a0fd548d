/** One message in place of the pane: where it cannot run. */
import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, Subtitle1, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Wording } from '../../locales';
import type { Brightness } from '../theme';
import { Frame } from './Frame';

const useStyles = makeStyles({
  page: {
    padding: tokens.spacingHorizontalM,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  title: { margin: 0 },
});

export interface NoticeProps extends Wording {
  title: string;
  brightness: Brightness;
}

export function Notice({ title, message, remedy, brightness }: NoticeProps): ReactElement {
  const styles = useStyles();
  return (
    <Frame brightness={brightness}>
      <main className={styles.page}>
        <Subtitle1 as="h1" block className={styles.title}>
          {title}
        </Subtitle1>
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{message}</MessageBarTitle>
            <div>{remedy}</div>
          </MessageBarBody>
        </MessageBar>
      </main>
    </Frame>
  );
}
