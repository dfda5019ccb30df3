import type { Decipheriv } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import type { HostLink } from './host-link.ts';

/** Far above any Manifest.plist or Info.plist; what a hostile computer may make the phone hold. */
const SMALL_FILE_BYTES = 64 * 1024 * 1024;

/** A file of the backup that is read as a whole; undefined when there is none. */
export async function fetchSmall(host: HostLink, path: string, percent: number): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  let whole = false;
  await host.download([path], percent, () => ({
    data: (piece) => {
      bytes += piece.length;
      if (bytes <= SMALL_FILE_BYTES) pieces.push(piece);
    },
    end: () => {
      whole = bytes <= SMALL_FILE_BYTES;
    },
    failed: () => undefined,
  }));
  return whole ? Buffer.concat(pieces) : undefined;
}

/** Streams a file of the backup to the phone's own disk, through a decipher if it has one. False when there is none. */
export async function fetchToFile(
  host: HostLink,
  path: string,
  percent: number,
  target: string,
  decipher?: Decipheriv,
): Promise<boolean> {
  const file = openSync(target, 'w', 0o600);
  let whole = false;
  try {
    await host.download([path], percent, () => ({
      data: (bytes) => {
        writeSync(file, decipher ? decipher.update(bytes) : bytes);
      },
      end: () => {
        whole = true;
      },
      failed: () => undefined,
    }));
  } finally {
    closeSync(file);
  }
  return whole;
}
