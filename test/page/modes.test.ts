import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finished } from './support/acts.ts';
import { openThaw } from './support/thaw-page.ts';

const SOON = { timeout: 170_000 };

test('a phone in DFU is brought back by its buttons, counted along with', SOON, async () => {
  await using thaw = await openThaw({
    bus: true,
    speed: 5,
    phones: [
      {
        phone: { name: 'iPhone', product: 'iPhone14,5', passcode: false },
        content: { files: 5, bytes: 5000 },
      },
    ],
  });
  const { page, phones } = thaw;
  const [phone] = phones;
  assert.ok(phone);
  await page.getByRole('link', { name: 'Back up now' }).waitFor();
  phone.boot.enter('dfu');
  await page.getByText('DFU mode', { exact: false }).first().waitFor();
  await page.getByRole('button', { name: 'Bring it back with its buttons' }).click();
  await page.locator('[data-step="restart-from-boot"]').waitFor();

  await page.getByRole('button', { name: 'Count along' }).click();
  await page.locator('.spot.now').waitFor();
  await page.locator('.step-actions .now', { hasText: 'Hold the side button' }).waitFor();
  phone.owner.act('force-restart');
  assert.equal(await finished(page), 'finished');
  await page.getByText('That is done, and Thaw has seen it.').waitFor();
  await page.getByRole('link', { name: 'Back to your phones' }).click();
  await page.getByRole('link', { name: 'Back up now' }).waitFor();
});

test(
  'iOS is installed anew over itself: agreed to in so many words, and seen step by step',
  SOON,
  async () => {
    await using thaw = await openThaw({
      bus: true,
      speed: 5,
      phones: [{ phone: { name: 'iPhone', passcode: false }, content: { files: 5, bytes: 5000 } }],
    });
    const { page, phones } = thaw;
    const [phone] = phones;
    assert.ok(phone);
    await page.getByRole('link', { name: 'Back up now' }).waitFor();
    phone.boot.enter('recovery');
    phone.boot.failingStarts = 99;
    await page.getByText('Other ways').click();
    await page.getByRole('button', { name: 'Install iOS anew' }).click();
    await page.getByLabel('to agree').fill('reinstall without a backup');
    await page.getByRole('button', { name: 'Yes, do it' }).click();
    await page.getByText('Sending iOS to the iPhone').waitFor();
    await page.getByText('Moving what is on the iPhone into the new system').waitFor();
    assert.equal(await finished(page), 'finished');
    assert.equal(phone.mode, 'normal');
  },
);
