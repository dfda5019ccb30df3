import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { messageOf, systemCodeOf } from '../../kit/errors.ts';
import { WireError } from '../../wire/errors.ts';
import { decodePlist } from '../../wire/plist/decode.ts';
import { databaseDamage } from './database-damage.ts';
import { type Form, formOf, zeroedForm } from './form.ts';

/** Larger property lists are rare, and their digest is all that is looked at. */
const MAX_PLIST_BYTES = 32 * 1024 * 1024;
/** Larger databases are not decrypted to the temporary folder, which on many machines is memory. */
const MAX_COPY_BYTES = 1024 * 1024 * 1024;

export interface SinkOptions {
  /** Where the file was on the phone. */
  readonly path: string;
  readonly size: number;
  /** Where a database must be written to be opened; undefined when it lies in the clear already. */
  readonly copy: string | undefined;
}

/** Takes the contents of one file, and keeps what is needed to tell whether it opens. */
export class ContentSink implements Disposable {
  readonly #options: SinkOptions;
  readonly #pieces: Buffer[] = [];
  #begun = false;
  #form: Form | undefined;
  #zeroed: Form | undefined;
  #copy: number | undefined;

  constructor(options: SinkOptions) {
    this.#options = options;
  }

  get form(): Form | undefined {
    return this.#form;
  }

  take(piece: Uint8Array): void {
    if (!this.#begun) this.#begin(piece);
    if (this.#form === 'plist') this.#pieces.push(Buffer.from(piece));
    if (this.#copy !== undefined) this.#write(this.#copy, piece);
  }

  #begin(head: Uint8Array): void {
    this.#begun = true;
    const { path, size, copy } = this.#options;
    this.#form = formOf(head);
    this.#zeroed = this.#form ? undefined : zeroedForm(path, head.subarray(0, 4096));
    if (this.#form === 'plist' && size > MAX_PLIST_BYTES) this.#form = undefined;
    if (this.#form === 'database' && copy !== undefined) {
      if (size > MAX_COPY_BYTES) this.#form = undefined;
      else this.#copy = openSync(copy, 'wx', 0o600);
    }
  }

  /** A full temporary folder is no damage to the backup: the database is then not opened. */
  #write(copy: number, piece: Uint8Array): void {
    try {
      writeSync(copy, piece);
    } catch (thrown) {
      if (systemCodeOf(thrown) !== 'ENOSPC') throw thrown;
      this.#form = undefined;
      this.#release();
    }
  }

  /** What is wrong with the contents, once all of them were taken. `physical`: where the file lies. */
  damage(physical: string): { readonly form: Form; readonly reason: string } | undefined {
    if (this.#zeroed) return { form: this.#zeroed, reason: 'it begins with nothing but zeros' };
    const form = this.#form;
    if (!form) return undefined;
    const reason =
      form === 'plist'
        ? plistDamage(Buffer.concat(this.#pieces))
        : databaseDamage(this.#options.copy ?? physical, { asIs: true });
    return reason === undefined ? undefined : { form, reason };
  }

  #release(): void {
    const { copy } = this.#options;
    if (this.#copy === undefined || copy === undefined) return;
    closeSync(this.#copy);
    this.#copy = undefined;
    rmSync(copy, { force: true });
  }

  [Symbol.dispose](): void {
    this.#release();
  }
}

function plistDamage(bytes: Buffer): string | undefined {
  try {
    decodePlist(bytes);
    return undefined;
  } catch (thrown) {
    if (thrown instanceof WireError) return messageOf(thrown);
    throw thrown;
  }
}
