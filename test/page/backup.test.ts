import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { beginBackup, finished } from './support/acts.ts';
import { openThaw } from './support/thaw-page.ts';

const ANA = { phone: { name: 'Anas iPhone', passcode: false }, content: { files: 200, bytes: 4_000_000 } };

test('a clean backup: one button, and the proof', async () => {
  await using thaw = await openThaw({ phones: [ANA], speed: 5 });
  const { page } = thaw;
  await page.getByRole('heading', { name: 'Anas iPhone is ready to be saved.' }).waitFor();
  await beginBackup(page);
  assert.equal(await finished(page), 'verified');
  await page.getByRole('heading', { name: 'Your iPhone is safe.' }).waitFor();
  await page.getByText(/Every one of .* files was checked/).waitFor();
  assert.match(await page.locator('.safety').innerText(), /^Safe: backup of .*, verified just now\.$/);
  const [phone] = thaw.phones;
  assert.ok((await readdir(thaw.destination)).includes(phone?.udid ?? ''));
  await page.getByRole('link', { name: 'Phones', exact: true }).click();
  await page.getByRole('heading', { name: 'Anas iPhone is safe.' }).waitFor();
});
