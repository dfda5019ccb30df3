import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** An account of Apple's and a password in one sentence, in the languages of the page. */
const ACCOUNT = /apple[ -]?(?:account|id|konto)|icloud/i;
const PASSWORD = /password|passcode|passwort|kennwort/i;
/** Sentences that say that it is not asked for, or speak of passwords that a backup holds. */
const HARMLESS =
  /\bnever\b|\bnot\b|\bnie\b|\bnicht\b|\bkein|saved passwords|passwords and Health|Passwörter/i;

function asks(sentence: string): boolean {
  return ACCOUNT.test(sentence) && PASSWORD.test(sentence) && !HARMLESS.test(sentence);
}

test('a sentence that asks for it is known as one', () => {
  assert.ok(asks('Please enter the password of your Apple Account.'));
  assert.ok(asks('Gib dein Apple-ID-Passwort ein.'));
  assert.ok(!asks('Thaw never asks for the password of your Apple Account.'));
});

test('nothing anywhere asks for the password of an Apple Account', async () => {
  const asking: string[] = [];
  for await (const path of glob(['src/**/*.ts', 'web/src/**/*.{ts,tsx}'], { cwd: root })) {
    if (path.endsWith('.test.ts')) continue;
    const text = await readFile(`${root}${path}`, 'utf8');
    for (const [, sentence = ''] of text.matchAll(/(?<=['"`>])([^'"`<>\n]{12,}?)(?=['"`<])/g))
      if (asks(sentence)) asking.push(`${path}: ${sentence}`);
  }
  assert.deepEqual(asking, []);
});
