import { z } from 'zod';

/** What can be wrong with an iCloud backup. */
export const cloudTroubles = [
  'account',
  'deferred',
  'full',
  'helper-crash',
  'helper-lost',
  'daemon-memory',
  'keys-missing',
  'missing-file',
  'network',
  'phone-full',
  'rate-limited',
  'restoring',
  'server',
  'tls',
] as const;
export type CloudTrouble = (typeof cloudTroubles)[number];

/** The phone's own backup to iCloud. */
export const icloudSchema = z.strictObject({
  begins: z
    .enum(['by-hand', 'by-itself', 'never'])
    .default('by-hand')
    .describe('By itself it waits for charger, Wi-Fi and a locked screen.'),
  after: z
    .number()
    .nonnegative()
    .default(8)
    .describe('Seconds until it begins, or may, from when somebody first follows the log.'),
  again: z.number().positive().default(60).describe('Seconds until the next try after a failed one.'),
  wifi: z.boolean().default(true).describe('It is in a Wi-Fi that leads to the Internet.'),
  files: z.int().nonnegative().default(1200),
  bytes: z.int().nonnegative().default(3_000_000_000),
  bytesPerSecond: z.int().positive().default(60_000_000),
  quietSeconds: z
    .number()
    .nonnegative()
    .default(0)
    .describe('So long it says nothing at all while it looks for changes.'),
  lastBackupDaysAgo: z.number().nonnegative().optional().describe('Absent: none was ever finished.'),
  history: z
    .array(
      z.strictObject({
        domain: z.string().default('MBErrorDomain'),
        code: z.int(),
        daysAgo: z.number().nonnegative().default(1),
      }),
    )
    .default([])
    .describe('Errors of earlier tries, as the phone keeps them in its settings.'),
});
export type CloudOptions = z.infer<typeof icloudSchema>;
