import { mkdir, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ScenarioInput } from '../../src/virtual/scenario.ts';
import { beginBackup, finished } from './support/acts.ts';
import { WAITS_FOR_THE_PAGE } from './support/obedient-owner.ts';
import { openThaw, type ThawPage } from './support/thaw-page.ts';

/** Pictures of every view, for people to look at: `npm run screens`, or some of them: `npm run screens -- done home`. */
const FOLDER = fileURLToPath(new URL('../../docs/screens/', import.meta.url));
const SIZES = [
  { width: 360, height: 760 },
  { width: 1280, height: 820 },
];
const THEMES = ['light', 'dark'] as const;
const MAX_BYTES = 150_000;

interface Screen {
  readonly name: string;
  readonly phones: readonly ScenarioInput[];
  readonly speed?: number;
  /** From the home view to what is to be seen. */
  readonly go: (thaw: ThawPage) => Promise<void>;
}

const content = { files: 150, bytes: 6_000_000 };
const phone = { name: 'Mia’s iPhone', passcode: false };
const slow = { do: 'slow-link', bytesPerSecond: 250_000 } as const;
const heading =
  (name: RegExp) =>
  async ({ page }: ThawPage) => {
    await beginBackup(page);
    await page.getByRole('heading', { name }).first().waitFor({ timeout: 120_000 });
  };
const afterBackup =
  (path: string): Screen['go'] =>
  async ({ page, server }) => {
    await beginBackup(page);
    await finished(page);
    await page.goto(`${server().origin}${path}`);
    await page.locator('h1').waitFor();
  };

const SCREENS: readonly Screen[] = [
  {
    name: 'no-phone',
    phones: [],
    go: async ({ page }) => await page.getByText('Plug the iPhone into').waitFor(),
  },
  {
    name: 'home',
    phones: [{ phone, content }],
    go: async ({ page }) => await page.getByText('Back up now').waitFor(),
  },
  {
    name: 'two-phones',
    phones: [
      { seed: 1, phone, content },
      { seed: 2, phone: { name: 'Old phone', product: 'iPhone10,4', ios: '16.7', trusted: false }, content },
    ],
    go: async ({ page }) => await page.getByText('2 iPhones are here.').waitFor(),
  },
  {
    name: 'back-up',
    phones: [{ phone: { ...phone, battery: { percent: 14, charging: false } }, content }],
    go: async ({ page }) => {
      await page.getByRole('link', { name: 'Back up now' }).click();
      await page.getByText(/things looked at/).waitFor();
      await page.locator('[aria-busy="false"]').waitFor();
    },
  },
  {
    name: 'passcode',
    phones: [{ phone: { ...phone, passcode: true }, content, owner: [...WAITS_FOR_THE_PAGE] }],
    go: heading(/asks for its passcode/),
  },
  {
    name: 'moving',
    phones: [{ phone, content: { files: 300, bytes: 7_000_000 }, faults: [slow] }],
    go: async (thaw) => {
      await heading(/is being saved/)(thaw);
      await thaw.page.getByText(/^[3-9]\d%$/).waitFor();
    },
  },
  {
    name: 'quiet',
    phones: [
      { phone, content, faults: [{ when: { phase: 'preparing' }, do: 'scan-quietly', seconds: 200 }] },
    ],
    go: heading(/still counting its files/),
  },
  {
    name: 'mending',
    phones: [
      { phone, content, faults: [slow, { when: { bytesSent: 2_000_000 }, do: 'unplug', seconds: 90 }] },
    ],
    go: async (thaw) => {
      await beginBackup(thaw.page);
      await thaw.page.locator('[data-look="mending"]').waitFor({ timeout: 120_000 });
      await thaw.page.getByText('What Thaw is doing').waitFor();
    },
  },
  {
    name: 'force-restart',
    speed: 12,
    phones: [
      {
        phone,
        content,
        faults: [{ when: { bytesSent: 1_500_000 }, do: 'freeze', until: 'force-restart' }],
        owner: [...WAITS_FOR_THE_PAGE],
      },
    ],
    go: async (thaw) => {
      await beginBackup(thaw.page);
      await thaw.page.locator('[data-step="force-restart"]').waitFor({ timeout: 120_000 });
      await thaw.page.getByRole('button', { name: 'Count along' }).waitFor();
    },
  },
  {
    name: 'replug',
    speed: 20,
    phones: [
      {
        phone: { ...phone, product: 'iPhone14,5' },
        content,
        faults: [{ when: { bytesSent: 1_000_000 }, do: 'unplug', until: 'replug' }],
        owner: [...WAITS_FOR_THE_PAGE],
      },
    ],
    go: async (thaw) => {
      await beginBackup(thaw.page);
      await thaw.page.locator('[data-step="replug"]').waitFor({ timeout: 120_000 });
    },
  },
  {
    name: 'done',
    speed: 5,
    phones: [{ phone, content: { files: 300, bytes: 9_000_000 } }],
    go: async ({ page }) => {
      await beginBackup(page);
      await finished(page);
      await page.getByRole('link', { name: 'Look into the backup' }).waitFor();
    },
  },
  { name: 'backups', speed: 5, phones: [{ phone, content }], go: afterBackup('/backups') },
  { name: 'icloud', speed: 5, phones: [{ phone, content }], go: afterBackup('/icloud') },
  { name: 'settings', speed: 5, phones: [{ phone, content }], go: afterBackup('/settings') },
];

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));

await mkdir(FOLDER, { recursive: true });
for (const screen of SCREENS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  test(screen.name, async () => {
    const { phones, speed = 1 } = screen;
    await using thaw = await openThaw({ phones, speed });
    await screen.go(thaw);
    await take(thaw, screen.name);
  });
}

/** Sizes and themes change while the view stays: what was waited for need not be reached four times. */
async function take({ page }: ThawPage, name: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme });
      const overflow = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
      if (overflow > 0) throw new Error(`${name} is cut off at ${size.width} pixels, by ${overflow}`);
      const picture = await page.screenshot({ fullPage: false });
      if (picture.length > MAX_BYTES) throw new Error(`${name} is a picture of ${picture.length} bytes`);
      await writeFile(`${FOLDER}${name}-${size.width}-${theme}.png`, picture);
    }
  }
}
