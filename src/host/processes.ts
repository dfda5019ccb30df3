import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

const PROC = '/proc';

/** The names of the programs that run on this computer; empty where there is no /proc. */
export async function runningPrograms(root = PROC): Promise<ReadonlySet<string>> {
  const ids = (await readdir(root).catch(() => [])).filter((name) => /^\d+$/.test(name));
  const names = await Promise.all(ids.map((id) => nameOf(join(root, id))));
  return new Set(names.filter((name) => name !== ''));
}

/** From the command line, since the kernel cuts names at 15 characters; '' for a process that is gone or the kernel's own. */
async function nameOf(folder: string): Promise<string> {
  const command = await readFile(join(folder, 'cmdline'), 'utf8').catch(() => '');
  return basename(command.split('\0')[0] ?? '');
}
