import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { evidence } from '../../test/support/evidence/example-evidence.ts';
import type { Evidence } from '../kit/evidence.ts';
import { diagnose } from './diagnose.ts';
import { nameOf } from './name.ts';

function namedBy(...seen: readonly Evidence[]): string | undefined {
  return nameOf(diagnose(seen))?.id;
}

/** The attempt broke off at 37 %, as it does for many reasons. */
const brokeOff = (seconds = 0): Evidence =>
  evidence(
    'attempt.failed',
    { code: 'backup.link-lost', phase: 'sending', bytes: 2_000_000_000, percent: 37 },
    seconds,
  );
const stillOnTheBus = evidence('link.steady', { seconds: 5 }, 1);

describe('it stops at some percent', () => {
  test('by itself that names nothing', () => {
    assert.equal(namedBy(brokeOff()), undefined);
  });

  test('a cable: the phone left the bus', () => {
    const detached = evidence('link.detached', { deviceId: 3 });
    const attached = evidence('link.attached', { deviceId: 4, secondsAway: 2 }, 2);
    assert.equal(namedBy(brokeOff(), detached, attached), 'link-unstable');
  });

  test('a bad file: the phone says which, and the link held', () => {
    const file = evidence('file.unreadable', {
      domain: 'AppDomain-com.example.draw',
      path: 'Library/a.fci',
      app: 'com.example.draw',
      reason: 'No such file or directory (2)',
      harmless: false,
    });
    assert.equal(namedBy(brokeOff(), stillOnTheBus, file), 'bad-file');
  });

  test('a bad file whose name crashes the daemon is the file’s doing', () => {
    const crash = evidence('log.crashed', { process: 'BackupAgent2', onFileName: true });
    assert.equal(namedBy(brokeOff(0), brokeOff(60), brokeOff(120), stillOnTheBus, crash), 'bad-file');
    const after = evidence('log.crashed', { process: 'BackupAgent2', onFileName: false });
    const gone = evidence('daemon.gone', { phase: 'sending' });
    const report = evidence('crash.report', {
      process: 'BackupAgent2',
      what: 'crash',
      reason: '',
      secondsAgo: 0,
    });
    assert.equal(namedBy(brokeOff(), stillOnTheBus, crash, after, gone, report), 'bad-file');
    assert.equal(namedBy(brokeOff(), stillOnTheBus, after, gone, report), 'backup-daemon-crashed');
  });

  test('a dying daemon: the phone stayed on the bus and holds a crash report', () => {
    const gone = evidence('daemon.gone', { phase: 'sending' });
    const report = evidence('crash.report', {
      process: 'BackupAgent2',
      what: 'crash',
      reason: 'SIGABRT',
      secondsAgo: 2,
    });
    assert.equal(namedBy(brokeOff(), stillOnTheBus, gone, report), 'backup-daemon-crashed');
  });

  test('a memory kill: the report says so, and the list of files is huge', () => {
    const gone = evidence('daemon.gone', { phase: 'preparing' });
    const report = evidence('crash.report', {
      process: 'BackupAgent2',
      what: 'memory-kill',
      reason: 'per-process-limit',
      secondsAgo: 2,
    });
    const manifest = evidence('manifest.large', { bytes: 1_550_000_000 });
    assert.equal(namedBy(brokeOff(), stillOnTheBus, gone, report), 'backup-daemon-memory-killed');
    assert.equal(namedBy(brokeOff(), stillOnTheBus, gone, manifest), 'backup-daemon-memory-killed');
  });

  test('a crash of some other program says nothing about the backup', () => {
    const report = evidence('crash.report', {
      process: 'Maps',
      what: 'crash',
      reason: 'SIGSEGV',
      secondsAgo: 9,
    });
    assert.equal(namedBy(brokeOff(), report), undefined);
  });
});

