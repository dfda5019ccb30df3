/** What some disk or system does not take in a name, and what would change how it looks (bidirectional marks). */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;
const MAX_CHARACTERS = 120;
const MAX_BYTES = 240;
const MAX_EXTENSION = 16;

/**
 * A name for a file or folder that Windows, macOS and Linux all take, as near to the given one as can be: composed
 * characters, nothing forbidden, no device name, no dot or blank at the end, not too long. Never empty.
 */
export function safeName(name: string): string {
  const clean = name
    .toWellFormed()
    .normalize('NFC')
    .replace(FORBIDDEN, '_')
    .replace(/[. ]+$/u, (end) => '_'.repeat(Math.min(end.length, 1)))
    .replace(/^ +/u, '')
    .replace(RESERVED, (device) => `${device}_`);
  return shortened(clean === '' ? '_' : clean);
}

/** The name with a number before its extension: `IMG_0001 (2).HEIC`. */
export function numbered(name: string, number: number): string {
  if (number === 1) return name;
  const { stem, extension } = splitName(name);
  return shortened(`${stem} (${number})${extension}`);
}

/** The name before its extension, and the extension with its dot. */
export function splitName(name: string): { stem: string; extension: string } {
  const dot = name.lastIndexOf('.');
  if (dot <= 0 || name.length - dot > MAX_EXTENSION) return { stem: name, extension: '' };
  return { stem: name.slice(0, dot), extension: name.slice(dot) };
}

/** Two names that some disk takes for one have the same key. */
export function sameNameKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function shortened(name: string): string {
  if (name.length <= MAX_CHARACTERS && Buffer.byteLength(name) <= MAX_BYTES) return name;
  const { stem, extension } = splitName(name);
  const number = / \(\d+\)$/.exec(stem)?.[0] ?? '';
  const characters = [...stem.slice(0, stem.length - number.length)];
  let short = characters.slice(0, MAX_CHARACTERS - extension.length - number.length);
  while (Buffer.byteLength(short.join('') + number + extension) > MAX_BYTES) short = short.slice(0, -1);
  return `${short.join('').trimEnd()}${number}${extension}`;
}
