import { z } from 'zod';
import { computerSchema } from './computer-fields.ts';

/** How a backup that is already there was spoilt. */
const poisons = [
  'zero-byte-plists',
  'zero-byte-manifest',
  'snapshot-left',
  'write-ahead-log',
  'status-missing',
  'status-uploading',
  'manifest-damaged',
  'manifest-missing',
  'file-missing',
  'other-phone',
] as const;
export type Poison = (typeof poisons)[number];

const destinationSchema = z
  .strictObject({
    small: z.int().positive().optional().describe('A disk of its own, of so many bytes.'),
    fat: z.int().positive().optional().describe('A disk of the FAT family, of so many bytes.'),
    'largest-file': z
      .int()
      .positive()
      .optional()
      .describe('No file may be larger, in bytes, as FAT has it at 4 GB: a limit on the program itself.'),
    'read-only': z.boolean().default(false).describe('A disk that can only be read.'),
    guarded: z
      .boolean()
      .default(false)
      .describe('The system refuses it (EPERM), whatever its permissions say, until `allow-folder`.'),
    'writes-bytes-per-second': z
      .int()
      .positive()
      .optional()
      .describe('A disk of its own that writes no faster, as an old memory card.'),
    'max-files': z.int().positive().optional().describe('A disk of its own that holds so many files.'),
    forbidden: z.boolean().default(false).describe('The program has no right to write there.'),
    second: z
      .boolean()
      .default(false)
      .describe('A second folder is named for when the first cannot take it.'),
    missing: z.boolean().default(false).describe('The folder is not there, as when a share is not mounted.'),
    poisoned: z.enum(poisons).optional().describe('What an earlier run or another program left behind.'),
    'held-by': z
      .enum(['idevicebackup2'])
      .optional()
      .describe('Another program is backing this phone up, with the sync lock, when the run begins.'),
  })
  .describe('Absent: a folder on an ordinary disk.');

/** Names of causes or rows of docs/requirements.md; any one of a list will do. */
const causeSchema = z.union([z.string(), z.array(z.string()).nonempty()]);

const expectSchema = z.strictObject({
  cause: causeSchema.nullable().optional().describe('What must be named first; null: nothing may be named.'),
  alsoNamed: z.array(z.string()).default([]).describe('What must be named at some time of the run.'),
  outcome: z.enum(['verified', 'finished', 'needs-person', 'failed', 'cancelled']).optional(),
  maxSecondsToName: z.number().positive().optional().describe('From the fault.'),
  evidenceAfter: z
    .number()
    .nonnegative()
    .default(0)
    .describe(
      'Seconds from the fault until anybody could know: how long a silence is normal, or the computer itself asleep.',
    ),
  riskiest: z
    .enum(['none', 'interrupts', 'changes-settings', 'sets-aside-data', 'erases'])
    .optional()
    .describe('The highest risk class a remedy may have.'),
  remedies: z.array(z.string()).default([]).describe('What must have been tried.'),
  asks: z.string().optional().describe('The guided step the person must be asked for.'),
  skipped: z.int().nonnegative().default(0).describe('Files that must be named as left out.'),
  previous: z.enum(['intact', 'none']).optional(),
  restores: z
    .boolean()
    .default(false)
    .describe('idevicebackup2, where installed, must be able to restore the result.'),
});

/** What only the lab looks at; the phone does not. */
export const labShape = {
  description: z.string().optional().describe('What in life it stands for.'),
  requirements: z.array(z.string()).default([]).describe('Rows of docs/requirements.md it tries.'),
  sources: z.array(z.string()).default([]).describe('Public reports of it.'),
  healthy: z.boolean().default(false).describe('Nothing is wrong: any alarm is an error.'),
  earlier: z
    .union([z.boolean(), z.strictObject({ ios: z.string() })])
    .default(false)
    .describe('A good backup of this phone is already there, made perhaps when it had another iOS.'),
  destination: destinationSchema.prefault({}),
  usbmuxd: z
    .enum(['running', 'missing', 'stopped'])
    .default('running')
    .describe('The service that talks to phones; stopped: until the owner does `start-phone-service`.'),
  recoveryPrograms: z
    .enum(['installed', 'missing'])
    .default('installed')
    .describe('irecovery and idevicerestore, for phones that run no iOS.'),
  computer: computerSchema.optional().describe('Another computer than this one, as it was recorded.'),
  hogged: z.boolean().default(false).describe('Another program takes all the time it can get.'),
  starved: z.boolean().default(false).describe('The computer has hardly any time for the program.'),
  password: z.string().optional().describe('What the person gives as the password of encrypted backups.'),
  task: z
    .enum(['backup', 'watch', 'network'])
    .default('backup')
    .describe(
      'What the program is to do; `watch` follows what the phone does by itself; `network` looks at what iCloud backups need of the network.',
    ),
  instead: z
    .boolean()
    .default(false)
    .describe('With `watch`: a folder is named for the backup that is made when iCloud fails.'),
  arguments: z.array(z.string()).default([]).describe('Further arguments of the command.'),
  killedAt: z
    .string()
    .optional()
    .describe('The program is killed at its first event of this type, and started again.'),
  expect: expectSchema.optional().describe('What the lab holds the run against.'),
};
