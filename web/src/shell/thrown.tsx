import { Component, type ReactNode } from 'react';
import { Trouble } from '../parts/trouble.tsx';

/** A view that breaks leaves the frame standing, and says so. */
export class Thrown extends Component<{ readonly children: ReactNode }, { readonly thrown: unknown }> {
  override readonly state: { readonly thrown: unknown } = { thrown: undefined };

  static getDerivedStateFromError(thrown: unknown): { readonly thrown: unknown } {
    return { thrown };
  }

  override render(): ReactNode {
    return this.state.thrown === undefined ? this.props.children : <Trouble error={this.state.thrown} />;
  }
}
