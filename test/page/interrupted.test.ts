import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import type { ScenarioInput } from '../../src/virtual/scenario.ts';
import { beginBackup, finished } from './support/acts.ts';
import { openThaw } from './support/thaw-page.ts';

/** Slow enough to be met in the middle. */
const SLOW: ScenarioInput = {
  phone: { name: 'Work iPhone', passcode: false },
  content: { files: 120, bytes: 6_000_000 },
  faults: [{ do: 'slow-link', bytesPerSecond: 150_000 }],
};

test('a reload and a sleep in the middle lose nothing and tell nothing twice', async () => {
  await using thaw = await openThaw({ phones: [SLOW], speed: 4 });
  const { page, complaints } = thaw;
  complaints.expect(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/);
  await beginBackup(page);
  await sending(page);
  await page.reload();
  await sending(page);
  await page.context().setOffline(true);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
  await page.context().setOffline(false);
  assert.equal(await finished(page), 'verified');
  const told = await logOf(page);
  await page.reload();
  assert.equal(await finished(page), 'verified');
  assert.deepEqual(await logOf(page), told);
  assert.equal(told.filter((line) => line.includes('It began')).length, 1);
});

test('a server that was killed is missed, and its backup goes on where it was', async () => {
  await using thaw = await openThaw({ phones: [SLOW], speed: 4 });
  const { page, complaints } = thaw;
  complaints.expect(
    /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|401|403/,
  );
  await beginBackup(page);
  await sending(page);
  await thaw.server().kill();
  await page.getByText('Thaw itself does not answer.').waitFor();
  await page.getByText(/^Safe:/).waitFor();
  await thaw.restartServer();
  await page.getByText('This page may not enter any more.').waitFor();
  await thaw.open();
  await page.getByText(/A backup was cut off/).waitFor();
  await page.getByRole('button', { name: 'Go on where it was' }).click();
  await page.waitForURL('**/runs/**');
  assert.equal(await finished(page), 'verified');
  assert.ok((await logOf(page)).some((line) => /Going on: .* were kept from before/.test(line)));
});

async function sending(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Your iPhone is being saved.' }).waitFor();
  await page.getByText('Time left').waitFor();
}

async function logOf(page: Page): Promise<readonly string[]> {
  return await page.locator('.log li').allInnerTexts();
}
