import type { Clock } from '../kit/clock.ts';
import type { Scenario } from '../virtual/scenario.ts';
import type { ClientName } from './client.ts';
import type { LabResult } from './judge.ts';
import { runScenario } from './run-scenario.ts';

export interface LabRequest {
  readonly scenarios: readonly Scenario[];
  readonly clients: readonly ClientName[];
  /** The command line that is Thaw. */
  readonly thaw: readonly [string, ...string[]];
  /** How many run at a time. */
  readonly atATime: number;
  /** Of these the results are known, and need not be found again. */
  readonly known?: readonly Pick<LabResult, 'scenario' | 'client'>[];
}

/** Runs every scenario with every program; results come as they are there, in no order. */
export async function* lab(
  request: LabRequest,
  clock: Clock,
  signal: AbortSignal,
): AsyncGenerator<LabResult> {
  const known = new Set(request.known?.map(({ scenario, client }) => `${client} ${scenario}`));
  const waiting = request.scenarios
    .flatMap((scenario) => request.clients.map((client) => ({ scenario, client })))
    .filter(({ scenario: { name }, client }) => !known.has(`${client} ${name}`));
  const running = new Map<number, Promise<{ readonly key: number; readonly result: LabResult }>>();
  let started = 0;
  const startNext = (): void => {
    const next = waiting.shift();
    if (!next) return;
    const key = started;
    started += 1;
    const run = runScenario(next.scenario, next.client, request.thaw, clock);
    running.set(
      key,
      run.then((result) => ({ key, result })),
    );
  };
  try {
    while (running.size < request.atATime && waiting.length > 0) startNext();
    while (running.size > 0) {
      const { key, result } = await Promise.race(running.values());
      running.delete(key);
      if (!signal.aborted) startNext();
      yield result;
    }
  } finally {
    await Promise.allSettled(running.values());
  }
}
