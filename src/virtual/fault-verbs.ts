import { z } from 'zod';
import { absurdSize } from './faults/absurd-size.ts';
import { badFile } from './faults/bad-file.ts';
import { busySyncLock } from './faults/busy-sync-lock.ts';
import { cancelOnPhone } from './faults/cancel-on-phone.ts';
import { chargingOnly } from './faults/charging-only.ts';
import { computer } from './faults/computer.ts';
import { crashOnFile } from './faults/crash-on-file.ts';
import { dfu } from './faults/dfu.ts';
import { error } from './faults/error.ts';
import { flap } from './faults/flap.ts';
import { forgetPairing } from './faults/forget-pairing.ts';
import { freeze } from './faults/freeze.ts';
import { icloudCollision } from './faults/icloud-collision.ts';
import { icloudTrouble } from './faults/icloud-trouble.ts';
import { killDaemon } from './faults/kill-daemon.ts';
import { lock } from './faults/lock.ts';
import { lowBattery } from './faults/low-battery.ts';
import { lowPowerMode } from './faults/low-power-mode.ts';
import { memoryKill } from './faults/memory-kill.ts';
import { network } from './faults/network.ts';
import { offline } from './faults/offline.ts';
import { overheat } from './faults/overheat.ts';
import { percentLoop } from './faults/percent-loop.ts';
import { plugIn } from './faults/plug-in.ts';
import { powerCut } from './faults/power-cut.ts';
import { reboot } from './faults/reboot.ts';
import { recovery } from './faults/recovery.ts';
import { refusePairing } from './faults/refuse-pairing.ts';
import { restore } from './faults/restore.ts';
import { scanQuietly } from './faults/scan-quietly.ts';
import { silence } from './faults/silence.ts';
import { sleep } from './faults/sleep.ts';
import { slowLink } from './faults/slow-link.ts';
import { storageFull } from './faults/storage-full.ts';
import { tlsBreak } from './faults/tls-break.ts';
import { unplug } from './faults/unplug.ts';
import { update } from './faults/update.ts';
import { wifiLost } from './faults/wifi-lost.ts';
import { wrongClock } from './faults/wrong-clock.ts';
import { wrongPercent } from './faults/wrong-percent.ts';

/** Every fault there is. A new one is a file in faults/ and a line here. */
export const faultVerbs = [
  absurdSize,
  badFile,
  busySyncLock,
  cancelOnPhone,
  chargingOnly,
  computer,
  crashOnFile,
  dfu,
  error,
  flap,
  forgetPairing,
  freeze,
  icloudCollision,
  icloudTrouble,
  killDaemon,
  lock,
  lowBattery,
  lowPowerMode,
  memoryKill,
  network,
  offline,
  overheat,
  percentLoop,
  powerCut,
  plugIn,
  reboot,
  recovery,
  refusePairing,
  restore,
  scanQuietly,
  silence,
  sleep,
  slowLink,
  storageFull,
  tlsBreak,
  unplug,
  wifiLost,
  update,
  wrongClock,
  wrongPercent,
] as const;

const [first, ...rest] = faultVerbs;
export const faultSchema = z.discriminatedUnion('do', [first.schema, ...rest.map((verb) => verb.schema)]);
export type Fault = z.infer<typeof faultSchema>;
