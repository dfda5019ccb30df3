import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hostIn, sockaddrOf } from './sockaddr.ts';

test('an address of the home network, byte for byte as usbmuxd tells it', () => {
  const bytes = Buffer.from('1002f27ec0a801170000000000000000', 'hex');
  assert.equal(hostIn(bytes), '192.168.1.23');
  assert.deepEqual(sockaddrOf('192.168.1.23', 62078), bytes);
});

test('an address of one interface only names that interface', () => {
  assert.equal(hostIn(sockaddrOf('fe80::1c2d:3e4f%4')), 'fe80:0:0:0:0:0:1c2d:3e4f%4');
  assert.equal(hostIn(sockaddrOf('fd00::')), 'fd00:0:0:0:0:0:0:0');
});

test('every address survives the way there and back', () => {
  fc.assert(fc.property(fc.ipV4(), (host) => hostIn(sockaddrOf(host)) === host));
  const long = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(long, (groups) => {
      const host = groups.map((group) => group.toString(16)).join(':');
      assert.equal(hostIn(sockaddrOf(host)), host);
    }),
  );
});

test('whatever else stands there is no address', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const host = hostIn(bytes);
      assert.ok(host === undefined || bytes[1] === 2 || bytes[1] === 0x1e);
    }),
  );
  assert.equal(hostIn(Buffer.from([2, 2, 0, 0])), undefined);
});
