import { Blot, namesOfThisComputer } from '../report/blot.ts';

/** Longer lines say no more. What is kept is cut only when nothing personal is left in it: half a number tells, too. */
const MAX_LINE = 400;
const MAX_READ = 4096;

/** A path on the phone behind its domain: whose it is tells the domain, what it is called tells its owner’s life. */
const FILE = /\b(?!\w*ErrorDomain)([A-Za-z]+Domain(?:Group|Plugin)?(?:-[\w.-]+)?)[:/](.+?)(?= \(<|$)/g;
const ACCOUNT = /\b(account:? )(?!<private>)[^\s:;,]+/g;
const UUID = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi;
/** Names of records, in letters that are none of any language. */
const RECORD = /\b(?=[\w+/]*[a-z])(?=[\w+/]*[A-Z\d])[\w+/]{7,}=+/g;
const ADDRESS = /\bhttps?:\/\/([\w.-]+)[^\s,}]*/g;
const APPLES = /(?:^|\.)(?:apple|icloud|icloud-content|apple-dns|aaplimg)\.(?:com|net)$/;
/** Numbers of accounts, and other long ones. */
const NUMBER = /(?<![\w.-])\d{9,}(?![\w.])/g;

/**
 * Blots out of lines of the phone's log what is personal: names of files and accounts, mail addresses, the phone's name
 * and numbers. The same thing gets the same stand-in in every line.
 */
export class LineBlot {
  readonly #blot: Blot;

  /** `phoneName`: as its owner calls it, mostly with a name in it. */
  constructor(phoneName: string) {
    this.#blot = new Blot([...namesIn(phoneName), ...namesOfThisComputer()]);
  }

  text(line: string): string {
    const flat = line.replaceAll(/\s+/g, ' ').trim().slice(0, MAX_READ);
    const safe = flat
      .replace(ADDRESS, (_, host: string) => (APPLES.test(host) ? `https://${host}` : '‹address›'))
      .replace(FILE, (_, domain: string, path: string) => `${domain}:‹file›${kindOf(path)}`)
      .replace(ACCOUNT, '$1‹account›')
      .replace(UUID, '‹id›')
      .replace(RECORD, '‹id›')
      .replace(NUMBER, '‹number›');
    return this.#blot.text(safe).slice(0, MAX_LINE);
  }
}

function kindOf(path: string): string {
  return /\.[A-Za-z][A-Za-z0-9]{0,4}$/.exec(path)?.[0] ?? '';
}

/** The whole name, as part of host names too, and each word of it that is not the device’s. */
function namesIn(phoneName: string): string[] {
  const words = phoneName.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2 && !DEVICE.test(word));
  return [phoneName, phoneName.replaceAll(/[’']/g, '').replaceAll(/\s+/g, '-'), ...words].filter(
    (name) => !DEVICE.test(name) && name !== '',
  );
}

const DEVICE =
  /^(?:i(?:Phone|Pad|Pod)|Virtual iPhone|Virtual|phone|pro|max|plus|mini|the|von|der|die|das|de|del)$/i;
