import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { messageOf, systemCodeOf } from '../../kit/errors.ts';
import { WireError } from '../../wire/errors.ts';
import { decodePlist } from '../../wire/plist/decode.ts';
import { databaseDamage } from './database-damage.ts';
import { type Form, formOf, zeroedForm } from './form.ts';
import type { TakePiece } from './read-stored.ts';

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

/** Takes the contents of one file as far as they are needed to tell whether it opens. */
export class ContentSink implements Disposable {
  readonly #options: SinkOptions;
  readonly #pieces: Buffer[] = [];
  #form: Form | undefined;
  #zeroed: Form | undefined;
  #copy: number | undefined;

  constructor(options: SinkOptions) {
    this.#options = options;
  }

  /** Looks how the file begins; what it gives back wants all of the contents. */
  begin(head: Uint8Array): TakePiece | undefined {
    const { path, size, copy } = this.#options;
    const form = formOf(head);
    this.#zeroed = form ? undefined : zeroedForm(path, head);
    if (form === 'plist' && size <= MAX_PLIST_BYTES) {
      this.#form = form;
      return (piece) => this.#pieces.push(Buffer.from(piece));
    }
    if (form !== 'database' || (copy !== undefined && size > MAX_COPY_BYTES)) return undefined;
    this.#form = form;
    if (copy === undefined) return undefined;
    this.#copy = openSync(copy, 'wx', 0o600);
    return (piece) => this.#write(piece);
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

  [Symbol.dispose](): void {
    const { copy } = this.#options;
    if (this.#copy === undefined || copy === undefined) return;
    closeSync(this.#copy);
    this.#copy = undefined;
    rmSync(copy, { force: true });
  }

  /** A full temporary folder is no damage to the backup: the database is then not opened. */
  #write(piece: Uint8Array): void {
    if (this.#copy === undefined) return;
    try {
      writeSync(this.#copy, piece);
    } catch (thrown) {
      if (systemCodeOf(thrown) !== 'ENOSPC') throw thrown;
      this.#form = undefined;
      this[Symbol.dispose]();
    }
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
