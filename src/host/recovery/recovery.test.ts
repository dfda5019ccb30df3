import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { ThawError } from '../../kit/errors.ts';
import { reinstall } from './idevicerestore.ts';
import { leaveRecovery } from './irecovery.ts';
import { parseRestoreLine, type RestoreLine } from './restore-line.ts';

/** A program of its own that prints what the real one was seen to print. */
async function standIn(
  output: string,
  { status = 0, errors = '' } = {},
): Promise<AsyncDisposable & { program: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'thaw-stand-in-'));
  const program = join(folder, 'program');
  await writeFile(join(folder, 'output'), output);
  await writeFile(join(folder, 'errors'), errors);
  await writeFile(program, `#!/bin/sh\ncat "${folder}/output"\ncat "${folder}/errors" >&2\nexit ${status}\n`);
  await chmod(program, 0o700);
  return { program, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

function withCode(code: string): (thrown: unknown) => boolean {
  return (thrown) => thrown instanceof ThawError && thrown.code === code;
}

const signal = AbortSignal.timeout(60_000);

test('no program and a phone that refuses are two things', async () => {
  await using nobody = await standIn('', { status: 255, errors: 'ERROR: Unable to connect to device\n' });
  await assert.rejects(leaveRecovery({}, signal, '/nowhere/irecovery'), withCode('recovery.no-program'));
  await assert.rejects(leaveRecovery({}, signal, nobody.program), withCode('recovery.refused'));
});

/** The lines of a run that keeps data, shortened; after reports of 2026. */
const UPDATE = `idevicerestore 1.0.0-271-g45145e9 (libirecovery 1.3.1-5-g04d04f7, libtatsu 1.0.5-3-g60a39f3)
Found device in Recovery mode
Selected firmware 26.6 (build 23G71)
Verifying:  42.0
Variant: Customer Upgrade Install (IPSW)
This restore will update the device without erasing user data.
progress: 1 0.5
Waiting for device to enter restore mode...
Creating partition map (11)
progress: 2 0.42
Migrating data (41)
Got status message
Status: Restore Finished
DONE
`;

test('reinstalling iOS is told step by step and ends well', async () => {
  await using program = await standIn(UPDATE);
  const lines: RestoreLine[] = [];
  const request = { erase: false, cache: tmpdir(), onLine: (line: RestoreLine) => lines.push(line) };
  await reinstall({ ...request, program: program.program }, new AbortController().signal);
  assert.deepEqual(lines, [
    { kind: 'work', what: 'Verifying', percent: 42 },
    { kind: 'keeps-data', keeps: true },
    { kind: 'progress', step: 'preparing', percent: 50 },
    { kind: 'operation', what: 'Creating partition map', number: 11 },
    { kind: 'progress', step: 'sending-system', percent: 42 },
    { kind: 'operation', what: 'Migrating data', number: 41 },
    { kind: 'finished' },
  ]);
});

/** As 1.0.0 says it on its output, and as later versions say it on their standard error. */
for (const [output, errors] of [
  ['This restore will erase your device data.\n', ''],
  ['', 'This restore will erase all device data.\n'],
] as const) {
  test('a program that is about to erase without consent is ended before it does', async () => {
    await using program = await standIn(`${output}Status: Restore Finished\n`, { errors });
    const request = { erase: false, cache: tmpdir(), onLine: () => undefined, program: program.program };
    await assert.rejects(reinstall(request, new AbortController().signal), withCode('recovery.would-erase'));
  });
}

test('1.0.0 says that data are kept in other words, and DONE also when it failed', async () => {
  const kept = 'This restore will update your device without erasing user data.';
  assert.deepEqual(parseRestoreLine(kept), { kind: 'keeps-data', keeps: true });
  await using program = await standIn('DONE\n', {
    status: 255,
    errors: 'ERROR: Unable to get SHSH blobs for this device\n',
  });
  const request = { erase: false, cache: tmpdir(), onLine: () => undefined, program: program.program };
  await assert.rejects(
    reinstall(request, new AbortController().signal),
    (thrown) =>
      thrown instanceof ThawError &&
      thrown.code === 'recovery.failed' &&
      thrown.facts['trouble'] === 'apple-not-reached',
  );
});

test('a failure carries its first reason, and what a person can do about it', async () => {
  const output = 'Unable to send AppleLogo component: Unable to find device\nRESTORE FAILED\n';
  await using program = await standIn(output, { status: 1 });
  const request = { erase: false, cache: tmpdir(), onLine: () => undefined, program: program.program };
  await assert.rejects(
    reinstall(request, new AbortController().signal),
    (thrown) =>
      withCode('recovery.failed')(thrown) &&
      thrown instanceof ThawError &&
      thrown.facts['trouble'] === 'cable',
  );
});

test('a success that was not printed is none', async () => {
  await using program = await standIn('Found device in Recovery mode\n');
  const request = { erase: false, cache: tmpdir(), onLine: () => undefined, program: program.program };
  await assert.rejects(reinstall(request, new AbortController().signal), withCode('recovery.failed'));
});

test('any line is read or passed over, never an error', () => {
  fc.assert(
    fc.property(fc.string(), (line) => {
      parseRestoreLine(line);
    }),
  );
});
