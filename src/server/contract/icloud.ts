import { z } from 'zod';
import type { CloudAdvice, MethodAdvice } from '../../app/words/icloud-advice.ts';
import type { CloudStory } from '../../kit/cloud-story.ts';
import type { Evidence } from '../../kit/evidence.ts';
import type { NamedCause } from '../../kit/run-event.ts';
import type { Problem } from './problem.ts';

/** GET /api/icloud/:udid */
export interface IcloudAnswer {
  /** What the phone says; null with the reason when it could not be asked. */
  readonly phone: {
    readonly name: string;
    readonly productType: string | null;
    readonly iosVersion: string | null;
    readonly backupOn: boolean | null;
    readonly lastBackup: string | null;
    readonly running: boolean | null;
  } | null;
  readonly problem: Problem | null;
  /** What the newest backup of it on this computer tells; null where there is none, or it does not open. */
  readonly verdict: {
    readonly paragraph: string;
    /** The same for other languages. */
    readonly story: CloudStory;
    readonly cause: NamedCause | null;
    readonly evidence: readonly Evidence[];
    /** When that backup was made. */
    readonly at: string;
  } | null;
  /** Apple's own word; null when it was not asked: asking leaves this machine, and is done only by POST …/status. */
  readonly apple: AppleStatus | null;
  /** Most useful first. */
  readonly advice: readonly AdviceCard[];
}

/** `about`: the same for other languages. */
export type AdviceCard = CloudAdvice | MethodAdvice;

/** POST /api/icloud/:udid/advice: what no cable tells, as the person read it off the phone; any of it may be left out. */
export const adviceRequestSchema = z.strictObject({
  icloudSpace: z
    .strictObject({ usedBytes: z.number().nonnegative(), totalBytes: z.number().positive() })
    .optional(),
  lowPower: z.boolean().optional(),
});
export type AdviceRequest = z.infer<typeof adviceRequestSchema>;

export type AdviceAnswer = Pick<IcloudAnswer, 'advice'>;

export interface AppleStatus {
  readonly at: string;
  readonly services: readonly {
    readonly service: string;
    readonly state: 'fine' | 'maintenance' | 'slow' | 'issue' | 'outage' | 'unlisted';
    readonly message: string | null;
    readonly since: string | null;
  }[];
}
