import { join } from 'node:path';
import type { Page } from 'playwright-core';

const SIZES = [
  { width: 360, height: 760 },
  { width: 1280, height: 820 },
];
const THEMES = ['light', 'dark'] as const;

/** Pictures of what is shown, in both sizes and both themes: they change while the view stays. */
export async function takePictures(page: Page, folder: string, name: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme });
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: join(folder, `${name}-${size.width}-${theme}.png`) });
    }
  }
}
