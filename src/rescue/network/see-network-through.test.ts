import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evidence } from '../../../test/support/evidence/example-evidence.ts';
import { FakeClock } from '../../../test/support/fake-clock.ts';
import type { Evidence } from '../../kit/evidence.ts';
import type { RunFact } from '../../kit/run-event.ts';
import { parseMuxAddress } from '../../phone/mux-address.ts';
import { Usbmux } from '../../phone/usbmux.ts';
import { seeNetworkThrough } from './see-network-through.ts';

const fine: readonly Evidence[] = [
  evidence('net.way', { way: 'open' }),
  evidence('net.reached', { apple: 6, others: 1 }),
];
const portal: readonly Evidence[] = [evidence('net.way', { way: 'portal' })];
const outage: readonly Evidence[] = [
  ...fine,
  evidence('apple.status', { service: 'iCloud Backup', state: 'outage', minutesOld: 0 }),
];

const unused = (): never => {
  throw new Error('not of a network');
};
const means = {
  explain: unused,
  changes: { pending: unused, note: unused, settled: unused },
  encryptionNotes: { note: unused, isNoted: unused, settled: unused },
};

/** Sees a network through that looks like these, one after the other, the last for ever; time passes by itself. */
async function seen(looks: readonly (readonly Evidence[])[], mend: boolean, waitForPersonMs?: number) {
  const clock = new FakeClock();
  const facts: RunFact[] = [];
  let number = 0;
  const look = async () => {
    const found = looks[Math.min(number, looks.length - 1)] ?? [];
    number += 1;
    // A look is over before what was tried is judged by it.
    const at = new Date(clock.now().getTime() - 1).toISOString();
    return found.map((one) => ({ ...one, at }));
  };
  const mux = new Usbmux(parseMuxAddress('127.0.0.1:1'), clock);
  const request = { mux, destination: '.', full: false, waitForPersonMs };
  const emit = (fact: RunFact): void => void facts.push(fact);
  let over = false;
  const run = seeNetworkThrough(
    'test',
    { look, mend },
    request,
    { ...means, clock, emit },
    AbortSignal.timeout(100_000),
  );
  void run.finally(() => {
    over = true;
  });
  while (!over) await clock.advance(30_000);
  await run;
  const finished = facts.findLast((fact) => fact.type === 'run.finished');
  return {
    outcome: finished?.outcome,
    remedies: finished?.remedies,
    named: facts.flatMap((fact) => (fact.type === 'cause.named' ? [fact.cause.id] : [])),
    asked: facts.flatMap((fact) => (fact.type === 'person.needed' ? [fact.step] : [])),
  };
}

test('a network in order is said to be so, and nobody is asked for anything', async () => {
  const { outcome, named, asked } = await seen([fine], true);
  assert.deepEqual([outcome, named, asked], ['verified', [], []]);
});

test('without mending it is only said what is wrong', async () => {
  const { outcome, named, remedies } = await seen([portal], false);
  assert.deepEqual([outcome, named, remedies], ['needs-person', ['captive-portal'], []]);
});

test('Apple is waited for until it is green', async () => {
  const { outcome, named, remedies } = await seen([outage, outage, outage, outage, fine], true);
  assert.deepEqual([outcome, named], ['verified', ['apple-outage']]);
  assert.deepEqual(remedies, [{ id: 'wait-for-apple', result: 'helped' }]);
});

test('an outage that does not end has an end all the same, after a day', async () => {
  const { outcome, remedies } = await seen([outage], true);
  assert.deepEqual([outcome, remedies?.[0]], ['needs-person', { id: 'wait-for-apple', result: 'failed' }]);
});

test('behind one trouble another shows, and both are mended', async () => {
  const { outcome, named, remedies, asked } = await seen([portal, portal, outage, outage, fine], true);
  assert.deepEqual([outcome, named], ['verified', ['captive-portal', 'apple-outage']]);
  assert.deepEqual(asked, ['sign-in-portal']);
  assert.deepEqual(
    remedies?.map(({ id, result }) => `${id} ${result}`),
    ['sign-in-portal helped', 'wait-for-apple helped'],
  );
});

test('where nobody is there, nobody is waited for', async () => {
  const { outcome, asked } = await seen([portal], true, 0);
  assert.equal(outcome, 'needs-person');
  assert.deepEqual(asked, ['sign-in-portal']);
});