describe('nothing happens', () => {
  const stuck = evidence(
    'watch.stuck',
    { phase: 'preparing', silentSeconds: 200, afterData: false, log: 'silent' },
    9,
  );

  test('an unanswered passcode: the phone shows its prompt', () => {
    const prompt = evidence('prompt.waits', { what: 'passcode', seconds: 120, secondsLeft: 60 });
    assert.equal(namedBy(prompt), 'passcode-not-entered');
    assert.equal(
      namedBy(prompt, stuck, evidence('phone.answers', { milliseconds: 9 }, 9)),
      'passcode-not-entered',
    );
  });

  test('a prompt that went away unanswered is not an answered one, and a phone that never asked is locked', () => {
    const gone = evidence('prompt.gone', { what: 'passcode' }, 180);
    const locked = { code: 'backup.locked', phase: 'preparing', bytes: 0, errorCode: 208 };
    const failed = evidence('attempt.failed', locked, 181);
    const log = evidence('log.locked', { process: 'BackupAgent2' }, 180);
    assert.equal(namedBy(gone, log, failed), 'passcode-not-entered');
    assert.equal(
      namedBy(gone, log, failed, evidence('phone.lock', { locked: true }, 182)),
      'passcode-not-entered',
    );
    const answered = evidence('prompt.answered', { what: 'passcode' }, 180);
    assert.equal(namedBy(answered, log, failed), 'phone-locked');
    assert.equal(namedBy(log, failed), 'phone-locked');
    const sentence = (...seen: readonly Evidence[]) => nameOf(diagnose(seen))?.sentence;
    assert.match(sentence(gone, failed) ?? '', /asked for its passcode and gave up/);
    // Nothing was heard of a prompt.
    assert.equal(sentence(failed), 'The iPhone is locked, and nobody entered its passcode.');
  });

  test('a full disk: the phone asked for room', () => {
    const asked = evidence('space.wanted', { wantedBytes: 14_278_376_000, freeBytes: 4_664_553_472 });
    const log = evidence('log.wants-space', { missingBytes: 12_265_029_274 });
    assert.equal(namedBy(asked, log), 'destination-full');
    assert.equal(namedBy(asked, log, stuck), 'destination-full');
  });

  test('a scanning phone is no cause at all', () => {
    const scanning = [0, 60, 120].map((second) =>
      evidence('log.scanning', { domains: second / 5 + 1 }, second),
    );
    const quiet = evidence('watch.quiet', { phase: 'preparing', seconds: 150, sign: 'log' }, 150);
    assert.equal(namedBy(...scanning, quiet), undefined);
  });

  test('a frozen phone: a second connection gets no answer either', () => {
    const mute = evidence('phone.mute', { layer: 'lockdown', seconds: 40 }, 8);
    assert.equal(namedBy(mute, stuck), 'phone-frozen');
  });

  test('either of them scanned before it fell silent: that no longer speaks for it', () => {
    const scanned = evidence('log.scanning', { domains: 8 }, 1);
    const mute = evidence('phone.mute', { layer: 'lockdown', seconds: 40 }, 10);
    assert.equal(namedBy(scanned, stuck, mute), 'phone-frozen');
    const answers = evidence('phone.answers', { milliseconds: 9 }, 10);
    assert.equal(namedBy(scanned, stuck, answers), 'backup-daemon-silent');
  });

  test('a daemon that hangs: the phone around it answers', () => {
    assert.equal(namedBy(stuck, evidence('phone.answers', { milliseconds: 9 }, 9)), 'backup-daemon-silent');
  });
});

