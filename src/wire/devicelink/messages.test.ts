import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeBinary } from '../plist/binary-decode.ts';
import { encodeBinary } from '../plist/binary-encode.ts';
import { Real } from '../plist/value.ts';
import { decodeHostMessage, encodeHostMessage } from './host-message.ts';
import { decodePhoneMessage, encodePhoneMessage, type PhoneMessage } from './phone-message.ts';
import { backupErrorOfStatus, statusOfSystemCode } from './status.ts';

/** Messages are ordinary objects; fast-check would else make some without a prototype. */
const record = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(model, { noNullPrototype: true });
const path = fc.string({ minLength: 1 });
const progress = fc.double({ min: 0, max: 100, noNaN: true });
const size = fc.nat();
const phoneMessage: fc.Arbitrary<Exclude<PhoneMessage, { name: 'unknown' }>> = fc.oneof(
  record({ name: fc.constant('DLMessageVersionExchange' as const), major: size, minor: size }),
  fc.constant({ name: 'DLMessageDeviceReady' as const }),
  fc.constant({ name: 'DLMessageGetFreeDiskSpace' as const }),
  record({ name: fc.constant('DLMessageDownloadFiles' as const), paths: fc.array(path), progress }),
  record({ name: fc.constant('DLMessageUploadFiles' as const), progress, totalBytes: size }),
  record({ name: fc.constant('DLContentsOfDirectory' as const), path }),
  record({ name: fc.constant('DLMessageCreateDirectory' as const), path }),
  record({
    name: fc.constant('DLMessageMoveItems' as const),
    pairs: fc.uniqueArray(fc.tuple(path, path), { selector: ([from]) => from }),
    progress,
  }),
  record({ name: fc.constant('DLMessageRemoveItems' as const), paths: fc.array(path), progress }),
  record({ name: fc.constant('DLMessageCopyItem' as const), from: path, to: path }),
  record({ name: fc.constant('DLMessagePurgeDiskSpace' as const), bytes: size, urgency: size }),
  record({ name: fc.constant('DLMessageDisconnect' as const), reason: path }),
);

test('every message of the phone survives the journey', () => {
  fc.assert(
    fc.property(phoneMessage, (message) => {
      assert.deepEqual(decodePhoneMessage(decodeBinary(encodeBinary(encodePhoneMessage(message)))), message);
    }),
  );
});

test('older names of the same messages are understood, unknown ones are told', () => {
  assert.deepEqual(decodePhoneMessage(['DLMessageRemoveFiles', ['a'], new Map(), new Real(1)]), {
    name: 'DLMessageRemoveItems',
    paths: ['a'],
    progress: 1,
  });
  assert.deepEqual(decodePhoneMessage(['DLMessageFutureThing', 1]), {
    name: 'unknown',
    called: 'DLMessageFutureThing',
  });
});

test('a message with a path that is no string is refused', () => {
  assert.throws(() => decodePhoneMessage(['DLMessageDownloadFiles', [7]]), { code: 'wire.unexpected' });
  assert.throws(() => decodePhoneMessage(['DLMessageMoveItems', new Map([['a', 7]])]), {
    code: 'wire.devicelink',
  });
});

test('a negative status arrives as it was sent, also as the large unsigned number other programs send', () => {
  const status = { name: 'DLMessageStatusResponse', status: -6, text: 'gone' } as const;
  const arrived = decodeHostMessage(decodeBinary(encodeBinary(encodeHostMessage(status))));
  assert.deepEqual(arrived, { ...status, payload: new Map() });
  const unsigned = decodeHostMessage([
    'DLMessageStatusResponse',
    0xfffffffffffffffan,
    '___EmptyParameterString___',
  ]);
  assert.deepEqual(unsigned, { name: 'DLMessageStatusResponse', status: -6, text: '', payload: undefined });
});

test('a full disk reaches the phone as a full disk, an unknown failure as a failure', () => {
  assert.equal(backupErrorOfStatus(statusOfSystemCode('ENOSPC')), 105);
  assert.equal(backupErrorOfStatus(statusOfSystemCode('EFBIG')), 105);
  assert.equal(backupErrorOfStatus(statusOfSystemCode('EWHATEVER')), 100);
});
