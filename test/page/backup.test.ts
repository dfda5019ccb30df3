import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { beginBackup, finished } from './support/acts.ts';
import { openThaw } from './support/thaw-page.ts';

const PHONE = { phone: { name: 'iPhone', passcode: false }, content: { files: 200, bytes: 4_000_000 } };

test('a clean backup: one button, and the proof', async () => {
  await using thaw = await openThaw({ phones: [PHONE], speed: 5 });
  const { page } = thaw;
  await page.getByRole('heading', { name: 'iPhone is ready to be saved.' }).waitFor();
  await beginBackup(page);
  assert.equal(await finished(page), 'verified');
  await page.getByRole('heading', { name: 'Your iPhone is safe.' }).waitFor();
  await page.getByText(/Every one of .* files was checked/).waitFor();
  assert.match(await page.locator('.safety').innerText(), /^Safe: backup of .*, verified just now\.$/);
  await page.setViewportSize({ width: 360, height: 760 });
  const next = await page.getByRole('link', { name: 'Back to your phones' }).boundingBox();
  const safety = await page.locator('.safety').boundingBox();
  assert.ok(
    next && safety && next.y + next.height <= safety.y,
    'what to do next is in sight on a small screen',
  );
  const [phone] = thaw.phones;
  assert.ok((await readdir(thaw.destination)).includes(phone?.udid ?? ''));
  await page.getByRole('link', { name: 'Phones', exact: true }).click();
  await page.getByRole('heading', { name: 'iPhone is safe.' }).waitFor();
});
