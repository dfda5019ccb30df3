import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { type ScenarioInput, scenarioSchema } from '../../src/virtual/scenario.ts';
import { beginBackup, gainTrustIfNeeded } from './support/acts.ts';
import { obey, WAITS_FOR_THE_PAGE } from './support/obedient-owner.ts';
import { openThaw } from './support/thaw-page.ts';

/** Scenarios of the lab, and what the page must have asked for on the way; nothing where it needs nobody. */
const THROUGH: readonly {
  readonly scenario: string;
  readonly asks: readonly string[];
  /** Instead of the scenario's own: what is waited for is the machine, not the phone. */
  readonly speed?: number;
}[] = [
  { scenario: 'passcode-when-asked', asks: ['passcode'] },
  { scenario: 'phone-frozen-force-restart', asks: ['force-restart'], speed: 15 },
  { scenario: 'bad-file-deleted-when-asked', asks: ['delete-file'], speed: 20 },
  { scenario: 'phone-restarts-unlocked-when-asked', asks: ['unlock'] },
  { scenario: 'battery-dies-charged-when-asked', asks: ['charge'] },
  { scenario: 'unplugged-and-asked-for', asks: ['replug'] },
  { scenario: 'cable-out-three-times', asks: [] },
  { scenario: 'daemon-crashes-once', asks: [] },
  { scenario: 'daemon-silent-until-restart', asks: [] },
  { scenario: 'pairing-forgotten', asks: [] },
];

// Most of each is waiting.
describe('through to the end, doing only what the page asks', { concurrency: 3 }, () => {
  for (const { scenario, asks, speed } of THROUGH) {
    test(scenario, async () => {
      const phone = await scenarioNamed(scenario, speed);
      await using thaw = await openThaw({ phones: [phone], speed: phone.speed ?? 1 });
      const { page, phones } = thaw;
      const [only] = phones;
      assert.ok(only);
      await gainTrustIfNeeded(page, only);
      await beginBackup(page);
      const { outcome, asked } = await obey(page, only);
      assert.equal(outcome, 'verified', await page.locator('h1').innerText());
      for (const step of asks)
        assert.ok(asked.includes(step), `not asked for: ${step}, but ${asked.join(', ')}`);
    });
  }
});

async function scenarioNamed(name: string, speed: number | undefined): Promise<ScenarioInput> {
  const file = new URL(`../../scenarios/${name}.json`, import.meta.url);
  const scenario = scenarioSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  return { ...scenario, owner: [...WAITS_FOR_THE_PAGE], speed: speed ?? scenario.speed };
}
