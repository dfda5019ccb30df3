import { z } from 'zod';
import { ThawError } from '../kit/errors.ts';
import { ownerStepSchema } from './owner-steps.ts';
import type { VirtualPhone } from './phone.ts';

/** Where a conversation with the backup agent stands. */
const phases = [
  'connecting',
  'waiting-for-passcode',
  'preparing',
  'sending',
  'finishing',
  'verifying',
  'restoring',
] as const;
export type Phase = (typeof phases)[number];

/** What a fault is handed when it strikes. */
export interface Strike<Parameters> {
  readonly phone: VirtualPhone;
  readonly parameters: Parameters;
  /** Aborted when the fault is over: its `seconds` have passed, its `until` has come, the phone is gone. */
  readonly over: AbortSignal;
  /** Aborted when the conversation that was struck has ended. */
  readonly signal: AbortSignal;
}

/** The agent ends the conversation with this code and text (MBErrorDomain). */
export class AgentFault extends ThawError<'virtual.agent-fault'> {
  readonly errorCode: number;

  constructor(errorCode: number, text: string) {
    super('virtual.agent-fault', text, { facts: { errorCode } });
    this.errorCode = errorCode;
  }
}

/** The file in hand cannot be read: the agent reports it to the computer as such and goes on with the next. */
export class UnreadableFile extends ThawError<'virtual.unreadable-file'> {
  /** The backup may end well without it. */
  readonly forgiven: boolean;

  constructor(text: string, forgiven = false) {
    super('virtual.unreadable-file', text);
    this.forgiven = forgiven;
  }
}

/** The backup daemon died: the conversation is over without another word. */
export class AgentKilled extends ThawError<'virtual.agent-killed'> {
  constructor(text: string) {
    super('virtual.agent-killed', text);
  }
}

const triggerSchema = z
  .strictObject({
    phase: z.enum(phases).optional(),
    bytesSent: z.int().nonnegative().optional(),
    file: z.int().positive().optional(),
    percent: z.number().min(0).max(100).optional(),
    seconds: z.number().nonnegative().optional(),
  })
  .describe(
    'All that are named must be met. `seconds` counts from the start of the phase if one is named, else from when the phone came up.',
  );
export type Trigger = z.infer<typeof triggerSchema>;

/** Fields every fault may carry. */
const commonShape = {
  when: triggerSchema.default({}).describe('Absent: from the start.'),
  times: z.int().positive().optional().describe('In how many conversations it strikes.'),
  probability: z.number().min(0).max(1).default(1),
  seconds: z.number().nonnegative().optional().describe('How long it lasts.'),
  until: z
    .union([z.enum(['reboot', 'reconnect']), ownerStepSchema])
    .optional()
    .describe('What ends it.'),
};

export interface FaultTraits {
  /**
   * `agent`: falls on the backup conversation, so it waits for the agent's next step when it is set off from elsewhere.
   * `phone`: falls on the phone as a whole, at once.
   */
  readonly falls: 'agent' | 'phone';
  /** How long it lasts when the scenario says neither `seconds` nor `until`; absent: for ever. */
  readonly seconds?: number;
  /** In how many conversations it strikes when the scenario does not say. */
  readonly times?: number;
  /** It stays with the file it struck first, whatever its number in later conversations. */
  readonly staysWithFile?: true;
}

/**
 * One fault verb: its own fields beside the common ones, and what it does. `strike` resolves when the agent may go on;
 * what lasts longer is undone when `over` is aborted. It throws to end the conversation.
 */
export function defineFault<const Verb extends string, Shape extends z.ZodRawShape>(
  verb: Verb,
  traits: FaultTraits,
  shape: Shape,
  strike: (strike: Strike<z.infer<z.ZodObject<Shape>>>) => void | Promise<void>,
) {
  const parameters = z.object(shape);
  return {
    verb,
    traits,
    schema: z.strictObject({ do: z.literal(verb), ...commonShape, ...shape }),
    /** The deed of one fault of a scenario. */
    bind: (fault: unknown) => {
      const own = parameters.parse(fault);
      return async (strikeNow: Strike<unknown>): Promise<void> => strike({ ...strikeNow, parameters: own });
    },
  };
}

/** Calls `undo` when the fault is over. */
export function whenOver({ over }: Strike<unknown>, undo: () => void): void {
  if (over.aborted) undo();
  else over.addEventListener('abort', undo, { once: true });
}
