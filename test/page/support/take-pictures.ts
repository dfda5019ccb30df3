import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const SIZES = [
  { width: 360, height: 760 },
  { width: 1280, height: 820 },
];
const THEMES = ['light', 'dark'] as const;
/** They lie in the repository. */
const MAX_BYTES = 300_000;

/** Pictures of what is shown, in both sizes and both themes: they change while the view stays. */
export async function takePictures(page: Page, folder: string, name: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme });
      await page.evaluate('Promise.all([...document.images].map((image) => image.decode().catch(() => {})))');
      assert.equal(
        await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
        0,
        `${name} is cut off at ${size.width} pixels`,
      );
      const picture = await page.screenshot();
      assert.ok(picture.length < MAX_BYTES, `${name} is a picture of ${picture.length} bytes`);
      await writeFile(join(folder, `${name}-${size.width}-${theme}.png`), picture);
    }
  }
}

/** The same in German, whose words are longer. What was opened by hand, such as a dialog, is closed then. */
export async function takeGermanPictures(page: Page, folder: string, name: string): Promise<void> {
  await speak(page, 'de');
  await takePictures(page, folder, `${name}-de`);
  await speak(page, 'en');
}

async function speak(page: Page, language: 'de' | 'en'): Promise<void> {
  await page.evaluate(
    `fetch('/api/settings', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"language":"${language}"}' })`,
  );
  await page.reload();
  await page.locator(`html[lang=${language}] h1`).waitFor();
  await page.evaluate('new Promise((resolve) => setTimeout(resolve, 1500))');
}
