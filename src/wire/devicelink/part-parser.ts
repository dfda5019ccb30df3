import { WireError } from '../errors.ts';
import { BlockCode, MAX_NAME_BYTES } from './parts.ts';

/** No peer sends larger blocks; beyond it the stream is out of step and reading on would only make it worse. */
const MAX_BLOCK_BYTES = 256 * 1024 * 1024;
/** The reason a peer gives for a file it could not read; the rest of an endless one is not kept. */
const MAX_TEXT_BYTES = 64 * 1024;

const NOTHING = Buffer.alloc(0);

/** What a batch of files is made of, told piece by piece. */
export interface PartHandler {
  /** `names` as many as each file has: one towards the phone, two from it. */
  file(names: readonly string[]): void;
  /** A piece of the file's bytes; it stays valid after the call. */
  data(bytes: Buffer): void;
  /** The file's end. `code` is 0 for a good end; with any other, `text` says why the sender gave up. */
  end(code: number, text: string): void;
}

type State = 'name-length' | 'name' | 'block-length' | 'code' | 'data' | 'text' | 'done';

/**
 * Takes the raw parts of a batch apart, in whatever pieces they arrive and without copying file data. It knows
 * nothing of sockets: feed it, and it says when the batch is over.
 */
export class PartParser {
  readonly #handler: PartHandler;
  readonly #namesPerFile: number;
  #state: State = 'name-length';
  #names: string[] = [];
  /** Bytes still to come of the current name, block or text. */
  #left = 0;
  #code = 0;
  #held: Buffer[] = [];
  #heldBytes = 0;

  constructor(namesPerFile: 1 | 2, handler: PartHandler) {
    this.#namesPerFile = namesPerFile;
    this.#handler = handler;
  }

  /** True once the batch's end was read. */
  get done(): boolean {
    return this.#state === 'done';
  }

  /** Reads on; returns the bytes that follow the batch, which are only there when it is over. */
  push(chunk: Buffer): Buffer {
    let at = 0;
    while (at < chunk.length && this.#state !== 'done') {
      if (this.#state === 'data') {
        const end = Math.min(chunk.length, at + this.#left);
        // A view of its own for each of a hundred thousand pieces is work for the collector.
        this.#handler.data(end - at === chunk.length ? chunk : chunk.subarray(at, end));
        this.#left -= end - at;
        at = end;
        if (this.#left === 0) this.#state = 'block-length';
      } else {
        at = this.#collect(chunk, at);
      }
    }
    return at === chunk.length ? NOTHING : chunk.subarray(at);
  }

  /** Gathers one small field, however torn, and acts on it when it is whole. */
  #collect(chunk: Buffer, from: number): number {
    const wanted = this.#fieldBytes() - this.#heldBytes;
    const end = Math.min(chunk.length, from + wanted);
    const piece = chunk.subarray(from, end);
    if (piece.length < wanted || this.#heldBytes > 0) {
      this.#held.push(piece);
      this.#heldBytes += piece.length;
      if (piece.length < wanted) return end;
      const whole = Buffer.concat(this.#held);
      this.#held = [];
      this.#heldBytes = 0;
      this.#field(whole);
    } else {
      this.#field(piece);
    }
    return end;
  }

  #fieldBytes(): number {
    switch (this.#state) {
      case 'name-length':
      case 'block-length':
        return 4;
      case 'code':
        return 1;
      default:
        return this.#left;
    }
  }

  #field(bytes: Buffer): void {
    switch (this.#state) {
      case 'name-length':
        this.#nameLength(bytes.readUInt32BE(0));
        break;
      case 'name':
        this.#name(bytes.toString());
        break;
      case 'block-length':
        this.#blockLength(bytes.readUInt32BE(0));
        break;
      case 'code':
        this.#blockCode(bytes.readUInt8(0));
        break;
      case 'text':
        this.#endFile(bytes.toString());
        break;
    }
  }

  #nameLength(length: number): void {
    if (length === 0 && this.#names.length === 0) {
      this.#state = 'done';
      return;
    }
    if (length === 0 || length > MAX_NAME_BYTES) throw outOfStep('name', length);
    this.#left = length;
    this.#state = 'name';
  }

  #name(name: string): void {
    this.#names.push(name);
    if (this.#names.length < this.#namesPerFile) {
      this.#state = 'name-length';
      return;
    }
    this.#handler.file(this.#names);
    this.#names = [];
    this.#state = 'block-length';
  }

  #blockLength(length: number): void {
    if (length === 0 || length > MAX_BLOCK_BYTES) throw outOfStep('block', length);
    this.#left = length - 1;
    this.#state = 'code';
  }

  #blockCode(code: number): void {
    this.#code = code;
    if (code === BlockCode.data) {
      this.#state = this.#left === 0 ? 'block-length' : 'data';
    } else if (this.#left === 0) {
      this.#endFile('');
    } else if (this.#left > MAX_TEXT_BYTES) {
      throw outOfStep('error text', this.#left);
    } else {
      this.#state = 'text';
    }
  }

  #endFile(text: string): void {
    this.#state = 'name-length';
    this.#handler.end(this.#code, text);
  }
}

function outOfStep(what: string, length: number): WireError {
  return new WireError('wire.devicelink', `a ${what} of ${length} bytes: the stream is out of step`, {
    facts: { what, length },
  });
}
