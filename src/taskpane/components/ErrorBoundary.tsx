/** Keeps a fault of one part of the pane from taking the whole of it away. */
import { Component, type ReactElement, type ReactNode } from 'react';
import { FailureNote } from './FailureNote';

interface State {
  thrown: { value: unknown } | null;
}

export interface ErrorBoundaryProps {
  children: ReactNode;
  /** Called before it is tried again. */
  onAgain?(): void;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { thrown: null };

  static getDerivedStateFromError(value: unknown): State {
    return { thrown: { value } };
  }

  override render(): ReactNode {
    const { thrown } = this.state;
    return thrown ? this.note(thrown.value) : this.props.children;
  }

  private note(value: unknown): ReactElement {
    const again = (): void => {
      this.props.onAgain?.();
      this.setState({ thrown: null });
    };
    return <FailureNote thrown={value} onRetry={again} onDismiss={again} />;
  }
}
