/** Light or dark, as Office is. */

export type Brightness = 'light' | 'dark';

/** What Office tells of its theme; Excel on the web tells nothing, older Excel only the colours. */
export interface OfficeColours {
  isDarkTheme?: boolean;
  bodyBackgroundColor?: string;
}

/** Light where nothing is known. */
export function brightnessOf(theme: OfficeColours | undefined): Brightness {
  if (theme?.isDarkTheme !== undefined) return theme.isDarkTheme ? 'dark' : 'light';
  const [, red = 'ff', green = 'ff', blue = 'ff'] = /^#(..)(..)(..)$/.exec(theme?.bodyBackgroundColor ?? '') ?? [];
  const luminance = 0.2126 * parseInt(red, 16) + 0.7152 * parseInt(green, 16) + 0.0722 * parseInt(blue, 16);
  return luminance < 128 ? 'dark' : 'light';
}
