import { WireError } from '../../../wire/errors.ts';
import { type ArchivedObject, decodeKeyedArchive, isArchivedObject } from '../../../wire/keyed-archive.ts';
import type { LinkPreview } from '../conversations/message.ts';

/** What a web link or an app's bubble shows, out of `payload_data`. Undefined where it cannot be read. */
export function linkPreviewOf(payload: Uint8Array | undefined): LinkPreview | undefined {
  if (!payload) return undefined;
  const root = archivedObject(payload);
  if (!root) return undefined;
  const metadata = root.get('richLinkMetadata');
  const from = isArchivedObject(metadata) ? metadata : root;
  const text = (...keys: readonly string[]): string | undefined => firstText(from, keys);
  const preview = {
    url: text('originalURL', 'URL', 'url'),
    title: text('title', 'ldtext', 'caption'),
    summary: text('summary', 'subcaption'),
    site: text('siteName', 'an'),
  };
  return Object.values(preview).some((value) => value !== undefined) ? preview : undefined;
}

function archivedObject(payload: Uint8Array): ArchivedObject | undefined {
  try {
    const root = decodeKeyedArchive(payload);
    return isArchivedObject(root) ? root : undefined;
  } catch (thrown) {
    if (thrown instanceof WireError) return undefined;
    throw thrown;
  }
}

function firstText(from: ArchivedObject, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = from.get(key);
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}
