import { z } from 'zod';
import { problemSchema } from './problem.ts';

/** As `thaw devices` tells them; `ready` is its `normal`, `not-trusted` its `untrusted`. */
const phoneStates = [
  'ready',
  'locked',
  'before-first-unlock',
  'not-trusted',
  /** The phone asks now, because of POST /api/phones/:udid/pair. */
  'waiting-for-trust',
  'setup',
  'updating',
  'starting',
  'silent',
  'unreachable',
  'restore',
  'recovery',
  'dfu',
  'unseen',
  'charging-only',
] as const;

const lastBackupSchema = z.object({
  /** Of the backup list; null when its folder is not there now. */
  id: z.string().nullable(),
  path: z.string(),
  /** ISO, as all times are. */
  at: z.string(),
  verified: z.boolean(),
  encrypted: z.boolean(),
  bytes: z.number().nullable(),
});
export type LastBackup = z.infer<typeof lastBackupSchema>;

/** A phone at this computer, in whatever state. */
const phoneCardSchema = z.object({
  /** To tell cards apart: the UDID, or where it hangs when it does not tell its UDID. */
  key: z.string(),
  udid: z.string().nullable(),
  name: z.string().nullable(),
  /** `iPhone17,3` */
  productType: z.string().nullable(),
  /** `iPhone 16` */
  model: z.string().nullable(),
  family: z.enum(['home-button', 'notch', 'island']),
  connector: z.enum(['lightning', 'usb-c']),
  iosVersion: z.string().nullable(),
  battery: z.object({ percent: z.number(), charging: z.boolean() }).nullable(),
  storage: z.object({ capacityBytes: z.number(), freeBytes: z.number() }).nullable(),
  state: z.enum(phoneStates),
  /** What stands in the way, when the state is not `ready`. */
  problem: problemSchema.nullable(),
  /** How long the state mostly lasts, in words, and what touching the phone would do now. */
  conduct: z.object({ lasts: z.string(), touching: z.enum(['harmless', 'patience', 'dangerous']) }),
  link: z.enum(['usb', 'wifi', 'virtual']),
  /** Backups of this phone will be encrypted; null when it did not tell. */
  encrypts: z.boolean().nullable(),
  lastBackup: lastBackupSchema.nullable(),
  /** When the next backup is due, ISO; null when there was none yet: now. */
  nextDue: z.string().nullable(),
  /** What runs with it now. */
  run: z.string().nullable(),
});
export type PhoneCard = z.infer<typeof phoneCardSchema>;
export type PhoneState = PhoneCard['state'];

/** GET /api/phones; also each `phones` event of GET /api/phones/stream. */
const phonesAnswerSchema = z.object({
  phones: z.array(phoneCardSchema),
  /** Why no phone can be seen at all, such as a missing usbmuxd; null when all is well or simply none is there. */
  problem: problemSchema.nullable(),
});
export type PhonesAnswer = z.infer<typeof phonesAnswerSchema>;

/** POST /api/phones/:udid/pair answers as soon as the phone asks; the phone's card tells the rest. */
const pairAnswerSchema = z.object({ waiting: z.boolean() });
export type PairAnswer = z.infer<typeof pairAnswerSchema>;

/** POST /api/virtual */
export const virtualRequestSchema = z.strictObject({ scenario: z.string().max(100).optional() });
export type VirtualRequest = z.infer<typeof virtualRequestSchema>;

/**
 * POST /api/virtual/:udid/act: the owner of a virtual iPhone does now what a guided step asks for (its id: `passcode`,
 * `other-port` …), or another thing an owner can do (`lock`, `replug`, `tap-dont-trust` …).
 */
export const virtualActSchema = z.strictObject({ do: z.string().max(50) });
export type VirtualAct = z.infer<typeof virtualActSchema>;

/** What the virtual iPhone may play: GET /api/virtual. */
const virtualAnswerSchema = z.object({
  udids: z.array(z.string()),
  scenarios: z.array(z.object({ id: z.string(), name: z.string(), description: z.string() })),
});
export type VirtualAnswer = z.infer<typeof virtualAnswerSchema>;
