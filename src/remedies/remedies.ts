import { byHand } from './by-hand.ts';
import { changeToCable } from './change-to-cable.ts';
import { computerByHand } from './computer-by-hand.ts';
import { coolDown, pauseForHeat } from './cool-down.ts';
import { forceRestart } from './force-restart.ts';
import { freshChain, setPartialAside } from './fresh-chain.ts';
import { icloudBackupOff } from './icloud-backup-off.ts';
import { icloudByHand } from './icloud-by-hand.ts';
import { leaveRecovery } from './leave-recovery.ts';
import { freeOldStates } from './make-room.ts';
import { networkByHand } from './network-by-hand.ts';
import { otherDestination } from './other-destination.ts';
import { pairAgain } from './pair-again.ts';
import type { Remedy } from './remedy.ts';
import { resetConnection } from './reset-connection.ts';
import { restartFromBoot } from './restart-from-boot.ts';
import { restartPhone } from './restart-phone.ts';
import { restartServices } from './restart-services.ts';
import { slowDown } from './slow-down.ts';
import { waitAndRetry } from './wait-and-retry.ts';
import { waitForApple } from './wait-for-apple.ts';
import { waitForNetwork } from './wait-for-network.ts';
import { waitForOtherRun } from './wait-for-other-run.ts';
import { waitForPhone } from './wait-for-phone.ts';
import { waitForSyncLock } from './wait-for-sync-lock.ts';
import { waitForWifi } from './wait-for-wifi.ts';
import { waitWhileAtWork } from './wait-while-at-work.ts';

/** Every remedy there is. A new one is a file here and a line in this list. */
export const remedies: readonly Remedy[] = [
  waitForPhone,
  waitForWifi,
  changeToCable,
  waitWhileAtWork,
  waitForSyncLock,
  waitForOtherRun,
  waitForNetwork,
  waitForApple,
  waitAndRetry,
  pauseForHeat,
  slowDown,
  otherDestination,
  resetConnection,
  restartServices,
  restartPhone,
  forceRestart,
  leaveRecovery,
  restartFromBoot,
  icloudBackupOff,
  pairAgain,
  setPartialAside,
  freshChain,
  freeOldStates,
  coolDown,
  ...byHand,
  ...computerByHand,
  ...icloudByHand,
  ...networkByHand,
];
