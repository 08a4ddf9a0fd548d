/** The pane's frame alone: theme, and whatever stands in it. */
import {
  FluentProvider,
  makeStyles,
  teamsHighContrastTheme,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import type { Brightness } from '../theme';

const THEMES = { light: webLightTheme, dark: webDarkTheme, contrast: teamsHighContrastTheme };

const useStyles = makeStyles({
  page: {
    minHeight: '100vh',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

export function Frame(props: { brightness: Brightness; children: ReactNode }): ReactElement {
  const styles = useStyles();
  return (
    <FluentProvider theme={THEMES[props.brightness]}>
      <div className={styles.page}>{props.children}</div>
    </FluentProvider>
  );
}
