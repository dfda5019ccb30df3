import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openThaw } from './support/thaw-page.ts';

test('without a phone the page says what to do on this computer', async () => {
  await using thaw = await openThaw();
  const { page } = thaw;
  await page.getByRole('heading', { name: 'Connect your iPhone with its cable.' }).waitFor();
  await page.getByText('Plug the iPhone into this').waitFor();
  assert.equal(await page.title(), 'Connect your iPhone with its cable. · Thaw');
});

test('a virtual iPhone is always there to try with, and is marked as one', async () => {
  await using thaw = await openThaw();
  const { page } = thaw;
  await page.getByRole('button', { name: 'Try with a virtual iPhone' }).click();
  const phone = page.getByRole('article');
  await phone.getByText('virtual', { exact: true }).waitFor();
  await phone.getByRole('link', { name: 'Back up now' }).waitFor();
  await page.getByRole('button', { name: 'Put the virtual iPhone away' }).click();
  await page.getByRole('heading', { name: 'Connect your iPhone with its cable.' }).waitFor();
});
