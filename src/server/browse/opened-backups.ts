import { BackupBrowser } from '../../app/browse/backup-browser.ts';
import type { Clock } from '../../kit/clock.ts';
import { isThawError } from '../../kit/errors.ts';
import { type BackupState, backupOfState } from '../backups/shelf.ts';

/** Who went away leaves no open backup behind for long. */
const REST_MS = 30 * 60 * 1000;
/** Each is a thread; nobody looks through more at once. */
const MOST = 4;

interface Opened {
  readonly browser: BackupBrowser;
  readonly password: string | undefined;
  rest: Disposable;
}

/** The backups that pages have open. Passwords are kept here as long, and nowhere else. */
export class OpenedBackups implements AsyncDisposable {
  readonly #clock: Clock;
  readonly #opened = new Map<string, Promise<Opened>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** True for what was opened with its password, or was looked into without needing one. */
  isOpen(id: string): boolean {
    return this.#opened.has(id);
  }

  /** The password a backup was opened with, for what else is to be done with it; undefined when it is shut or has none. */
  async passwordOf(id: string): Promise<string | undefined> {
    return (await this.#opened.get(id)?.catch(() => undefined))?.password;
  }

  /** Opens a backup anew with a password. Rejects as opening does, and leaves what was open as it was. */
  async unlock(id: string, state: BackupState, password: string): Promise<void> {
    const browser = await BackupBrowser.open({ ...state, password }, new AbortController().signal);
    await this.close(id);
    this.#keep(id, Promise.resolve(this.#newlyOpened(id, browser, password)));
  }

  /** The open backup; a plain one is opened at once. Rejects with `archive.password-needed` for one that is locked. */
  async browser(id: string, state: BackupState): Promise<BackupBrowser> {
    const opening = this.#opened.get(id) ?? this.#open(id, state, await this.passwordOf(backupOfState(id)));
    const opened = await opening;
    opened.rest[Symbol.dispose]();
    opened.rest = this.#clock.after(REST_MS, () => this.#forget(id));
    return opened.browser;
  }

  /** Closes a backup, and with it its earlier states. */
  async close(id: string): Promise<void> {
    const states = [...this.#opened.keys()].filter((other) => other !== id && backupOfState(other) === id);
    await Promise.all(states.map((state) => this.close(state)));
    const opened = this.#opened.get(id);
    this.#opened.delete(id);
    const held = await opened?.catch(() => undefined);
    held?.rest[Symbol.dispose]();
    await held?.browser[Symbol.asyncDispose]();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#opened.keys()].map((id) => this.close(id)));
  }

  #open(id: string, state: BackupState, password: string | undefined): Promise<Opened> {
    const request = { ...state, ...(password !== undefined && { password }) };
    const opening = BackupBrowser.open(request, new AbortController().signal).then((browser) =>
      this.#newlyOpened(id, browser, password),
    );
    this.#keep(id, opening);
    opening.catch(() => this.#opened.delete(id));
    return opening;
  }

  #newlyOpened(id: string, browser: BackupBrowser, password: string | undefined): Opened {
    return { browser, password, rest: this.#clock.after(REST_MS, () => this.#forget(id)) };
  }

  #keep(id: string, opening: Promise<Opened>): void {
    this.#opened.set(id, opening);
    const [oldest] = this.#opened.keys();
    if (oldest !== undefined && this.#opened.size > MOST) this.#forget(oldest);
  }

  #forget(id: string): void {
    this.close(id).catch((thrown: unknown) => {
      if (!isThawError(thrown)) throw thrown;
    });
  }
}
