import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openInBrowser } from '../host/browser.ts';
import type { Clock } from '../kit/clock.ts';

/** A slow computer with a browser that was not running takes so long to read the file. */
const READ_WITHIN_MS = 60_000;

/**
 * Opens an address in the person's browser without any other user of this computer seeing it: the browser is given a file
 * that only this person can read, and finds the address there. It is deleted by disposing, and after a minute. Undefined
 * when there is no browser.
 */
export async function openPage(address: string, clock: Clock): Promise<AsyncDisposable | undefined> {
  const file = join(folderFor(), `thaw-open-${randomBytes(6).toString('hex')}.html`);
  await writeFile(file, documentFor(address), { mode: 0o600, flag: 'wx' });
  const remove = (): Promise<void> => rm(file, { force: true });
  if (!(await openInBrowser(file, clock.after).catch(() => false))) {
    await remove();
    return undefined;
  }
  const timer = clock.after(READ_WITHIN_MS, () => void remove().catch(() => undefined));
  return {
    async [Symbol.asyncDispose]() {
      timer[Symbol.dispose]();
      await remove();
    },
  };
}

/**
 * Browsers in a sandbox of their own (snap, Flatpak), which are usual on Linux, see neither hidden folders nor /tmp: there it
 * is the home folder. Elsewhere the folder for temporary files is the person's own.
 */
function folderFor(): string {
  return process.platform === 'linux' ? homedir() : tmpdir();
}

function documentFor(address: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>Thaw</title><meta http-equiv="refresh" content="0;url=${address}"></head><body><a href="${address}">Thaw</a></body></html>\n`;
}
