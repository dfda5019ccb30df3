import type { Clock } from '../kit/clock.ts';
import { BackupDaemon } from './backup-daemon.ts';
import { Broadcast } from './broadcast.ts';
import { Cable } from './cable.ts';
import { CrashReports } from './crash-reports.ts';
import { Faults } from './faults.ts';
import { type Identity, makeIdentity } from './identity.ts';
import { buildOf } from './models.ts';
import { Owner } from './owner.ts';
import type { PromptAnswer, PromptKind } from './owner-steps.ts';
import { makePhoneKey, type PhoneKey } from './phone-key.ts';
import { Ports } from './ports.ts';
import { Random } from './random.ts';
import type { Scenario } from './scenario.ts';
import { SyncLock } from './sync-lock.ts';
import { Trust } from './trust.ts';

export type LogLevel = 'Debug' | 'Info' | 'Notice' | 'Warning' | 'Error' | 'Fault';

export interface LogEntry {
  readonly at: Date;
  readonly process: string;
  readonly level: LogLevel;
  readonly text: string;
}

/** What the phone knows about its backups (lockdown domain com.apple.mobile.backup). */
export interface BackupSettings {
  willEncrypt: boolean;
  /** Lives in the phone's keychain; never on the wire but in ChangePassword. */
  password: string | undefined;
  requiresEncryption: boolean;
  cloudBackupEnabled: boolean;
  lastiTunesBackupDate: Date | undefined;
  lastCloudBackupDate: Date | undefined;
  icloudRestoreRunning: boolean;
}

/** How long a restart keeps the phone away. */
const BOOT_SECONDS = 2;

/** One virtual iPhone: all its state, and what can be done to it. Services read and change it; so do faults. */
export class VirtualPhone implements Disposable {
  readonly scenario: Scenario;
  readonly clock: Clock;
  readonly random: Random;
  readonly identity: Identity;
  readonly iosVersion: string;
  readonly iosMajor: number;
  readonly build: string;
  /** RSA takes a moment: whoever needs the key waits for it, the start does not. */
  readonly key: Promise<PhoneKey>;
  readonly passcodeSet: boolean;
  name: string;
  mode: 'normal' | 'recovery' | 'dfu' | 'off' = 'normal';
  locked: boolean;
  /** False from boot to the first unlock, while most of the phone's files cannot be read. */
  unlockedSinceBoot = true;
  /** Milliseconds by which the phone's clock is wrong. */
  skewMs = 0;
  timeZone = 'Europe/London';
  /** Sync over Wi-Fi is on. */
  wifiConnections = false;
  setupDone: boolean;
  findMy: boolean;
  /** Security software breaks every TLS handshake. */
  tlsBroken = false;
  /** What the agent sends at most, of itself (heat). */
  paceBytesPerSecond: number | undefined;
  /** Replaces the progress the agent would report. */
  distortPercent: ((percent: number) => number) | undefined;
  readonly battery: {
    percent: number;
    charging: boolean;
    celsius: number;
    cycles: number;
    healthPercent: number;
  };
  /** Bytes. */
  readonly storage: { capacity: number; free: number };
  readonly backup: BackupSettings;
  readonly cable = new Cable();
  readonly ports = new Ports();
  readonly trust = new Trust();
  readonly syncLock = new SyncLock();
  readonly crashReports = new CrashReports(this);
  readonly daemon = new BackupDaemon(this);
  readonly owner: Owner;
  readonly faults: Faults;
  readonly logged = new Broadcast<LogEntry>();
  readonly notified = new Broadcast<string>();
  readonly restarted = new Broadcast<void>();
  readonly #gone = new AbortController();
  #thawed: PromiseWithResolvers<void> | undefined;

  constructor(scenario: Scenario, clock: Clock) {
    const { phone } = scenario;
    this.scenario = scenario;
    this.clock = clock;
    this.random = new Random(scenario.seed);
    this.identity = makeIdentity(this.random, phone.product, phone.udid);
    this.iosVersion = phone.ios;
    this.iosMajor = Number.parseInt(phone.ios, 10);
    this.build = buildOf(phone.ios);
    this.key = makePhoneKey();
    this.name = phone.name;
    this.passcodeSet = phone.passcode;
    this.locked = phone.locked;
    this.setupDone = phone.setupDone;
    this.findMy = phone.findMy;
    this.battery = { ...phone.battery };
    this.storage = { ...phone.storage };
    this.backup = {
      willEncrypt: phone.encrypt,
      password: phone.encrypt ? phone.backupPassword : undefined,
      requiresEncryption: phone.requiresEncryption,
      cloudBackupEnabled: phone.icloudBackup,
      lastiTunesBackupDate: undefined,
      lastCloudBackupDate: undefined,
      icloudRestoreRunning: false,
    };
    this.owner = new Owner(this, scenario.owner);
    this.faults = new Faults(this, scenario.faults);
  }

