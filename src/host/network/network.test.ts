import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { test } from 'node:test';
import { createServer as createTlsServer } from 'node:tls';
import { interceptedCertificate } from '../../../test/support/made-certificate.ts';
import { startNameServer } from '../../../test/support/name-server.ts';
import { systemClock } from '../../kit/clock.ts';
import { wayToInternet } from './captive-portal.ts';
import { isIntercepted, shakeHands } from './handshake.ts';
import { measureLatency } from './latency.ts';
import { isPublic, judgeName, resolveHost } from './resolve.ts';
import { measureUpload } from './upload.ts';

const HOST = 'gateway.icloud.com';

async function listening<S extends Server>(server: S): Promise<AsyncDisposable & { port: number }> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  return {
    port: address.port,
    [Symbol.asyncDispose]: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}

test('a filter that hides a name is told from a name that does not exist', async () => {
  await using filter = await startNameServer({ [HOST]: '0.0.0.0' });
  await using honest = await startNameServer({ [HOST]: '17.248.1.1' });
  await using empty = await startNameServer({});
  const [byFilter, byHonest, byEmpty] = await Promise.all(
    [filter, honest, empty].map(({ address }) => resolveHost(HOST, { server: address })),
  );
  assert.ok(byFilter && byHonest && byEmpty);
  assert.deepEqual(byHonest, { kind: 'addresses', addresses: ['17.248.1.1'] });
  assert.equal(judgeName(byHonest, byHonest), 'fine');
  assert.equal(judgeName(byFilter, byHonest), 'blocked');
  assert.equal(judgeName(byEmpty, byHonest), 'blocked');
  assert.equal(judgeName(byEmpty, byEmpty), 'no-such-name');
});

test('a resolver that says nothing is no verdict on the name', async () => {
  const deaf = createSocket('udp4').bind(0, '127.0.0.1');
  await once(deaf, 'listening');
  const address = `127.0.0.1:${deaf.address().port}`;
  const silent = await resolveHost(HOST, { server: address, limitMs: 100 });
  assert.equal(silent.kind, 'silent');
  assert.equal(judgeName(silent, silent), 'resolver-silent');
  deaf.close();
});

test('private, local and shared addresses are no services on the Internet', () => {
  for (const address of [
    '0.0.0.0',
    '192.168.1.2',
    '172.20.0.1',
    '100.64.0.1',
    '::',
    '::1',
    'fd00::1',
    'fe80::1',
  ])
    assert.equal(isPublic(address), false, address);
  for (const address of ['17.248.1.1', '172.32.0.1', '2620:149::1'])
    assert.equal(isPublic(address), true, address);
});

test('a connection that security software opens and reseals is seen by who made its certificate', async () => {
  const made = await interceptedCertificate(HOST, 'Kaspersky Anti-Virus Personal Root');
  await using server = await listening(createTlsServer(made));
  const target = { host: HOST, address: '127.0.0.1', port: server.port };
  const handshake = await shakeHands(target, systemClock);
  assert.equal(handshake.kind, 'secure');
  assert.deepEqual(handshake.kind === 'secure' && handshake.issuers, ['Kaspersky Anti-Virus Personal Root']);
  assert.equal(isIntercepted(handshake), true);
});

test('a certificate by Apple that this computer trusts is nobody’s interception', () => {
  const issuers = ['Apple Inc.', 'DigiCert Inc'];
  assert.equal(isIntercepted({ kind: 'secure', milliseconds: 30, trusted: true, issuers }), false);
});

test('who hangs up during the handshake is told from who cannot be reached', async () => {
  await using rude = await listening(createServer((socket) => socket.destroy()));
  const target = { host: HOST, address: '127.0.0.1' };
  assert.equal((await shakeHands({ ...target, port: rude.port }, systemClock)).kind, 'refused-tls');
  const { port } = rude;
  await rude[Symbol.asyncDispose]();
  assert.deepEqual(await shakeHands({ ...target, port }, systemClock), {
    kind: 'unreachable',
    code: 'ECONNREFUSED',
  });
});

test('a portal is whatever is not Apple’s own test page, a redirect included', async () => {
  const success = '<HTML><HEAD><TITLE>Success</TITLE></HEAD><BODY>Success</BODY></HTML>';
  const answers = new Map([
    ['/open', { status: 200, body: success }],
    ['/login', { status: 200, body: '<html>Welcome to the hotel</html>' }],
    ['/moved', { status: 302, body: success }],
  ]);
  const http = createHttpServer(({ url }, response) => {
    const { status, body } = answers.get(url ?? '') ?? { status: 404, body: '' };
    response.writeHead(status, { location: '/open' }).end(body);
  });
  await using server = await listening(http);
  const ways = ['/open', '/login', '/moved'].map((path) =>
    wayToInternet(systemClock, { page: `http://127.0.0.1:${server.port}${path}` }),
  );
  assert.deepEqual(await Promise.all(ways), ['open', 'portal', 'portal']);
  http.closeAllConnections();
});

test('no way at all is neither open nor a portal', async () => {
  const closed = await listening(createServer());
  await closed[Symbol.asyncDispose]();
  assert.equal(await wayToInternet(systemClock, { page: `http://127.0.0.1:${closed.port}/` }), 'none');
});

test('latency is measured by real connections, and a service that is not there has none', async () => {
  const server = createServer((socket) => socket.on('error', () => undefined).end());
  const there = await listening(server);
  const target = { host: '127.0.0.1', port: there.port, count: 4 };
  const measured = await measureLatency(target, systemClock);
  assert.ok(measured && measured.median > 0 && measured.loss === 0);
  await there[Symbol.asyncDispose]();
  assert.equal(await measureLatency(target, systemClock), undefined);
});

test('the upload rate counts what a real server received', async () => {
  let received = 0;
  const http = createHttpServer((request, response) => {
    request.on('data', (chunk: Buffer) => {
      received += chunk.length;
    });
    request.on('end', () => response.end());
  });
  await using server = await listening(http);
  const url = `http://127.0.0.1:${server.port}/`;
  const { bytes, bytesPerSecond } = await measureUpload({ url, milliseconds: 100 }, systemClock);
  assert.equal(bytes, received);
  assert.ok(bytesPerSecond > 0);
  http.closeAllConnections();
});
