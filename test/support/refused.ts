import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ThawOptions, thaw } from './thaw.ts';

/** A run that nobody sits beside: what a person is needed for ends it at once. */
export const NOBODY_THERE = ['--unattended', '--wait', '0s'];

export interface Refusal {
  /** What failed, for scripts. */
  readonly code: string;
  /** What is behind it, where that is more than the code says. */
  readonly cause?: string;
  readonly status: number;
  readonly says: RegExp;
}

/** Backs up, to a new folder unless told another, and expects to be refused: with this code, cause, sentence and exit status. */
export async function refused(
  { address, to, ...options }: ThawOptions & { readonly address: string; readonly to?: string },
  { code, cause = code, status, says }: Refusal,
): Promise<void> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'thaw-bad-'));
  const [home, empty] = [join(scratch.path, 'home'), join(scratch.path, 'backups')];
  await Promise.all([mkdir(home), mkdir(empty)]);
  const ended = await thaw(['backup', '--to', to ?? empty, '--json', ...NOBODY_THERE], address, {
    ...options,
    environment: { HOME: home, XDG_STATE_HOME: join(home, 'state'), ...options.environment },
  });
  const told = ended.stdout + ended.stderr;
  const events = ended.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const named = events.find(({ type }) => type === 'cause.named')?.cause;
  // What is wrong usage is no attempt yet.
  const failed = events.find(({ evidence }) => evidence?.kind === 'attempt.failed')?.evidence.facts.code;
  assert.deepEqual([failed ?? named?.id, named?.id, ended.status], [code, cause, status], told);
  assert.match(named.sentence, says);
  assert.ok(named.next.length > 0, told);
  assert.equal(events.at(-1).type, 'run.finished');
}
