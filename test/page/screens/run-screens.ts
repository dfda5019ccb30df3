import { setTimeout as sleep } from 'node:timers/promises';
import { beginBackup, finished } from '../support/acts.ts';
import { WAITS_FOR_THE_PAGE } from '../support/obedient-owner.ts';
import type { ThawPage } from '../support/thaw-page.ts';
import type { Screen } from './screen.ts';

const content = { files: 150, bytes: 6_000_000 };
const phone = { name: 'iPhone', passcode: false };
const slow = { do: 'slow-link', bytesPerSecond: 250_000 } as const;
const SOON = { timeout: 120_000 };

const heading =
  (name: RegExp) =>
  async ({ page }: ThawPage): Promise<void> => {
    await beginBackup(page);
    await page.getByRole('heading', { name }).first().waitFor(SOON);
  };
const shown =
  (selector: string) =>
  async ({ page }: ThawPage): Promise<void> => {
    await beginBackup(page);
    await page.locator(selector).first().waitFor(SOON);
  };
const afterBackup =
  (path: string): Screen['go'] =>
  async ({ page, server }) => {
    await beginBackup(page);
    await finished(page);
    await page.goto(`${server().origin}${path}`);
    await page.locator('h1').waitFor();
  };

/** From the first visit to the end of a backup, with everything that can come between. */
export const RUN_SCREENS: readonly Screen[] = [
  {
    name: 'no-phone',
    setting: {},
    go: async ({ page }) => await page.getByText('Plug the iPhone into').waitFor(),
  },
  {
    name: 'home',
    setting: { speed: 5, phones: [{ phone, content }] },
    go: afterBackup('/'),
  },
  {
    name: 'two-phones',
    setting: {
      phones: [
        { seed: 1, phone, content },
        {
          seed: 2,
          phone: { name: 'Old iPhone', product: 'iPhone10,4', ios: '16.7', trusted: false },
          content,
        },
      ],
    },
    go: async ({ page }) => await page.getByText('2 iPhones are here.').waitFor(),
  },
  {
    name: 'back-up',
    setting: { phones: [{ phone: { ...phone, battery: { percent: 14, charging: false } }, content }] },
    go: async ({ page }) => {
      await page.getByRole('link', { name: 'Back up now' }).click();
      await page.getByText(/things looked at/).waitFor();
      await page.locator('[aria-busy="false"]').waitFor();
    },
  },
  {
    name: 'passcode',
    setting: { phones: [{ phone: { ...phone, passcode: true }, content, owner: [...WAITS_FOR_THE_PAGE] }] },
    go: shown('[data-step="passcode"] svg'),
  },
  {
    name: 'moving',
    setting: { phones: [{ phone, content: { files: 300, bytes: 7_000_000 }, faults: [slow] }] },
    go: async (thaw) => {
      await heading(/is being saved/)(thaw);
      await thaw.page.getByText(/^[3-9]\d%$/).waitFor(SOON);
    },
  },
  {
    name: 'quiet',
    setting: {
      phones: [
        { phone, content, faults: [{ when: { phase: 'preparing' }, do: 'scan-quietly', seconds: 200 }] },
      ],
    },
    go: heading(/still counting its files/),
  },
  {
    name: 'stuck',
    setting: {
      phones: [{ phone, content, faults: [slow, { when: { bytesSent: 1_500_000 }, do: 'freeze' }] }],
    },
    go: shown('[data-look="stuck"]'),
  },
  {
    name: 'mending',
    setting: {
      phones: [
        { phone, content, faults: [slow, { when: { bytesSent: 2_000_000 }, do: 'unplug', seconds: 90 }] },
      ],
    },
    go: async (thaw) => {
      await shown('[data-look="mending"]')(thaw);
      await thaw.page.getByText('What Thaw is doing').waitFor();
    },
  },
  {
    name: 'force-restart',
    setting: {
      speed: 12,
      phones: [
        {
          phone,
          content,
          faults: [{ when: { bytesSent: 1_500_000 }, do: 'freeze', until: 'force-restart' }],
          owner: [...WAITS_FOR_THE_PAGE],
        },
      ],
    },
    go: async (thaw) => {
      await shown('[data-step="force-restart"]')(thaw);
      await thaw.page.getByRole('button', { name: 'Count along' }).click();
      // Two presses, and some way into what is held.
      await sleep(7_000);
    },
  },
  {
    name: 'replug',
    setting: {
      speed: 20,
      phones: [
        {
          phone: { ...phone, product: 'iPhone14,5' },
          content,
          faults: [{ when: { bytesSent: 1_000_000 }, do: 'unplug', until: 'replug' }],
          owner: [...WAITS_FOR_THE_PAGE],
        },
      ],
    },
    go: shown('[data-step="replug"]'),
  },
  {
    name: 'done',
    setting: { speed: 5, phones: [{ phone, content: { files: 300, bytes: 9_000_000 } }] },
    go: async ({ page }) => {
      await beginBackup(page);
      await finished(page);
      await page.getByRole('link', { name: 'Look into the backup' }).waitFor();
    },
  },
  { name: 'backups', setting: { speed: 5, phones: [{ phone, content }] }, go: afterBackup('/backups') },
  {
    name: 'icloud',
    setting: { speed: 5, phones: [{ phone, content }] },
    go: async (thaw) => {
      await afterBackup('/icloud')(thaw);
      await thaw.page.getByRole('button', { name: 'Watch it live' }).waitFor();
    },
  },
  { name: 'settings', setting: { speed: 5, phones: [{ phone, content }] }, go: afterBackup('/settings') },
];
