import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginBackup, finished, gainTrustIfNeeded } from './support/acts.ts';
import { WAITS_FOR_THE_PAGE } from './support/obedient-owner.ts';
import { openThaw } from './support/thaw-page.ts';

test('a phone that does not know this computer is asked to trust it, and saved', async () => {
  await using thaw = await openThaw({
    speed: 5,
    phones: [
      {
        phone: { name: 'Work iPhone', passcode: false, trusted: false },
        content: { files: 100, bytes: 2_000_000 },
        owner: [...WAITS_FOR_THE_PAGE],
      },
    ],
  });
  const { page, phones } = thaw;
  const [phone] = phones;
  assert.ok(phone);
  await page.getByRole('button', { name: 'Let it ask for trust' }).waitFor();
  await gainTrustIfNeeded(page, phone);
  await beginBackup(page);
  assert.equal(await finished(page), 'verified');
});
