import assert from 'node:assert/strict';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openBackup } from '../../src/archive/open-backup.ts';
import { viewOfFolder } from '../../src/vault/backup-view.ts';
import { finished } from './support/acts.ts';
import { type HomeWithBackup, homeWithBackup, JOURNAL } from './support/home-with-backup.ts';
import { goToBackup } from './support/open-backup.ts';
import { openThaw } from './support/thaw-page.ts';

const SOON = { timeout: 170_000 };
const GONE =
  /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|401|403/;
let made: HomeWithBackup;
before(async () => {
  made = await homeWithBackup({ times: 2 });
}, SOON);
after(() => made[Symbol.asyncDispose]());

test('a backup is checked, found damaged, mended, and checked again', SOON, async () => {
  await loseAFile();
  await using thaw = await openThaw({ home: made.home });
  const { page, complaints } = thaw;
  await goToBackup(page);
  await page.getByRole('button', { name: 'Check every file' }).click();
  assert.equal(await finished(page), 'failed');
  await page.getByRole('heading', { name: 'This backup is damaged.' }).waitFor();
  await page.getByText('One thing is not as it should be.').waitFor();
  await page.getByRole('link', { name: 'Go to the backup' }).click();

  await page.getByText('A check found damage.').waitFor();
  await page.getByRole('button', { name: 'Mend it' }).click();
  await page.getByRole('heading', { name: 'This is what Thaw would do' }).waitFor();

  // Killed while it asks: what was begun is told as ended, and begun again.
  complaints.expect(GONE);
  await thaw.server().kill();
  await page.getByText('Thaw itself does not answer.').waitFor();
  await thaw.restartServer();
  await thaw.open();
  await page.getByRole('link', { name: /^Repair/ }).click();
  await page.getByRole('heading', { name: 'This was cut off.' }).waitFor();
  await page.getByRole('link', { name: 'Go to the backup' }).click();
  await page.getByRole('button', { name: 'Mend it' }).click();
  await page.getByRole('heading', { name: 'This is what Thaw would do' }).waitFor();
  await page.getByRole('button', { name: 'Yes, do it' }).click();
  assert.equal(await finished(page), 'finished');
  await page.getByText('It is mended.').waitFor();
  await page.getByRole('link', { name: 'Go to the backup' }).click();

  await page.getByRole('button', { name: 'Check every file' }).click();
  assert.equal(await finished(page), 'verified');
  await page.getByRole('heading', { name: 'This backup is whole.' }).waitFor();
  await page.getByText(/Every one of .* files was read and is whole/).waitFor();
});

test('an earlier state is brought back, and what was there is kept', SOON, async () => {
  await using thaw = await openThaw({ home: made.home });
  const { page } = thaw;
  await goToBackup(page);
  await page.getByRole('link', { name: 'Earlier states' }).click();
  const earlier = page.getByRole('radio', { disabled: false });
  const states = await page.getByRole('radio').count();
  await earlier.last().check();
  await page.getByRole('link', { name: 'Look inside' }).click();
  await page.getByRole('heading', { name: /^What was in it on/ }).waitFor();
  await page.getByRole('navigation', { name: 'What is in it' }).getByRole('link', { name: 'Files' }).click();
  await page.getByRole('treeitem', { name: /com\.example\.journal/ }).click();
  await page.getByRole('treeitem', { name: /^Documents/ }).click();
  await page.getByRole('link', { name: 'day 1.txt' }).waitFor();
  assert.equal(await page.getByRole('link', { name: 'day 2.txt' }).count(), 0, 'of the first day');
  await page.getByRole('link', { name: 'Back to this backup' }).click();
  await earlier.last().check();
  await page.getByRole('button', { name: 'Bring this state back' }).click();
  assert.equal(await finished(page), 'finished');
  await page.getByText('The earlier state is the backup again.').waitFor();
  assert.equal(await journalDays(), 1, 'the state of the first day');
  await page.getByRole('link', { name: 'Go to the backup' }).click();
  await page.getByRole('link', { name: 'Earlier states' }).click();
  await page.getByRole('radio').nth(states).waitFor();
});

async function folder(): Promise<string> {
  const [udid = ''] = (await readdir(made.destination)).filter((name) => !name.startsWith('.'));
  return join(made.destination, udid);
}

async function loseAFile(): Promise<void> {
  const path = await folder();
  await using backup = await openBackup(viewOfFolder(path), {});
  const [entry] = backup.leavesIn(JOURNAL, 'Documents/entries', '', 1);
  assert.ok(entry);
  await rm(join(path, entry.fileId.slice(0, 2), entry.fileId));
}

async function journalDays(): Promise<number> {
  await using backup = await openBackup(viewOfFolder(await folder()), {});
  return backup
    .leavesIn(JOURNAL, 'Documents', '', 100)
    .filter(({ relativePath }) => /day \d/.test(relativePath)).length;
}
