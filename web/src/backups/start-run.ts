import type { RunRequest, RunStarted } from '../../../src/server/contract/runs.ts';
import { call } from '../api/call.ts';
import { navigate } from '../shell/router.ts';

/** Begins a run and goes to where it can be watched. Rejects as `call` does. */
export async function startRun(request: RunRequest): Promise<void> {
  const { run } = await call<RunStarted>('POST', '/api/runs', request);
  navigate(`/runs/${encodeURIComponent(run)}`);
}
