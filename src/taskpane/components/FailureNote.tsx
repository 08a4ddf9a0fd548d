/** What went wrong: with Excel, with what stands in the workbook and what to do; or in the program, with its own words. */
import {
  Button,
  Caption1,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Words } from '../../locales';
import type { FailureWording, Wordings } from '../actions';
import { usePane } from './pane';

const useStyles = makeStyles({ detail: { color: tokens.colorNeutralForeground3 } });

export function FailureNote({ thrown }: { thrown: unknown }): ReactElement {
  const styles = useStyles();
  const { words, wordings, session } = usePane();
  const { message, remedy, detail, cancelled } = failureWording(thrown, words, wordings);
  return (
    <MessageBar intent={cancelled ? 'info' : 'error'} layout="multiline">
      <MessageBarBody>
        {!cancelled && <MessageBarTitle>{words.failed}</MessageBarTitle>}
        <div>{message}</div>
        <div>{remedy}</div>
        {!cancelled && (
          <Caption1 as="p" className={styles.detail}>
            {words.detail(detail)}
          </Caption1>
        )}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={session.dismissFailure}>
          {words.dismiss}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** Words for anything thrown. */
export function failureWording(thrown: unknown, { unexpected }: Words['ui'], wordings: Wordings): FailureWording {
  return (
    wordings.failure(thrown) ?? {
      ...unexpected,
      detail: thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown),
      cancelled: false,
    }
  );
}
