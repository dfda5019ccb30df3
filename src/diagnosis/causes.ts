import type { Cause } from './cause.ts';
import { absurdSizeEstimate } from './causes/absurd-size-estimate.ts';
import { anotherProgram } from './causes/another-program.ts';
import { appleOutage } from './causes/apple-outage.ts';
import { backupDaemonCrashed } from './causes/backup-daemon-crashed.ts';
import { backupDaemonMemoryKilled } from './causes/backup-daemon-memory-killed.ts';
import { backupDaemonSilent } from './causes/backup-daemon-silent.ts';
import { backupNotWhole } from './causes/backup-not-whole.ts';
import { backupServiceRefused } from './causes/backup-service-refused.ts';
import { badCableOrPort } from './causes/bad-cable-or-port.ts';
import { badFile } from './causes/bad-file.ts';
import { badHub } from './causes/bad-hub.ts';
import { batteryLow } from './causes/battery-low.ts';
import { batteryWorn } from './causes/battery-worn.ts';
import { cablePluggedIn } from './causes/cable-plugged-in.ts';
import { cancelledOnPhone } from './causes/cancelled-on-phone.ts';
import { captivePortal } from './causes/captive-portal.ts';
import { chargingOnly } from './causes/charging-only.ts';
import { clockWrong } from './causes/clock-wrong.ts';
import { computerBatteryLow } from './causes/computer-battery-low.ts';
import { computerSlept } from './causes/computer-slept.ts';
import { computerStarved } from './causes/computer-starved.ts';
import { computerUpdateAsked } from './causes/computer-update-asked.ts';
import { destinationFailing } from './causes/destination-failing.ts';
import { destinationForbidden } from './causes/destination-forbidden.ts';
import { destinationFull } from './causes/destination-full.ts';
import { destinationMissing } from './causes/destination-missing.ts';
import { destinationOutOfFiles } from './causes/destination-out-of-files.ts';
import { destinationReadOnly } from './causes/destination-read-only.ts';
import { destinationSlow } from './causes/destination-slow.ts';
import { destinationVanished } from './causes/destination-vanished.ts';
import { dfuMode } from './causes/dfu-mode.ts';
import { dnsBlocksIcloud } from './causes/dns-blocks-icloud.ts';
import { dnsBroken } from './causes/dns-broken.ts';
import { encryptionForced } from './causes/encryption-forced.ts';
import { endMissing } from './causes/end-missing.ts';
import { fatLimit } from './causes/fat-limit.ts';
import { firewallBlocks } from './causes/firewall-blocks.ts';
import { firstUnlockNeeded } from './causes/first-unlock-needed.ts';
import { folderGuarded } from './causes/folder-guarded.ts';
import { foreignPassword } from './causes/foreign-password.ts';
import { forgottenPassword } from './causes/forgotten-password.ts';
import { garbledTalk } from './causes/garbled-talk.ts';
import { icloudAccount } from './causes/icloud-account.ts';
import { icloudCollision } from './causes/icloud-collision.ts';
import { icloudFull } from './causes/icloud-full.ts';
import { icloudHelperDied } from './causes/icloud-helper-died.ts';
import { icloudKeysMissing } from './causes/icloud-keys-missing.ts';
import { icloudMissingFile } from './causes/icloud-missing-file.ts';
import { icloudNetwork } from './causes/icloud-network.ts';
import { icloudOff } from './causes/icloud-off.ts';
import { icloudPhoneFull } from './causes/icloud-phone-full.ts';
import { icloudPutOff } from './causes/icloud-put-off.ts';
import { icloudRestoring } from './causes/icloud-restoring.ts';
import { icloudServer } from './causes/icloud-server.ts';
import { icloudTlsRefused } from './causes/icloud-tls-refused.ts';
import { icloudWaits } from './causes/icloud-waits.ts';
import { internetIntercepted } from './causes/internet-intercepted.ts';
import { internetSlow } from './causes/internet-slow.ts';
import { internetUnstable } from './causes/internet-unstable.ts';
import { leftoverOnPhone } from './causes/leftover-on-phone.ts';
import { leftoverRun } from './causes/leftover-run.ts';
import { linkUnstable } from './causes/link-unstable.ts';
import { lowPowerMode } from './causes/low-power-mode.ts';
import { manifestDamaged } from './causes/manifest-damaged.ts';
import { noInternet } from './causes/no-internet.ts';
import { notTrusted } from './causes/not-trusted.ts';
import { overheating } from './causes/overheating.ts';
import { pairingForbidden } from './causes/pairing-forbidden.ts';
import { passcodeNotEntered } from './causes/passcode-not-entered.ts';
import { percentLoop } from './causes/percent-loop.ts';
import { phoneAsleep } from './causes/phone-asleep.ts';
import { phoneBusy } from './causes/phone-busy.ts';
import { phoneDriver } from './causes/phone-driver.ts';
import { phoneFrozen } from './causes/phone-frozen.ts';
import { phoneLocked } from './causes/phone-locked.ts';
import { phoneNotConnected } from './causes/phone-not-connected.ts';
import { phoneRestarted } from './causes/phone-restarted.ts';
import { phoneStorageFull } from './causes/phone-storage-full.ts';
import { phoneStorageTrouble } from './causes/phone-storage-trouble.ts';
import { phoneTaken } from './causes/phone-taken.ts';
import { phoneUpdating } from './causes/phone-updating.ts';
import { poisonedDestination } from './causes/poisoned-destination.ts';
import { privateWifiAddress } from './causes/private-wifi-address.ts';
import { recoveryLoop } from './causes/recovery-loop.ts';
import { recoveryMode } from './causes/recovery-mode.ts';
import { refusedByPhone } from './causes/refused-by-phone.ts';
import { restoreUnderWay } from './causes/restore-under-way.ts';
import { serviceForbidden } from './causes/service-forbidden.ts';
import { setupUnfinished } from './causes/setup-unfinished.ts';
import { softwareMismatch } from './causes/software-mismatch.ts';
import { stalePairing } from './causes/stale-pairing.ts';
import { syncLockHeld } from './causes/sync-lock-held.ts';
import { tlsIntercepted } from './causes/tls-intercepted.ts';
import { trustDenied } from './causes/trust-denied.ts';
import { trustUnanswered } from './causes/trust-unanswered.ts';
import { twoPhoneServices } from './causes/two-phone-services.ts';
import { usbPowerSaving } from './causes/usb-power-saving.ts';
import { usbmuxdHung } from './causes/usbmuxd-hung.ts';
import { usbmuxdMissing } from './causes/usbmuxd-missing.ts';
import { vpnInWay } from './causes/vpn-in-way.ts';
import { weakPower } from './causes/weak-power.ts';
import { wifiUnstable } from './causes/wifi-unstable.ts';
import { wifiWeak } from './causes/wifi-weak.ts';
import { wrongPhoneFolder } from './causes/wrong-phone-folder.ts';

