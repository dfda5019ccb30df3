import { ThawError } from '../kit/errors.ts';

/** Exit codes of every command (design of the command line); anything not named here is 1, failed. */
export const Exit = {
  done: 0,
  failed: 1,
  usage: 2,
  person: 3,
  noPhone: 4,
  damaged: 5,
  cancelled: 130,
} as const;

const CODES: ReadonlyMap<string, number> = new Map([
  ['usage', Exit.usage],
  ['mux.address', Exit.usage],
  ['phone.several', Exit.usage],
  ['run.unknown', Exit.usage],
  ['destination.missing', Exit.usage],
  ['destination.not-a-folder', Exit.usage],
  ['destination.is-a-backup', Exit.usage],
  ['destination.other-phone', Exit.usage],
  ['extract.inside-backup', Exit.usage],
  ['extract.in-the-way', Exit.usage],
  ['phone.none', Exit.noPhone],
  ['phone.absent', Exit.noPhone],
  ['mux.absent', Exit.noPhone],
  ['phone.recovery', Exit.person],
  ['phone.dfu', Exit.person],
  ['phone.restoring', Exit.person],
  ['phone.locked', Exit.person],
  ['phone.before-first-unlock', Exit.person],
  ['phone.trust-pending', Exit.person],
  ['phone.trust-denied', Exit.person],
  ['phone.trust-needs-cable', Exit.person],
  ['phone.not-trusted', Exit.person],
  ['phone.supervised', Exit.person],
  ['backup.locked', Exit.person],
  ['backup.setup-unfinished', Exit.person],
  ['backup.wrong-password', Exit.person],
  ['password.wrong', Exit.person],
  ['backup.no-space', Exit.person],
  ['destination.full', Exit.person],
  ['rescue.person-needed', Exit.person],
  ['restore.find-my', Exit.person],
  ['restore.no-room', Exit.person],
  ['restore.newer-ios', Exit.person],
  ['restore.locked', Exit.person],
  ['restore.setup-unfinished', Exit.person],
  ['restore.wrong-password', Exit.person],
  ['restore.icloud-restore', Exit.person],
  ['restore.not-confirmed', Exit.person],
  ['backup.earlier-damaged', Exit.damaged],
  ['backup.not-proved', Exit.damaged],
  ['restore.not-whole', Exit.damaged],
  ['archive.password-needed', Exit.person],
  ['archive.wrong-password', Exit.person],
  ['archive.no-manifest', Exit.damaged],
  ['archive.damaged', Exit.damaged],
  ['archive.file-missing', Exit.damaged],
  ['archive.file-cut', Exit.damaged],
  ['archive.undecryptable', Exit.damaged],
  ['archive.unreadable', Exit.damaged],
  ['cancelled', Exit.cancelled],
  ['verify.stopped', Exit.cancelled],
  ['restore.not-begun', Exit.cancelled],
  ['restore.stopped', Exit.cancelled],
]);

/** The exit code for a failure. */
export function exitCodeOf(thrown: unknown): number {
  if (thrown instanceof Error && thrown.name === 'AbortError') return Exit.cancelled;
  return (thrown instanceof ThawError ? CODES.get(thrown.code) : undefined) ?? Exit.failed;
}
