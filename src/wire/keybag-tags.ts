import { WireError } from './errors.ts';

/** The values of the head or of one class. */
export class Tags {
  readonly #values = new Map<string, Buffer>();

  add(name: string, value: Buffer): void {
    this.#values.set(name, value);
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  bytes(name: string): Buffer {
    const value = this.#values.get(name);
    if (value === undefined) throw new WireError('wire.keybag', `keybag: no ${name}`);
    return value;
  }

  number(name: string): number {
    const value = this.bytes(name);
    if (value.length !== 4) throw new WireError('wire.keybag', `keybag: ${name} is no number`);
    return value.readUInt32BE(0);
  }
}

/** The head and then each class: the first UUID belongs to the head, every further one begins a class. */
export function sectionsOf(bytes: Uint8Array): Tags[] {
  const buffer = Buffer.from(bytes);
  let section = new Tags();
  const sections = [section];
  let at = 0;
  while (at + 8 <= buffer.length) {
    const name = buffer.toString('latin1', at, at + 4);
    const end = at + 8 + buffer.readUInt32BE(at + 4);
    if (end > buffer.length) throw new WireError('wire.keybag', `keybag: cut off inside ${name}`);
    if (name === 'UUID' && section.has('UUID')) {
      section = new Tags();
      sections.push(section);
    }
    section.add(name, buffer.subarray(at + 8, end));
    at = end;
  }
  return sections;
}

/** One tag as it is written. */
export function tag(name: string, value: number | Uint8Array): Buffer {
  const content = typeof value === 'number' ? numberBytes(value) : value;
  return Buffer.concat([Buffer.from(name, 'latin1'), numberBytes(content.length), content]);
}

function numberBytes(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
