import { brightnessOf } from '../../src/taskpane/theme';

test.each([
  ['light where Office tells nothing', undefined, 'light'],
  ['as Office says', { isDarkTheme: true, bodyBackgroundColor: '#ffffff' }, 'dark'],
  ['dark on a dark background', { bodyBackgroundColor: '#262626' }, 'dark'],
  ['light on a light background', { bodyBackgroundColor: '#E6E6E6' }, 'light'],
  ['light on a colour that cannot be read', { bodyBackgroundColor: 'black' }, 'light'],
] as const)('the pane is %s', (_, theme, expected) => {
  expect(brightnessOf(theme)).toBe(expected);
});

test.each([
  ['dark where the system is and Office tells nothing', undefined, { forced: false, dark: true }, 'dark'],
  ['as Office says, whatever the system', { isDarkTheme: false }, { forced: false, dark: true }, 'light'],
  ['in the system’s colours where it forces them', { isDarkTheme: false }, { forced: true, dark: false }, 'contrast'],
] as const)('the pane is %s', (_, theme, system, expected) => {
  expect(brightnessOf(theme, system)).toBe(expected);
});
