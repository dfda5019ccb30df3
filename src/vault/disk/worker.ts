import { parentPort, type Transferable } from 'node:worker_threads';
import { VaultError } from '../errors.ts';
import { failureOf } from './store.ts';
import { type DiskReply, type DiskVerb, type DiskWork, diskWork } from './work.ts';

/** The other thread: does what it is asked with plain synchronous calls, in order. */
parentPort?.on('message', <V extends DiskVerb>(request: { verb: V; task: DiskWork[V]['task'] }) => {
  try {
    const result = diskWork[request.verb](request.task);
    parentPort?.postMessage({ verb: request.verb, result }, memoryOf(result));
  } catch (thrown) {
    parentPort?.postMessage(failedReply(thrown));
  }
});

/** An error does not cross threads with its class: what is needed to make it again does. */
function failedReply(thrown: unknown): DiskReply {
  if (!(thrown instanceof VaultError)) return { verb: 'failed', ...failureOf(thrown) };
  const { code, message, facts } = thrown;
  return { verb: 'refused', code, message, facts };
}

/** Memory that goes back with the answer instead of being copied. */
function memoryOf(result: DiskWork[DiskVerb]['result']): Transferable[] {
  if (result === undefined) return [];
  if ('data' in result) return [result.data];
  if ('times' in result) return [result.sizes.buffer, result.times.buffer];
  return [result.buffer];
}
