import type { PhoneCard } from '../../../src/server/contract/phones.ts';
import { Shield } from '../parts/shield.tsx';
import { useSpeech } from '../words/speech.tsx';
import type { Story } from './story.ts';

/** What is safe, always at the bottom; it never goes away during trouble. */
export function SafetyLine({
  story,
  phone,
}: {
  readonly story: Story;
  readonly phone: PhoneCard | undefined;
}) {
  const { words, amounts } = useSpeech();
  const { safety } = words.run;
  const last = phone?.lastBackup ?? null;
  const line = (): string => {
    if (story.end?.outcome === 'verified' && story.kind === 'backup' && story.at !== null) {
      return safety.done(amounts.day(new Date(story.at)));
    }
    if (last !== null) return (last.verified ? safety.verified : safety.unverified)(amounts.day(last.at));
    if (story.kind === 'restore') return safety.restoring;
    if (story.kind === 'fix') return safety.fixing;
    return story.end?.previous === 'intact' && story.kind === 'backup' ? safety.intact : safety.none;
  };
  return (
    <p className="safety">
      <Shield
        keeping={
          last !== null && !last.verified && story.end?.outcome !== 'verified' ? 'unchecked' : 'checked'
        }
      />
      <span>{line()}</span>
    </p>
  );
}
