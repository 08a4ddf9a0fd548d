/** A thin bar that says how much is done; its figures always stand beside it in words. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';

const useStyles = makeStyles({
  rail: {
    height: '4px',
    width: '100%',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground6,
    // Forced colours take backgrounds away: there the outline shows the rail.
    '@media (forced-colors: active)': { outline: '1px solid CanvasText' },
  },
  done: {
    height: '100%',
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
});

export function Bar({ label, done, of }: { label: string; done: number; of: number }): ReactElement {
  const styles = useStyles();
  const share = of === 0 ? 0 : Math.min(1, done / of);
  return (
    <div
      className={styles.rail}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(of, 1)}
      aria-valuenow={Math.min(done, Math.max(of, 1))}
      aria-valuetext={label}
    >
      <div className={styles.done} style={{ width: `${share * 100}%` }} />
    </div>
  );
}
