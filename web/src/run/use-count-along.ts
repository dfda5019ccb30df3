import { useEffect, useState } from 'react';
import type { StepCard } from '../../../src/server/contract/steps.ts';

/** For an action that is no more than a press. */
const PRESS_SECONDS = 2;
const EVERY_MS = 100;

/** Whose turn it is while a person counts along: the action and its buttons, how much of its time is over, and the whole seconds left. */
export interface Turn {
  readonly action: number;
  readonly hold: readonly string[];
  readonly part: number;
  readonly left: number;
}

export interface CountAlong {
  readonly possible: boolean;
  readonly turn: Turn | undefined;
  readonly begin: () => void;
  readonly stop: () => void;
}

/** Leads through a step that is held for a time, in step with the person, who says when it begins. */
export function useCountAlong(step: StepCard | null): CountAlong {
  const [began, setBegan] = useState<number>();
  const [now, setNow] = useState(0);
  const stages = stagesOf(step);
  useEffect(() => {
    if (began === undefined) return;
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, [began]);
  return {
    possible: stages.length > 0,
    turn: began === undefined ? undefined : turnAt(stages, Math.max(0, now - began) / 1000),
    begin: () => {
      setNow(Date.now());
      setBegan(Date.now());
    },
    stop: () => setBegan(undefined),
  };
}

export type Stage = NonNullable<StepCard['timer']>[number];

/** Each action up to the last that is timed. */
export function stagesOf(step: Pick<StepCard, 'timer'> | null): readonly Stage[] {
  const timer = step?.timer ?? [];
  const last = Math.max(-1, ...timer.map(({ action }) => action));
  return Array.from(
    { length: last + 1 },
    (_, action) => timer.find((one) => one.action === action) ?? { action, hold: [], seconds: PRESS_SECONDS },
  );
}

/** Undefined when all of it is over. */
export function turnAt(stages: readonly Stage[], seconds: number): Turn | undefined {
  let before = 0;
  for (const { action, hold, seconds: length } of stages) {
    if (seconds < before + length) {
      const part = (seconds - before) / length;
      return { action, hold, part, left: Math.ceil(before + length - seconds) };
    }
    before += length;
  }
  return undefined;
}
