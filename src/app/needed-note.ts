import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NamedCause, RunEvent } from '../kit/run-event.ts';

/** Seen by whoever looks where the backups are, also weeks later. */
const NAME = 'Thaw needs you.txt';

/**
 * The events as they are; a run that ends because only a person can go on leaves a note of what is needed beside the
 * backup, and one that is verified takes an earlier note away. A disk that takes no note, or keeps it, is no failure.
 */
export async function* leavingNote(
  events: AsyncIterable<RunEvent>,
  destination: string,
): AsyncGenerator<RunEvent, void, undefined> {
  const path = join(destination, NAME);
  let cause: NamedCause | undefined;
  let step: Extract<RunEvent, { type: 'person.needed' }> | undefined;
  for await (const event of events) {
    if (event.type === 'cause.named') cause = event.cause;
    if (event.type === 'person.needed') step = event;
    if (event.type === 'run.finished' && event.outcome === 'verified')
      await rm(path, { force: true }).catch(() => undefined);
    if (event.type === 'run.finished' && event.outcome === 'needs-person')
      await writeFile(path, noteOf(event.at, cause, step), { mode: 0o600 }).catch(() => undefined);
    yield event;
  }
}

function noteOf(
  at: string,
  cause: NamedCause | undefined,
  step: Extract<RunEvent, { type: 'person.needed' }> | undefined,
): string {
  const todo = step === undefined ? (cause?.next ?? '') : step.sentence;
  const lines = [
    `The backup of ${at.slice(0, 16).replace('T', ' ')} UTC waits for you.`,
    '',
    ...(cause ? [cause.sentence, cause.safe] : []),
    '',
    todo,
    ...(step?.actions ?? []).map((action, index) => `${index + 1}. ${action}`),
    '',
    'Then start the backup again: it goes on where it was. This note goes away by itself once a backup is verified.',
  ];
  return `${lines.join('\n')}\n`;
}
