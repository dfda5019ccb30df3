import assert from 'node:assert/strict';
import { duplexPair } from 'node:stream';
import { test } from 'node:test';
import { FakeClock } from '../../../test/support/fake-clock.ts';
import { Channel } from '../../kit/channel.ts';
import { asDict, dataIn, integerIn, maybeStringIn, stringIn } from '../../wire/plist/access.ts';
import type { PlistDict, PlistLiteral } from '../../wire/plist/value.ts';
import { encodeFrame, readFrame } from '../../wire/plist-frame.ts';
import { VirtualPhone } from '../phone.ts';
import { type ScenarioInput, scenarioSchema } from '../scenario.ts';
import { lockdownd } from './lockdownd.ts';

/** A computer on a plain connection to lockdownd. */
class Computer implements Disposable {
  readonly phone: VirtualPhone;
  readonly #channel: Channel;
  readonly #end = new AbortController();

  constructor(scenario: ScenarioInput) {
    const [near, far] = duplexPair();
    this.phone = new VirtualPhone(scenarioSchema.parse(scenario), new FakeClock());
    this.#channel = new Channel(near);
    lockdownd(this.phone, this.phone.cable, far, this.#end.signal).catch(() => undefined);
  }

  async ask(request: PlistLiteral): Promise<PlistDict> {
    await this.#channel.write(encodeFrame({ Label: 'test', ...request }, 'xml'));
    return asDict(await readFrame(this.#channel.reader));
  }

  async refusal(request: PlistLiteral): Promise<string | undefined> {
    return maybeStringIn(await this.ask(request), 'Error');
  }

  [Symbol.dispose](): void {
    this.#end.abort();
    this.#channel.destroy();
    this.phone[Symbol.dispose]();
  }
}

const pairRecord = {
  HostID: '6A9E1F35-5B0F-4B7F-9E07-5B4F9A0C1D2E',
  SystemBUID: '1D2E3F40-5B0F-4B7F-9E07-5B4F9A0C1D2E',
  RootCertificate: Buffer.from('root'),
  HostCertificate: Buffer.from('host'),
  DeviceCertificate: Buffer.from('device'),
};

test('the answer repeats the request, its domain and its key', async () => {
  using computer = new Computer({});
  assert.equal(stringIn(await computer.ask({ Request: 'QueryType' }), 'Type'), 'com.apple.mobile.lockdown');
  const version = await computer.ask({ Request: 'GetValue', Key: 'ProductVersion' });
  assert.deepEqual(
    [...version],
    [
      ['Request', 'GetValue'],
      ['Key', 'ProductVersion'],
      ['Value', '26.2'],
    ],
  );
});

test('before a session a phone shows its public face only', async () => {
  using computer = new Computer({});
  const get = (rest: PlistLiteral) => computer.refusal({ Request: 'GetValue', ...rest });
  assert.equal(await get({ Key: 'DevicePublicKey' }), undefined);
  assert.equal(await get({ Key: 'PhoneNumber' }), 'GetProhibited');
  assert.equal(await get({ Domain: 'com.apple.mobile.backup', Key: 'WillEncrypt' }), 'GetProhibited');
  assert.equal(
    await computer.refusal({ Request: 'SetValue', Key: 'DeviceName', Value: 'x' }),
    'SessionInactive',
  );
  assert.equal(
    await computer.refusal({ Request: 'StartService', Service: 'com.apple.afc' }),
    'SessionInactive',
  );
  assert.equal(await computer.refusal({ Request: 'Sing' }), 'InvalidRequest');
});

test('one service is open to a computer without a session, in plain', async () => {
  using computer = new Computer({});
  const service = 'com.apple.mobile.insecure_notification_proxy';
  const started = await computer.ask({ Request: 'StartService', Service: service });
  assert.ok(integerIn(started, 'Port') >= 49152);
  assert.equal(started.get('EnableServiceSSL'), false);
});

test('a session needs a computer the phone knows', async () => {
  using computer = new Computer({});
  assert.equal(await computer.refusal({ Request: 'StartSession' }), 'MissingHostID');
  const start = { Request: 'StartSession', HostID: pairRecord.HostID, SystemBUID: pairRecord.SystemBUID };
  assert.equal(await computer.refusal(start), 'InvalidHostID');
});

test('pairing waits for the owner, then gives the escrow bag', async () => {
  using computer = new Computer({ owner: [{ when: 'trust-prompt', do: 'nothing' }] });
  const pair = { Request: 'Pair', PairRecord: pairRecord, ProtocolVersion: '2' };
  const asked: string[] = [];
  using _asked = computer.phone.onNotification((name) => asked.push(name));
  assert.equal(await computer.refusal(pair), 'PairingDialogResponsePending');
  assert.equal(await computer.refusal(pair), 'PairingDialogResponsePending');
  computer.phone.owner.act('tap-trust');
  await Promise.resolve();
  assert.equal(dataIn(await computer.ask(pair), 'EscrowBag').length, 32);
  assert.deepEqual(asked, ['com.apple.mobile.lockdown.request_pair']);

  const known = { Request: 'ValidatePair', PairRecord: pairRecord };
  assert.equal(await computer.refusal(known), undefined);
  assert.equal(await computer.refusal({ ...known, Request: 'Unpair' }), undefined);
  assert.equal(await computer.refusal(known), 'InvalidHostID');
});

test('refusals of pairing have their own words', async () => {
  const pair = { Request: 'Pair', PairRecord: pairRecord, ProtocolVersion: '2' };
  using locked = new Computer({ phone: { trusted: false, locked: true } });
  assert.equal(await locked.refusal(pair), 'PasswordProtected');
  using denied = new Computer({ phone: { trusted: 'denied' } });
  assert.equal(await denied.refusal(pair), 'UserDeniedPairing');
  using incomplete = new Computer({ phone: { trusted: false } });
  assert.equal(await incomplete.refusal({ Request: 'Pair' }), 'MissingPairRecord');
});
