import { z } from 'zod';

const count = z.number().nonnegative();

/** `about.json` of a generation: written with the commit that made it. */
export const aboutSchema = z.object({
  /** The run that made it. */
  run: z.string(),
  /** ISO time. */
  madeAt: z.string(),
  /** Its Status.plist, as SHA-256: tells whether the folder still holds this generation. */
  status: z.string(),
  changes: z.object({
    added: count,
    replaced: count,
    removed: count,
    newBytes: count,
    keptBytes: count,
  }),
});

export type About = z.infer<typeof aboutSchema>;

/** `past/about.json`: written with the commit that superseded a generation. */
export const aboutPastSchema = z.object({
  /** ISO time. */
  supersededAt: z.string(),
  /** When the superseded state was made, for one that is not ours: the time of its Status.plist. */
  madeAt: z.string(),
  keptBytes: count,
});

export type AboutPast = z.infer<typeof aboutPastSchema>;
