import { byHand } from './by-hand.ts';
import { changeToCable } from './change-to-cable.ts';
import { computerByHand } from './computer-by-hand.ts';
import { coolDown, pauseForHeat } from './cool-down.ts';
import { forceRestart } from './force-restart.ts';
import { freshChain, setPartialAside } from './fresh-chain.ts';
import { icloudBackupOff } from './icloud-backup-off.ts';
import { icloudByHand } from './icloud-by-hand.ts';
import { freeOldStates } from './make-room.ts';
import { otherDestination } from './other-destination.ts';
import { networkByHand } from './network-by-hand.ts';
import { pairAgain } from './pair-again.ts';
import type { Remedy } from './remedy.ts';
import { resetConnection } from './reset-connection.ts';
import { restartPhone } from './restart-phone.ts';
import { restartServices } from './restart-services.ts';
import { slowDown } from './slow-down.ts';
import { waitAndRetry } from './wait-and-retry.ts';
import { waitForOtherRun } from './wait-for-other-run.ts';
import { waitForPhone } from './wait-for-phone.ts';
import { waitForApple } from './wait-for-apple.ts';
import { waitForNetwork } from './wait-for-network.ts';
import { waitForSyncLock } from './wait-for-sync-lock.ts';

/** Every remedy there is. A new one is a file here and a line in this list. */
import { waitForWifi } from './wait-for-wifi.ts';
export const remedies: readonly Remedy[] = [
  waitForPhone,
  waitForSyncLock,
  waitForOtherRun,
  waitAndRetry,
  waitForWifi,
  changeToCable,
  pauseForHeat,
  slowDown,
  otherDestination,
  waitForNetwork,
  waitForApple,
  resetConnection,
  restartServices,
  restartPhone,
  forceRestart,
  icloudBackupOff,
  pairAgain,
  setPartialAside,
  freshChain,
  freeOldStates,
  coolDown,
  ...byHand,
  ...computerByHand,
  ...icloudByHand,
];
  ...networkByHand,
