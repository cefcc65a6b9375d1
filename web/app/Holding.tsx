import { Component, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { Crashed } from '../ui/Crashed.tsx';

/** What breaks below is told here, and what stands around it goes on; another address is tried anew. */
export function Holding({ children }: { children: ReactNode }) {
  const { key } = useLocation();
  return <Boundary at={key}>{children}</Boundary>;
}

interface Props {
  at: string;
  children: ReactNode;
}
interface State {
  at: string;
  broken: { error: unknown } | null;
}

class Boundary extends Component<Props, State> {
  override state: State = { at: this.props.at, broken: null };
  static getDerivedStateFromError = (error: unknown): Partial<State> => ({ broken: { error } });
  static getDerivedStateFromProps = ({ at }: Props, state: State): State | null =>
    at === state.at ? null : { at, broken: null };
  override render() {
    return this.state.broken ? <Crashed error={this.state.broken.error} /> : this.props.children;
  }
}
