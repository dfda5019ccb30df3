import fc from 'fast-check';
import { causes } from '../../../src/diagnosis/causes.ts';
import type { Evidence, EvidenceFacts, EvidenceKind } from '../../../src/kit/evidence.ts';
import { cloudFacts } from './arbitrary-cloud-evidence.ts';
import { networkFacts } from './arbitrary-network-evidence.ts';
import { evidence } from './example-evidence.ts';

const size = fc.double({ min: 0, max: 20e12, noNaN: true }).map(Math.round);
const seconds = fc.integer({ min: 0, max: 100_000 });
const percent = fc.integer({ min: 0, max: 100 });
const times = fc.integer({ min: 1, max: 20 });
const errno = fc.constantFrom('ENOSPC', 'EFBIG', 'EIO', 'EROFS', 'EACCES', 'ENODEV', 'ENOENT', 'timeout');
const process = fc.constantFrom('BackupAgent2', 'backupd', 'Maps');
const code = fc.constantFrom(
  ...['backup.link-lost', 'backup.no-space', 'backup.locked', 'backup.refused', 'backup.wrong-password'],
  ...['phone.tls', 'phone.not-trusted', 'phone.silent', 'phone.none', 'mux.absent', 'destination.full'],
);
const phase = fc.constantFrom('connecting', 'preparing', 'sending', 'finishing');
const mbError = fc.constantFrom(0, 1, 3, 22, 25, 104, 105, 106, 202, 205, 207, 208);
const some = { requiredKeys: [] };

