import { z } from 'zod';
import { riskClasses } from '../kit/evidence.ts';

const outcomes = ['verified', 'finished', 'needs-person', 'failed', 'cancelled'] as const;

const causeSchema = z.looseObject({
  id: z.string(),
  requirements: z.array(z.string()),
  certainty: z.number(),
  sentence: z.string(),
  evidence: z.array(z.looseObject({ kind: z.string() })),
});
/** As the program told it. */
export type ToldCause = z.infer<typeof causeSchema>;

const remedySchema = z.looseObject({ id: z.string(), result: z.string() });

/** What the lab looks at in the events of a run; all others are counted by their type alone. */
const eventSchema = z.union([
  z.looseObject({ type: z.literal('cause.named'), cause: causeSchema }),
  z.looseObject({ type: z.literal('person.needed'), step: z.string() }),
  z.looseObject({ type: z.literal('remedy.started'), remedy: z.string(), risk: z.enum(riskClasses) }),
  z.looseObject({
    type: z.literal('run.finished'),
    outcome: z.enum(outcomes),
    remedies: z.array(remedySchema),
    skipped: z.array(z.looseObject({ path: z.string() })),
    previous: z.enum(['intact', 'none']),
  }),
  z
    .looseObject({
      type: z.string().regex(/^(?!(cause\.named|person\.needed|remedy\.started|run\.finished)$)/),
    })
    .transform(({ type }) => ({ type: 'other' as const, name: type })),
]);
export type ToldEvent = z.infer<typeof eventSchema>;

/** One line of `thaw backup --json`. Throws when it is not an event as design has them. */
export function readEvent(line: string): ToldEvent {
  return eventSchema.parse(JSON.parse(line));
}
