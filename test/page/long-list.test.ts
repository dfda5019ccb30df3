import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type HugeHome, homeWithHugeBackup } from './support/huge-backup.ts';
import { openThaw } from './support/thaw-page.ts';

const SOON = { timeout: 170_000 };
const FILES = 250_000;
/** A screenful of lines with their cells, and the page around it. */
const MOST_ELEMENTS = 600;
/** Of script, layout and all else, for one jump to anywhere in the list. */
const MOST_CPU_SECONDS = 2;

let made: HugeHome;
before(async () => {
  made = await homeWithHugeBackup(FILES);
}, SOON);
after(() => made[Symbol.asyncDispose]());

test(`a folder of ${FILES} files: the page stays small, and any place is reached`, SOON, async () => {
  await using thaw = await openThaw({ home: made.home });
  const { page } = thaw;
  await page.getByRole('link', { name: 'Backups' }).click();
  await page.getByRole('link', { name: 'Huge iPhone' }).click();
  await page.getByRole('link', { name: 'Look inside' }).click();
  await page.getByRole('navigation', { name: 'What is in it' }).getByRole('link', { name: 'Files' }).click();
  await page.getByRole('treeitem', { name: /com\.example\.journal/ }).click();
  await page.getByRole('treeitem', { name: /^many/ }).click();
  await page.getByText('250,000 files').waitFor();
  await page.getByRole('link', { name: 'file 0000000.txt' }).waitFor();
  const grid = page.getByRole('grid', { name: 'Files' });
  assert.equal(await grid.getAttribute('aria-rowcount'), String(FILES));

  const elements = async (): Promise<number> => await page.locator('*').count();
  const cpu = await page.context().newCDPSession(page);
  await cpu.send('Performance.enable');
  const busy = async (): Promise<number> => {
    const { metrics } = await cpu.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };

  assert.ok((await elements()) < MOST_ELEMENTS, `${await elements()} elements`);
  for (const [key, line] of [
    ['End', FILES - 1],
    ['Home', 0],
  ] as const) {
    const before = await busy();
    await grid.press(key);
    await page.getByRole('link', { name: `file ${String(line).padStart(7, '0')}.txt` }).waitFor();
    assert.ok((await busy()) - before < MOST_CPU_SECONDS, 'a jump is quick');
    assert.ok((await elements()) < MOST_ELEMENTS, `${await elements()} elements after ${key}`);
  }
  // The scroll bar, dragged to the middle.
  const before = await busy();
  await page.evaluate(
    'for (const list of document.querySelectorAll("[role=grid]")) list.scrollTop = (list.scrollHeight - list.clientHeight) / 2',
  );
  const middle = page.getByRole('link', { name: /^file 012[45]\d{3}\.txt$/ }).first();
  await middle.waitFor();
  assert.ok((await busy()) - before < MOST_CPU_SECONDS, 'a jump is quick');
  assert.ok((await elements()) < MOST_ELEMENTS);
  // Line by line from there.
  await grid.hover();
  for (let turn = 0; turn < 20; turn += 1) await page.mouse.wheel(0, 600);
  await page
    .getByRole('link', { name: /^file 012[45]\d{3}\.txt$/ })
    .first()
    .waitFor();
  assert.ok((await elements()) < MOST_ELEMENTS);
});
