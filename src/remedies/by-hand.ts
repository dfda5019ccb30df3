import { airplaneMode } from '../guide/steps/airplane-mode.ts';
import { charge } from '../guide/steps/charge.ts';
import { deleteFile } from '../guide/steps/delete-file.ts';
import { finishSetup } from '../guide/steps/finish-setup.ts';
import { freePhoneSpace } from '../guide/steps/free-phone-space.ts';
import { freeSpace } from '../guide/steps/free-space.ts';
import { icloudBackup } from '../guide/steps/icloud-backup.ts';
import { lowPowerMode } from '../guide/steps/low-power-mode.ts';
import { otherCable } from '../guide/steps/other-cable.ts';
import { otherPort } from '../guide/steps/other-port.ts';
import { passcode } from '../guide/steps/passcode.ts';
import { reconnectDisk } from '../guide/steps/reconnect-disk.ts';
import { replug } from '../guide/steps/replug.ts';
import { securitySoftware } from '../guide/steps/security-software.ts';
import { setDate } from '../guide/steps/set-date.ts';
import { stopOtherProgram } from '../guide/steps/stop-other-program.ts';
import { trust } from '../guide/steps/trust.ts';
import { unlock } from '../guide/steps/unlock.ts';
import { update } from '../guide/steps/update.ts';
import { sizeInWords } from '../kit/amounts.ts';
import { guided } from './guided.ts';
import { missingBytes } from './probes/destination-probes.ts';
import type { Remedy } from './remedy.ts';
import { lastOf, type Situation } from './situation.ts';

const LOCKED = new Set(['phone.locked', 'phone.before-first-unlock', 'backup.locked']);

/** The steps that are a remedy just as they stand. */
export const byHand: readonly Remedy[] = [
  guided(unlock, {
    cures: { 'phone-locked': 0.95, 'first-unlock-needed': 0.95, 'passcode-not-entered': 0.5 },
    cost: { seconds: 30, trouble: 1 },
    tries: 3,
  }),
  guided(
    passcode,
    {
      cures: { 'passcode-not-entered': 0.95, 'phone-locked': 0.5 },
      cost: { seconds: 30, trouble: 1 },
      tries: 3,
      beside: true,
      may: ({ trouble }) => trouble.kind === 'waiting',
    },
    (situation) => ({ secondsLeft: lastOf(situation, 'prompt.waits')?.secondsLeft }),
  ),
  guided(trust, {
    cures: { 'trust-unanswered': 0.95, 'not-trusted': 0.95, 'stale-pairing': 0.9, 'phone-locked': 0.5 },
    cost: { seconds: 30, trouble: 1 },
    tries: 2,
    beside: true,
    may: ({ trouble }) => trouble.kind === 'waiting' || trouble.kind === 'noticed',
  }),
  guided(
    charge,
    {
      cures: { 'battery-low': 0.9, 'weak-power': 0.5, 'battery-worn': 0.4 },
      cost: { seconds: 60, trouble: 2 },
      beside: true,
    },
    (situation) => ({ percent: lastOf(situation, 'battery.state')?.percent }),
  ),
  guided(replug, {
    risk: 'interrupts',
    cures: {
      'link-unstable': 0.5,
      'bad-cable-or-port': 0.4,
      'usb-power-saving': 0.3,
      'phone-not-connected': 0.9,
      'trust-denied': 0.6,
      'usbmuxd-hung': 0.2,
      '*': 0.1,
    },
    cost: { seconds: 60, trouble: 2 },
    may: ({ trouble }) => trouble.kind === 'ended' && !LOCKED.has(trouble.code ?? ''),
  }),
  guided(
    otherPort,
    {
      risk: 'interrupts',
      cures: { 'bad-cable-or-port': 0.5, 'link-unstable': 0.5, 'bad-hub': 0.4, 'usb-power-saving': 0.3 },
      cost: { seconds: 90, trouble: 3 },
    },
    (situation) => ({ megabitsPerSecond: lastOf(situation, 'link.slow')?.megabitsPerSecond }),
  ),
  guided(otherCable, {
    risk: 'interrupts',
    cures: { 'bad-cable-or-port': 0.7, 'link-unstable': 0.6, 'charging-only': 0.8 },
    cost: { seconds: 180, trouble: 4 },
  }),
  guided(airplaneMode, {
    risk: 'changes-settings',
    cures: { 'icloud-collision': 0.3, 'backup-daemon-silent': 0.1, '*': 0.05 },
    cost: { seconds: 60, trouble: 2 },
  }),
  guided(lowPowerMode, { cures: { 'low-power-mode': 0.9 }, cost: { seconds: 60, trouble: 2 }, beside: true }),
  guided(
    freeSpace,
    { cures: { 'destination-full': 0.9 }, cost: { seconds: 600, trouble: 5 }, tries: 2 },
    (situation) => ({
      needed: inWords(missingBytes(situation)),
      free: inWords(lastOf(situation, 'destination.space')?.freeBytes),
    }),
  ),
  guided(
    freePhoneSpace,
    { cures: { 'phone-storage-full': 0.9 }, cost: { seconds: 600, trouble: 5 } },
    (situation) => ({ free: inWords(lastOf(situation, 'phone.space')?.availableBytes) }),
  ),
  guided(
    stopOtherProgram,
    {
      cures: { 'sync-lock-held': 0.9, 'another-program': 0.8, 'leftover-run': 0.3 },
      cost: { seconds: 120, trouble: 3 },
      may: ({ trouble }) => trouble.code === 'backup.sync-locked',
    },
    (situation) => ({ program: lastOf(situation, 'computer.other-backup')?.program }),
  ),
  guided(
    deleteFile,
    {
      cures: { 'bad-file': 0.7 },
      cost: { seconds: 300, trouble: 5 },
      may: ({ trouble }) => trouble.kind === 'ended',
    },
    badFileOf,
  ),
  guided(update, {
    cures: { 'software-mismatch': 0.8 },
    cost: { seconds: 3600, trouble: 10 },
  }),
  guided(securitySoftware, { cures: { 'tls-intercepted': 0.9 }, cost: { seconds: 120, trouble: 4 } }),
  guided(setDate, { cures: { 'clock-wrong': 0.95 }, cost: { seconds: 120, trouble: 3 } }),
  guided(finishSetup, { cures: { 'setup-unfinished': 0.95 }, cost: { seconds: 600, trouble: 5 } }),
  guided(
    reconnectDisk,
    {
      cures: {
        'destination-vanished': 0.9,
        'destination-missing': 0.9,
        'destination-failing': 0.4,
        'destination-forbidden': 0.3,
        'destination-read-only': 0.5,
      },
      cost: { seconds: 60, trouble: 2 },
      tries: 2,
    },
    ({ plan }) => ({ folder: plan.destination }),
  ),
  guided(icloudBackup, {
    risk: 'changes-settings',
    cures: { 'icloud-collision': 0.7 },
    cost: { seconds: 120, trouble: 3 },
  }),
];

function inWords(bytes: number | undefined): string | undefined {
  return bytes === undefined ? undefined : sizeInWords(bytes);
}

/** The file that was met last, and whose it is. */
function badFileOf(situation: Situation): { path: string | undefined; app: string | undefined } {
  const file = lastOf(situation, 'file.unreadable');
  return { path: file?.path, app: file?.app };
}
