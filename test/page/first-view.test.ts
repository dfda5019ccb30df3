import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CDPSession, Page } from 'playwright-core';
import { openThaw } from './support/thaw-page.ts';

/** What a person calls at once. */
const MOST_MS = 200;
const TIMES = 5;
const USEFUL = '.phone-view .button.main';

/** From asking for the page to its first paint, and to the phone with the button beneath it. Milliseconds. */
interface View {
  readonly painted: number;
  readonly useful: number;
  /** The processor's time of script, layout and painting until then, whatever else the computer does. */
  readonly busy: number;
}

test('the first view costs less than a fifth of a second, with nothing kept from an earlier visit', async (t) => {
  await using thaw = await openThaw({
    phones: [{ phone: { name: 'Work iPhone' }, content: { files: 10, bytes: 100_000 } }],
  });
  const { page } = thaw;
  await page.locator(USEFUL).waitFor();
  const browser = await page.context().newCDPSession(page);
  await browser.send('Performance.enable', { timeDomain: 'threadTicks' });
  await browser.send('Network.enable');
  await browser.send('Network.setCacheDisabled', { cacheDisabled: true });
  await page.addInitScript({ content: NOTE_WHEN_USEFUL });
  const views: View[] = [];
  for (let time = 0; time < TIMES; time += 1) views.push(await view(page, browser));
  for (const name of ['painted', 'useful', 'busy'] as const)
    t.diagnostic(`${name}: median ${median(views, name)} ms of ${TIMES}`);
  // By the clock on the wall it is as quick as the computer has time for it: that is told, and no reason to fail.
  assert.ok(median(views, 'busy') < MOST_MS, JSON.stringify(views));
});

/** In the page, before anything of it runs. A text, for it is no code of this process. */
const NOTE_WHEN_USEFUL = `new MutationObserver((_, self) => {
  if (!document.querySelector(${JSON.stringify(USEFUL)})) return;
  self.disconnect();
  requestAnimationFrame(() => { document.documentElement.dataset.useful = performance.now(); });
}).observe(document, { childList: true, subtree: true });`;

async function view(page: Page, browser: CDPSession): Promise<View> {
  await page.reload({ waitUntil: 'commit' });
  await page.locator('html[data-useful]').waitFor();
  const { metrics } = await browser.send('Performance.getMetrics');
  const [painted, useful]: readonly [number, number] = await page.evaluate(
    '[performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN, Number(document.documentElement.dataset.useful)]',
  );
  return {
    painted,
    useful,
    busy: 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN),
  };
}

function median(views: readonly View[], name: keyof View): number {
  const sorted = views.map((one) => one[name]).sort((one, other) => one - other);
  return Math.round(sorted[Math.floor(TIMES / 2)] ?? NaN);
}
