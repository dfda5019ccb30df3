import { parentPort, type Transferable } from 'node:worker_threads';
import { failureOf } from './store.ts';
import { type DiskReply, type DiskVerb, type DiskWork, diskWork } from './work.ts';

/** The other thread: does what it is asked with plain synchronous calls, in order. */
parentPort?.on('message', <V extends DiskVerb>(request: { verb: V; task: DiskWork[V]['task'] }) => {
  try {
    const result = diskWork[request.verb](request.task);
    parentPort?.postMessage({ verb: request.verb, result }, memoryOf(result));
  } catch (thrown) {
    parentPort?.postMessage({ verb: 'failed', ...failureOf(thrown) } satisfies DiskReply);
  }
});

/** Memory that goes back with the answer instead of being copied. */
function memoryOf(result: DiskWork[DiskVerb]['result']): Transferable[] {
  if (result === undefined) return [];
  if ('data' in result) return [result.data];
  if ('times' in result) return [result.sizes.buffer, result.times.buffer];
  return [result.buffer];
}
