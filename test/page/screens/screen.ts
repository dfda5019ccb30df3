import type { ThawOptions, ThawPage } from '../support/thaw-page.ts';

/** A view to take a picture of. */
export interface Screen {
  readonly name: string;
  readonly setting: ThawOptions;
  /** From the home view to what is to be seen. */
  readonly go: (thaw: ThawPage) => Promise<void>;
}
