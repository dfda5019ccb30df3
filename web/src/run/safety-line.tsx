import type { PhoneCard } from '../../../src/server/contract/phones.ts';
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
    return story.end?.previous === 'intact' && story.kind === 'backup' ? safety.intact : safety.none;
  };
  return (
    <p className="safety">
      <svg
        viewBox="0 0 24 24"
        width="22"
        height="22"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        aria-hidden="true"
      >
        <path d="M12 3l8 3v6c0 4.6-3.3 7.8-8 9-4.7-1.2-8-4.4-8-9V6Z" strokeLinejoin="round" />
        <path d="M8.5 12l2.5 2.5 4.5-5" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      <span>{line()}</span>
    </p>
  );
}
