import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { type HomeWithBackup, homeWithBackup, PASSWORD } from './support/home-with-backup.ts';
import { openThaw } from './support/thaw-page.ts';

const SOON = { timeout: 170_000 };
let made: HomeWithBackup;
before(async () => {
  made = await homeWithBackup({ encrypt: true });
}, SOON);
after(() => made[Symbol.asyncDispose]());

test(
  'an encrypted backup is found, opened with its password, looked through and read from',
  SOON,
  async () => {
    await using thaw = await openThaw({ home: made.home });
    const { page, complaints } = thaw;
    await page.getByRole('link', { name: 'Backups' }).click();
    await page.getByRole('heading', { name: 'There is one backup on this computer.' }).waitFor();
    await page.getByRole('link', { name: 'Anas iPhone' }).click();
    await page.getByRole('link', { name: 'Look inside' }).click();

    await page.getByRole('heading', { name: 'This backup is encrypted. Its password opens it.' }).waitFor();
    complaints.expect(/403.*unlock/);
    await page.getByLabel('Backup password').fill('not this one');
    await page.getByRole('button', { name: 'Open it' }).click();
    await page.getByText('This password does not open it.').waitFor();
    await page.getByLabel('Backup password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Open it' }).click();
    await page.getByRole('heading', { name: 'What is in the backup of Anas iPhone.' }).waitFor();

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
