/** Renders its children in the brightness of Office and the system, and follows the system's changes; Office reports none. */
import { type ReactElement, useSyncExternalStore } from 'react';
import { type Brightness, brightnessOf, type OfficeColours } from '../theme';

export interface ThemeObserverProps {
  /** As Office reported it when the pane was opened. */
  theme: OfficeColours | undefined;
  children(brightness: Brightness): ReactElement;
}

const FORCED = matchMedia('(forced-colors: active)');
const DARK = matchMedia('(prefers-color-scheme: dark)');

function subscribe(changed: () => void): () => void {
  for (const query of [FORCED, DARK]) query.addEventListener('change', changed);
  return () => {
    for (const query of [FORCED, DARK]) query.removeEventListener('change', changed);
  };
}

export function ThemeObserver({ theme, children }: ThemeObserverProps): ReactElement {
  const brightness = useSyncExternalStore(subscribe, () =>
    brightnessOf(theme, { forced: FORCED.matches, dark: DARK.matches }),
  );
  return children(brightness);
}
