import assert from 'node:assert/strict';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { diagnose } from '../diagnosis/diagnose.ts';
import { nameOf } from '../diagnosis/name.ts';
import { probedHosts } from '../host/network/hosts.ts';
import { networkPlaces } from '../host/network/places.ts';
import { systemClock } from '../kit/clock.ts';
import { lookAtNetwork } from '../rescue/network/look-at-network.ts';
import { startNetwork } from '../virtual/network/start-network.ts';
import { type NetworkTrouble, Surroundings } from '../virtual/network/surroundings.ts';

const named = (of: 'apple' | 'others') => probedHosts.filter((one) => one.of === of).map(({ host }) => host);

/** What is named in a real network of local servers in which this is wrong; its certificates are trusted by nobody here. */
async function namedWhen(
  troubles: readonly NetworkTrouble[],
  signal: AbortSignal,
): Promise<string | undefined> {
  await using state = await mkdtempDisposable(join(tmpdir(), 'thaw-network-'));
  const surroundings = new Surroundings();
  for (const trouble of troubles) surroundings.set(trouble, true);
  const hosts = { apple: named('apple'), others: named('others') };
  await using network = await startNetwork(hosts, surroundings, systemClock);
  const places = { ...networkPlaces({ THAW_NETWORK: JSON.stringify(network.places) }), upload: undefined };
  const seen = await lookAtNetwork({ places, folder: state.path, clock: systemClock }, signal);
  // The computer that runs the tests may have a VPN or a bad Wi-Fi of its own.
  const own = new Set(['net.detour', 'net.radio']);
  return nameOf(diagnose(seen.filter(({ kind }) => !own.has(kind))))?.id;
}

test('certificates that nobody trusts are taken for what they are', async (t) => {
  assert.equal(await namedWhen([], t.signal), 'internet-intercepted');
});

for (const [trouble, cause] of [
  ['portal', 'captive-portal'],
  ['hosts-refused', 'firewall-blocks'],
] as const)
  test(`${trouble} is named as ${cause}`, async (t) => {
    assert.equal(await namedWhen([trouble], t.signal), cause);
  });

test('names that a filter hides are named before what else may be wrong', async (t) => {
  assert.equal(await namedWhen(['names-hidden', 'hosts-refused'], t.signal), 'dns-blocks-icloud');
});

test('other places than the real ones must be complete, and the real ones are Apple’s', () => {
  assert.throws(() => networkPlaces({ THAW_NETWORK: '{"resolver":"127.0.0.1:53"}' }));
  assert.match(networkPlaces({}).status, /^https:\/\/www\.apple\.com\//);
});
