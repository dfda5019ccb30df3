import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type SyslogLine, SyslogParser } from './syslog.ts';

const daemons = new Set(['BackupAgent2', 'backupd']);

const lineOf = (bytes: string): SyslogLine | undefined =>
  new SyslogParser(daemons).push(Buffer.from(`${bytes}\n\0`))[0];

test('a line of the backup daemon, with its library', () => {
  assert.deepEqual(
    lineOf('Sep  8 13:49:21 slab BackupAgent2(MobileBackup)[1511] <Notice>: Encryption is enabled'),
    {
      time: 'Sep  8 13:49:21',
      process: 'BackupAgent2',
      pid: 1511,
      level: 'Notice',
      text: 'Encryption is enabled',
    },
  );
});

test('a phone whose name holds spaces, brackets and other scripts', () => {
  for (const name of ['My Phone', 'Telefon [alt] (2)', 'アナのiPhone', '📱'])
    assert.equal(lineOf(`Dec 13 22:34:14 ${name} backupd[343] <Error>: it failed`)?.text, 'it failed', name);
});

test('a message of several lines is one entry', () => {
  const text = 'Operation failed: partial errors: {\n\tone\n\ttwo\n}';
  assert.equal(lineOf(`Apr 19 11:15:43 iPhone backupd[11870] <Error>: ${text}`)?.text, text);
});

test('what is not a line is passed over, and the next one is read', () => {
  const parser = new SyslogParser(daemons);
  const noise = Buffer.alloc(100_000, 0x41);
  assert.deepEqual(parser.push(noise), []);
  assert.deepEqual(parser.push(Buffer.from('A\n\0no line at all\n\0\0')), []);
  assert.equal(
    parser.push(Buffer.from('Dec 13 22:34:14 iPhone backupd[1] <Info>: here\n\0'))[0]?.text,
    'here',
  );
});

test('however the bytes are cut, the wanted lines come out, and no others', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 }).map((raw) => raw.replaceAll(/[\0\n]/g, ' '));
  const line = fc.record(
    {
      time: fc.constant('Nov  2 06:40:01'),
      process: fc.constantFrom('BackupAgent2', 'backupd', 'SpringBoard', 'kernel'),
      pid: fc.integer({ min: 1, max: 99_999 }),
      level: fc.constantFrom('Notice', 'Error', 'Warning'),
      text,
    },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 8 }),
      fc.infiniteStream(fc.integer({ min: 1, max: 90 })),
      (lines, cuts) => {
        const bytes = Buffer.from(
          lines
            .map(
              (each) =>
                `${each.time} Ana-iPhone ${each.process}[${each.pid}] <${each.level}>: ${each.text}\n\0`,
            )
            .join(''),
        );
        const parser = new SyslogParser(daemons);
        const found: SyslogLine[] = [];
        for (let at = 0; at < bytes.length; ) {
          const size = cuts.next().value ?? 1;
          found.push(...parser.push(bytes.subarray(at, at + size)));
          at += size;
        }
        assert.deepEqual(
          found,
          lines.filter((each) => daemons.has(each.process)),
        );
      },
    ),
  );
});

test('any bytes at all are taken without a failure', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 })), (pieces) => {
      const parser = new SyslogParser(daemons);
      for (const piece of pieces) parser.push(Buffer.from(piece));
    }),
  );
});
