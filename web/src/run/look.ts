import { carriedIn } from './carried.ts';
import type { Story } from './story.ts';

/** How a run looks at a glance; each has a shape of its own. */
export type Look = 'moving' | 'quiet' | 'waiting' | 'stuck' | 'mending' | 'done' | 'stopped';

/** So long without anything arriving, and a run counts as quiet; `watch/` decides when it is stuck. */
const QUIET_AFTER_MS = 6_000;

/** `now` in milliseconds since 1970. */
export function lookOf(story: Story, now: number): Look {
  if (story.end) return endLook(story.end.outcome);
  if (story.question || story.wanted) return 'waiting';
  if (story.remedy) return 'mending';
  if (story.linkLost || story.stall || story.cause) return 'stuck';
  if (story.phase === 'preparing') return 'quiet';
  const silent = story.movedAt === null ? 0 : now - story.movedAt;
  return silent > QUIET_AFTER_MS ? 'quiet' : 'moving';
}

function endLook(outcome: NonNullable<Story['end']>['outcome']): Look {
  if (outcome === 'verified' || outcome === 'finished') return 'done';
  return outcome === 'needs-person' ? 'waiting' : 'stopped';
}

/** 0…1; null where nobody knows. The phone's own figure with what was kept before, or how much was looked at. */
export function partOf(story: Story): number | null {
  if (story.end?.outcome === 'verified') return 1;
  if (story.work && story.work.of > 0) return story.work.done / story.work.of;
  if (story.phase === 'verifying' && story.verify && story.verify.of > 0) {
    return story.verify.files / story.verify.of;
  }
  if (story.phase === 'finishing') return 1;
  const { part } = carriedIn(story.before, story.progress);
  return part > 0 ? part : null;
}