/** Every cause there is. A new one is a file in causes/ and a line here. */
export const causes: readonly Cause[] = [
  absurdSizeEstimate,
  anotherProgram,
  appleOutage,
  backupDaemonCrashed,
  backupDaemonMemoryKilled,
  backupDaemonSilent,
  backupNotWhole,
  backupServiceRefused,
  badCableOrPort,
  badFile,
  badHub,
  batteryLow,
  batteryWorn,
  cablePluggedIn,
  cancelledOnPhone,
  captivePortal,
  chargingOnly,
  clockWrong,
  computerBatteryLow,
  computerSlept,
  computerStarved,
  computerUpdateAsked,
  destinationFailing,
  destinationForbidden,
  destinationFull,
  destinationMissing,
  destinationOutOfFiles,
  destinationReadOnly,
  destinationSlow,
  destinationVanished,
  dfuMode,
  dnsBlocksIcloud,
  dnsBroken,
  encryptionForced,
  endMissing,
  fatLimit,
  firewallBlocks,
  firstUnlockNeeded,
  folderGuarded,
  foreignPassword,
  forgottenPassword,
  garbledTalk,
  icloudAccount,
  icloudCollision,
  icloudFull,
  icloudHelperDied,
  icloudKeysMissing,
  icloudMissingFile,
  icloudNetwork,
  icloudOff,
  icloudPhoneFull,
  icloudPutOff,
  icloudRestoring,
  icloudServer,
  icloudTlsRefused,
  icloudWaits,
  internetIntercepted,
  internetSlow,
  internetUnstable,
  leftoverOnPhone,
  leftoverRun,
  linkUnstable,
  lowPowerMode,
  manifestDamaged,
  noInternet,
  notTrusted,
  overheating,
  pairingForbidden,
  passcodeNotEntered,
  percentLoop,
  phoneAsleep,
  phoneDriver,
  phoneBusy,
  phoneFrozen,
  phoneLocked,
  phoneNotConnected,
  phoneRestarted,
  phoneStorageFull,
  phoneStorageTrouble,
  phoneTaken,
  phoneUpdating,
  poisonedDestination,
  privateWifiAddress,
  recoveryLoop,
  recoveryMode,
  refusedByPhone,
  restoreUnderWay,
  serviceForbidden,
  setupUnfinished,
  softwareMismatch,
  stalePairing,
  syncLockHeld,
  tlsIntercepted,
  trustDenied,
  trustUnanswered,
  twoPhoneServices,
  usbPowerSaving,
  usbmuxdHung,
  usbmuxdMissing,
  vpnInWay,
  weakPower,
  wifiUnstable,
  wifiWeak,
  wrongPhoneFolder,
];
