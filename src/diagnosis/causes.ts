import type { Cause } from './cause.ts';
import { backupDaemonCrashed } from './causes/backup-daemon-crashed.ts';
import { backupDaemonMemoryKilled } from './causes/backup-daemon-memory-killed.ts';
import { badCableOrPort } from './causes/bad-cable-or-port.ts';
import { badFile } from './causes/bad-file.ts';
import { destinationFull } from './causes/destination-full.ts';
import { linkUnstable } from './causes/link-unstable.ts';
import { passcodeNotEntered } from './causes/passcode-not-entered.ts';
import { phoneFrozen } from './causes/phone-frozen.ts';
import { stalePairing } from './causes/stale-pairing.ts';

/** Every cause there is. A new one is a file in causes/ and a line here. */
export const causes: readonly Cause[] = [
  linkUnstable,
  badCableOrPort,
  badFile,
  backupDaemonCrashed,
  backupDaemonMemoryKilled,
  passcodeNotEntered,
  destinationFull,
  stalePairing,
  phoneFrozen,
];
