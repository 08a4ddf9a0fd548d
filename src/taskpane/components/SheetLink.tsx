/** Opens a sheet of the workbook. */
import { Link } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useLook } from './look';
import { usePane } from './pane';

export interface SheetLinkProps {
  sheet: string;
  /** What is read aloud: what the link does. */
  label: string;
  /** What is shown; the sheet's name unless given. */
  children?: string;
}

export function SheetLink({ sheet, label, children = sheet }: SheetLinkProps): ReactElement {
  const look = useLook();
  const { session, state } = usePane();
  return (
    <Link
      as="button"
      className={look.link}
      aria-label={label}
      disabledFocusable={state.running !== null}
      onClick={() => void session.goTo({ sheet, cell: null })}
    >
      {children}
    </Link>
  );
}
