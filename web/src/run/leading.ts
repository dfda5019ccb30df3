import type { StepCard } from '../../../src/server/contract/steps.ts';
import { isWork, questionLead, workEnd } from '../backups/told/work-lead.ts';
import type { Amounts } from '../words/amounts.ts';
import type { Speech } from '../words/speech.tsx';
import type { Look } from './look.ts';
import type { Story } from './story.ts';

export interface Leading {
  readonly sentence: string;
  /** What stands smaller beneath it. */
  readonly about: string;
  readonly lang: 'en' | undefined;
}

/** What the sentence also goes by, beside the story itself. */
interface Moment {
  readonly look: Look;
  readonly interrupted: boolean;
  /** In milliseconds since 1970. */
  readonly now: number;
  readonly step: StepCard | null;
}

/** The one sentence that leads: what is true now, and what it means for the person. */
export function leadingOf(story: Story, { look, interrupted, now, step }: Moment, speech: Speech): Leading {
  const { words, server } = speech;
  const say = (sentence: string, about = '', lang?: 'en'): Leading => ({ sentence, about, lang });
  const { lead, about } = words.run;
  if (story.end) return say(...endOf(story, speech));
  if (interrupted) return say(lead.interrupted, about.interrupted[story.kind ?? 'backup']);
  if (story.question) {
    const asked = questionLead(story.question, words.told);
    return say(asked.sentence, asked.about);
  }
  const { wanted } = story;
  if (wanted?.by === 'phone') {
    return say(words.run.asks[wanted.what], waitsFor(wanted.until, now, speech.amounts, about.waits));
  }
  if (wanted?.by === 'thaw') {
    if (step !== null) {
      const { told, lang } = server.step(step);
      return say(told.sentence, '', lang);
    }
    const { told, lang } = server.remedy(wanted.step.step, wanted.step.sentence);
    return say(told, '', lang);
  }
  if (story.cause) {
    const { told, lang } = server.cause(story.cause);
    return say(told.sentence, told.safe, lang);
  }
  if (story.linkLost) return say(lead.offCable, about.looking);
  if (story.stall) return say(lead.stalled, about.looking);
  if (story.kind !== null && story.kind !== 'backup') return say(lead.working[story.kind]);
  if (story.phase === null) return say(words.run.opening);
  if (look === 'quiet') {
    return say(story.phase === 'preparing' ? lead.quietPreparing : lead.quiet, about.quiet);
  }
  return say(words.run.phases[story.phase], aboutPhase(story.phase, about));
}

function aboutPhase(phase: NonNullable<Story['phase']>, about: Speech['words']['run']['about']): string {
  switch (phase) {
    case 'connecting':
      return about.connecting;
    case 'preparing':
      return about.preparing;
    case 'sending':
      return about.sending;
    case 'finishing':
      return about.finishing;
    case 'verifying':
      return about.verifying;
    default:
      return '';
  }
}

function endOf(
  { kind, end, cause }: Story,
  { words, server }: Speech,
): [sentence: string, about: string, lang: 'en' | undefined] {
  const { lead, about } = words.run;
  const work = isWork(kind) && end ? workEnd(kind, end.outcome, words.told) : undefined;
  if (work !== undefined) return [work, '', undefined];
  switch (end?.outcome) {
    case 'verified':
    case 'finished':
      return [kind === 'backup' || kind === null ? lead.done : lead.workDone, '', undefined];
    case 'cancelled':
      return [lead.cancelled, about.cancelled, undefined];
    default: {
      const fallback = end?.outcome === 'needs-person' ? lead.needsPerson : lead.failed;
      if (cause === null) return [fallback, '', undefined];
      const { told, lang } = server.cause(cause);
      return [told.sentence, told.safe, lang];
    }
  }
}

function waitsFor(
  until: number | null,
  now: number,
  amounts: Amounts,
  waits: (clock: string) => string,
): string {
  return until === null || until <= now ? '' : waits(amounts.clock((until - now) / 1000));
}
