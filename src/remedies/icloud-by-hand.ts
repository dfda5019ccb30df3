import type { GuidedStep } from '../guide/guided-step.ts';
import { backUpToIcloud } from '../guide/steps/back-up-to-icloud.ts';
import { deleteIcloudBackups } from '../guide/steps/delete-icloud-backups.ts';
import { freePhoneSpace } from '../guide/steps/free-phone-space.ts';
import { freshIcloudChain } from '../guide/steps/fresh-icloud-chain.ts';
import { joinWifi } from '../guide/steps/join-wifi.ts';
import { leaveLockedCharging } from '../guide/steps/leave-locked-charging.ts';
import { lowPowerMode } from '../guide/steps/low-power-mode.ts';
import { mendAppFile } from '../guide/steps/mend-app-file.ts';
import { restartForIcloud } from '../guide/steps/restart-for-icloud.ts';
import { signIn } from '../guide/steps/sign-in.ts';
import { switchMethod } from '../guide/steps/switch-method.ts';
import type { RiskClass } from '../kit/evidence.ts';
import { guided } from './guided.ts';
import type { Remedy } from './remedy.ts';

/** What may help an iCloud backup, which only a hand on the phone can do. */
interface CloudRemedy {
  readonly step: GuidedStep;
  readonly risk?: RiskClass;
  readonly cures: Remedy['cures'];
  readonly cost: Remedy['cost'];
}

/** The local one saves whatever iCloud does not take; with the cause gone it is not needed. */
const INSTEAD = {
  'icloud-account': 0.9,
  'icloud-full': 0.9,
  'icloud-helper-died': 0.8,
  'icloud-keys-missing': 0.8,
  'icloud-missing-file': 0.8,
  'icloud-network': 0.9,
  'icloud-off': 0.9,
  'icloud-phone-full': 0.5,
  'icloud-server': 0.9,
  'icloud-tls-refused': 0.9,
} as const;

/** In the order in which they are told where two are worth the same. */
const cloudRemedies: readonly CloudRemedy[] = [
  {
    step: leaveLockedCharging,
    cures: { 'icloud-waits': 0.95, 'icloud-put-off': 0.5 },
    cost: { seconds: 60, trouble: 1 },
  },
  { step: lowPowerMode, cures: { 'icloud-put-off': 0.6 }, cost: { seconds: 60, trouble: 1 } },
  { step: backUpToIcloud, cures: { 'icloud-keys-missing': 0.6 }, cost: { seconds: 60, trouble: 1 } },
  { step: signIn, cures: { 'icloud-account': 0.9 }, cost: { seconds: 300, trouble: 3 } },
  {
    step: joinWifi,
    cures: { 'icloud-network': 0.7, 'icloud-tls-refused': 0.7 },
    cost: { seconds: 120, trouble: 2 },
  },
  { step: restartForIcloud, cures: { 'icloud-helper-died': 0.7 }, cost: { seconds: 180, trouble: 2 } },
  { step: deleteIcloudBackups, cures: { 'icloud-full': 0.8 }, cost: { seconds: 600, trouble: 3 } },
  { step: freePhoneSpace, cures: { 'icloud-phone-full': 0.8 }, cost: { seconds: 600, trouble: 5 } },
  { step: mendAppFile, cures: { 'icloud-missing-file': 0.7 }, cost: { seconds: 300, trouble: 4 } },
  { step: switchMethod, cures: INSTEAD, cost: { seconds: 3600, trouble: 4 } },
  // It deletes the chain in iCloud, which the person decides and does.
  {
    step: freshIcloudChain,
    risk: 'sets-aside-data',
    cures: { 'icloud-keys-missing': 0.7, 'icloud-missing-file': 0.3 },
    cost: { seconds: 3600, trouble: 6 },
  },
];

/** The same as remedies: what may be asked for while an iCloud backup is followed. */
export const icloudRemedies: readonly Remedy[] = cloudRemedies.map(({ step, ...traits }) =>
  guided(step, traits),
);

/** Those that are not in the list of all by another cure. */
export const icloudByHand: readonly Remedy[] = icloudRemedies.filter(
  ({ id }) => id !== lowPowerMode.id && id !== freePhoneSpace.id,
);
