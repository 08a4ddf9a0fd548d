/** Styles that the components of the pane share. Nothing is wider than the pane, however narrow it is. */
import { makeStyles, tokens } from '@fluentui/react-components';

const column = { display: 'flex', flexDirection: 'column', minWidth: 0 } as const;
const row = { display: 'flex', flexWrap: 'wrap', alignItems: 'center', minWidth: 0 } as const;

export const useLook = makeStyles({
  /** Parts under each other. */
  stack: { ...column, gap: tokens.spacingVerticalM },
  /** Lines that belong together. */
  lines: { ...column, gap: tokens.spacingVerticalXS },
  card: {
    ...column,
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  /** Side by side where the pane is wide enough. */
  row: { ...row, columnGap: tokens.spacingHorizontalS, rowGap: tokens.spacingVerticalXS },
  apart: { ...row, justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS },
  grow: { flexGrow: 1, flexBasis: 0, minWidth: '6em' },
  heading: { margin: 0 },
  hint: { color: tokens.colorNeutralForeground3, margin: 0 },
  start: { alignSelf: 'start', maxWidth: '100%' },
  list: { ...column, listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    ...column,
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTop: 'none', paddingTop: 0 },
    ':last-child': { paddingBottom: 0 },
  },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  /** Forced colours have a colour for links; the theme's own may not be seen on them. */
  link: { '@media (forced-colors: active)': { color: 'LinkText', textDecorationLine: 'underline' } },
  strong: { fontWeight: tokens.fontWeightSemibold },
  plainList: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  /** Read aloud and not seen. */
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});