describe('the protected connection fails', () => {
  const failed = evidence('attempt.failed', { code: 'phone.tls', phase: 'connecting', bytes: 0 });

  test('by itself that names nothing', () => {
    assert.equal(namedBy(failed), undefined);
  });

  test('a stale pair record: the phone no longer takes it', () => {
    assert.equal(
      namedBy(failed, evidence('pairing.record', { here: true, accepted: false })),
      'stale-pairing',
    );
  });

  test('an intercepted TLS: the record is accepted, and the handshake breaks', () => {
    const broken = evidence('tls.broken', { recordAccepted: true, certificate: 'none' });
    const other = evidence('tls.broken', { recordAccepted: true, certificate: 'other' });
    const accepted = evidence('pairing.record', { here: true, accepted: true });
    assert.equal(namedBy(failed, accepted), 'tls-intercepted');
    assert.equal(namedBy(failed, broken), 'tls-intercepted');
    assert.equal(namedBy(failed, other), 'tls-intercepted');
  });

  test('a wrong clock: years apart', () => {
    const apart = evidence('clock.differs', { seconds: 3 * 365 * 86_400 });
    assert.equal(namedBy(failed, apart), 'clock-wrong');
    assert.equal(
      namedBy(failed, apart, evidence('pairing.record', { here: true, accepted: false })),
      'clock-wrong',
    );
  });

  test('clocks a minute apart are no reason', () => {
    assert.notEqual(namedBy(failed, evidence('clock.differs', { seconds: 60 })), 'clock-wrong');
  });
});

describe('there is not enough room', () => {
  const refused = evidence('attempt.failed', {
    code: 'backup.no-space',
    phase: 'preparing',
    bytes: 0,
    errorCode: 105,
  });

  test('a full destination', () => {
    const free = evidence('destination.space', { freeBytes: 4_664_553_472 });
    assert.equal(namedBy(refused, free), 'destination-full');
  });

  test('a disk that ran full in the middle', () => {
    const full = { code: 'backup.no-space', phase: 'sending', bytes: 40e9, errno: 'ENOSPC' };
    assert.equal(namedBy(evidence('attempt.failed', full)), 'destination-full');
  });

  test('a phone without room for its own copies', () => {
    const failed = evidence('attempt.failed', { code: 'backup.phone-full', phase: 'preparing', bytes: 0 });
    assert.equal(namedBy(failed), 'phone-storage-full');
    const storage = evidence('attempt.failed', {
      code: 'backup.phone-storage',
      phase: 'preparing',
      bytes: 0,
    });
    const little = evidence('phone.space', { availableBytes: 20_000_000, capacityBytes: 128e9 });
    const log = evidence('log.backup-failed', { code: 102 });
    assert.equal(namedBy(storage, little), 'phone-storage-full');
    assert.equal(namedBy(storage, log, little), 'phone-storage-full');
    assert.equal(namedBy(storage), 'phone-storage-trouble');
  });

  test('an absurd estimate: more than the phone can hold', () => {
    const sum = evidence('log.space', { uploadBytes: 11e12, freeBytes: 4e12 });
    const room = evidence('phone.space', { availableBytes: 39e9, capacityBytes: 128e9 });
    const asked = evidence('space.wanted', { wantedBytes: 7e12, freeBytes: 4e12 });
    assert.equal(namedBy(refused, sum, room, asked), 'absurd-size-estimate');
    const slightly = evidence('space.wanted', { wantedBytes: 2e9, freeBytes: 283e9 });
    const phone = evidence('phone.space', { availableBytes: 100e9, capacityBytes: 256e9 });
    assert.equal(namedBy(refused, slightly, phone), 'absurd-size-estimate');
  });
});

describe('the sync lock is taken', () => {
  const refused = evidence('attempt.failed', { code: 'backup.sync-locked', phase: 'connecting', bytes: 0 });
  const held = evidence('sync-lock.held', { seconds: 10 });

  test('another program holds it', () => {
    assert.equal(namedBy(refused, held), 'sync-lock-held');
    const other = evidence('computer.other-backup', { program: 'Finder', lock: true });
    assert.equal(namedBy(refused, held, other), 'sync-lock-held');
  });

  test('a run that no longer lives left it behind', () => {
    assert.equal(namedBy(refused, held, evidence('run.left-behind', { what: 'sync-lock' })), 'leftover-run');
  });
});

