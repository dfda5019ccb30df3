import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { messageOf, systemCodeOf } from '../../kit/errors.ts';
import { WireError } from '../../wire/errors.ts';
import { decodePlist } from '../../wire/plist/decode.ts';
import { databaseDamage } from './database-damage.ts';
import { type Form, formOf, zeroedForm } from './form.ts';
import type { TakePiece } from './read-stored.ts';
import { hasRoom } from './room.ts';

/** A property list is read as a whole, and takes several times its size in memory. Larger ones are rare. */
const MAX_PLIST_BYTES = 32 * 1024 * 1024;

/** What can be said of contents beyond their bytes; undefined for those that open, and those that have no form. */
export type Opinion =
  | { readonly kind: 'damaged-database' | 'damaged-plist'; readonly reason: string }
  /** Nobody tried: no room for the copy in the clear, or too large to be read as a whole. */
  | { readonly kind: 'unopened'; readonly form: Form; readonly bytes: number };

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
  #unopened: Form | undefined;
  #copy: number | undefined;

  constructor(options: SinkOptions) {
    this.#options = options;
  }

  /** Looks how the file begins; what it gives back wants all of the contents. */
  begin(head: Uint8Array): TakePiece | undefined {
    const { path, size, copy } = this.#options;
    const form = formOf(head);
    this.#zeroed = form ? undefined : zeroedForm(path, head);
    if (form === undefined || !isOpenable(form, size, copy)) {
      this.#unopened = form;
      return undefined;
    }
    this.#form = form;
    if (form === 'plist') return (piece) => this.#pieces.push(Buffer.from(piece));
    if (copy === undefined) return undefined;
    this.#copy = openSync(copy, 'wx', 0o600);
    return (piece) => this.#write(piece);
  }

  /** What is to be said of the contents, once all of them were taken. `physical`: where the file lies. */
  opinion(physical: string): Opinion | undefined {
    if (this.#zeroed) return damaged(this.#zeroed, 'it begins with nothing but zeros');
    if (this.#unopened) return { kind: 'unopened', form: this.#unopened, bytes: this.#options.size };
    const form = this.#form;
    if (!form) return undefined;
    return damaged(
      form,
      form === 'plist'
        ? plistDamage(Buffer.concat(this.#pieces))
        : databaseDamage(this.#options.copy ?? physical, { asIs: true }),
    );
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
      this.#unopened = 'database';
      this[Symbol.dispose]();
    }
  }
}

function isOpenable(form: Form, size: number, copy: string | undefined): boolean {
  return form === 'plist' ? size <= MAX_PLIST_BYTES : copy === undefined || hasRoom(dirname(copy), size);
}

function damaged(form: Form, reason: string | undefined): Opinion | undefined {
  return reason === undefined ? undefined : { kind: `damaged-${form}`, reason };
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
