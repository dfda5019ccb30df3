import { z } from 'zod';
import { faultSchema } from './fault-verbs.ts';
import { icloudSchema } from './icloud/icloud-fields.ts';
import { labShape } from './lab-fields.ts';
import { ownerStepSchema, promptKinds } from './owner-steps.ts';

const phoneSchema = z.strictObject({
  udid: z
    .string()
    .regex(/^([0-9A-F]{8}-[0-9A-F]{16}|[0-9a-f]{40})$/)
    .optional()
    .describe('Absent: made from the seed.'),
  product: z
    .string()
    .regex(/^[A-Za-z]+\d+,\d+$/)
    .default('iPhone17,3'),
  ios: z
    .string()
    .regex(/^\d+(\.\d+){1,2}$/)
    .default('26.2'),
  name: z.string().min(1).default('Virtual iPhone'),
  passcode: z.boolean().default(true).describe('A passcode is set.'),
  locked: z.boolean().default(false),
  trusted: z
    .union([z.boolean(), z.enum(['dialog', 'denied'])])
    .default(true)
    .describe(
      'true: this computer holds a valid pair record. false or "dialog": it asks. "denied": it was refused.',
    ),
  encrypt: z.boolean().default(false).describe('Local backups are encrypted.'),
  backupPassword: z.string().min(1).default('thaw').describe('Used when `encrypt` is true.'),
  requiresEncryption: z.boolean().default(false).describe('A management profile demands encrypted backups.'),
  keybagRounds: z.int().positive().default(10_000_000).describe('Outer PBKDF2 rounds; tests want few.'),
  battery: z
    .strictObject({
      percent: z.number().min(0).max(100).default(80),
      charging: z.boolean().default(true),
      celsius: z.number().default(29),
      cycles: z.int().nonnegative().default(112),
      healthPercent: z.number().min(1).max(100).default(97),
    })
    .prefault({}),
  storage: z
    .strictObject({
      capacity: z.int().positive().default(128_000_000_000),
      free: z.int().nonnegative().default(61_000_000_000),
    })
    .prefault({}),
  icloudBackup: z.boolean().default(false),
  setupDone: z.boolean().default(true),
  cable: z.boolean().default(true).describe('It hangs on the cable when the scenario begins.'),
  wifi: z
    .strictObject({
      on: z.boolean().default(false).describe('It offers itself over Wi-Fi too.'),
      privateAddress: z
        .boolean()
        .default(false)
        .describe('In this network it goes by another Wi-Fi address than the pair record knows.'),
      needsHeartbeat: z
        .boolean()
        .default(false)
        .describe('The program must keep the heartbeat; else usbmuxd does it, as on macOS and with netmuxd.'),
    })
    .prefault({}),
  findMy: z.boolean().default(false),
});

const contentSchema = z.union([
  z.strictObject({
    seed: z.int().default(1),
    files: z.int().nonnegative().default(300),
    bytes: z.int().nonnegative().default(20_000_000),
    equalSizes: z.boolean().default(false).describe('All files of one size, instead of sizes as on a phone.'),
  }),
  z.strictObject({ folder: z.string().min(1) }).describe('Filled with the files of this folder.'),
  z.strictObject({ backup: z.string().min(1) }).describe('Filled with what this backup holds.'),
]);

const ownerSchema = z.strictObject({
  when: z
    .union([z.enum(promptKinds), z.string().regex(/^asked:[a-z-]+$/)])
    .describe('What the phone shows, or what Thaw asks for.'),
  after: z.number().nonnegative().default(1).describe('Seconds until the person reacts.'),
  do: ownerStepSchema,
});

/** A whole scenario: the phone, what is on it, what goes wrong, how its owner behaves, what should come of it. */
export const scenarioSchema = z.strictObject({
  $schema: z.string().optional(),
  name: z.string().default('A phone in good health'),
  seed: z.int().default(1).describe('Chance and identity of the phone.'),
  speed: z.number().positive().default(1).describe('How much faster the phone and its owner live.'),
  phone: phoneSchema.prefault({}),
  content: contentSchema.prefault({}),
  icloud: icloudSchema.optional().describe('The phone’s own backup to iCloud; absent: it makes none.'),
  faults: z.array(faultSchema).default([]),
  owner: z.array(ownerSchema).default([]),
  ...labShape,
});

export type Scenario = z.infer<typeof scenarioSchema>;
/** A scenario as a person writes it: everything may be left out. */
export type ScenarioInput = z.input<typeof scenarioSchema>;
export type OwnerRule = z.infer<typeof ownerSchema>;