describe('the backup does not open', () => {
  const wrong = evidence('attempt.failed', { code: 'backup.wrong-password', phase: 'preparing', bytes: 0 });

  test('a forgotten password: the keys are sound', () => {
    assert.equal(namedBy(wrong, evidence('password.refused', {})), 'forgotten-password');
    assert.equal(namedBy(wrong), 'forgotten-password');
  });

  test('a damaged manifest: no password could open it', () => {
    for (const reason of ['file is not a database', 'no keys in the keybag'])
      assert.equal(namedBy(wrong, evidence('manifest.damaged', { reason })), 'manifest-damaged');
  });
});

describe('backups are encrypted and nobody here asked for it', () => {
  test('forced: a profile demands it', () => {
    const state = evidence('encryption.state', { on: true, forced: true, earlier: false });
    assert.equal(namedBy(state, evidence('encryption.changed', { on: true })), 'encryption-forced');
    const off = evidence('encryption.state', { on: false, forced: true });
    const wrong = { code: 'backup.wrong-password', phase: 'preparing', bytes: 0, errorCode: 207 };
    const log = evidence('log.backup-failed', { code: 207 });
    assert.equal(namedBy(off, log, evidence('attempt.failed', wrong)), 'encryption-forced');
    const refused = { code: 'backup.encryption-enforced', phase: 'preparing', bytes: 0 };
    assert.equal(namedBy(evidence('attempt.failed', refused)), 'encryption-forced');
  });

  test('a foreign password: somebody switched it on', () => {
    const state = evidence('encryption.state', { on: true, forced: false, earlier: false });
    assert.equal(namedBy(state, evidence('encryption.changed', { on: true })), 'foreign-password');
    const wrong = { code: 'backup.wrong-password', phase: 'preparing', bytes: 0 };
    assert.equal(namedBy(state, evidence('attempt.failed', wrong)), 'foreign-password');
  });
});

describe('what alters the picture', () => {
  test('a phone that restarted left the bus too, and comes back later and locked', () => {
    const detached = evidence('link.detached', { deviceId: 3 });
    const attached = evidence('link.attached', { deviceId: 4, secondsAway: 28 }, 28);
    const locked = evidence('phone.before-first-unlock', { seconds: 1 }, 29);
    assert.equal(namedBy(brokeOff(), detached, attached, locked), 'phone-restarted');
  });

  test('a remedy that did not help turns the suspicion to what it does not cure', () => {
    const signs = [
      evidence('link.detached', { deviceId: 3 }),
      evidence('link.detached', { deviceId: 4 }, 9),
      evidence('link.slow', { bytesPerSecond: 900_000, usualBytesPerSecond: 30_000_000 }, 10),
    ];
    const tried = {
      remedy: 'reconnect',
      result: 'no-effect',
      cures: { 'link-unstable': 0.9, 'bad-cable-or-port': 0.1 },
    } as const;
    assert.equal(
      namedBy(...signs, evidence('remedy.tried', tried, 20), evidence('remedy.tried', tried, 30)),
      'bad-cable-or-port',
    );
  });

  test('what was cured does not cover up what came after it', () => {
    const first = [
      evidence('link.detached', { deviceId: 3 }),
      brokeOff(1),
      evidence('link.attached', { deviceId: 4, secondsAway: 2 }, 2),
      evidence('link.detached', { deviceId: 4 }, 5),
      evidence('link.attached', { deviceId: 5, secondsAway: 1 }, 6),
    ];
    const cured = evidence(
      'remedy.tried',
      { remedy: 'reconnect', result: 'helped', cures: { 'link-unstable': 0.9 } },
      20,
    );
    const full = { code: 'backup.no-space', phase: 'sending', bytes: 40e9, errno: 'ENOSPC' };
    assert.equal(namedBy(...first), 'link-unstable');
    assert.equal(namedBy(...first, cured, evidence('attempt.failed', full, 90)), 'destination-full');
  });
});

