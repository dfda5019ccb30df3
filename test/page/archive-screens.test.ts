import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { type HomeWithBackup, homeWithBackup, PASSWORD } from './support/home-with-backup.ts';
import { openThaw } from './support/thaw-page.ts';

const SOON = { timeout: 170_000 };
const FOLDER = process.env['THAW_SCREENS'] ?? fileURLToPath(new URL('../../docs/screens', import.meta.url));
let made: HomeWithBackup;
before(async () => {
  made = await homeWithBackup({ encrypt: true, times: 2 });
  await mkdir(FOLDER, { recursive: true });
}, SOON);
after(() => made[Symbol.asyncDispose]());

for (const theme of ['light', 'dark'] as const) {
  for (const width of [360, 1280]) {
    test(`backups, what is in them and settings, ${width} wide, ${theme}`, SOON, async () => {
      const height = width < 700 ? 780 : 900;
      const phone = { name: 'Anas iPhone', passcode: false };
      await using thaw = await openThaw({
        ...{ home: made.home, theme, width, height },
        phones: [{ phone, content: { files: 40, bytes: 1_000_000 } }],
      });
      const { page } = thaw;
      const shoot = async (name: string): Promise<void> => {
        await page.waitForLoadState('networkidle');
        await page.screenshot({ path: join(FOLDER, `${name}-${width}-${theme}.png`) });
      };
      await show(page, thaw.server().origin, shoot);
    });
  }
}

async function show(page: Page, origin: string, shoot: (name: string) => Promise<void>): Promise<void> {
  await page.goto(`${origin}/backups`);
  await page.getByRole('link', { name: 'Anas iPhone' }).waitFor();
  await shoot('backups');
  await page.getByRole('link', { name: 'Anas iPhone' }).click();
  await page.getByRole('link', { name: 'Look inside' }).waitFor();
  await shoot('backup');
  const one = page.url();
  await page.getByRole('link', { name: 'Look inside' }).click();
  await page.getByLabel('Backup password').waitFor();
  await shoot('unlock');
  await page.getByLabel('Backup password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Open it' }).click();
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
  await page.goto(`${origin}/settings`);
  await page.getByLabel('Language', { exact: true }).waitFor();
  await shoot('settings');
}
