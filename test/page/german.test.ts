import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finished } from './support/acts.ts';
import { openThaw } from './support/thaw-page.ts';

test('a browser that speaks German gets a German page, from the first view to the end of a backup', async () => {
  await using thaw = await openThaw({
    locale: 'de-AT',
    speed: 5,
    phones: [{ phone: { name: 'Anas iPhone', passcode: false }, content: { files: 100, bytes: 2_000_000 } }],
  });
  const { page } = thaw;
  await page.getByRole('heading', { name: 'Anas iPhone kann gesichert werden.' }).waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'de');
  await page.getByRole('link', { name: 'Jetzt sichern' }).click();
  await page.getByRole('button', { name: 'Jetzt sichern' }).click();
  assert.equal(await finished(page), 'verified');
  await page.getByRole('heading', { name: 'Dein iPhone ist gesichert.' }).waitFor();
  await page.getByText(/Jede von .* Dateien wurde nach der Ankunft geprüft/).waitFor();
});

test('what has no German yet is marked as English', async () => {
  await using thaw = await openThaw({ locale: 'de' });
  for (const text of await thaw.page
    .locator('main')
    .getByText(/\b(the|your|with)\b/)
    .all()) {
    const lang = await text.evaluate((element) => element.closest('[lang]')?.getAttribute('lang'));
    assert.equal(lang, 'en', await text.innerText());
  }
});
