import type { VirtualPhone } from '../phone.ts';
import type { CloudOptions, CloudTrouble } from './icloud-fields.ts';
import { type StageName, troubleScripts } from './trouble-lines.ts';

/** The steps of a backup, and how long each takes on this phone without trouble. */
const STAGES: readonly (readonly [name: StageName, seconds: number])[] = [
  ['Setup', 1],
  ['RefreshCache', 1],
  ['SynchronizeFileLists', 2],
  ['CreateVolumeSnapshots', 1],
  ['FindChanges', 6],
  ['ReserveQuota', 1],
  ['PrepareToUploadFiles', 1],
  ['UploadFiles', 0],
  ['UploadDomainRecords', 2],
  ['Commit', 2],
];
/** How often it looks whether it may begin, or go on. */
const LOOKS_EVERY_MS = 1000;
const DOMAINS = [
  'AppDomain-com.example.draw',
  'AppDomain-com.example.bank',
  'HomeDomain',
  'CameraRollDomain',
];

/** The phone's own backup to iCloud: goes through its steps, writes its log as it goes, and fails as it is told to. */
export class CloudBackup {
  /** In a Wi-Fi that leads to the Internet. */
  online: boolean;
  /** What is wrong, and with how many more backups. */
  readonly troubles = new Map<CloudTrouble, number>();
  /** How each try ended; 0 is well. */
  readonly ends: { readonly at: Date; readonly trouble: CloudTrouble | undefined }[] = [];
  readonly #phone: VirtualPhone;
  readonly #options: CloudOptions;
  #told = '';
  #byHand: boolean;

  constructor(phone: VirtualPhone, options: CloudOptions) {
    this.#phone = phone;
    this.#options = options;
    this.#byHand = options.begins === 'by-hand';
    this.online = options.wifi;
  }

  /** Makes backups until the phone is taken away. */
  async live(): Promise<void> {
    const { clock, gone } = this.#phone;
    if (this.#options.begins === 'never') return;
    try {
      // What nobody could see is no story.
      while (!this.#phone.logged.heard) await clock.sleep(LOOKS_EVERY_MS, gone);
      await clock.sleep(this.#options.after * 1000, gone);
      for (;;) {
        await this.#untilItMay();
        if ((await this.#oneBackup()) === 'finished') return;
        await clock.sleep(this.#options.again * 1000, gone);
      }
    } catch {
      // The phone is gone.
    }
  }

  /** The person taps Back Up Now. */
  beginNow(): void {
    this.#byHand = true;
  }

  get #met(): boolean {
    const { battery, locked, mode, backup } = this.#phone;
    if (mode !== 'normal' || !this.online || !backup.cloudBackupEnabled) return false;
    return this.#byHand || (battery.charging && locked);
  }

  async #untilItMay(): Promise<void> {
    for (;;) {
      this.#tellConditions();
      if (this.#met) return;
      await this.#phone.clock.sleep(LOOKS_EVERY_MS, this.#phone.gone);
    }
  }

  /** `since`: a backup has been under way for so many seconds. */
  #tellConditions(since?: number): void {
    const { battery, locked, backup } = this.#phone;
    const bit = (value: boolean): number => (value ? 1 : 0);
    const state = `enabled:${bit(backup.cloudBackupEnabled)}, locked:${bit(locked)}, onPower:${bit(battery.charging)}, onWiFi:${bit(this.online)}, onCellular:0(0), autoBackupOnCellularEnabled:0, autoBackupOnCellularAllowedByProvider:0, managerStates:(null), changes:state`;
    if (state === this.#told && since === undefined) return;
    this.#told = state;
    const all = backup.cloudBackupEnabled && locked && battery.charging && this.online;
    const on = all && since === undefined ? 'On condition' : 'Off condition';
    const after = since === undefined ? '' : ` after ${since.toFixed(1)}s`;
    this.#log(`=scheduler= [${on}${after}] state changed, ${state}`);
  }

  async #oneBackup(): Promise<'finished' | 'failed'> {
    const { clock, gone } = this.#phone;
    const began = clock.ticks();
    if (!this.#byHand) this.#log('=scheduler= Starting automatic backup for <private> ');
    this.#log(
      '=cloud-backup= Finished setting up backup for <private> isResumed:0 type:Incremental format:FileLists previousFormat:FileLists hasNewOTAKeyBag:0 policy:Default',
    );
    for (const [name, seconds] of STAGES) {
      const trouble = [...this.troubles.keys()].find((each) => troubleScripts[each].at === name);
      const wait = name === 'FindChanges' ? seconds + this.#options.quietSeconds : seconds;
      if (name === 'UploadFiles' && !trouble) await this.#upload();
      await clock.sleep(wait * 1000, gone);
      if (!this.#met) return this.#stopped(began);
      if (trouble) return this.#failed(trouble);
      if (name === 'SynchronizeFileLists')
        this.#log('=sync= Finished file list synchronization in 0.41s - consolidated:12 fetched:3 deleted:0');
      if (name === 'FindChanges') this.#log('=sizing= Finished scanning for changes - 84 domains');
      this.#log(`=cloud-backup= ${name} done in ${((clock.ticks() - began) / 1000).toFixed(3)}s`);
    }
    this.#log('=cloud-backup= Backup finished successfully');
    this.#log('=backoff= Clearing RetryAfterDate for account <private>');
    this.#log('=daemon= Idled. Stopping service.');
    this.#phone.backup.lastCloudBackupDate = this.#phone.now();
    this.#end(undefined);
    return 'finished';
  }

  /** Tells of the files it hands over, domain by domain. */
  async #upload(): Promise<void> {
    const { files, bytes, bytesPerSecond } = this.#options;
    const { clock, gone } = this.#phone;
    this.#log(`=cloud-backup= Uploading files for ${DOMAINS.length} domains`);
    const share = (whole: number, part: number): number => Math.round((whole * part) / DOMAINS.length);
    for (const [index, domain] of DOMAINS.entries()) {
      await clock.sleep((bytes / DOMAINS.length / bytesPerSecond) * 1000, gone);
      if (!this.#met) return;
      this.#log(
        `=cloud-backup= Queued ${share(files, index + 1)} files (${share(bytes, index + 1)}) and 0 deletes for ${domain}`,
      );
    }
  }

  #failed(trouble: CloudTrouble): 'failed' {
    troubleScripts[trouble].print(this.#phone);
    const left = (this.troubles.get(trouble) ?? 0) - 1;
    if (left > 0) this.troubles.set(trouble, left);
    else this.troubles.delete(trouble);
    if (trouble === 'daemon-memory') this.#told = '';
    else this.#log('=daemon= Idled. Stopping service.');
    this.#end(trouble);
    return 'failed';
  }

  /** One of the things it needs went away. */
  #stopped(began: number): 'failed' {
    this.#tellConditions((this.#phone.clock.ticks() - began) / 1000);
    return 'failed';
  }

  #end(trouble: CloudTrouble | undefined): void {
    this.ends.push({ at: this.#phone.now(), trouble });
  }

  #log(text: string): void {
    if (this.#phone.mode === 'normal') this.#phone.log('backupd', 'Notice', text);
  }
}
