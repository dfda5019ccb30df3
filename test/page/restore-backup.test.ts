import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { finished } from './support/acts.ts';
import { type HomeWithBackup, homeWithBackup } from './support/home-with-backup.ts';
import { goToBackup, unlock } from './support/open-backup.ts';
import { openThaw } from './support/thaw-page.ts';

const SOON = { timeout: 170_000 };
let made: HomeWithBackup;
before(async () => {
  made = await homeWithBackup({ encrypt: true });
}, SOON);
after(() => made[Symbol.asyncDispose]());

const TARGET = { name: 'Neues iPhone', passcode: false, encrypt: true, backupPassword: 'another one' };

test('a backup is put on to another iPhone, after its name was typed', SOON, async () => {
  await using thaw = await openThaw({
    home: made.home,
    speed: 5,
    phones: [{ phone: TARGET, content: { files: 40, bytes: 1_000_000 } }],
  });
  const { page } = thaw;
  await goToBackup(page);
  await unlock(page);
  await page.getByRole('link', { name: 'Put it on to an iPhone' }).click();
  await page.getByText('Nothing stands in the way.').waitFor();
  await page.getByRole('button', { name: 'Restore on to Neues iPhone' }).click();

  const agree = page.getByRole('button', { name: 'Yes, do it' });
  await page.getByLabel('Type “Neues iPhone” to agree').fill('Anas iPhone');
  assert.ok(await agree.isDisabled(), 'another name is no consent');
  await page.getByLabel('Type “Neues iPhone” to agree').fill('Neues iPhone');
  await agree.click();
  assert.equal(await finished(page), 'verified');
});

test('what stands in the way is said before anything is touched', SOON, async () => {
  await using thaw = await openThaw({
    home: made.home,
    phones: [{ phone: { ...TARGET, findMy: true }, content: { files: 40, bytes: 1_000_000 } }],
  });
  const { page } = thaw;
  await goToBackup(page);
  await unlock(page);
  await page.getByRole('link', { name: 'Put it on to an iPhone' }).click();
  await page.getByRole('heading', { name: 'This stands in the way' }).waitFor();
  await page
    .getByText(/Find My/)
    .first()
    .waitFor();
  assert.ok(await page.getByRole('button', { name: 'Restore on to Neues iPhone' }).isDisabled());
});
