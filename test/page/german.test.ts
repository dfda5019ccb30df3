import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finished } from './support/acts.ts';
import { assertGerman } from './support/german.ts';
import { openThaw } from './support/thaw-page.ts';

const SOON = { timeout: 170_000 };

test('a browser that speaks German gets a German page, to its last word', SOON, async () => {
  await using thaw = await openThaw({
    locale: 'de-AT',
    speed: 5,
    phones: [
      {
        phone: { name: 'Work iPhone', passcode: false, icloudBackup: true },
        content: { files: 100, bytes: 2_000_000 },
        faults: [{ when: { bytesSent: 1_000_000 }, do: 'unplug', seconds: 40 }],
      },
    ],
  });
  const { page } = thaw;
  await page.getByRole('heading', { name: 'Work iPhone kann gesichert werden.' }).waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'de');
  await assertGerman(page, 'home');
  await page.getByRole('link', { name: 'Jetzt sichern' }).click();
  const begin = page.getByRole('button', { name: 'Jetzt sichern' }).and(page.locator(':enabled'));
  await begin.waitFor();
  for (const more of await page.locator('main summary').all()) await more.click();
  await assertGerman(page, 'the checks');
  await begin.click();
  await page.locator('[data-look="mending"]').waitFor();
  await page.getByText('Warum glauben wir das?').click();
  await assertGerman(page, 'mending');
  assert.equal(await finished(page), 'verified');
  await page.getByRole('heading', { name: 'Dein iPhone ist gesichert.' }).waitFor();
  await page.getByText(/Jede von .* Dateien wurde nach der Ankunft geprüft/).waitFor();
  await assertGerman(page, 'done');

  await page.getByRole('link', { name: 'In das Backup hineinsehen' }).click();
  await page.getByRole('button', { name: 'Jede Datei prüfen' }).click();
  assert.equal(await finished(page), 'verified');
  await assertGerman(page, 'a check of the backup');
  await page.getByRole('link', { name: 'iCloud' }).click();
  await page.getByRole('button', { name: 'Live zusehen' }).waitFor();
  await assertGerman(page, 'iCloud');
});
