import { readdir, readFile, readlink } from 'node:fs/promises';
import { basename, join } from 'node:path';

const PROC = '/proc';

/** A program that runs on this computer. */
export interface RunningProgram {
  readonly name: string;
  readonly args: readonly string[];
  /** Where it was started; undefined for other people's programs. */
  readonly folder: string | undefined;
}

/** The names of the programs that run on this computer; empty where there is no /proc. */
export async function runningPrograms(root = PROC): Promise<ReadonlySet<string>> {
  const commands = await Promise.all((await processes(root)).map((process) => commandOf(process)));
  return new Set(commands.flatMap(([file]) => (file ? [basename(file)] : [])));
}

/** The running programs of this name. */
export async function programsNamed(name: string, root = PROC): Promise<RunningProgram[]> {
  const found = await Promise.all(
    (await processes(root)).map(async (process): Promise<RunningProgram | undefined> => {
      const [file = '', ...args] = await commandOf(process);
      if (basename(file) !== name) return undefined;
      return { name, args, folder: await readlink(join(process, 'cwd')).catch(() => undefined) };
    }),
  );
  return found.filter((program) => program !== undefined);
}

async function processes(root: string): Promise<string[]> {
  const names = await readdir(root).catch(() => []);
  return names.filter((name) => /^\d+$/.test(name)).map((name) => join(root, name));
}

/** Program and arguments; nothing for a process that is gone or the kernel's own. The kernel's short names are cut at 15. */
async function commandOf(process: string): Promise<string[]> {
  const command = await readFile(join(process, 'cmdline'), 'utf8').catch(() => '');
  return command === '' ? [] : command.replace(/[\0\n]+$/, '').split('\0');
}
