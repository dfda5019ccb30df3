/** One entry of the phone's log, as `com.apple.syslog_relay` prints it. */
export interface SyslogLine {
  /** The phone's own local time, without a year: `Dec  3 22:34:14`. */
  readonly time: string;
  /** `BackupAgent2`; without its library. */
  readonly process: string;
  readonly pid: number;
  /** `Notice`, `Error` … */
  readonly level: string;
  /** May hold line breaks; private parts say `<private>`. */
  readonly text: string;
}

/** Entries are lines; what is longer than this is no line, and is passed over to the next NUL. */
const MAX_ENTRY_BYTES = 32 * 1024;
/** Time, the phone's name (63 characters at most, in any script), process, library, number and level. */
const MAX_HEAD_BYTES = 512;
const TIME_CHARACTERS = 15;

/**
 * Takes the relay's bytes as they come and gives the entries of the wanted processes. A busy phone prints thousands of
 * lines a second, nearly all of others: those cost a search for the name, and no text is made of them.
 */
export class SyslogParser {
  readonly #wanted: ReadonlySet<string>;
  #rest: Buffer = Buffer.alloc(0);
  #skipping = false;

  constructor(wanted: ReadonlySet<string>) {
    this.#wanted = wanted;
  }

  /** The wanted entries that these bytes complete. */
  push(bytes: Buffer): SyslogLine[] {
    const lines: SyslogLine[] = [];
    let from = 0;
    for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, from)) {
      const line = this.#complete(bytes.subarray(from, end));
      if (line) lines.push(line);
      from = end + 1;
    }
    this.#keep(bytes.subarray(from));
    return lines;
  }

  #complete(tail: Buffer): SyslogLine | undefined {
    const entry = this.#rest.length === 0 ? tail : Buffer.concat([this.#rest, tail]);
    const isWhole = !this.#skipping;
    this.#rest = Buffer.alloc(0);
    this.#skipping = false;
    return isWhole ? parseSyslogEntry(entry, this.#wanted) : undefined;
  }

  #keep(tail: Buffer): void {
    if (this.#skipping || tail.length === 0) return;
    this.#skipping = this.#rest.length + tail.length > MAX_ENTRY_BYTES;
    this.#rest = this.#skipping ? Buffer.alloc(0) : Buffer.concat([this.#rest, tail]);
  }
}

/**
 * Reads `Nov 22 06:40:01 Name BackupAgent2(MobileBackup)[311] <Notice>: text`; undefined for another process and for
 * what does not look like that. The phone's name may hold spaces and brackets, so the head is read from its end.
 */
function parseSyslogEntry(entry: Buffer, wanted: ReadonlySet<string>): SyslogLine | undefined {
  const head = entry.toString('latin1', 0, Math.min(entry.length, MAX_HEAD_BYTES));
  if (head.charAt(3) !== ' ' || head.charAt(9) !== ':' || head.charAt(12) !== ':') return undefined;
  const close = head.indexOf('] <', TIME_CHARACTERS);
  const open = head.lastIndexOf('[', close);
  const levelEnd = head.indexOf('>: ', close);
  if (close < 0 || open < TIME_CHARACTERS || levelEnd < 0) return undefined;
  const nameEnd = head.charAt(open - 1) === ')' ? head.lastIndexOf('(', open) : open;
  const process = head.slice(head.lastIndexOf(' ', nameEnd - 1) + 1, nameEnd);
  if (!wanted.has(process)) return undefined;
  return {
    time: head.slice(0, TIME_CHARACTERS),
    process,
    pid: Number(head.slice(open + 1, close)) || 0,
    level: head.slice(close + 3, levelEnd),
    text: entry.toString('utf8', levelEnd + 3).replace(/\n$/, ''),
  };
}
