import assert from 'node:assert/strict';
import { test } from 'node:test';
import { branchesOf, keyOf } from './tree.ts';

const domain = (name: string, app: string, files: number) => ({ domain: name, app, system: false, files });
const DOMAINS = [
  domain('AppDomain-chat', 'Chat', 2),
  domain('AppDomainGroup-chat', 'Chat', 3),
  domain('AppDomain-notes', 'Notes', 1),
];
const shown = (...args: Parameters<typeof branchesOf>): string[] =>
  branchesOf(...args).map(({ level, name, files }) => `${'  '.repeat(level - 1)}${name} ${files}`);

test('an app of several domains holds them; one of a single domain is that domain', () => {
  assert.deepEqual(shown(DOMAINS, new Map(), new Set()), ['Chat 5', 'Notes 1']);
  assert.deepEqual(shown(DOMAINS, new Map(), new Set(['a Chat'])), [
    'Chat 5',
    '  AppDomain-chat 2',
    '  AppDomainGroup-chat 3',
    'Notes 1',
  ]);
});

test('what is unfolded shows its folders as soon as they are known', () => {
  const notes = { domain: 'AppDomain-notes', folder: '' };
  const open = new Set([keyOf(notes)]);
  const [, waiting] = branchesOf(DOMAINS, new Map(), open);
  assert.deepEqual([waiting?.open, waiting?.loading], [true, true]);
  const inner = new Map([[keyOf(notes), { folders: [{ name: 'Documents', files: 1 }], more: false }]]);
  const [, , documents] = branchesOf(DOMAINS, inner, open);
  assert.deepEqual(documents?.place, { domain: 'AppDomain-notes', folder: 'Documents' });
  assert.deepEqual([documents?.level, documents?.position, documents?.siblings], [2, 1, 1]);
});
