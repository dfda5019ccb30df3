import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible } from './support/accessible.ts';
import { type HomeWithBackup, homeWithBackup } from './support/home-with-backup.ts';
import { openThaw } from './support/thaw-page.ts';

const SOON = { timeout: 170_000 };
let made: HomeWithBackup;
before(async () => {
  made = await homeWithBackup({ times: 2 });
}, SOON);
after(() => made[Symbol.asyncDispose]());

const PHONE = { phone: { name: 'Neues iPhone', passcode: false }, content: { files: 40, bytes: 1_000_000 } };

test(
  'axe finds nothing serious in backups, iCloud and settings, on a narrow screen in German',
  SOON,
  async () => {
    await using thaw = await openThaw({
      home: made.home,
      locale: 'de',
      width: 360,
      height: 780,
      phones: [PHONE],
    });
    const { page } = thaw;
    await page.goto(`${thaw.server().origin}/backups`);
    await page.getByRole('heading', { name: 'Auf diesem Computer ist ein Backup.' }).waitFor();
    await assertAccessible(page, 'the list of backups');
    await page.getByRole('link', { name: 'Work iPhone' }).click();
    await page.getByRole('button', { name: 'Jede Datei prüfen' }).waitFor();
    await assertAccessible(page, 'a backup');
    const one = page.url();
    for (const [view, there] of [
      ['photos', '140 Fotos und Videos, die neuesten zuerst'],
      ['messages', 'Fußball'],
      ['contacts', 'Ana Müller; Söhne'],
      ['files', 'com.example.journal'],
      ['search', 'Was suchst du?'],
      ['take-out', 'Hol etwas aus diesem Backup heraus.'],
      ['restore', 'Nichts steht im Weg.'],
      ['history', 'Frühere Stände dieses Backups.'],
      ['unlock', 'Backup-Passwort'],
    ] as const) {
      await page.goto(`${one}/${view}`);
      await page.getByText(there).first().waitFor();
      await assertAccessible(page, view);
      await assertFits(page, view);
    }
    await page.goto(`${thaw.server().origin}/icloud`);
    await page.getByRole('button', { name: 'Live zusehen' }).waitFor();
    await assertAccessible(page, 'iCloud');
    await assertFits(page, 'iCloud');
    await page.goto(`${thaw.server().origin}/settings`);
    await page
      .getByRole('heading', { name: 'Wohin deine Backups kommen und was aus den alten wird.' })
      .waitFor();
    await assertAccessible(page, 'settings');
    await assertFits(page, 'settings');
  },
);

test(
  'by keyboard alone: down the tree, into a folder, a file, a photo and a conversation',
  SOON,
  async () => {
    await using thaw = await openThaw({ home: made.home });
    const { page } = thaw;
    await page.goto(`${thaw.server().origin}/backups`);
    await page.getByRole('link', { name: 'Work iPhone' }).press('Enter');
    await page.getByRole('link', { name: 'Look inside' }).press('Enter');
    const grid = page.getByRole('grid', { name: 'Photos and videos' });
    await grid.focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'Enter'])
      await page.keyboard.press(key);
    await page.getByRole('dialog', { name: /IMG_0139/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[role=grid]:focus').waitFor();

    await page
      .getByRole('navigation', { name: 'What is in it' })
      .getByRole('link', { name: 'Files' })
      .press('Enter');
    const tree = page.getByRole('tree');
    await tree.focus();
    // The first app, its folder, and the folder in that.
    for (const name of [/com\.example\.journal/, /^Documents/, /^entries/]) {
      const branch = page.getByRole('treeitem', { name });
      await branch.waitFor();
      assert.equal(await tree.getAttribute('aria-activedescendant'), await branch.getAttribute('id'));
      await page.keyboard.press('ArrowRight');
      await page.getByRole('treeitem', { name, expanded: true }).waitFor();
      if (!/entries/.test(name.source)) await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    const files = page.getByRole('grid', { name: 'Files' });
    await files.focus();
    await page.keyboard.press('End');
    await page.getByRole('link', { name: '99.json', exact: true }).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    assert.equal(download.suggestedFilename(), '99.json');

    await page
      .getByRole('navigation', { name: 'What is in it' })
      .getByRole('link', { name: 'Messages' })
      .press('Enter');
    await page.getByRole('listbox', { name: 'Conversations' }).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.getByRole('log').waitFor();
  },
);

test(
  'settings hold at once, in the language and the light that were chosen, and after a reload',
  SOON,
  async () => {
    await using thaw = await openThaw({ home: made.home });
    const { page } = thaw;
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByLabel('Light or dark').selectOption('dark');
    await page.getByText('Saved.').waitFor();
    await page.getByLabel('How many to keep').selectOption('5');
    await page.getByLabel('Language', { exact: true }).selectOption('de');
    await page
      .getByRole('heading', { name: 'Wohin deine Backups kommen und was aus den alten wird.' })
      .waitFor();
    await page.reload();
    await page
      .getByRole('heading', { name: 'Wohin deine Backups kommen und was aus den alten wird.' })
      .waitFor();
    assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
    assert.equal(await page.getByLabel('Wie viele bleiben').inputValue(), '5');
    await page.getByRole('button', { name: 'Ordner wählen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Wohin sollen Backups kommen?' });
    await dialog.locator('.folder').first().click();
    await dialog.getByRole('button', { name: 'backups', exact: true }).click();
    await page.getByRole('button', { name: 'Backups hier aufheben' }).click();
    await page.getByText(made.destination).first().waitFor();
    await assertAccessible(page, 'settings with a destination');
    await page.getByLabel('Sprache', { exact: true }).selectOption('en');
    await page
      .getByRole('heading', { name: 'Where your backups go, and what becomes of the old ones.' })
      .waitFor();
  },
);

/** Nothing hangs over the edge of a narrow screen. */
async function assertFits(page: Page, view: string): Promise<void> {
  const over = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  assert.equal(over, 0, `${view} is wider than the screen`);
}
