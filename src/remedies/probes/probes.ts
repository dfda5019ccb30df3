import type { Effect } from '../../guide/guided-step.ts';
import {
  computerOnMains,
  destinationTakesFiles,
  oneService,
  phoneListed,
  portAwake,
  serviceAnswers,
} from './computer-probes.ts';
import { destinationHasRoom, destinationThere } from './destination-probes.ts';
import { phoneBack, phoneInDfu, phoneInRecovery } from './mode-probes.ts';
import { networkMended } from './network-probe.ts';
import {
  clockAgrees,
  linkSteady,
  phoneCharges,
  phoneCool,
  phoneHasRoom,
  phoneReplugged,
  phoneSetUp,
  phoneTrusts,
  phoneUnlocked,
} from './phone-probes.ts';
import type { Probe } from './probe.ts';
import { syncLockFree } from './sync-lock-probe.ts';

/** What sees each effect of a guided step. */
export const probes: Readonly<Record<Effect, Probe>> = {
  'phone-unlocked': phoneUnlocked,
  'phone-trusts': phoneTrusts,
  'prompt-answered': async ({ eased }) => eased,
  'phone-charges': phoneCharges,
  'link-steady': linkSteady,
  'phone-restarted': phoneReplugged,
  'phone-cool': phoneCool,
  'phone-has-room': phoneHasRoom,
  'phone-set-up': phoneSetUp,
  'clock-agrees': clockAgrees,
  'destination-has-room': destinationHasRoom,
  'destination-there': destinationThere,
  'sync-lock-free': syncLockFree,
  'phone-back': phoneBack,
  'phone-in-recovery': phoneInRecovery,
  'phone-in-dfu': phoneInDfu,
  'icloud-backup-runs': async ({ eased }) => eased,
  'icloud-conditions-met': async ({ eased }) => eased,
  'service-answers': serviceAnswers,
  'one-service': oneService,
  'phone-listed': phoneListed,
  'port-awake': portAwake,
  'computer-on-mains': computerOnMains,
  'destination-takes-files': destinationTakesFiles,
  'network-mended': networkMended,
  'next-attempt': async ({ eased }) => eased,
};