  get udid(): string {
    return this.identity.udid;
  }

  /** Aborted when the virtual phone is taken away for good. */
  get gone(): AbortSignal {
    return this.#gone.signal;
  }

  /** The date as the phone has it. */
  now(): Date {
    return new Date(this.clock.now().getTime() + this.skewMs);
  }

  rename(name: string): void {
    this.name = name;
    this.notify('com.apple.mobile.lockdown.device_name_changed');
  }

  /** A line in the phone's log. */
  log(process: string, level: LogLevel, text: string): void {
    if (this.#thawed) return;
    this.logged.emit({ at: this.now(), process, level, text });
  }

  /** Posts a Darwin notification. */
  notify(name: string): void {
    this.notified.emit(name);
  }

  onNotification(listener: (name: string) => void): Disposable {
    return this.notified.subscribe(listener);
  }

  /** Shows something to the owner and waits for the answer. */
  async prompt(kind: PromptKind, signal: AbortSignal): Promise<PromptAnswer> {
    if (kind !== 'passcode-prompt') return this.owner.prompt(kind, signal);
    this.notify('com.apple.LocalAuthentication.ui.presented');
    try {
      return await this.owner.prompt(kind, signal);
    } finally {
      this.notify('com.apple.LocalAuthentication.ui.dismissed');
    }
  }

  lock(): void {
    if (this.locked || !this.passcodeSet) return;
    this.locked = true;
    this.log('SpringBoard', 'Notice', 'Lock state changed: locked');
    this.notify('com.apple.springboard.lockstate');
  }

  unlock(): void {
    this.unlockedSinceBoot = true;
    if (!this.locked) return;
    this.locked = false;
    this.log('SpringBoard', 'Notice', 'Lock state changed: unlocked');
    this.notify('com.apple.springboard.lockstate');
  }

  /** Switches off and on again: gone from the computer for a while, then back under a new DeviceID, locked. */
  restart(): void {
    this.shutDown();
    this.later(BOOT_SECONDS, () => this.#boot());
  }

  shutDown(): void {
    this.mode = 'off';
    this.ports.closeAll();
    this.cable.up = false;
  }

  /** Falls into a mode in which usbmuxd does not see it; the owner's force restart ends it. */
  leaveNormalMode(mode: 'recovery' | 'dfu'): void {
    this.mode = mode;
    this.cable.up = false;
  }

  /** Nothing answers any more until disposed. */
  freeze(): Disposable {
    this.#thawed ??= Promise.withResolvers<void>();
    return {
      [Symbol.dispose]: () => {
        this.#thawed?.resolve();
        this.#thawed = undefined;
      },
    };
  }

  /** Resolves as soon as the phone is not frozen: at once, mostly. Whoever answers the computer asks here first. */
  async responsive(): Promise<void> {
    await this.#thawed?.promise;
  }

  /** The percentage the phone tells the computer. */
  percentToTell(percent: number): number {
    return this.distortPercent?.(percent) ?? percent;
  }

  /** Does something after so many seconds, if the phone is still there then. */
  later(seconds: number, action: () => void): void {
    const timer = this.clock.after(seconds * 1000, () => {
      if (!this.gone.aborted) action();
    });
    this.gone.addEventListener('abort', () => timer[Symbol.dispose](), { once: true });
  }

  [Symbol.dispose](): void {
    this.cable.unplug();
    this.#gone.abort();
  }

  #boot(): void {
    this.mode = 'normal';
    this.locked = this.passcodeSet;
    this.unlockedSinceBoot = !this.passcodeSet;
    this.trust.dialog = 'none';
    this.restarted.emit();
    this.cable.up = true;
    if (this.locked) void this.prompt('unlock-after-boot', this.gone).catch(() => undefined);
  }
}
