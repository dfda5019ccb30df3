import { parentPort, workerData } from 'node:worker_threads';
import { isThawError, messageOf } from '../../kit/errors.ts';
import type { ArchiveRequest } from '../open-archive.ts';
import { END, type Question, type Reply } from './crossing.ts';
import type { QuestionKind } from './questions.ts';
import { Reading } from './reading.ts';

const request: ArchiveRequest = workerData;
const opening = Reading.open(request);
opening.catch(() => {}); // told to whoever asks

async function answer<K extends QuestionKind>({ kind, ask, port }: Question<K>): Promise<void> {
  const reply = await replyTo(kind, ask);
  port.postMessage(reply);
  port.close();
}

async function replyTo<K extends QuestionKind>(kind: K, ask: Question<K>['ask']): Promise<Reply<K>> {
  try {
    return { ok: true, answer: await (await opening).answer(kind, ask) };
  } catch (thrown) {
    const [code, facts] = isThawError(thrown) ? [thrown.code, thrown.facts] : ['internal', {}];
    return { ok: false, code, facts, message: messageOf(thrown) };
  }
}

async function end(): Promise<void> {
  parentPort?.close();
  const reading = await opening.catch(() => undefined);
  await reading?.[Symbol.asyncDispose]();
}

parentPort?.on('message', (asked: Question<QuestionKind> | typeof END) => {
  if (asked === END) void end();
  else void answer(asked);
});
