import type { CloudReason } from '../../../src/kit/cloud-reason.ts';
import type { Evidence } from '../../../src/kit/evidence.ts';
import { evidence } from './example-evidence.ts';
import { minimalNetworkEvidence } from './minimal-network-evidence.ts';

const failed = (code: string, more: object = {}): Evidence =>
  evidence('attempt.failed', { code, phase: 'sending', bytes: 50_000_000, ...more });
const cloudFailed = (reason: CloudReason, domain: string, code: number): Evidence =>
  evidence('cloud.failed', { reason, domain, code, final: true });
const phase = 'sending';
const stuck = { phase, silentSeconds: 60, afterData: true, log: 'silent' } as const;

/** For tests: the least a person would need to see to name each cause. */
export const minimalEvidence: Readonly<Record<string, readonly Evidence[]>> = {
  ...minimalNetworkEvidence,
  'absurd-size-estimate': [
    evidence('log.space', { uploadBytes: 11e12, freeBytes: 4e12 }),
    evidence('phone.space', { availableBytes: 39e9, capacityBytes: 128e9 }),
  ],
  'another-program': [evidence('destination.in-use', { program: 'idevicebackup2', pid: 4711 })],
  'backup-daemon-crashed': [
    evidence('crash.report', { process: 'BackupAgent2', what: 'crash', reason: 'SIGABRT', secondsAgo: 3 }),
  ],
  'backup-daemon-memory-killed': [
    evidence('crash.report', {
      process: 'BackupAgent2',
      what: 'memory-kill',
      reason: 'per-process-limit',
      secondsAgo: 3,
    }),
  ],
  'backup-daemon-silent': [
    evidence('watch.stuck', stuck),
    evidence('phone.answers', { milliseconds: 12 }, 1),
  ],
  'backup-not-whole': [failed('backup.not-proved')],
  'backup-service-refused': [failed('phone.service-refused')],
  'bad-cable-or-port': [
    evidence('link.bus-errors', { code: '-71', times: 6 }),
    evidence('link.detached', { deviceId: 3 }),
  ],
  'bad-file': [
    evidence('file.unreadable', {
      domain: 'AppDomain-com.example.draw',
      path: 'Library/projects/259483.fci',
      app: 'com.example.draw',
      reason: 'Input/output error (5)',
      harmless: false,
    }),
  ],
  'bad-hub': [
    evidence('link.port', { hubs: 1, megabitsPerSecond: 480 }),
    evidence('link.detached', { deviceId: 3 }),
    evidence('link.port-events', { event: 'disconnect', times: 2, onHub: true }, 2),
  ],
  'battery-low': [evidence('battery.state', { percent: 4, charging: false })],
  'battery-worn': [
    evidence('battery.state', { percent: 60, charging: true, healthPercent: 71 }),
    evidence('phone.restarted', { secondsAway: 31 }),
    evidence(
      'remedy.tried',
      { remedy: 'reconnect', result: 'no-effect', cures: { 'phone-restarted': 0.8 } },
      9,
    ),
  ],
  'cancelled-on-phone': [evidence('phone.cancelled', { times: 1 })],
  'charging-only': [failed('phone.none'), evidence('link.power-only', { ports: 1 }, 1)],
  'clock-wrong': [evidence('clock.differs', { seconds: -12 * 86_400 })],
  'computer-battery-low': [evidence('computer.power', { onMains: false, percent: 4 })],
  'computer-slept': [evidence('computer.slept', { seconds: 5400 })],
  'computer-starved': [
    evidence('computer.busy', { delayMilliseconds: 9000, load: 7.5 }),
    evidence('computer.busy', { delayMilliseconds: 7000, load: 7.1 }, 31),
  ],
  'computer-update-asked': [
    failed('phone.none'),
    evidence('computer.update-asked', { program: 'MobileDeviceUpdater' }),
  ],
  'destination-failing': [evidence('destination.write-failed', { code: 'EIO' })],
  'destination-forbidden': [evidence('destination.refused', { code: 'EACCES' })],
  'destination-full': [
    evidence('destination.short', { freeBytes: 4_664_553_472, neededBytes: 16_929_582_746 }),
  ],
  'destination-missing': [evidence('destination.unmounted', { mountPoint: true })],
  'destination-out-of-files': [
    failed('destination.full', { errno: 'ENOSPC' }),
    evidence('destination.files-left', { freeFiles: 0 }),
  ],
  'destination-read-only': [failed('destination.read-only')],
  'destination-slow': [
    evidence('destination.slow', { milliseconds: 8200 }),
    evidence('destination.slow', { milliseconds: 9100 }, 30),
  ],
  'destination-vanished': [evidence('destination.lost', { code: 'ENODEV' })],
  'dfu-mode': [failed('phone.dfu')],
  'encryption-forced': [failed('backup.encryption-enforced')],
  'end-missing': [evidence('watch.percent-odd', { pattern: 'no-end', percent: 100, times: 1 })],
  'fat-limit': [failed('backup.write-failed', { errno: 'EFBIG' })],
  'first-unlock-needed': [failed('phone.before-first-unlock')],
  'folder-guarded': [
    failed('destination.not-writable', { errno: 'EPERM' }),
    evidence('destination.guarded', { by: 'full-disk-access' }),
  ],
  'foreign-password': [evidence('encryption.changed', { on: true })],
  'forgotten-password': [evidence('password.refused', {})],
  'garbled-talk': [failed('wire.devicelink')],
  'icloud-account': [cloudFailed('account', 'MBErrorDomain', 305)],
  'icloud-full': [cloudFailed('icloud-full', 'MBErrorDomain', 303)],
  'icloud-helper-died': [cloudFailed('helper-died', 'NSCocoaErrorDomain', 4097)],
  'icloud-keys-missing': [cloudFailed('missing-keys', 'MBErrorDomain', 209)],
  'icloud-missing-file': [cloudFailed('missing-file', 'CKErrorDomain', 16)],
  'icloud-network': [cloudFailed('network', 'NSURLErrorDomain', -1009)],
  'icloud-off': [evidence('cloud.off', { lastBackupDaysAgo: 40 })],
  'icloud-phone-full': [cloudFailed('phone-full', 'MBErrorDomain', 106)],
  'icloud-put-off': [cloudFailed('put-off', 'MBErrorDomain', 223)],
  'icloud-restoring': [evidence('cloud.restoring', {})],
  'icloud-server': [cloudFailed('server-busy', 'CKErrorDomain', 6)],
  'icloud-tls-refused': [cloudFailed('tls-refused', 'NSURLErrorDomain', -1200)],
  'icloud-waits': [
    evidence('cloud.conditions', { enabled: true, locked: false, power: false, wifi: true, stopped: false }),
  ],
  'icloud-collision': [failed('backup.icloud-restore')],
  'leftover-on-phone': [failed('backup.phone-busy', { errorCode: 3 })],
  'leftover-run': [
    evidence('sync-lock.held', { seconds: 10 }),
    evidence('run.left-behind', { what: 'sync-lock', secondsAgo: 240 }),
  ],
  'link-unstable': [
    evidence('link.detached', { deviceId: 3 }),
    evidence('link.attached', { deviceId: 4, secondsAway: 2 }, 2),
  ],
  'low-power-mode': [
    evidence('phone.low-power-changed', { times: 1 }),
    evidence('watch.rate-fell', { bytesPerSecond: 300_000, beforeBytesPerSecond: 30_000_000 }, 9),
  ],
  'manifest-damaged': [evidence('manifest.damaged', { reason: 'file is not a database' })],
  'not-trusted': [failed('phone.not-trusted'), evidence('pairing.record', { here: false, accepted: false })],
  overheating: [evidence('battery.state', { percent: 70, charging: true, celsius: 46 })],
  'pairing-forbidden': [failed('phone.supervised')],
  'passcode-not-entered': [evidence('prompt.waits', { what: 'passcode', seconds: 20, secondsLeft: 160 })],
  'percent-loop': [evidence('watch.percent-odd', { pattern: 'repeating', percent: 41, times: 4 })],
  'phone-driver': [failed('phone.none'), evidence('computer.driver', { problem: 28 })],
  'phone-busy': [evidence('phone.starting', { seconds: 0 }), failed('phone.not-listening')],
  'phone-frozen': [
    evidence('phone.mute', { layer: 'lockdown', seconds: 35 }),
    evidence('watch.stuck', stuck),
  ],
  'phone-locked': [failed('phone.locked')],
  'phone-not-connected': [failed('phone.none')],
  'phone-restarted': [evidence('phone.restarted', { secondsAway: 28 })],
  'phone-storage-full': [failed('backup.phone-full', { errorCode: 106 })],
  'phone-storage-trouble': [failed('backup.phone-storage', { errorCode: 102 })],
  'phone-taken': [
    failed('phone.none'),
    evidence('computer.mux-blind', { phonesOnBus: 1 }),
    evidence('computer.program', { name: 'VirtualBox', does: 'takes' }),
  ],
  'phone-updating': [evidence('phone.updating', { state: 'installing' })],
  'poisoned-destination': [evidence('destination.poisoned', { what: 'empty-plist', file: 'Manifest.plist' })],
  'recovery-loop': [failed('phone.recovery'), evidence('phone.mode', { mode: 'recovery', again: true }, 1)],
  'recovery-mode': [failed('phone.recovery')],
  'refused-by-phone': [failed('backup.refused', { errorCode: 1 })],
  'restore-under-way': [failed('phone.restoring')],
  'service-forbidden': [failed('phone.service-prohibited')],
  'setup-unfinished': [failed('backup.setup-unfinished', { errorCode: 212 })],
  'software-mismatch': [failed('backup.version', { errorCode: 203 })],
  'stale-pairing': [failed('phone.not-trusted'), evidence('pairing.record', { here: true, accepted: false })],
  'sync-lock-held': [failed('backup.sync-locked'), evidence('sync-lock.held', { seconds: 10 })],
  'tls-intercepted': [failed('phone.tls'), evidence('pairing.record', { here: true, accepted: true })],
  'trust-denied': [failed('phone.trust-denied')],
  'trust-unanswered': [failed('phone.trust-pending')],
  'two-phone-services': [
    failed('mux.gone'),
    evidence('computer.phone-service', { name: 'usbmuxd', state: 'running', rival: 'netmuxd' }),
    evidence('computer.mux-blind', { phonesOnBus: 1 }),
  ],
  'usb-power-saving': [
    evidence('link.port', { hubs: 0, savesPower: true }),
    evidence('link.detached', { deviceId: 3 }),
    evidence('link.port-events', { event: 'reset', times: 3, onHub: false }, 2),
  ],
  'usbmuxd-hung': [evidence('computer.mux-blind', { phonesOnBus: 1 })],
  'usbmuxd-missing': [failed('mux.absent')],
  'weak-power': [
    evidence('battery.state', { percent: 44, plugged: true, charging: false, adapterMilliamps: 100 }),
  ],
  'wrong-phone-folder': [evidence('backup.other-phone', { file: 'Info.plist' })],
};
