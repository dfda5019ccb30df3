import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amountsIn } from '../../amounts.ts';
import { germanServerWords } from './server-words.ts';

const german = germanServerWords(amountsIn('de', () => Date.UTC(2026, 10, 22)));

test('a watch is told in German, down to why it judges so', () => {
  const grounds = {
    reason: 'quiet',
    ...{ strongSeconds: 200_000, silentSeconds: 10, limitSeconds: 600 },
    ...{ weakSign: 'log', waitingFor: undefined },
  } as const;
  const told = { type: 'watch.told', standing: 'fine', lines: [], at: '', run: '', number: 1 } as const;
  assert.equal(
    german.watch({ ...told, sentence: 'It is quiet.', saying: { code: 'quiet', grounds } }),
    'Es ist still: seit 2 Tagen kam nichts an, aber das Protokoll des Backup-Programms geht weiter. Bei iCloud ist das normal, auch stundenlang; es ist nichts zu tun.',
  );
});

test('a repair counts in German, and one is not many', () => {
  const mend = { id: 'lost-files', finds: '', changes: '', loses: null };
  const said = (files: number) =>
    german.mend({ ...mend, said: { finds: [{ code: 'files-missing', files }], changes: [], loses: [] } })
      .finds;
  assert.equal(said(1), 'Eine Datei fehlt oder ist nicht so lang, wie die Dateiliste sagt.');
  assert.equal(said(1200), '1.200 Dateien fehlen oder sind nicht so lang, wie die Dateiliste sagt.');
});

test('what a check found names the app as iOS does', () => {
  const finding = { kind: 'missing', fileId: 'ab', domain: 'AppDomain-x', path: 'a.db' } as const;
  assert.equal(
    german.verified({ finding, app: 'Messages', sentence: '', harmless: false }),
    'Fehlt: AppDomain-x a.db (Nachrichten).',
  );
});
