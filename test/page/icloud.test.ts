import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finished } from './support/acts.ts';
import { openThaw } from './support/thaw-page.ts';

const SOON = { timeout: 170_000 };
const PHONE = { name: 'iPhone', passcode: false, icloudBackup: true };

test('an iCloud backup is watched live, until the phone has finished it', SOON, async () => {
  await using thaw = await openThaw({
    speed: 15,
    phones: [
      {
        ...{ seed: 504, phone: PHONE, content: { seed: 504, files: 20, bytes: 400_000 } },
        icloud: { after: 10, lastBackupDaysAgo: 3 },
      },
    ],
  });
  const { page } = thaw;
  await page.getByRole('link', { name: 'iCloud' }).click();
  await page.getByRole('heading', { name: 'iPhone last backed up to iCloud 3 days ago.' }).waitFor();
  await page.getByText('Thaw never asks for the password of your Apple Account.').waitFor();
  assert.equal(await page.locator('input[type=password]').count(), 0);
  await page.getByText('Apple was not asked.').first().waitFor();
  await page.getByText('Two things only the iPhone shows').click();
  await page.getByLabel('Used in iCloud').fill('60');
  await page.getByText('More is used than there is?').waitFor();
  await page.getByLabel('of', { exact: true }).selectOption('2 TB');
  await page.getByLabel('Used in iCloud').fill('1,2');
  await page.getByLabel('Low Power Mode').selectOption('on');
  await page.getByRole('button', { name: 'Count it in' }).click();
  await page.getByText('Low Power Mode is on: iOS puts its backups to iCloud off').waitFor();
  await page.getByText(/^To iCloud, by the iPhone itself: .*there is room for it/).waitFor();
  await page.getByRole('button', { name: 'Watch it live' }).click();
  await page.waitForURL('**/runs/**');
  await page.getByText('What was said before').waitFor();
  assert.match(await finished(page), /^(?:finished|verified)$/);
  await page.getByRole('heading', { name: 'The watch is over.' }).waitFor();
});

test('no phone at hand: the view says who alone can tell', SOON, async () => {
  await using thaw = await openThaw();
  const { page } = thaw;
  await page.getByRole('link', { name: 'iCloud' }).click();
  await page.getByRole('heading', { name: 'Connect the iPhone whose iCloud backup is stuck.' }).waitFor();
  await page.getByRole('link', { name: 'Go to your phones' }).click();
  await page.getByRole('heading', { name: 'Connect your iPhone with its cable.' }).waitFor();
});
