import { battery } from './battery.ts';
import type { Check } from './check.ts';
import { clockDifference } from './clock-difference.ts';
import { computerPower } from './computer-power.ts';
import { destination } from './destination.ts';
import { earlierBackup } from './earlier-backup.ts';
import { encryption } from './encryption.ts';
import { fileSystem } from './file-system.ts';
import { icloud } from './icloud.ts';
import { liveRun } from './live-run.ts';
import { lock } from './lock.ts';
import { manifest } from './manifest.ts';
import { network } from './network.ts';
import { pairingAge } from './pairing-age.ts';
import { phoneSpace } from './phone-space.ts';
import { programs } from './programs.ts';
import { room } from './room.ts';
import { setup } from './setup.ts';
import { syncLock } from './sync-lock.ts';
import { usbPort } from './usb-port.ts';
import { versions } from './versions.ts';
import { wifi } from './wifi.ts';
import { writeSpeed } from './write-speed.ts';

/** All checks, in the order in which a person reads of them: the phone, the way to it, the destination. */
export const checks: readonly Check[] = [
  pairingAge,
  lock,
  setup,
  battery,
  phoneSpace,
  clockDifference,
  encryption,
  icloud,
  wifi,
  syncLock,
  programs,
  versions,
  usbPort,
  computerPower,
  network,
  destination,
  fileSystem,
  writeSpeed,
  room,
  liveRun,
  earlierBackup,
  manifest,
];
