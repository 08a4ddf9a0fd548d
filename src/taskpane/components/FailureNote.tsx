/** What went wrong: with Excel, with what stands in the workbook and what to do; or in the program, with its own words. */
import {
  Button,
  Caption1,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Words } from '../../locales/languages';
import { fieldOf } from '../../thrown';
import type { FailureWording, Wordings } from '../actions';
import { useLook } from './look';
import { usePane } from './pane';

export interface FailureNoteProps {
  thrown: unknown;
  /** Where it was not the session that failed. */
  onRetry?(): void;
  onDismiss?(): void;
}

export function FailureNote({ thrown, onRetry, onDismiss }: FailureNoteProps): ReactElement {
  const look = useLook();
  const { words, wordings, session, state } = usePane();
  const { message, remedy, detail, cancelled, unfinished } = failureWording(thrown, words, wordings);
  return (
    <MessageBar intent={cancelled ? 'info' : 'error'} layout="multiline">
      <MessageBarBody>
        {!cancelled && <MessageBarTitle>{words.failed}</MessageBarTitle>}
        <div>{message}</div>
        <div>{remedy}</div>
        {!cancelled && detail !== '' && (
          <Caption1 as="p" className={look.hint}>
            {words.detail(detail)}
          </Caption1>
        )}
      </MessageBarBody>
      <MessageBarActions>
        {unfinished && (
          <Button size="small" onClick={() => void session.tidyUp()}>
            {words.tidyUp}
          </Button>
        )}
        <Button size="small" onClick={onRetry ?? (() => void session.retry())}>
          {words.retry}
        </Button>
        {isFileMissing(thrown) && (
          <Button size="small" onClick={session.reload}>
            {words.waiting.reload}
          </Button>
        )}
        {/* As long as nothing has been read there would be nothing left to show. */}
        {(onDismiss ?? state.overview) && (
          <Button size="small" onClick={onDismiss ?? session.dismissFailure}>
            {words.dismiss}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}

/** A script of the pane has not come: the network failed, or the server has a newer version only. Webpack names it so. */
const isFileMissing = (thrown: unknown): boolean => fieldOf(thrown, 'name') === 'ChunkLoadError';

/** Words for anything thrown. */
export function failureWording(
  thrown: unknown,
  { fileMissing, unexpected }: Words['ui'],
  wordings: Wordings,
): FailureWording {
  return (
    wordings.failure(thrown) ?? {
      ...(isFileMissing(thrown) ? fileMissing : unexpected),
      detail: String(thrown),
      cancelled: false,
      unfinished: false,
    }
  );
}
