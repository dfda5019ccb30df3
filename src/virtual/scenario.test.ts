import assert from 'node:assert/strict';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { faultVerbs } from './fault-verbs.ts';
import { readScenario, scenarioJsonSchema } from './read-scenario.ts';
import { scenarioSchema } from './scenario.ts';

test('an empty scenario is a current phone in good health', () => {
  const { phone, content, faults, owner } = scenarioSchema.parse({});
  assert.deepEqual(
    [phone.product, phone.ios, phone.trusted, phone.locked],
    ['iPhone17,3', '26.2', true, false],
  );
  assert.partialDeepStrictEqual(content, { seed: 1, files: 300, bytes: 20_000_000 });
  assert.deepEqual([faults, owner], [[], []]);
});

test('a scenario says what goes wrong and how the owner behaves', () => {
  const scenario = scenarioSchema.parse({
    name: 'cable drops twice',
    phone: { name: 'Ana’s iPhone', battery: { percent: 80, charging: true, celsius: 29 } },
    content: { seed: 7, files: 2000, bytes: 200_000_000 },
    faults: [
      { when: { bytesSent: 50_000_000 }, do: 'unplug', seconds: 3 },
      { when: { phase: 'sending', file: 900 }, do: 'silence', until: 'reconnect' },
    ],
    owner: [{ when: 'passcode-prompt', after: 4, do: 'enter-passcode' }],
    expect: { cause: 'link-unstable', outcome: 'verified' },
  });
  assert.deepEqual(
    scenario.faults.map((fault) => fault.do),
    ['unplug', 'silence'],
  );
});

test('what is misspelt is refused', () => {
  for (const wrong of [
    { phone: { colour: 'blue' } },
    { faults: [{ do: 'explode' }] },
    { faults: [{ do: 'unplug', when: { bytes: 1 } }] },
    { owner: [{ when: 'passcode-prompt', do: 'sleep' }] },
    { content: { seed: 1, folder: '/tmp' } },
  ]) {
    assert.equal(scenarioSchema.safeParse(wrong).success, false, JSON.stringify(wrong));
  }
});

test('the published schema knows every fault verb', () => {
  const text = JSON.stringify(scenarioJsonSchema());
  for (const { verb } of faultVerbs) assert.ok(text.includes(`"const":"${verb}"`), verb);
});

test('a file that is no scenario is refused with the place where it goes wrong', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-virtual-'));
  const file = join(folder.path, 'scenario.json');
  await writeFile(file, '{"phone": {"ios": "tomorrow"}}');
  await assert.rejects(readScenario(file), { code: 'virtual.scenario', message: /phone\.ios/ });
  await writeFile(file, '{');
  await assert.rejects(readScenario(file), { code: 'virtual.scenario' });
  await assert.rejects(readScenario(join(folder.path, 'missing')), { code: 'virtual.scenario' });
});
