import { type Choice, chosenFiles, sumOf } from './choice.ts';
import { copyOut, type Extraction } from './extraction.ts';

/** Copies files out as they lie on the phone: a folder for each domain, and the paths in it. */
export async function extractFiles(extraction: Extraction, choice: Choice): Promise<void> {
  const { backup, out, signal } = extraction;
  const { files, bytes } = sumOf(backup, choice, signal);
  extraction.plan(files, bytes);
  for (const entry of chosenFiles(backup, choice)) {
    signal.throwIfAborted();
    await copyOut(extraction, entry, out, [entry.domain, ...entry.relativePath.split('/')]);
    extraction.advance(1, entry.size);
  }
}
