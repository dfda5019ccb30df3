import type { GuidedStep } from './guided-step.ts';
import { airplaneMode } from './steps/airplane-mode.ts';
import { allowFolder } from './steps/allow-folder.ts';
import { allowIcloud } from './steps/allow-icloud.ts';
import { backUpToIcloud } from './steps/back-up-to-icloud.ts';
import { charge } from './steps/charge.ts';
import { chargeComputer } from './steps/charge-computer.ts';
import { coolDown } from './steps/cool-down.ts';
import { deleteFile } from './steps/delete-file.ts';
import { deleteIcloudBackups } from './steps/delete-icloud-backups.ts';
import { endRivalService } from './steps/end-rival-service.ts';
import { enterDfu } from './steps/enter-dfu.ts';
import { enterRecovery } from './steps/enter-recovery.ts';
import { fewerFiles } from './steps/fewer-files.ts';
import { finishSetup } from './steps/finish-setup.ts';
import { forceRestart } from './steps/force-restart.ts';
import { freePhoneSpace } from './steps/free-phone-space.ts';
import { freeSpace } from './steps/free-space.ts';
import { freshIcloudChain } from './steps/fresh-icloud-chain.ts';
import { givePhoneBack } from './steps/give-phone-back.ts';
import { icloudBackup } from './steps/icloud-backup.ts';
import { installUpdate } from './steps/install-update.ts';
import { joinWifi } from './steps/join-wifi.ts';
import { keepPortAwake } from './steps/keep-port-awake.ts';
import { leaveLockedCharging } from './steps/leave-locked-charging.ts';
import { lookAtIcloudSpace } from './steps/look-at-icloud-space.ts';
import { lookAtLowPower } from './steps/look-at-low-power.ts';
import { lowPowerMode } from './steps/low-power-mode.ts';
import { mendAppFile } from './steps/mend-app-file.ts';
import { mendDriver } from './steps/mend-driver.ts';
import { nearerToRouter } from './steps/nearer-to-router.ts';
import { otherCable } from './steps/other-cable.ts';
import { otherNetwork } from './steps/other-network.ts';
import { otherPort } from './steps/other-port.ts';
import { passcode } from './steps/passcode.ts';
import { privateAddressOff } from './steps/private-address-off.ts';
import { reconnectDisk } from './steps/reconnect-disk.ts';
import { replug } from './steps/replug.ts';
import { resetNetworkSettings } from './steps/reset-network-settings.ts';
import { restartForIcloud } from './steps/restart-for-icloud.ts';
import { restartFromBoot } from './steps/restart-from-boot.ts';
import { securitySoftware } from './steps/security-software.ts';
import { setDate } from './steps/set-date.ts';
import { signIn } from './steps/sign-in.ts';
import { signInPortal } from './steps/sign-in-portal.ts';
import { startPhoneService } from './steps/start-phone-service.ts';
import { stopOtherProgram } from './steps/stop-other-program.ts';
import { switchMethod } from './steps/switch-method.ts';
import { trust } from './steps/trust.ts';
import { unlock } from './steps/unlock.ts';
import { update } from './steps/update.ts';
import { vpnOff } from './steps/vpn-off.ts';
import { wakePhone } from './steps/wake-phone.ts';
import { withoutHub } from './steps/without-hub.ts';

/** Every step a person may be asked for. A new one is a file in steps/ and a line here. */
export const steps: readonly GuidedStep[] = [
  airplaneMode,
  allowFolder,
  allowIcloud,
  backUpToIcloud,
  charge,
  chargeComputer,
  coolDown,
  deleteFile,
  deleteIcloudBackups,
  endRivalService,
  enterDfu,
  enterRecovery,
  fewerFiles,
  finishSetup,
  forceRestart,
  freePhoneSpace,
  freeSpace,
  freshIcloudChain,
  givePhoneBack,
  icloudBackup,
  installUpdate,
  joinWifi,
  keepPortAwake,
  leaveLockedCharging,
  lookAtIcloudSpace,
  lookAtLowPower,
  lowPowerMode,
  mendAppFile,
  mendDriver,
  nearerToRouter,
  otherCable,
  otherNetwork,
  otherPort,
  passcode,
  privateAddressOff,
  reconnectDisk,
  replug,
  resetNetworkSettings,
  restartForIcloud,
  restartFromBoot,
  securitySoftware,
  setDate,
  signIn,
  signInPortal,
  startPhoneService,
  stopOtherProgram,
  switchMethod,
  trust,
  unlock,
  update,
  vpnOff,
  wakePhone,
  withoutHub,
];

export function stepNamed(id: string): GuidedStep | undefined {
  return steps.find((step) => step.id === id);
}
