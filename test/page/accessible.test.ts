import { test } from 'node:test';
import { assertAccessible } from './support/accessible.ts';
import { beginBackup, finished } from './support/acts.ts';
import { WAITS_FOR_THE_PAGE } from './support/obedient-owner.ts';
import { openThaw } from './support/thaw-page.ts';

test('no view keeps anybody out, in the light and in the dark', async () => {
  await using thaw = await openThaw({
    speed: 5,
    phones: [
      {
        phone: { name: 'Work iPhone' },
        content: { files: 100, bytes: 3_000_000 },
        owner: [...WAITS_FOR_THE_PAGE],
        faults: [{ when: { bytesSent: 1_000_000 }, do: 'unplug', seconds: 60 }],
      },
    ],
  });
  const { page, phones } = thaw;
  await page.getByRole('link', { name: 'Back up now' }).waitFor();
  await assertAccessible(page, 'home');
  await page.getByRole('link', { name: 'Back up now' }).click();
  await page.getByText(/things looked at/).waitFor();
  await assertAccessible(page, 'back up');
  await page.getByRole('link', { name: 'Phones', exact: true }).click();
  await beginBackup(page);
  await page.locator('[data-step="passcode"]').waitFor();
  await assertAccessible(page, 'waiting');
  phones[0]?.owner.act('enter-passcode');
  await page.locator('[data-look="mending"]').waitFor();
  await page.getByText('Why do we think so?').click();
  await assertAccessible(page, 'mending');
  // Off the cable for so long, it asks for its passcode anew.
  await page.locator('[data-step="passcode"]').waitFor();
  phones[0]?.owner.act('enter-passcode');
  await finished(page);
  await assertAccessible(page, 'done');
  for (const view of ['Backups', 'iCloud', 'Settings']) {
    await page.getByRole('link', { name: view, exact: true }).click();
    await page.locator('h1').waitFor();
    await assertAccessible(page, view);
  }
});

test('no view keeps anybody out: without a phone', async () => {
  await using thaw = await openThaw();
  await thaw.page.getByText('Plug the iPhone into').waitFor();
  await assertAccessible(thaw.page, 'no phone');
});
