import 'react';

declare module 'react' {
  /** Figures that a style sheet takes from a component. */
  interface CSSProperties {
    readonly [property: `--${string}`]: string | number | undefined;
  }
}
