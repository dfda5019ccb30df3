import { basename, win32 } from 'node:path';
import { askText } from './ask.ts';
import { type Computer, thisComputer } from './computer.ts';
import { runningPrograms } from './processes.ts';

/** The names of the programs that run on this computer, without folders and `.exe`; none where it does not tell. */
export async function programNames(
  signal: AbortSignal,
  { system, root }: Computer = thisComputer(),
): Promise<ReadonlySet<string>> {
  switch (system) {
    case 'linux':
      return await runningPrograms(`${root}/proc`);
    case 'macos':
      return namesInPs((await askText('ps', ['-axo', 'comm='], signal)) ?? '');
    case 'windows':
      return namesInTasklist((await askText('tasklist.exe', ['/FO', 'CSV', '/NH'], signal)) ?? '');
  }
}

/** A path a line, which may hold spaces: `/Applications/iMazing.app/Contents/MacOS/iMazing`. */
function namesInPs(text: string): ReadonlySet<string> {
  return new Set(
    text
      .split('\n')
      .map((line) => basename(line.trim()))
      .filter((name) => name !== ''),
  );
}

/** `"iTunes.exe","4711","Console","1","123,456 K"`; the first column is in no language. */
export function namesInTasklist(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/^"([^"]+)"/gm)].map(([, name = '']) => win32.basename(name, '.exe')));
}
