import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { abortable } from '../kit/signals.ts';
import { WireError } from './errors.ts';
import { unwrapKey, wrapKey } from './key-wrap.ts';
import { sectionsOf, Tags, tag } from './keybag-tags.ts';

const KEY_BYTES = 32;
const SALT_BYTES = 20;
const UUID_BYTES = 16;

const WRAPPED_WITH_DEVICE = 1;
const WRAPPED_WITH_PASSWORD = 2;

/** Ten times what phones take; a keybag that asks for more is meant to keep us busy. */
const MAX_ROUNDS = 100_000_000;

const stretch = promisify(pbkdf2);

/** The keys that open a backup's files, by protection class: 1 to 5 for files, 6 to 11 for keychain entries. */
export type ClassKeys = ReadonlyMap<number, Buffer>;

/** What a backup's keybag says of one protection class. */
export interface KeybagClass {
  readonly uuid: Uint8Array;
  readonly protectionClass: number;
  /** Bit 1: wrapped with the key of the password; bit 0: with a key that never leaves the phone. */
  readonly wrap: number;
  readonly keyType: number;
  readonly wrappedKey: Uint8Array;
}

/** A stretching of the password: PBKDF2 over so many rounds. */
export interface Stretching {
  readonly salt: Uint8Array;
  readonly rounds: number;
}

/** `BackupKeyBag` of Manifest.plist, which unencrypted backups have too. */
export interface Keybag {
  readonly version: number;
  readonly type: number;
  readonly uuid: Uint8Array;
  readonly hmacKey: Uint8Array;
  readonly wrap: number;
  /** With SHA-1, all there was before iOS 10.2. */
  readonly inner: Stretching;
  /** With SHA-256, before the inner one. */
  readonly outer?: Stretching;
  readonly classes: readonly KeybagClass[];
}

/** Reads a keybag; tags we do not know are passed over. Throws WireError 'wire.keybag'. */
export function parseKeybag(bytes: Uint8Array): Keybag {
  const [head = new Tags(), ...classes] = sectionsOf(bytes);
  return {
    version: head.number('VERS'),
    type: head.number('TYPE'),
    uuid: head.bytes('UUID'),
    hmacKey: head.bytes('HMCK'),
    wrap: head.number('WRAP'),
    inner: { salt: head.bytes('SALT'), rounds: head.number('ITER') },
    ...(head.has('DPSL') && { outer: { salt: head.bytes('DPSL'), rounds: head.number('DPIC') } }),
    classes: classes
      .filter((tags) => tags.has('WPKY'))
      .map((tags) => ({
        uuid: tags.bytes('UUID'),
        protectionClass: tags.number('CLAS'),
        wrap: tags.number('WRAP'),
        keyType: tags.number('KTYP'),
        wrappedKey: tags.bytes('WPKY'),
      })),
  };
}

/** Writes a keybag, five entries a class in the one order that every reader takes. */
export function encodeKeybag(keybag: Keybag): Buffer {
  const { inner, outer } = keybag;
  return Buffer.concat([
    tag('VERS', keybag.version),
    tag('TYPE', keybag.type),
    tag('UUID', keybag.uuid),
    tag('HMCK', keybag.hmacKey),
    tag('WRAP', keybag.wrap),
    tag('SALT', inner.salt),
    tag('ITER', inner.rounds),
    ...(outer ? [tag('DPWT', 1), tag('DPIC', outer.rounds), tag('DPSL', outer.salt)] : []),
    ...keybag.classes.flatMap((entry) => [
      tag('UUID', entry.uuid),
      tag('CLAS', entry.protectionClass),
      tag('WRAP', entry.wrap),
      tag('KTYP', entry.keyType),
      tag('WPKY', entry.wrappedKey),
    ]),
  ]);
}

/**
 * The key that a backup's password stands for. Takes seconds with a real phone's ten million rounds, off the main
 * thread; an abort ends the waiting, not the thread. Throws WireError 'wire.keybag' for an absurd number of rounds.
 */
export async function derivePasscodeKey(
  password: string,
  keybag: Keybag,
  signal?: AbortSignal,
): Promise<Buffer> {
  const { inner, outer } = keybag;
  const stretched = outer ? await pass(password, outer, 'sha256', signal) : password;
  return await pass(stretched, inner, 'sha1', signal);
}

async function pass(
  secret: string | Buffer,
  { salt, rounds }: Stretching,
  digest: 'sha1' | 'sha256',
  signal: AbortSignal | undefined,
): Promise<Buffer> {
  if (rounds < 1 || rounds > MAX_ROUNDS) throw new WireError('wire.keybag', `keybag: ${rounds} rounds`);
  signal?.throwIfAborted();
  return await abortable(stretch(secret, salt, rounds, KEY_BYTES, digest), signal);
}

/**
 * The class keys that the password's key opens. Throws WireError 'wire.keybag', fact `wrongPassword`, when it does
 * not. Classes 9 to 11 come out as they are: still under the phone's own key, of no use off it.
 */
export function unlockKeybag(keybag: Keybag, passcodeKey: Uint8Array): ClassKeys {
  const openable = keybag.classes.filter(({ wrap }) => (wrap & WRAPPED_WITH_PASSWORD) !== 0);
  if (openable.length === 0) throw new WireError('wire.keybag', 'keybag: no class under a password');
  return new Map(openable.map((entry) => [entry.protectionClass, openClass(entry, passcodeKey)]));
}

function openClass(entry: KeybagClass, passcodeKey: Uint8Array): Buffer {
  try {
    return unwrapKey(passcodeKey, entry.wrappedKey);
  } catch (cause) {
    throw new WireError('wire.keybag', 'the backup password is wrong', {
      cause,
      facts: { wrongPassword: true },
    });
  }
}

/**
 * A new keybag with all eleven classes, as a phone makes when a backup password is set. `rounds` are those of the
 * outer stretching, ten million on a real phone; `random` gives so many bytes of chance.
 */
export async function createKeybag(
  options: { password: string; rounds: number; random: (bytes: number) => Uint8Array },
  signal?: AbortSignal,
): Promise<{ keybag: Keybag; classKeys: ClassKeys }> {
  const { password, rounds, random } = options;
  const head = {
    version: 5,
    type: 1,
    uuid: random(UUID_BYTES),
    wrap: 0,
    inner: { salt: random(SALT_BYTES), rounds: 10_000 },
    outer: { salt: random(SALT_BYTES), rounds },
  };
  const unsealed = { ...head, hmacKey: Buffer.alloc(0), classes: [] };
  const passcodeKey = await derivePasscodeKey(password, unsealed, signal);

  const classKeys = new Map<number, Buffer>();
  for (let number = 1; number <= 11; number++) classKeys.set(number, Buffer.from(random(KEY_BYTES)));
  const classes = [...classKeys].map(([protectionClass, key]) => ({
    uuid: random(UUID_BYTES),
    protectionClass,
    wrap: protectionClass < 9 ? WRAPPED_WITH_PASSWORD : WRAPPED_WITH_PASSWORD | WRAPPED_WITH_DEVICE,
    keyType: 0,
    wrappedKey: wrapKey(passcodeKey, key),
  }));
  return { keybag: { ...head, hmacKey: wrapKey(passcodeKey, random(KEY_BYTES)), classes }, classKeys };
}
