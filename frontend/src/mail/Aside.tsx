import { Component, type ReactNode, Suspense } from 'react';

interface AsideProps {
  fallback: ReactNode;
  children: ReactNode;
}

/** What stands beside the panes. When the mailbox can't be read it is left out: the panes say why, once. */
export class Aside extends Component<AsideProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError = () => ({ failed: true });

  override render() {
    if (this.state.failed) return null;
    return <Suspense fallback={this.props.fallback}>{this.props.children}</Suspense>;
  }
}
