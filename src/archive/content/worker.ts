import { parentPort, threadId, workerData } from 'node:worker_threads';
import type { FileFinding } from '../finding.ts';
import { FileChecker } from './check-file.ts';
import type { ContentReply, ContentSetup, ContentTask } from './task.ts';

/** So often a large file is heard of. */
const TELL_BYTES = 16 * 1024 * 1024;

const { classKeys, scratch }: ContentSetup = workerData;
let untold = 0;

function tell(reply: ContentReply): void {
  parentPort?.postMessage(reply);
}

function onBytes(bytes: number): void {
  untold += bytes;
  if (untold < TELL_BYTES) return;
  tell({ kind: 'read', bytes: untold });
  untold = 0;
}

const checker = new FileChecker(
  classKeys && new Map([...classKeys].map(([number, key]) => [number, Buffer.from(key)])),
  { scratch, name: `database-${threadId}` },
  onBytes,
);

parentPort?.on('message', (batch: readonly ContentTask[]) => {
  const findings: FileFinding[] = [];
  for (const task of batch) {
    const finding = checker.check(task);
    if (finding) findings.push(finding);
  }
  tell({ kind: 'done', files: batch.length, bytes: untold, findings });
  untold = 0;
});
