/** The pane's frame alone: theme, title and whatever stands under it. */
import { FluentProvider, makeStyles, Subtitle1, tokens, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import type { Brightness } from '../theme';

const useStyles = makeStyles({
  page: {
    minHeight: '100vh',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { margin: 0 },
});

export function Frame(props: { brightness: Brightness; title: string; children: ReactNode }): ReactElement {
  const styles = useStyles();
  return (
    <FluentProvider theme={props.brightness === 'dark' ? webDarkTheme : webLightTheme}>
      <main className={styles.page}>
        <Subtitle1 as="h1" block className={styles.title}>
          {props.title}
        </Subtitle1>
        {props.children}
      </main>
    </FluentProvider>
  );
}
