import { faultSchema } from './fault-verbs.ts';
import type { OwnerStep, PromptAnswer, PromptKind } from './owner-steps.ts';
import type { VirtualPhone } from './phone.ts';

/** The phone in hand, and what it shows at the moment. */
export interface InHand {
  readonly phone: VirtualPhone;
  readonly prompts: readonly PromptKind[];
  readonly answer: (kind: PromptKind, answer: PromptAnswer) => void;
}

/**
 * What a step does to the phone. Steps that are not named here, such as emptying the disk, are taken elsewhere: they end
 * what a fault's `until` says they end, and the phone has no part of its own in them.
 */
export const ownerActs: { readonly [Step in OwnerStep]?: (inHand: InHand) => void } = {
  'enter-passcode': ({ phone, answer }) => {
    phone.unlock();
    answer('passcode-prompt', 'accepted');
  },
  unlock: ({ phone, answer }) => {
    phone.unlock();
    answer('unlock-after-boot', 'accepted');
  },
  lock: ({ phone }) => phone.lock(),
  'tap-trust': ({ answer }) => answer('trust-prompt', 'accepted'),
  'tap-dont-trust': ({ answer }) => answer('trust-prompt', 'refused'),
  cancel: ({ phone, prompts, answer }) => {
    if (prompts.includes('passcode-prompt')) answer('passcode-prompt', 'refused');
    else if (phone.daemon.busy) phone.faults.set(faultSchema.parse({ do: 'cancel-on-phone' }));
  },
  'plug-charger': ({ phone }) => {
    phone.battery.charging = true;
  },
  'leave-locked-charging': ({ phone }) => {
    phone.battery.charging = true;
    goOnline(phone);
    phone.lock();
  },
  'join-wifi': ({ phone }) => goOnline(phone),
  'back-up-to-icloud': ({ phone }) => phone.icloud?.beginNow(),
  'force-restart': ({ phone }) => phone.restart(),
  'enter-dfu': ({ phone }) => phone.boot.enter('dfu'),
  'enter-recovery': ({ phone }) => phone.boot.enter('recovery'),
  'delete-file': ({ phone }) => {
    phone.faults.forget('bad-file');
    phone.faults.forget('crash-on-file');
  },
  'finish-setup': ({ phone }) => {
    phone.setupDone = true;
  },
  'stop-icloud-restore': ({ phone }) => {
    phone.backup.icloudRestoreRunning = false;
  },
  'wake-phone': ({ phone }) => phone.wifi.wake(),
  'nearer-to-router': ({ phone }) => phone.wifi.set('inRange', true),
  replug,
  'other-cable': replug,
  'other-port': replug,
  'without-hub': replug,
};

/** In the phone's seconds, from one socket to the other. */
const BETWEEN_PLUGS = 1;

function replug({ phone }: InHand): void {
  phone.cable.unplug();
  phone.later(BETWEEN_PLUGS, () => phone.cable.plug());
}

function goOnline(phone: VirtualPhone): void {
  if (phone.icloud) phone.icloud.online = true;
}
