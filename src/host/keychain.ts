import type { AsyncEntry } from '@napi-rs/keyring';
import { ThawError } from '../kit/errors.ts';

export type KeychainCode =
  /** This computer has no keychain that outlives a restart, or this session cannot reach it. */
  | 'keychain.absent'
  /** It is there and did not do it: locked, or the person declined. */
  | 'keychain.refused';

export class KeychainError extends ThawError<KeychainCode> {}

const SERVICE = 'Thaw iPhone backup';

/** The backup password kept for a phone; undefined when none is, or when there is no keychain to keep it. */
export async function rememberedPassword(udid: string, signal?: AbortSignal): Promise<string | undefined> {
  try {
    const entry = await entryOf(udid);
    return (await asked(signal, () => entry.getPassword(signal))) ?? undefined;
  } catch (thrown) {
    if (thrown instanceof KeychainError) return undefined;
    throw thrown;
  }
}

/** Keeps a phone's backup password, over one that is kept already. Rejects with a KeychainError. */
export async function rememberPassword(udid: string, password: string, signal?: AbortSignal): Promise<void> {
  const entry = await entryOf(udid);
  await asked(signal, () => entry.setPassword(password, signal));
}

/** Rejects with `keychain.absent` where nothing could be kept: to be known before a password is changed. */
export async function assertKeychain(): Promise<void> {
  await entryOf('any');
}

/** False when none was kept. Rejects with a KeychainError. */
export async function forgetPassword(udid: string, signal?: AbortSignal): Promise<boolean> {
  const entry = await entryOf(udid);
  return await asked(signal, () => entry.deletePassword(signal));
}

/**
 * Loaded only when wanted: it is native code. Without a Secret Service the library would fall back to the kernel's
 * keyring, which forgets everything at the next restart: that is not what "remember" promises.
 */
async function entryOf(udid: string): Promise<AsyncEntry> {
  try {
    const { AsyncEntry } = await import('@napi-rs/keyring');
    return new AsyncEntry(SERVICE, udid.toLowerCase(), { linux: { store: 'secret-service' } });
  } catch (cause) {
    throw new KeychainError('keychain.absent', 'no keychain that outlives a restart', { cause });
  }
}

async function asked<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    signal?.throwIfAborted();
    throw new KeychainError('keychain.refused', 'the keychain did not do it', { cause });
  }
}
