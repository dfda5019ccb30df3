/** Writes typedstreams as an iPhone's NSArchiver does: what was written before is named by its number. */
class TypedstreamWriter {
  readonly #bytes: number[] = [...Buffer.from('\u0004\u000bstreamtyped\u0081\u00e8\u0003', 'latin1')];
  readonly #strings = new Map<string, number>();
  readonly #shared = new Map<string, number>();
  #objects = 0;

  types(types: string): void {
    this.#sharedString(types);
  }

  integer(value: number): void {
    if (value >= -110 && value <= 127) this.#bytes.push(value & 0xff);
    else if (value >= -0x8000 && value < 0x8000) this.#bytes.push(0x81, value & 0xff, (value >> 8) & 0xff);
    else
      this.#bytes.push(0x82, value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, (value >> 24) & 0xff);
  }

  /** An object of a class with its ancestors; `write` writes what is in it. */
  object(classes: readonly string[], write: () => void): void {
    this.#bytes.push(0x84);
    this.#objects += 1;
    this.#class(classes);
    write();
    this.#bytes.push(0x86);
  }

  /** An object that stands for a value: the second time it is only named. */
  sharedObject(key: string, classes: readonly string[], write: () => void): void {
    const known = this.#shared.get(key);
    if (known !== undefined) {
      this.#reference(known);
      return;
    }
    this.#shared.set(key, this.#objects);
    this.object(classes, write);
  }

  string(text: string): void {
    this.types('@');
    this.sharedObject(`string ${text}`, ['NSString', 'NSObject'], () => {
      this.types('+');
      this.raw(Buffer.from(text));
    });
  }

  number(value: number): void {
    this.types('@');
    this.sharedObject(`number ${value}`, ['NSNumber', 'NSValue', 'NSObject'], () => {
      this.types('*');
      this.#cString('i');
      this.types('i');
      this.integer(value);
    });
  }

  raw(bytes: Uint8Array): void {
    this.integer(bytes.length);
    this.#bytes.push(...bytes);
  }

  end(): Buffer {
    return Buffer.from(this.#bytes);
  }

  #class([name, ...ancestors]: readonly string[]): void {
    if (name === undefined) {
      this.#bytes.push(0x85);
      return;
    }
    const known = this.#shared.get(`class ${name}`);
    if (known !== undefined) {
      this.#reference(known);
      return;
    }
    this.#bytes.push(0x84);
    this.#sharedString(name);
    this.integer(name === 'NSString' ? 1 : 0);
    this.#shared.set(`class ${name}`, this.#objects);
    this.#objects += 1;
    this.#class(ancestors);
  }

  #cString(text: string): void {
    const known = this.#shared.get(`c ${text}`);
    if (known !== undefined) {
      this.#reference(known);
      return;
    }
    this.#bytes.push(0x84);
    this.#sharedString(text);
    this.#shared.set(`c ${text}`, this.#objects);
    this.#objects += 1;
  }

  #sharedString(text: string): void {
    const known = this.#strings.get(text);
    if (known !== undefined) {
      this.#reference(known);
      return;
    }
    this.#bytes.push(0x84);
    this.raw(Buffer.from(text));
    this.#strings.set(text, this.#strings.size);
  }

  #reference(number: number): void {
    this.integer(number - 110);
  }
}

export interface RunToWrite {
  readonly text: string;
  readonly attributes?: Readonly<Record<string, string | number>>;
}

/** `attributedBody` of a message: every run belongs to a part, and runs with the same attributes share them. */
export function attributedBody(...runs: readonly RunToWrite[]): Buffer {
  const writer = new TypedstreamWriter();
  const known = new Map<string, number>();
  writer.types('@');
  writer.object(['NSAttributedString', 'NSObject'], () => {
    writer.string(runs.map(({ text }) => text).join(''));
    for (const { text, attributes = {} } of runs) {
      const all = Object.entries({ __kIMMessagePartAttributeName: 0, ...attributes });
      const key = JSON.stringify(all);
      const number = known.get(key) ?? known.size + 1;
      writer.types('iI');
      writer.integer(number);
      writer.integer(text.length);
      if (known.has(key)) continue;
      known.set(key, number);
      writer.types('@');
      writer.object(['NSDictionary', 'NSObject'], () => {
        writer.types('i');
        writer.integer(all.length);
        for (const [name, value] of all) {
          writer.string(name);
          if (typeof value === 'string') writer.string(value);
          else writer.number(value);
        }
      });
    }
  });
  return writer.end();
}
