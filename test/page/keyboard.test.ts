import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { finished } from './support/acts.ts';
import { openThaw } from './support/thaw-page.ts';

/** More presses than this, and nobody gets there. */
const MAX_TABS = 40;

test('a backup by keyboard alone; the focus is always somewhere one can see', async () => {
  await using thaw = await openThaw({
    speed: 5,
    phones: [{ phone: { name: 'Work iPhone', passcode: false }, content: { files: 100, bytes: 2_000_000 } }],
  });
  const { page } = thaw;
  await page.getByRole('link', { name: 'Back up now' }).waitFor();
  await tabTo(page, 'Back up now');
  await page.keyboard.press('Enter');
  // The focus goes with the view: its heading has it.
  await page.locator('h1:focus', { hasText: 'Save Work iPhone.' }).waitFor();
  await page.getByRole('button', { name: 'Back up now' }).and(page.locator(':enabled')).waitFor();
  await tabTo(page, 'Back up now');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/runs/**');
  assert.equal(await finished(page), 'verified');
  await tabTo(page, 'Back to your phones');
  await page.keyboard.press('Enter');
  await page.locator('h1:focus', { hasText: 'Work iPhone is safe.' }).waitFor();
});

async function tabTo(page: Page, name: string): Promise<void> {
  for (let press = 0; press < MAX_TABS; press += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    const text = (await focused.textContent()) ?? '';
    assert.ok(await focused.isVisible(), `the focus is on something nobody sees: ${text}`);
    if (text.trim() === name) return;
  }
  assert.fail(`${name} cannot be reached with the Tab key`);
}
