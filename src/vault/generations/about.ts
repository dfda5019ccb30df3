import { hasAmounts, hasTexts } from '../json-file.ts';

/** `about.json` of a generation: written with the commit that made it. */
export interface About {
  /** The run that made it. */
  readonly run: string;
  /** ISO time. */
  readonly madeAt: string;
  /** Its Status.plist, as SHA-256: tells whether the folder still holds this generation. */
  readonly status: string;
  readonly changes: {
    readonly added: number;
    readonly replaced: number;
    readonly removed: number;
    readonly newBytes: number;
    readonly keptBytes: number;
  };
}

/** `past/about.json`: written with the commit that superseded a generation. */
export interface AboutPast {
  /** ISO time. */
  readonly supersededAt: string;
  /** When the superseded state was made, for one that is not ours: the time of its Status.plist. */
  readonly madeAt: string;
  readonly keptBytes: number;
}

export function isAbout(value: unknown): value is About {
  if (!hasTexts(value, 'run', 'madeAt', 'status') || !('changes' in value)) return false;
  return hasAmounts(value.changes, 'added', 'replaced', 'removed', 'newBytes', 'keptBytes');
}

export function isAboutPast(value: unknown): value is AboutPast {
  return hasTexts(value, 'supersededAt', 'madeAt') && hasAmounts(value, 'keptBytes');
}
