import assert from 'node:assert/strict';
import { createConnection } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { visitPage } from '../support/page-visit.ts';

const visit = await visitPage();
after(() => visit[Symbol.asyncDispose]());
const { origin } = visit;
const { host } = new URL(origin);

test('who sends a request too slowly is sent away, and keeps nobody else waiting', {
  timeout: 60_000,
}, async () => {
  const { port } = new URL(origin);
  const slow = createConnection(Number(port), '127.0.0.1');
  slow.write(`GET /api/phones HTTP/1.1\r\nHost: ${host}\r\nX-Slow: `);
  const ended = text(slow);
  assert.equal((await visit.raw('GET', '/api/phones')).status, 200);
  assert.match(await ended, /^HTTP\/1\.1 408 |^$/);
});

test('nor is a body waited for without end', { timeout: 90_000 }, async () => {
  const { port } = new URL(origin);
  const slow = createConnection(Number(port), '127.0.0.1');
  const head = `Host: ${host}\r\nOrigin: ${origin}\r\nCookie: ${visit.cookie}`;
  slow.write(
    `POST /api/virtual HTTP/1.1\r\n${head}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
  );
  assert.match(await text(slow), /^HTTP\/1\.1 408 |^$/);
});
