import type { Page } from 'playwright-core';
import { finished } from '../support/acts.ts';
import { PASSWORD } from '../support/home-with-backup.ts';
import type { ThawPage } from '../support/thaw-page.ts';

/** A view of one backup, and how it is reached from its address. */
export interface ArchiveScreen {
  readonly name: string;
  readonly go: (page: Page, backup: string) => Promise<void>;
}

/** Opens the only backup there is; gives its address. */
export async function openTheBackup({ page, server }: ThawPage): Promise<string> {
  await page.goto(`${server().origin}/backups`);
  await page.getByRole('link', { name: 'Work iPhone' }).click();
  await page.getByRole('heading', { name: /Work iPhone/ }).waitFor();
  return page.url();
}

/** An encrypted backup and what is in it, one after the other: the second opens it for those that follow. */
export const ARCHIVE_SCREENS: readonly ArchiveScreen[] = [
  {
    name: 'unlock',
    go: async (page) => {
      await page.getByRole('link', { name: 'Open it with its password' }).click();
      await page.getByLabel('Backup password').waitFor();
    },
  },
  {
    name: 'checked',
    go: async (page) => {
      await page.getByLabel('Backup password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Open it' }).click();
      await page.getByRole('button', { name: 'Check every file' }).click();
      await finished(page);
    },
  },
  {
    name: 'backup',
    go: async (page, backup) => {
      await page.goto(backup);
      await page.getByRole('link', { name: 'Look inside' }).waitFor();
    },
  },
  {
    name: 'files',
    go: async (page, backup) => {
      await page.goto(`${backup}/files`);
      for (const name of [/com\.example\.journal/, /^Documents/, /^entries/]) {
        await page.getByRole('treeitem', { name }).click();
      }
      await page.getByRole('link', { name: '0.json', exact: true }).waitFor();
    },
  },
  {
    name: 'photos',
    go: async (page, backup) => {
      await page.goto(`${backup}/photos`);
      await page.getByRole('gridcell').first().waitFor();
    },
  },
  {
    name: 'photo',
    go: async (page) => {
      await page.getByRole('gridcell').nth(2).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'messages',
    go: async (page, backup) => {
      await page.goto(`${backup}/messages`);
      await page
        .getByRole('option', { name: /Bicycle workshop/ })
        .first()
        .click();
      await page.getByText('The front brake is done').first().waitFor();
    },
  },
  {
    name: 'contacts',
    go: async (page, backup) => {
      await page.goto(`${backup}/contacts`);
      await page.getByRole('option', { name: /Bicycle workshop/ }).click();
    },
  },
  {
    name: 'search',
    go: async (page, backup) => {
      await page.goto(`${backup}/search`);
      await page.getByLabel('What are you looking for?').fill('workshop');
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByText(/places? found/).waitFor();
    },
  },
  {
    name: 'take-out',
    go: async (page, backup) => {
      await page.goto(`${backup}/take-out`);
      await page.getByRole('button', { name: 'Take it out' }).waitFor();
    },
  },
  {
    name: 'restore',
    go: async (page, backup) => {
      await page.goto(`${backup}/restore`);
      await page.getByText('Nothing stands in the way.').waitFor();
    },
  },
  {
    name: 'history',
    go: async (page, backup) => {
      await page.goto(`${backup}/history`);
      await page.getByRole('radio').first().waitFor();
    },
  },
];
