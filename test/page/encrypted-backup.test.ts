import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { finished } from './support/acts.ts';
import { type HomeWithBackup, homeWithBackup } from './support/home-with-backup.ts';
import { goToBackup, lookAt, unlock } from './support/open-backup.ts';
import { openThaw } from './support/thaw-page.ts';

const SOON = { timeout: 170_000 };
let made: HomeWithBackup;
before(async () => {
  made = await homeWithBackup({ encrypt: true });
}, SOON);
after(() => made[Symbol.asyncDispose]());

test(
  'an encrypted backup opens with its password only, and a file of it is downloaded as it was',
  SOON,
  async () => {
    await using thaw = await openThaw({ home: made.home });
    const { page, complaints } = thaw;
    await page.getByRole('link', { name: 'Backups' }).click();
    await page.getByRole('heading', { name: 'There is one backup on this computer.' }).waitFor();
    await page.getByRole('link', { name: 'Work iPhone' }).click();
    await page.getByRole('link', { name: 'Open it with its password' }).click();
    complaints.expect(/403.*unlock/);
    await page.getByLabel('Backup password').fill('not this one');
    await page.getByRole('button', { name: 'Open it' }).click();
    await page.getByText('This password does not open it.').waitFor();
    await goToBackup(page);
    await unlock(page);
    await page.getByRole('link', { name: 'Look inside' }).click();
    await page.getByRole('heading', { name: 'What is in the backup of Work iPhone.' }).waitFor();

    await lookAt(page, 'Files');
    await page.getByRole('treeitem', { name: /com\.example\.journal/ }).click();
    await page.getByRole('treeitem', { name: /^Documents/ }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Übersicht 旅行 ☕.txt' }).click(),
    ]);
    assert.equal(download.suggestedFilename(), 'Übersicht 旅行 ☕.txt');
    assert.equal(await readFile(await download.path(), 'utf8'), 'ünïcode');
  },
);

test('photos, messages, contacts and searching; then it is locked again', SOON, async () => {
  await using thaw = await openThaw({ home: made.home });
  const { page } = thaw;
  await goToBackup(page);
  await unlock(page);
  await page.getByRole('link', { name: 'Look inside' }).click();

  await page.getByText('140 photos and videos, the newest first').waitFor();
  const picture = page.getByRole('gridcell').first().locator('img');
  await picture.waitFor();
  await page.waitForFunction('document.querySelector(".photo-cell img")?.naturalWidth === 96');
  await page.getByRole('gridcell', { name: /IMG_0140/ }).click();
  await page
    .getByRole('dialog', { name: /IMG_0140/ })
    .getByText('1 of 140')
    .waitFor();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('dialog', { name: /IMG_0139/ }).waitFor();
  await page.keyboard.press('Escape');

  await lookAt(page, 'Messages');
  await page.getByRole('option', { name: /Ana Müller/ }).click();
  // What somebody wrote is text, whatever it looks like.
  await page.getByText('Grüße aus Łódź 👋 <script>alert(1)</script>').waitFor();

  await lookAt(page, 'Contacts');
  await page.getByRole('option', { name: /Ana Müller/ }).click();
  await page.getByText('ana@example.com').waitFor();

  await lookAt(page, 'Search');
  await page.getByLabel('What are you looking for?').fill('ubersicht');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('link', { name: 'Übersicht 旅行 ☕.txt' }).waitFor();

  await page.getByRole('link', { name: 'Back to this backup' }).click();
  await page.getByRole('button', { name: 'Lock it again' }).click();
  await page.getByRole('link', { name: 'Open it with its password' }).waitFor();
});

test('messages are taken out of it into a folder', SOON, async () => {
  await using thaw = await openThaw({ home: made.home });
  const { page } = thaw;
  await goToBackup(page);
  await unlock(page);
  await page.getByRole('link', { name: 'Take things out' }).click();
  await page.getByRole('radio', { name: /^Messages/ }).check();
  const to = join(made.home, 'out');
  await page.getByLabel('Into this folder').fill(to);
  await page.getByRole('button', { name: 'Take it out' }).click();
  assert.equal(await finished(page), 'finished');
  await page.getByText(/files \(.*\) were copied into/).waitFor();
  assert.ok((await readdir(join(to, 'Messages'))).includes('index.html'));
});

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
  await page.getByLabel('Type “Neues iPhone” to agree').fill('Work iPhone');
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
