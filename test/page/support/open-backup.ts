import type { Page } from 'playwright-core';
import { PASSWORD } from './home-with-backup.ts';

/** From any view: to the only backup there is. */
export async function goToBackup(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Backups' }).click();
  await page.getByRole('link', { name: 'Work iPhone' }).click();
  await page.getByRole('heading', { level: 1, name: /Work iPhone/ }).waitFor();
}

/** From a locked backup's view: opens it with its password, and comes back to it. */
export async function unlock(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Open it with its password' }).click();
  await page.getByLabel('Backup password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Open it' }).click();
  await page.getByText('encrypted, open now').waitFor();
}

/** To one kind of what is inside. */
export async function lookAt(page: Page, kind: string): Promise<void> {
  await page.getByRole('navigation', { name: 'What is in it' }).getByRole('link', { name: kind }).click();
}
