import { homedir, hostname, userInfo } from 'node:os';
import { basename } from 'node:path';
import { isList } from '../../kit/is-list.ts';
import { isTellingNothing } from './common-folders.ts';

/** Paths as they stand in a sentence; one with spaces in it is known from the field that holds it alone. */
const PATH_IN_TEXT = /(?<![\w.])(?:[A-Za-z]:)?(?:[\\/][^\s\\/:*?"'<>|,;()’‹›]+){2,}/g;

/** What is personal whatever the words around it, and what its stand-in is called. The order matters. */
const PERSONAL: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['phone', /\b[0-9A-Fa-f]{8}-?[0-9A-Fa-f]{16}\b|\b[0-9a-f]{40}\b/g],
  ['address', /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g],
  ['address', /\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\b/gi],
  ['address', /\b(?!127\.)\d{1,3}(?:\.\d{1,3}){3}\b/g],
  // IMEI, ICCID and the like.
  ['number', /\b\d{15,20}\b/g],
  ['number', /(?<![\w.])\+\d[\d ()/-]{6,}\d/g],
  ['serial', /\b(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{10,12}\b/g],
];

/** Fields that hold a path and nothing else. */
const PATH_FIELDS = new Set(['path', 'destination', 'folder', 'file', 'lockFile', 'parent', 'to', 'orTo']);
/** A single word may be any word of a sentence; this is none. */
const NAMES_A_FILE = /[/\\. ]/;
/** Fields that hold somebody's name and nothing else. */
const NAME_FIELDS = new Set(['host', 'phoneName', 'owner']);

/**
 * Blots out what is personal: numbers of the phone, names in paths, the names of this computer and its user. The same
 * thing gets the same stand-in wherever it comes up, so that a report can still be followed; nobody can go back from it.
 */
export class Blot {
  readonly #standIns = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  /** Whole paths, the longest first, and what stands for them in sentences. */
  readonly #paths = new Map<string, string>();
  readonly #names: RegExp | undefined;

  constructor(names: readonly string[] = namesOfThisComputer()) {
    const telling = names.filter((name) => name.length > 2);
    if (telling.length > 0)
      this.#names = new RegExp(`\\b(?:${telling.map(RegExp.escape).join('|')})\\b`, 'g');
  }

  /** A value of any shape, with every text in it blotted. */
  all<T>(value: T): unknown {
    this.#learn(value);
    return this.#value(value, '');
  }

  /** A sentence. */
  text(text: string): string {
    let blotted = text;
    for (const [path, standIn] of this.#paths) blotted = blotted.replaceAll(path, standIn);
    blotted = blotted.replace(PATH_IN_TEXT, (path) => this.#path(path));
    for (const [kind, pattern] of PERSONAL)
      blotted = blotted.replace(pattern, (found) => this.#standInFor(kind, found));
    return this.#names ? blotted.replace(this.#names, (found) => this.#standInFor('name', found)) : blotted;
  }

  /** Sentences name files by their whole path or by their last part: both are known from the fields that hold a path. */
  #learn(value: unknown): void {
    const found = new Set<string>();
    collectPaths(value, '', found);
    const known = [...found].flatMap((path) => [path, basename(path.replaceAll('\\', '/'))]);
    for (const name of [...new Set(known)].sort((one, other) => other.length - one.length)) {
      const standIn = this.#path(name);
      if (standIn !== name && NAMES_A_FILE.test(name)) this.#paths.set(name, standIn);
    }
  }

  #value(value: unknown, field: string): unknown {
    if (typeof value === 'string') return this.#field(value, field);
    if (isList(value)) return value.map((item) => this.#value(item, field));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.#value(inner, key)]));
  }

  #field(value: string, field: string): string {
    if (PATH_FIELDS.has(field)) return this.#path(value);
    return NAME_FIELDS.has(field) && value !== '' ? this.#standInFor('name', value) : this.text(value);
  }

  /** Folders that everybody has stay, names do not; the kind of a file stays. */
  #path(path: string): string {
    return path
      .split(/([\\/])/)
      .map((part) => (isTellingNothing(part) ? part : this.#segment(part)))
      .join('');
  }

  #segment(segment: string): string {
    for (const [kind, pattern] of PERSONAL)
      if (segment.replace(pattern, '') === '') return this.#standInFor(kind, segment);
    const extension = /\.[A-Za-z][A-Za-z0-9]{0,4}$/.exec(segment)?.[0] ?? '';
    return `${this.#standInFor('name', segment)}${extension}`;
  }

  #standInFor(kind: string, found: string): string {
    const known = this.#standIns.get(found);
    if (known !== undefined) return known;
    const number = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, number);
    const standIn = `‹${kind} ${number}›`;
    this.#standIns.set(found, standIn);
    return standIn;
  }
}

/** All that stands in fields which hold a path and nothing else. */
function collectPaths(value: unknown, field: string, found: Set<string>): void {
  if (typeof value === 'string' && PATH_FIELDS.has(field)) found.add(value);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) collectPaths(inner, isList(value) ? field : key, found);
}

/** `root` and its like are nobody's. */
export function namesOfThisComputer(): string[] {
  const names = [hostname(), userInfo().username, basename(homedir())];
  return [...new Set(names)].filter((name) => !isTellingNothing(name));
}
