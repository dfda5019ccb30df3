import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** Hosts of the Internet: an address of Apple's for every name. */
const ADDRESS = [17, 248, 1, 1] as const;
const A_RECORD = 1;
const HEADER_BYTES = 12;
const ANSWER = 0x8180;
const NO_SUCH_NAME = 3;

/** How a name is answered: with an address, with 0.0.0.0 as filters do, or not at all. */
export type NameAnswer = 'address' | 'hidden' | 'silent';

/** A name service that knows every name. Resolves when it can be asked. */
export async function startNameServer(
  answerFor: (name: string) => NameAnswer,
): Promise<AsyncDisposable & { readonly address: string }> {
  const socket = createSocket('udp4');
  socket.on('message', (query, { address, port }) => {
    const reply = replyTo(query, answerFor);
    if (reply) socket.send(reply, port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    [Symbol.asyncDispose]: async () => {
      socket.close();
      await once(socket, 'close');
    },
  };
}

/** After RFC 1035: the question comes back, with one record that points at its name. */
function replyTo(query: Buffer, answerFor: (name: string) => NameAnswer): Buffer | undefined {
  const labels: string[] = [];
  let at = HEADER_BYTES;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  if (at + 5 > query.length) return undefined;
  const answer = answerFor(labels.join('.').toLowerCase());
  if (answer === 'silent') return undefined;
  const isKnown = query.readUInt16BE(at + 1) === A_RECORD;
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt16BE(query.readUInt16BE(0), 0);
  header.writeUInt16BE(isKnown || answer === 'address' ? ANSWER : ANSWER | NO_SUCH_NAME, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(isKnown ? 1 : 0, 6);
  const question = query.subarray(HEADER_BYTES, at + 5);
  if (!isKnown) return Buffer.concat([header, question]);
  const address = answer === 'hidden' ? [0, 0, 0, 0] : ADDRESS;
  const record = Buffer.from([0xc0, HEADER_BYTES, 0, A_RECORD, 0, 1, 0, 0, 0, 60, 0, 4, ...address]);
  return Buffer.concat([header, question, record]);
}
