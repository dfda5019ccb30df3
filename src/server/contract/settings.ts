import { z } from 'zod';

/** GET and PUT /api/settings; PUT takes any part of it. */
const settingsSchema = z.strictObject({
  /** The folder that holds backups; null until one is chosen. */
  destination: z.string().min(1).max(4096).nullable(),
  /** Where else to look for backups. */
  folders: z.array(z.string().min(1).max(4096)).max(50),
  /** New backups are to be encrypted, where the phone does not do so yet. */
  encryption: z.boolean(),
  /** Earlier states to keep; null: all. */
  historyKept: z.int().min(0).max(1000).nullable(),
  /** Days after which the next backup is due. */
  dueAfterDays: z.int().min(1).max(365),
  /** null: as the browser says. */
  language: z.enum(['en', 'de']).nullable(),
  theme: z.enum(['light', 'dark']).nullable(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const settingsChangeSchema = settingsSchema.partial();
export type SettingsChange = z.infer<typeof settingsChangeSchema>;
