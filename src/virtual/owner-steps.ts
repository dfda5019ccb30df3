import { z } from 'zod';

/** What the person with the phone in hand can do. */
const ownerSteps = [
  'enter-passcode',
  'tap-trust',
  'tap-dont-trust',
  'unlock',
  'lock',
  'plug-charger',
  'replug',
  'force-restart',
  'enter-dfu',
  'enter-recovery',
  'delete-file',
  'finish-setup',
  'free-phone-space',
  'free-space',
  'low-power-mode',
  'reconnect-disk',
  'security-software',
  'set-date',
  'stop-icloud-restore',
  'other-cable',
  'other-port',
  'airplane-mode',
  'wake-phone',
  'nearer-to-router',
  'allow-icloud',
  'sign-in-portal',
  'other-network',
  'vpn-off',
  'cool-down',
  'stop-other-program',
  'join-wifi',
  'leave-locked-charging',
  'back-up-to-icloud',
  'delete-icloud-backups',
  'fresh-icloud-chain',
  'sign-in',
  'start-phone-service',
  'end-rival-service',
  'mend-driver',
  'give-phone-back',
  'install-update',
  'allow-folder',
  'without-hub',
  'keep-port-awake',
  'charge-computer',
  'fewer-files',
  'cancel',
  'nothing',
] as const;
export const ownerStepSchema = z.enum(ownerSteps);
export type OwnerStep = z.infer<typeof ownerStepSchema>;

/** What the phone shows and its owner may react to. */
export const promptKinds = ['passcode-prompt', 'trust-prompt', 'unlock-after-boot'] as const;
export type PromptKind = (typeof promptKinds)[number];

/** How the owner answered: the passcode typed or Trust tapped, or the opposite. */
export type PromptAnswer = 'accepted' | 'refused';
