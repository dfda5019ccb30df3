import assert from 'node:assert/strict';
import { duplexPair } from 'node:stream';
import { test } from 'node:test';
import { FakeClock } from '../../../test/support/fake-clock.ts';
import { Channel } from '../../kit/channel.ts';
import { arrayIn, asDict, dataIn, dictIn, integerIn, stringIn } from '../../wire/plist/access.ts';
import type { PlistDict, PlistInput } from '../../wire/plist/value.ts';
import { encodeFrame, readFrame } from '../../wire/plist-frame.ts';
import { VirtualPhone } from '../phone.ts';
import { scenarioSchema } from '../scenario.ts';
import type { Service } from '../service.ts';
import { heartbeat } from './heartbeat.ts';
import { installationProxy } from './installation-proxy.ts';
import { insecureNotificationProxy, notificationProxy } from './notification-proxy.ts';
import { springboard } from './springboard.ts';

/** A computer connected to one service. */
function connect(service: Service) {
  const clock = new FakeClock();
  const phone = new VirtualPhone(scenarioSchema.parse({}), clock);
  const [near, far] = duplexPair();
  const channel = new Channel(near);
  const { signal } = new AbortController();
  service({ phone, channel: new Channel(far), signal })
    .catch(() => undefined)
    .finally(() => far.end());
  return {
    clock,
    phone,
    send: (body: PlistInput): Promise<void> => channel.write(encodeFrame(body, 'binary')),
    receive: async (): Promise<PlistDict> => asDict(await readFrame(channel.reader)),
  };
}

test('heartbeat: Marco every ten seconds, for as long as Polo comes', async () => {
  const { clock, receive, send } = connect(heartbeat);
  for (let beat = 0; beat < 3; beat += 1) {
    const marco = await receive();
    assert.deepEqual([stringIn(marco, 'Command'), integerIn(marco, 'Interval')], ['Marco', 10]);
    await send({ Command: 'Polo' });
    await clock.advance(10_000);
  }
  await receive();
  await clock.advance(10_000);
  await assert.rejects(receive(), { code: 'stream.ended' });
});

test('installation_proxy: Browse gives the apps in pieces, Lookup by name', async () => {
  const { send, receive } = connect(installationProxy);
  const ReturnAttributes = ['CFBundleIdentifier', 'ApplicationSINF'];
  await send({ Command: 'Browse', ClientOptions: { ApplicationType: 'User', ReturnAttributes } });
  const batch = await receive();
  const apps = arrayIn(batch, 'CurrentList').map((app) => [...asDict(app).keys()]);
  assert.equal(integerIn(batch, 'Total'), apps.length);
  for (const keys of apps) assert.deepEqual(keys, ['CFBundleIdentifier']);
  assert.equal(stringIn(await receive(), 'Status'), 'Complete');

  await send({ Command: 'Lookup', ClientOptions: { BundleIDs: ['com.apple.mobilesafari'] } });
  const found = dictIn(await receive(), 'LookupResult');
  assert.equal(stringIn(dictIn(found, 'com.apple.mobilesafari'), 'CFBundleDisplayName'), 'Safari');
});

test('springboardservices: an icon is a PNG, one colour an app', async () => {
  const { send, receive } = connect(springboard);
  const icon = async (bundleId: string): Promise<Buffer> => {
    await send({ command: 'getIconPNGData', bundleId });
    return Buffer.from(dataIn(await receive(), 'pngData'));
  };
  const [notes, maps] = [await icon('org.example.notes'), await icon('org.example.maps')];
  assert.equal(notes.subarray(1, 4).toString(), 'PNG');
  assert.notDeepEqual(notes, maps);
});

test('notification_proxy relays what is observed, and dies when told to', async () => {
  const { phone, send, receive } = connect(notificationProxy);
  await send({ Command: 'ObserveNotification', Name: 'a' });
  await send({ Command: 'PostNotification', Name: 'a' });
  const relayed = await receive();
  assert.deepEqual(
    [...relayed],
    [
      ['Command', 'RelayNotification'],
      ['Name', 'a'],
    ],
  );
  phone.notify('b');
  await send({ Command: 'Shutdown' });
  assert.equal(stringIn(await receive(), 'Command'), 'ProxyDeath');
  await assert.rejects(receive(), { code: 'stream.ended' });
});

test('without a session few notifications are relayed', async () => {
  const { send, receive } = connect(insecureNotificationProxy);
  for (const Name of ['com.apple.springboard.lockstate', 'com.apple.mobile.lockdown.request_pair']) {
    await send({ Command: 'ObserveNotification', Name });
  }
  for (const Name of ['com.apple.springboard.lockstate', 'com.apple.mobile.lockdown.request_pair']) {
    await send({ Command: 'PostNotification', Name });
  }
  assert.equal(stringIn(await receive(), 'Name'), 'com.apple.mobile.lockdown.request_pair');
});