describe('the phone drops off the cable, and this computer tells more', () => {
  const drops = [
    evidence('link.detached', { deviceId: 3 }),
    brokeOff(1),
    evidence('link.attached', { deviceId: 4, secondsAway: 2 }, 2),
  ];
  const straight = evidence('link.port', { hubs: 0, savesPower: false });
  const behindHub = evidence('link.port', { hubs: 1, savesPower: false });
  const events = (event: 'reset' | 'disconnect' | 'over-current', onHub: boolean) =>
    evidence('link.port-events', { event, times: 3, onHub }, 3);

  test('plugged straight in, or behind a hub that stays: the connector', () => {
    assert.equal(namedBy(...drops, straight), 'link-unstable');
    assert.equal(namedBy(...drops, behindHub), 'link-unstable');
  });

  test('the hub falls over too: the hub', () => {
    assert.equal(namedBy(...drops, behindHub, events('disconnect', true)), 'bad-hub');
  });

  test('electrical errors on its own port: the cable', () => {
    const errors = evidence('link.bus-errors', { code: '-71', times: 8 }, 3);
    assert.equal(namedBy(...drops, straight, errors, events('over-current', false)), 'bad-cable-or-port');
  });

  test('the port is put to sleep, and started anew', () => {
    const sleepy = evidence('link.port', { hubs: 0, savesPower: true });
    assert.equal(namedBy(...drops, sleepy, events('reset', false)), 'usb-power-saving');
    // On Windows every port is like that: it says hardly anything.
    const byDefault = evidence('link.port', { hubs: 0, savesPower: true, savesPowerByDefault: true });
    assert.equal(namedBy(...drops, byDefault), 'link-unstable');
  });

  test('the computer slept: the lid, not the cable', () => {
    const slept = evidence('computer.slept', { seconds: 3600, reason: 'lid' });
    assert.equal(namedBy(...drops, straight, slept), 'computer-slept');
  });
});

describe('no iPhone is listed', () => {
  const none = evidence('attempt.failed', { code: 'phone.none', phase: 'connecting', bytes: 0 });
  const onBus = evidence('computer.mux-blind', { phonesOnBus: 1 });
  const running = evidence('computer.phone-service', { name: 'usbmuxd', state: 'running' });

  test('none is on the bus either: it is not plugged in', () => {
    assert.equal(namedBy(none), 'phone-not-connected');
    assert.equal(namedBy(none, running), 'phone-not-connected');
  });

  test('one is on the bus: the service does not see it, or something took it, or wants an update, or has no driver', () => {
    assert.equal(namedBy(none, onBus, running), 'usbmuxd-hung');
    const machine = evidence('computer.program', { name: 'QEMU', does: 'takes' });
    assert.equal(namedBy(none, onBus, running, machine), 'phone-taken');
    const asked = evidence('computer.update-asked', { program: 'MobileDeviceUpdater' });
    assert.equal(namedBy(none, onBus, running, asked), 'computer-update-asked');
    assert.equal(namedBy(none, onBus, running, evidence('computer.driver', { problem: 28 })), 'phone-driver');
  });

  test('the service is not there at all', () => {
    const absent = evidence('attempt.failed', { code: 'mux.absent', phase: 'connecting', bytes: 0 });
    const missing = evidence('computer.phone-service', { name: 'usbmuxd', state: 'missing' });
    assert.equal(namedBy(absent, missing), 'usbmuxd-missing');
  });
});

describe('the folder takes nothing', () => {
  const refused = (errno: string) =>
    evidence('attempt.failed', { code: 'destination.not-writable', phase: 'connecting', bytes: 0, errno });

  test('its permissions, or the system’s guard', () => {
    assert.equal(namedBy(refused('EACCES')), 'destination-forbidden');
    assert.equal(
      namedBy(refused('EPERM'), evidence('destination.guarded', { by: 'full-disk-access' })),
      'folder-guarded',
    );
  });

  test('no room, or no place in the table of files', () => {
    const full = evidence('attempt.failed', {
      code: 'destination.full',
      phase: 'sending',
      bytes: 1e9,
      errno: 'ENOSPC',
    });
    assert.equal(namedBy(full, evidence('destination.space', { freeBytes: 0 })), 'destination-full');
    assert.equal(
      namedBy(full, evidence('destination.files-left', { freeFiles: 0 })),
      'destination-out-of-files',
    );
  });
});
