import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { finished } from './support/acts.ts';
import { type HomeWithBackup, homeWithBackup, PASSWORD } from './support/home-with-backup.ts';
import { takePictures } from './support/take-pictures.ts';
import { openThaw } from './support/thaw-page.ts';

/** Pictures of backups and what is in them, for people to look at: `node test/page/archive-screens.ts`. */
const SOON = { timeout: 400_000 };
const FOLDER = process.env['THAW_SCREENS'] ?? fileURLToPath(new URL('../../docs/screens', import.meta.url));
let made: HomeWithBackup;
before(async () => {
  made = await homeWithBackup({ encrypt: true, times: 2 });
  await mkdir(FOLDER, { recursive: true });
}, SOON);
after(() => made[Symbol.asyncDispose]());

test('backups and what is in them', SOON, async () => {
  const phone = { name: 'Anas iPhone', passcode: false };
  await using thaw = await openThaw({
    home: made.home,
    phones: [{ phone, content: { files: 40, bytes: 1_000_000 } }],
  });
  await show(thaw.page, thaw.server().origin, (name) => takePictures(thaw.page, FOLDER, name));
});

async function show(page: Page, origin: string, shoot: (name: string) => Promise<void>): Promise<void> {
  await page.goto(`${origin}/backups`);
  await page.getByRole('link', { name: 'Anas iPhone' }).waitFor();
  await page.getByRole('link', { name: 'Anas iPhone' }).click();
  await page.getByRole('heading', { name: /Anas iPhone/ }).waitFor();
  const one = page.url();
  await page.getByRole('link', { name: 'Open it with its password' }).click();
  await page.getByLabel('Backup password').waitFor();
  await shoot('unlock');
  await page.getByLabel('Backup password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Open it' }).click();
  await page.getByRole('button', { name: 'Check every file' }).click();
  assert.equal(await finished(page), 'verified');
  await shoot('checked');
  await page.goto(one);
  await page.getByRole('link', { name: 'Look inside' }).waitFor();
  await shoot('backup');
  await page.goto(`${one}/files`);
  await page.getByRole('treeitem', { name: /com\.example\.journal/ }).click();
  await page.getByRole('treeitem', { name: /^Documents/ }).click();
  await page.getByRole('treeitem', { name: /^entries/ }).click();
  await page.getByRole('link', { name: '0.json', exact: true }).waitFor();
  await shoot('files');
  await page.goto(`${one}/photos`);
  await page.getByRole('gridcell').first().waitFor();
  await shoot('photos');
  await page.getByRole('gridcell').nth(2).click();
  await page.getByRole('dialog').waitFor();
  await shoot('photo');
  await page.goto(`${one}/messages`);
  await page
    .getByRole('option', { name: /Ana Müller/ })
    .first()
    .click();
  await page.getByText('Grüße aus Łódź').first().waitFor();
  await shoot('messages');
  await page.goto(`${one}/contacts`);
  await page.getByRole('option', { name: /Ana Müller/ }).click();
  await shoot('contacts');
  await page.goto(`${one}/search`);
  await page.getByLabel('What are you looking for?').fill('müller');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByText(/places? found/).waitFor();
  await shoot('search');
  await page.goto(`${one}/take-out`);
  await page.getByRole('button', { name: 'Take it out' }).waitFor();
  await shoot('take-out');
  await page.goto(`${one}/restore`);
  await page.getByText('Nothing stands in the way.').waitFor();
  await shoot('restore');
  await page.goto(`${one}/history`);
  await page.getByRole('radio').first().waitFor();
  await shoot('history');
}
