import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { finished } from './support/acts.ts';
import { obey } from './support/obedient-owner.ts';
import { openThaw } from './support/thaw-page.ts';

const content = { files: 100, bytes: 2_000_000 };

test('two phones at once: each is saved, and the one waits for nobody but its own owner', async () => {
  await using thaw = await openThaw({
    speed: 5,
    phones: [
      { seed: 1, phone: { name: 'Work iPhone', passcode: false }, content },
      {
        seed: 2,
        phone: { name: 'Old iPhone', product: 'iPhone10,4', ios: '16.7' },
        content,
        owner: [{ when: 'passcode-prompt', after: 1, do: 'nothing' }],
      },
    ],
  });
  const { page, phones } = thaw;
  await page.getByRole('heading', { name: '2 iPhones are here.' }).waitFor();
  const begin = async (name: string): Promise<string> => {
    await page.getByRole('article', { name }).getByRole('link', { name: 'Back up now' }).click();
    await page.getByRole('button', { name: /Back up (now|anyway)/ }).click();
    await page.waitForURL('**/runs/**');
    return page.url();
  };
  const old = await begin('Old iPhone');
  await page.getByRole('heading', { name: /asks for its passcode/ }).waitFor();
  await page.getByRole('link', { name: 'Phones', exact: true }).click();
  await begin('Work iPhone');
  assert.equal(await finished(page), 'verified');
  // On a slow computer it may have waited so long that its phone has to ask anew.
  await page.goto(old);
  const [, waiting] = phones;
  assert.ok(waiting);
  const { outcome, asked } = await obey(page, waiting);
  assert.deepEqual([outcome, asked[0]], ['verified', 'passcode']);
  const saved = await readdir(thaw.destination);
  for (const { udid } of phones) assert.ok(saved.includes(udid), `${udid} was saved`);
});
