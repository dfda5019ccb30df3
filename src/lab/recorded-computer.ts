import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { RecordedComputer, RecordedParts } from '../virtual/computer-fields.ts';
import type { OwnerStep } from '../virtual/owner-steps.ts';
import type { VirtualPhone } from '../virtual/phone.ts';

/** A recorded computer, as a program that is started with this environment finds it. */
export interface ShownComputer extends AsyncDisposable {
  readonly env: Readonly<Record<string, string>>;
  /** It was asleep for so long: Linux tells by its uptime. */
  slept(seconds: number): Promise<void>;
}

/**
 * Puts a recorded computer in place: its files below a folder, its commands as executables that say what was recorded, and
 * nothing else on PATH, so that a command that was not recorded is one that is not installed.
 */
export async function showComputer(
  { system, commands, files, after }: RecordedComputer,
  phone: VirtualPhone,
  place: string,
): Promise<ShownComputer> {
  const bin = join(place, 'bin');
  const root = join(place, 'root');
  await mkdir(bin, { recursive: true });
  await mkdir(root, { recursive: true });
  const serial = phone.udid.replace('-', '');
  const show = (parts: RecordedParts) => put(parts, bin, root, serial);
  await show({ commands, files });
  const changing: Promise<void>[] = [];
  const stepped = phone.owner.stepped.subscribe((step: OwnerStep) => {
    const parts = after[step];
    if (parts) changing.push(show(parts));
  });
  return {
    env: { PATH: bin, THAW_COMPUTER: `${system}:${root}` },
    slept: async (seconds) => {
      const uptime = join(root, 'proc/uptime');
      const before = await readFile(uptime, 'utf8').catch(() => undefined);
      if (before !== undefined) await replace(uptime, `${Number.parseFloat(before) + seconds} 0.00\n`);
    },
    [Symbol.asyncDispose]: async () => {
      stepped[Symbol.dispose]();
      await Promise.allSettled(changing);
    },
  };
}

async function put({ commands, files }: RecordedParts, bin: string, root: string, serial: string) {
  for (const [name, says] of Object.entries(files))
    await replace(join(root, name), `${textOf(says, serial)}\n`);
  for (const [name, answers] of Object.entries(commands)) {
    const cases = await Promise.all(
      answers.map(async ({ with: args, says, status, hangs }, number) => {
        const said = join(bin, `.${name}.${number}`);
        await replace(said, `${textOf(says, serial)}\n`);
        return hangs
          ? `*${quoted(args)}*) exec sleep 600;;`
          : `*${quoted(args)}*) sed "s/@NOW@/$(date -u '+%Y-%m-%d %H:%M:%S +0000')/" ${quoted(said)}; exit ${status};;`;
      }),
    );
    const script = ['#!/bin/sh', 'PATH=/usr/bin:/bin', 'case "$*" in', ...cases, 'esac', 'exit 1', ''].join(
      '\n',
    );
    await replace(join(bin, name), script);
    await chmod(join(bin, name), 0o755);
  }
}

/** In one step: a program may be reading it. */
async function replace(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, text, { mode: 0o755 });
  await rename(`${path}.new`, path);
}

function textOf(says: string | readonly string[], serial: string): string {
  return [says].flat().join('\n').replaceAll('@SERIAL@', serial);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
