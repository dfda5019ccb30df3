import { z } from 'zod';
import { problemSchema } from './problem.ts';

/** A folder that backups are or could be put in. */
const destinationSchema = z.object({
  path: z.string(),
  /** `home` on this computer's own disk, `disk` mounted beside it, `network` a share, `folder` typed by the person. */
  kind: z.enum(['home', 'disk', 'network', 'folder']),
  /** As a person knows it: the disk's label or the folder's name. */
  label: z.string(),
  freeBytes: z.number().nullable(),
  /** What a backup of the phone asked about may need; null when nobody knows. */
  neededBytes: z.number().nullable(),
  fileSystem: z.string().nullable(),
  problem: problemSchema.nullable(),
  /** The one that is used unless another is named. */
  chosen: z.boolean(),
});
export type DestinationCard = z.infer<typeof destinationSchema>;

/** GET /api/destinations?udid= */
const destinationsAnswerSchema = z.object({ destinations: z.array(destinationSchema) });
export type DestinationsAnswer = z.infer<typeof destinationsAnswerSchema>;

/** POST /api/destinations: from now on this folder; `make` makes a last folder that is not there. */
export const chooseDestinationSchema = z.strictObject({
  path: z.string().min(1).max(4096),
  make: z.boolean().optional(),
});
export type ChooseDestination = z.infer<typeof chooseDestinationSchema>;

/** GET /api/folders?path= lists folders inside home and on mounted disks; without `path`, where to begin. */
const foldersAnswerSchema = z.object({
  path: z.string().nullable(),
  /** To go up; null at the top. */
  parent: z.string().nullable(),
  folders: z.array(z.object({ name: z.string(), path: z.string() })),
});
export type FoldersAnswer = z.infer<typeof foldersAnswerSchema>;
