import { messageOf } from '../kit/errors.ts';
import { withPhone } from '../remedies/reach-phone.ts';
import { putBack } from '../remedies/settings.ts';
import type { Course } from './course.ts';

const LIMIT_MS = 30_000;

/**
 * Puts back what the run changed on the phone, however the run ended. Where the phone cannot be reached, the note of
 * it stays, and the next start of Thaw that meets the phone puts it back.
 */
export async function putBackAtEnd(course: Course): Promise<void> {
  const { reached, means } = course;
  if (!reached || (await means.changes.pending(reached.udid)).length === 0) return;
  const situation = course.situation(
    { kind: 'ended', phase: course.attempt.phase, code: undefined, facts: {} },
    () => false,
  );
  try {
    const work = (phone: Parameters<typeof putBack>[0], signal: AbortSignal) =>
      putBack(phone, means.changes, signal);
    const changed = await withPhone(situation, work, new AbortController().signal, LIMIT_MS);
    for (const { setting } of changed)
      course.emit({ type: 'note', code: 'setting-put-back', facts: { setting } });
  } catch (thrown) {
    course.emit({ type: 'note', code: 'setting-left', facts: { reason: messageOf(thrown) } });
  }
}
