import { z } from 'zod';

const saysSchema = z
  .union([z.string(), z.array(z.string())])
  .describe('Lines; @NOW@ is the present time, @SERIAL@ the phone’s.');

const commandSchema = z
  .strictObject({
    with: z.string().default('').describe('What its arguments must contain; the first that fits answers.'),
    says: saysSchema.default(''),
    status: z.int().min(0).max(255).default(0),
    hangs: z.boolean().default(false).describe('It never answers.'),
  })
  .describe('A command of the system, as it was recorded.');

const parts = {
  commands: z.record(z.string().regex(/^[\w.-]+$/), z.array(commandSchema)).default({}),
  files: z
    .record(z.string().regex(/^(?!\/)(?!.*\.\.)[\w./:@-]+$/), saysSchema)
    .default({})
    .describe('Files of the system’s own: sys/…, proc/…, etc/…'),
};

/** A computer that is not this one, as far as Thaw asks about it; see docs/decisions/host.md. */
export const computerSchema = z.strictObject({
  system: z.enum(['linux', 'macos', 'windows']),
  ...parts,
  after: z
    .record(z.string(), z.strictObject(parts))
    .default({})
    .describe('What is different once the owner has taken this step.'),
});
export type RecordedComputer = z.infer<typeof computerSchema>;
export type RecordedParts = Pick<RecordedComputer, 'commands' | 'files'>;
