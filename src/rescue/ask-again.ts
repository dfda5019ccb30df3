import type { Course } from './course.ts';
import { oversee } from './oversee.ts';

/**
 * Asks the phone once more for the files it could not read, when the backup without them is safe in its place: what an
 * app held open, or a lock kept shut, may be free by now. Not where that would cost the person another passcode. Whatever
 * comes of it, the backup that is there stays proved.
 */
export async function askAgain(course: Course, signal: AbortSignal): Promise<void> {
  const { backup, skipped } = course;
  const missed = skipped.filter(({ harmless }) => !harmless);
  if (missed.length === 0 || course.prompt.wantedPasscode) return;
  course.emit({ type: 'note', code: 'asking-again', facts: { files: missed.length } });
  const ended = await oversee(course, signal);
  if (ended.kind === 'verified' && course.backup && backup)
    course.backup = { ...course.backup, full: backup.full };
  else {
    course.backup = backup;
    course.skipped = skipped;
  }
}
