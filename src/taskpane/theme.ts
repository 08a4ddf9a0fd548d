/** Light, dark or high contrast, as Office or the system is. */

export type Brightness = 'light' | 'dark' | 'contrast';

/** The theme as Office reports it; Excel on the web reports nothing, older Excel only the colours. */
export interface OfficeColours {
  isDarkTheme?: boolean;
  bodyBackgroundColor?: string;
  bodyForegroundColor?: string;
}

/** What high contrast has on black; Office's own dark themes are of greys. */
const ON_BLACK = ['#ffffff', '#ffff00', '#00ff00'];

/** What the system wants of all pages. */
export interface SystemColours {
  /** It forces its own colours on them. */
  forced: boolean;
  /** It prefers them dark. */
  dark: boolean;
}

/** As Office is, or as the system is where Office reports nothing; forced colours take precedence over both. */
export function brightnessOf(
  theme: OfficeColours | undefined,
  system: SystemColours = { forced: false, dark: false },
): Brightness {
  const background = theme?.bodyBackgroundColor?.toLowerCase() ?? '';
  const foreground = theme?.bodyForegroundColor?.toLowerCase() ?? '';
  if (system.forced || (background === '#000000' && ON_BLACK.includes(foreground))) return 'contrast';
  if (theme?.isDarkTheme === undefined && background === '') return system.dark ? 'dark' : 'light';
  if (theme?.isDarkTheme !== undefined) return theme.isDarkTheme ? 'dark' : 'light';
  const [, red = 'ff', green = 'ff', blue = 'ff'] = /^#(..)(..)(..)$/.exec(background) ?? [];
  const luminance = 0.2126 * parseInt(red, 16) + 0.7152 * parseInt(green, 16) + 0.0722 * parseInt(blue, 16);
  return luminance < 128 ? 'dark' : 'light';
}
