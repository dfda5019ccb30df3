import type { Clock } from '../kit/clock.ts';
import type { FileLock } from './afc/file-lock.ts';
import type { FileTree } from './afc/file-tree.ts';
import { BackupDaemon } from './backup-daemon.ts';
import { type BackupSettings, backupSettingsOf } from './backup-settings.ts';
import { Boot } from './boot.ts';
import { Broadcast } from './broadcast.ts';
import { Cable } from './cable.ts';
import { CrashReports } from './crash/crash-reports.ts';
import { Faults } from './faults.ts';
import { Freezer } from './freezer.ts';
import { CloudBackup } from './icloud/cloud-backup.ts';
import { type Identity, makeIdentity } from './identity.ts';
import type { LogEntry, LogLevel } from './log-entry.ts';
import { makeMedia, syncLockOf } from './media.ts';
import type { Mode } from './mode.ts';
import { buildOf } from './models.ts';
import { Surroundings } from './network/surroundings.ts';
import { Owner } from './owner.ts';
import type { PromptAnswer, PromptKind } from './owner-steps.ts';
import { makePhoneKey, type PhoneKey } from './phone-key.ts';
import { Ports } from './ports.ts';
import { Random } from './random.ts';
import type { Scenario } from './scenario.ts';
import { Trust } from './trust.ts';
import { Wifi } from './wifi.ts';

/** A way to the computer. */
export type Way = Cable | Wifi;

/** One virtual iPhone: all its state, and what can be done to it. Services read and change it; so do faults. */
export class VirtualPhone implements Disposable {
  readonly scenario: Scenario;
  readonly clock: Clock;
  readonly random: Random;
  readonly identity: Identity;
  readonly iosVersion: string;
  readonly iosMajor: number;
  readonly build: string;
  readonly passcodeSet: boolean;
  name: string;
  locked: boolean;
  /** False from boot to the first unlock, while most of the phone's files cannot be read. */
  unlockedSinceBoot = true;
  /** Milliseconds by which the phone's clock is wrong. */
  skewMs = 0;
  timeZone = 'Europe/London';
  setupDone: boolean;
  findMy: boolean;
  /** Security software breaks every TLS handshake. */
  tlsBroken = false;
  /** It sits on the connection and shows a certificate of its own. */
  tlsIntercepted = false;
  /** What the phone believes it has to send, if it is wrong about that. Bytes. */
  claimedUploadBytes: number | undefined;
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
  readonly cable: Cable;
  readonly wifi: Wifi;
  readonly ports = new Ports();
  /** The network it is in. */
  readonly surroundings = new Surroundings();
  readonly trust = new Trust();
  /** What AFC shows: /var/mobile/Media. */
  readonly media: FileTree;
  readonly syncLock: FileLock;
  readonly crashReports: CrashReports;
  readonly boot = new Boot(this);
  readonly daemon = new BackupDaemon(this);
  /** Undefined: it makes no backups to iCloud. */
  readonly icloud: CloudBackup | undefined;
  readonly owner: Owner;
  readonly faults: Faults;
  readonly logged = new Broadcast<LogEntry>();
  readonly notified = new Broadcast<string>();
  readonly restarted = new Broadcast<void>();
  readonly #gone = new AbortController();
  readonly #timers = new Set<Disposable>();
  readonly #freezer = new Freezer();
  #key: Promise<PhoneKey> | undefined;

  constructor(scenario: Scenario, clock: Clock) {
    const { phone } = scenario;
    this.scenario = scenario;
    this.clock = clock;
    this.random = new Random(scenario.seed);
    this.identity = makeIdentity(this.random, phone.product, phone.udid);
    this.iosVersion = phone.ios;
    this.iosMajor = Number.parseInt(phone.ios, 10);
    this.build = buildOf(phone.ios);
    this.name = phone.name;
    this.passcodeSet = phone.passcode;
    this.locked = phone.locked;
    this.setupDone = phone.setupDone;
    this.findMy = phone.findMy;
    this.battery = { ...phone.battery };
    this.storage = { ...phone.storage };
    this.backup = backupSettingsOf(scenario, this.now());
    this.media = makeMedia(() => this.now());
    this.syncLock = syncLockOf(this.media);
    this.crashReports = new CrashReports(this);
    this.icloud = scenario.icloud && new CloudBackup(this, scenario.icloud);
    this.owner = new Owner(this, scenario.owner);
    this.faults = new Faults(this, scenario.faults);
    this.cable = new Cable(phone.cable);
    const { on: offered, needsHeartbeat } = phone.wifi;
    this.wifi = new Wifi({ offered, needsHeartbeat }, clock);
    const mayBeSlow = scenario.faults.some((fault) => fault.do === 'slow-link');
    for (const link of [this.cable, this.wifi]) link.mayBeSlow = mayBeSlow;
    this.cable.changed.subscribe((connected) => connected && this.trust.askAgain());
    if (phone.trusted === 'denied') this.trust.dialog = 'refused';
  }

  get udid(): string {
    return this.identity.udid;
  }

  /** The phone's key pair, made when it is first wanted: RSA takes a moment that the start need not wait for. */
  get key(): Promise<PhoneKey> {
    this.#key ??= makePhoneKey();
    return this.#key;
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
    if (this.#freezer.frozen) return;
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

  get mode(): Mode {
    return this.boot.mode;
  }

  /** Switches off and on again: gone from the computer for a while, then back under a new DeviceID, locked. */
  restart(): void {
    this.boot.restart();
  }

  shutDown(): void {
    this.boot.enter('off');
  }

  /** Nothing answers any more until disposed. */
  freeze(): Disposable {
    return this.#freezer.freeze();
  }

  /** Resolves as soon as the phone is not frozen: at once, mostly. Whoever answers the computer asks here first. */
  responsive(signal: AbortSignal): Promise<void> {
    return this.#freezer.thawed(signal);
  }

  /** The percentage the phone tells the computer. */
  percentToTell(percent: number): number {
    return this.distortPercent?.(percent) ?? percent;
  }

  /** Does something after so many seconds, unless the phone is taken away or the returned handle disposed before. */
  later(seconds: number, action: () => void): Disposable {
    const timer = this.clock.after(seconds * 1000, () => {
      this.#timers.delete(timer);
      action();
    });
    this.#timers.add(timer);
    return {
      [Symbol.dispose]: () => {
        this.#timers.delete(timer);
        timer[Symbol.dispose]();
      },
    };
  }

  [Symbol.dispose](): void {
    for (const timer of this.#timers) timer[Symbol.dispose]();
    this.boot.enter('off');
    this.#gone.abort();
  }

  /** True while a computer is connected to the service, on whatever way. */
  carries(service: string): boolean {
    return this.cable.carries(service) || this.wifi.carries(service);
  }

  /** Cuts the connections to a service. */
  cut(service: string): void {
    this.cable.cut(service);
    this.wifi.cut(service);
  }
}
