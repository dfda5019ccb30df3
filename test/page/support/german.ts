import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** Words that any English sentence has, and no German one. */
const ENGLISH = /\b(?:the|your|with|and|of|this|it|is|are)\b/i;

/** What is shown now is German to its last word. */
export async function assertGerman(page: Page, view: string): Promise<void> {
  const main = page.locator('main');
  assert.deepEqual(
    await main.locator('[lang="en"]:visible').allInnerTexts(),
    [],
    `${view} marks some of itself as English`,
  );
  const lines = (await main.innerText()).split('\n');
  assert.deepEqual(
    lines.filter((line) => ENGLISH.test(line)),
    [],
    `${view} is English in part`,
  );
}