/** For tests: facts of every kind, as wild as a phone may make them. */
const facts: { readonly [Kind in EvidenceKind]: fc.Arbitrary<EvidenceFacts[Kind]> } = {
  ...cloudFacts,
  ...networkFacts,
  'link.detached': fc.record({ deviceId: times }),
  'link.attached': fc.record({ deviceId: times, secondsAway: seconds }),
  'link.steady': fc.record({ seconds }),
  'link.slow': fc.record({ bytesPerSecond: size }),
  'link.bus-errors': fc.record({ code: fc.constant('-71'), times }),
  'link.port': fc.record({ hubs: fc.integer({ min: 0, max: 5 }), savesPower: fc.boolean() }),
  'link.port-events': fc.record({
    event: fc.constantFrom('reset', 'disconnect', 'over-current'),
    times,
    onHub: fc.boolean(),
  }),
  'link.compared': fc.record({ bytesPerSecondBefore: size, bytesPerSecond: size, samePlace: fc.boolean() }),
  'attempt.failed': fc.record(
    { code, phase, bytes: size, percent, errorCode: mbError, errno, wantedBytes: size, freeBytes: size },
    { requiredKeys: ['code', 'phase', 'bytes'] },
  ),
  'attempt.repeated': fc.record({ percent, times }),
  'prompt.waits': fc.record({ what: fc.constantFrom('passcode', 'trust', 'unlock'), seconds }),
  'prompt.expired': fc.record({ times }),
  'prompt.gone': fc.record({ what: fc.constantFrom('passcode', 'trust') }),
  'prompt.answered': fc.record({ what: fc.constantFrom('passcode', 'trust', 'unlock') }),
  'phone.cancelled': fc.record({ times }),
  'file.unreadable': fc.record({
    domain: fc.constant('CameraRollDomain'),
    path: fc.constant('Media/DCIM/IMG_0001.HEIC'),
    reason: fc.constant('Input/output error (5)'),
    harmless: fc.boolean(),
  }),
  'space.wanted': fc.record({ wantedBytes: size, freeBytes: size }),
  'daemon.gone': fc.record({ phase }),
  'size.absurd': fc.record({ uploadBytes: size, capacityBytes: size }),
  'sync-lock.held': fc.record({ seconds }),
  'watch.stuck': fc.record({
    phase,
    silentSeconds: seconds,
    afterData: fc.boolean(),
    log: fc.constantFrom('silent', 'unread'),
  }),
  'watch.quiet': fc.record({ phase, seconds, sign: fc.constant('log') }),
  'watch.percent-odd': fc.record({
    pattern: fc.constantFrom('backwards', 'repeating', 'no-end'),
    percent,
    times,
  }),
  'watch.rate-fell': fc.record({ bytesPerSecond: size, beforeBytesPerSecond: size }),
  'log.scanning': fc.record({ domains: times }),
  'log.space': fc.record({ uploadBytes: size }),
  'log.wants-space': fc.record({ missingBytes: size }),
  'log.file-unreadable': fc.record({ domain: fc.constant(''), code: mbError }),
  'log.computer-refused': fc.record({ code: mbError }),
  'log.link-broken': fc.record({ while: fc.constantFrom('reading', 'writing', 'unknown') }),
  'log.locked': fc.record({ process }),
  'log.crashed': fc.record({ process, onFileName: fc.boolean() }),
  'log.memory-kill': fc.record({ process, reason: fc.constant('per-process-limit') }),
  'log.daemon-exit': fc.record({ status: fc.integer({ min: -1, max: 9 }), seconds }),
  'log.backup-failed': fc.record({ code: mbError }),
  'log.backup-finished': fc.record({ seconds }),
  'log.icloud-backup': fc.record({ tag: fc.constant('cloud-backup') }),
  'phone.answers': fc.record({ milliseconds: times }),
  'phone.mute': fc.record({ layer: fc.constantFrom('usbmux', 'lockdown'), seconds }),
  'phone.lock': fc.record({ locked: fc.boolean() }),
  'phone.low-power-changed': fc.record({ times }),
  'phone.before-first-unlock': fc.record({ seconds }),
  'phone.restarted': fc.record({ secondsAway: seconds }),
  'phone.updating': fc.record({ state: fc.constant('installing') }),
  'phone.starting': fc.record({ seconds: fc.nat(3600) }),
  'link.power-only': fc.record({ ports: fc.integer({ min: 1, max: 4 }) }),
  'phone.mode': fc.record({ mode: fc.constantFrom('restore', 'recovery', 'dfu') }),
  'phone.setup-unfinished': fc.record({ activated: fc.boolean() }),
  'phone.supervised': fc.record({ by: fc.constantFrom('', 'a school') }),
  'pairing.record': fc.record({ here: fc.boolean(), accepted: fc.boolean() }),
  'tls.broken': fc.record({
    recordAccepted: fc.boolean(),
    certificate: fc.constantFrom('phone', 'other', 'none'),
  }),
  'battery.state': fc.record(
    {
      percent,
      charging: fc.boolean(),
      plugged: fc.boolean(),
      celsius: percent,
      healthPercent: percent,
      cycles: seconds,
      adapterMilliamps: seconds,
    },
    some,
  ),
  'crash.report': fc.record({
    process,
    what: fc.constantFrom('crash', 'memory-kill', 'resource-limit', 'panic'),
    reason: fc.constant('SIGABRT'),
    secondsAgo: seconds,
  }),
  'destination.slow': fc.record({ milliseconds: seconds }),
  'destination.lost': fc.record({ code: errno }),
  'destination.space': fc.record({ freeBytes: size }),
  'computer.busy': fc.record({ delayMilliseconds: seconds, load: percent }),
  'computer.slept': fc.record({ seconds }),
  'computer.power': fc.record({ onMains: fc.boolean(), percent }),
  'computer.memory': fc.record({ availableBytes: size, totalBytes: size }),
  'computer.phone-service': fc.record({
    name: fc.constant('usbmuxd'),
    state: fc.constantFrom('missing', 'stopped', 'disabled', 'idle', 'running'),
    mend: fc.constant('sudo systemctl restart usbmuxd'),
  }),
  'computer.driver': fc.record({ problem: fc.constantFrom(0, 10, 28, 43) }),
  'computer.update-asked': fc.record({ program: fc.constant('MobileDeviceUpdater') }),
  'computer.other-backup': fc.record({ program: fc.constant('Finder'), lock: fc.boolean() }),
  'computer.program': fc.record({
    name: fc.constant('Example Shield'),
    does: fc.constantFrom('syncs', 'intercepts', 'starves', 'takes'),
  }),
  'computer.mux-blind': fc.record({ phonesOnBus: times }),
  'destination.write-failed': fc.record({ code: errno, fileBytes: size }, { requiredKeys: ['code'] }),
  'destination.poisoned': fc.record({
    what: fc.constantFrom(
      'empty-plist',
      'snapshot-left',
      'write-ahead-log',
      'unfinished',
      'manifest-missing',
    ),
    file: fc.constant('Manifest.plist'),
  }),
  'destination.in-use': fc.record({ program: fc.constant('idevicebackup2'), pid: times }),
  'destination.limits': fc.record({
    fileSystem: fc.constant('FAT32'),
    maxFileBytes: fc.constant(2 ** 32 - 1),
  }),
  'destination.unmounted': fc.record({ mountPoint: fc.boolean() }),
  'destination.refused': fc.record({ code: errno }),
  'destination.guarded': fc.record({
    by: fc.constantFrom('full-disk-access', 'removable-volumes', 'controlled-folder-access'),
  }),
  'destination.files-left': fc.record({ freeFiles: times }),
  'destination.short': fc.record({ freeBytes: size, neededBytes: size }),
  'backup.other-phone': fc.record({ file: fc.constant('Info.plist') }),
  'run.left-behind': fc.record(
    { what: fc.constantFrom('vault-lock', 'sync-lock', 'phone-snapshot', 'partial'), secondsAgo: seconds },
    { requiredKeys: ['what'] },
  ),
  'manifest.large': fc.record({ bytes: size }),
  'manifest.damaged': fc.record({ reason: fc.constant('file is not a database') }),
  'clock.differs': fc.record({ seconds: fc.integer({ min: -1e8, max: 1e8 }) }),
  'encryption.state': fc.record(
    { on: fc.boolean(), forced: fc.boolean(), earlier: fc.boolean() },
    { requiredKeys: ['on', 'forced'] },
  ),
  'encryption.changed': fc.record({ on: fc.boolean() }),
  'password.refused': fc.record({}),
  'pairing.stale': fc.record({ daysSinceContact: seconds }),
  'version.known-bad': fc.record({ what: fc.constant('usbmuxd'), version: fc.constant('1.1.1') }),
  'icloud.state': fc.record({ backupOn: fc.boolean() }),
  'phone.space': fc.record({ availableBytes: size, capacityBytes: size }),
  'remedy.tried': fc.record({
    remedy: fc.constant('reconnect'),
    result: fc.constantFrom('helped', 'went-on', 'no-effect', 'failed', 'not-done'),
    cures: fc.dictionary(
      fc.constantFrom(...causes.map(({ id }) => id)),
      fc.double({ min: 0, max: 1, noNaN: true }),
      { maxKeys: 4 },
    ),
  }),
};

function ofKind<Kind extends EvidenceKind>(kind: Kind): fc.Arbitrary<Evidence> {
  return fc
    .tuple(facts[kind], fc.integer({ min: 0, max: 3600 }))
    .map(([fact, second]): Evidence => evidence<EvidenceKind>(kind, fact, second));
}

const kinds = Object.keys(facts).filter((kind): kind is EvidenceKind => kind in facts);

/** Any one piece of evidence, of any kind. */
export const anyEvidence: fc.Arbitrary<Evidence> = fc.oneof(...kinds.map((kind) => ofKind(kind)));
