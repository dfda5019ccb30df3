import type { GuidedStep } from './guided-step.ts';
import { airplaneMode } from './steps/airplane-mode.ts';
import { charge } from './steps/charge.ts';
import { coolDown } from './steps/cool-down.ts';
import { deleteFile } from './steps/delete-file.ts';
import { finishSetup } from './steps/finish-setup.ts';
import { forceRestart } from './steps/force-restart.ts';
import { freePhoneSpace } from './steps/free-phone-space.ts';
import { freeSpace } from './steps/free-space.ts';
import { icloudBackup } from './steps/icloud-backup.ts';
import { lowPowerMode } from './steps/low-power-mode.ts';
import { otherCable } from './steps/other-cable.ts';
import { otherPort } from './steps/other-port.ts';
import { passcode } from './steps/passcode.ts';
import { reconnectDisk } from './steps/reconnect-disk.ts';
import { replug } from './steps/replug.ts';
import { securitySoftware } from './steps/security-software.ts';
import { setDate } from './steps/set-date.ts';
import { stopOtherProgram } from './steps/stop-other-program.ts';
import { trust } from './steps/trust.ts';
import { unlock } from './steps/unlock.ts';
import { update } from './steps/update.ts';

/** Every step a person may be asked for. A new one is a file in steps/ and a line here. */
export const steps: readonly GuidedStep[] = [
  airplaneMode,
  charge,
  coolDown,
  deleteFile,
  finishSetup,
  forceRestart,
  freePhoneSpace,
  freeSpace,
  icloudBackup,
  lowPowerMode,
  otherCable,
  otherPort,
  passcode,
  reconnectDisk,
  replug,
  securitySoftware,
  setDate,
  stopOtherProgram,
  trust,
  unlock,
  update,
];

export function stepNamed(id: string): GuidedStep | undefined {
  return steps.find((step) => step.id === id);
}
