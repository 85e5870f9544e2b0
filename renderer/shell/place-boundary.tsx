import { Component, type ReactNode } from 'react';
import { ErrorNotice } from '../ui/error-notice.tsx';

type Props = { place: unknown; children: ReactNode };
type State = { error: unknown; place: unknown };

/** A place that breaks says so in its own frame; the rest of the window goes on. Going elsewhere clears it. */
export class PlaceBoundary extends Component<Props, State> {
  override state: State = { error: null, place: this.props.place };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.place === state.place ? null : { place: props.place, error: null };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <div className="page">
        <ErrorNotice error={this.state.error} onRetry={() => this.setState({ error: null })} />
      </div>
    );
  }
}
