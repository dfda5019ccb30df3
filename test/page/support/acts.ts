import type { Page } from 'playwright-core';
import type { VirtualPhone } from '../../../src/virtual/phone.ts';
import { until } from './until.ts';

/** A run may take this long on a busy machine. */
const RUN_LIMIT_MS = 150_000;

/** From the home view: back up the only phone, as a person does it. */
export async function beginBackup(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Back up now' }).click();
  await page.getByRole('button', { name: /Back up (now|anyway)/ }).click();
  await page.waitForURL('**/runs/**');
}

/** Waits until the run that is shown is over, and gives its outcome. */
export async function finished(page: Page): Promise<string> {
  const over = page.locator('[data-outcome]');
  await over.waitFor({ timeout: RUN_LIMIT_MS });
  return (await over.getAttribute('data-outcome')) ?? '';
}

/** At the home view: lets a phone that does not trust this computer ask for it, and answers there. */
export async function gainTrustIfNeeded(page: Page, phone: VirtualPhone): Promise<void> {
  const ask = page.getByRole('button', { name: 'Let it ask for trust' });
  await page.getByRole('link', { name: 'Back up now' }).or(ask).waitFor();
  if (!(await ask.isVisible())) return;
  await ask.click();
  await page.getByText('Look at the iPhone: tap “Trust”').waitFor();
  await until('the phone asks', () => phone.owner.prompts.includes('trust-prompt'));
  phone.owner.act('tap-trust');
}
