import { after } from 'node:test';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

/** The system's own; nothing is downloaded. */
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
/** Generous: the machine may be busy with other tests. */
const LIMIT_MS = 45_000;

let browser: Promise<Browser> | undefined;
after(async () => (await browser)?.close());

export interface Looks {
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
  readonly theme?: 'light' | 'dark';
  /** Default `reduce`: pictures and clicks wait for no motion. */
  readonly motion?: 'reduce' | 'no-preference';
}

/** A browser as a person opens it: no cookies, no history. One Chromium serves all tests of a file. */
export async function freshContext(looks: Looks = {}): Promise<BrowserContext> {
  browser ??= chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
  const { width = 1280, height = 900, locale = 'en-GB', theme = 'light', motion = 'reduce' } = looks;
  const context = await (await browser).newContext({
    viewport: { width, height },
    locale,
    colorScheme: theme,
    reducedMotion: motion,
    timezoneId: 'UTC',
  });
  context.setDefaultTimeout(LIMIT_MS);
  return context;
}
