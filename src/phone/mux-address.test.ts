import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type MuxAddress, muxAddress, muxAddressText, parseMuxAddress } from './mux-address.ts';

const forms: [text: string, address: MuxAddress][] = [
  ['UNIX:/run/mux', { kind: 'unix', path: '/run/mux' }],
  ['unix:///run/mux', { kind: 'unix', path: '/run/mux' }],
  ['/run/with:colon', { kind: 'unix', path: '/run/with:colon' }],
  ['./here', { kind: 'unix', path: './here' }],
  ['mux.sock', { kind: 'unix', path: 'mux.sock' }],
  ['127.0.0.1:27015', { kind: 'tcp', host: '127.0.0.1', port: 27015 }],
  ['tcp://nas.local:4000', { kind: 'tcp', host: 'nas.local', port: 4000 }],
  ['[::1]:4000', { kind: 'tcp', host: '::1', port: 4000 }],
];

for (const [text, address] of forms) {
  test(`USBMUXD_SOCKET_ADDRESS=${text}`, () => {
    assert.deepEqual(muxAddress({ USBMUXD_SOCKET_ADDRESS: text }, 'linux'), address);
  });
}

for (const text of [
  'host:',
  ':27015',
  'host:0',
  'host:65536',
  'host:port',
  '::1:27015',
  '[::1]',
  'UNIX:',
  'a b:1',
]) {
  test(`"${text}" is refused and not taken for the default`, () => {
    assert.throws(() => muxAddress({ USBMUXD_SOCKET_ADDRESS: text }, 'linux'), { code: 'mux.address' });
  });
}

test('without the variable it is the place of the system', () => {
  assert.deepEqual(muxAddress({}, 'darwin'), { kind: 'unix', path: '/var/run/usbmuxd' });
  assert.deepEqual(muxAddress({ USBMUXD_SOCKET_ADDRESS: '' }, 'win32'), {
    kind: 'tcp',
    host: '127.0.0.1',
    port: 27015,
  });
});

test('an address as text reads back as the same address', () => {
  const host = fc.oneof(fc.ipV4(), fc.ipV6(), fc.domain());
  fc.assert(
    fc.property(host, fc.integer({ min: 1, max: 65535 }), (name, port) => {
      const address: MuxAddress = { kind: 'tcp', host: name, port };
      assert.deepEqual(parseMuxAddress(muxAddressText(address)), address);
    }),
  );
});
