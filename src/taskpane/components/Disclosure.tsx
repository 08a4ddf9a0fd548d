/** A heading that opens and closes what stands under it. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { type ReactElement, type ReactNode, useId, useState } from 'react';
import { useLook } from './look';

const useStyles = makeStyles({
  button: {
    justifyContent: 'start',
    width: '100%',
    minWidth: 0,
    textAlign: 'start',
    paddingInline: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightSemibold,
  },
  small: { fontWeight: tokens.fontWeightRegular, width: 'auto' },
  body: { paddingBlock: tokens.spacingVerticalXS },
});

export interface DisclosureProps {
  title: ReactNode;
  /** What is read aloud instead of the title. */
  label?: string;
  /** The heading's level; none where it is no heading of its own. */
  level?: 'h2' | 'h3' | 'h4';
  open?: boolean;
  onToggle?(open: boolean): void;
  children: ReactNode;
}

/** Keeps for itself whether it is open, unless `open` says so. */
export function Disclosure({ title, label, level, open, onToggle, children }: DisclosureProps): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const body = useId();
  const [own, setOwn] = useState(false);
  const shown = open ?? own;
  const button = (
    <Button
      appearance="subtle"
      size="small"
      className={mergeClasses(styles.button, level === undefined && styles.small)}
      icon={shown ? <ChevronDownRegular /> : <ChevronRightRegular />}
      aria-expanded={shown}
      aria-controls={body}
      aria-label={label}
      onClick={() => {
        setOwn(!shown);
        onToggle?.(!shown);
      }}
    >
      {title}
    </Button>
  );
  const Heading = level;
  return (
    <div className={look.lines}>
      {Heading ? <Heading className={look.heading}>{button}</Heading> : button}
      <div id={body} hidden={!shown} className={styles.body}>
        {shown && children}
      </div>
    </div>
  );
}
