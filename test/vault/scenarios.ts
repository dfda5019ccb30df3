import type { Contents, Operation } from './model.ts';
import type { RunTask, Task } from './tasks.ts';

/** A backup as it was, and what is done to it while the process is killed. */
export interface Scenario {
  /** What another program left; nothing for a first backup. */
  readonly begun?: Contents;
  /** What went well before. */
  readonly earlier: readonly Task[];
  readonly task: Task;
}

const idOf = (index: number): string => {
  const prefix = ['0a', '7f', 'ff'][index % 3] ?? '';
  return `${prefix}/${prefix}${String(index).padStart(38, '0')}`;
};

const receive = (path: string, bytes: number, seed: number): Operation => ({
  do: 'receive',
  path,
  bytes,
  seed,
});

/** A run as the phone makes it: into the Snapshot, then moved, the Snapshot removed, each step told in Status.plist. */
function phoneRun(seed: number, files: readonly number[], removed: readonly number[] = []): RunTask {
  const folders = ['0a', '7f', 'ff'].flatMap((name) => [name, `Snapshot/${name}`]);
  const moved = [...files.map(idOf), 'Manifest.plist', 'Manifest.db'];
  return {
    do: 'run',
    operations: [
      ...folders.map((path) => ({ do: 'folder' as const, path })),
      receive('Status.plist', 190, seed),
      ...files.map((file) => receive(`Snapshot/${idOf(file)}`, file === 4 ? 300_000 : 500 + file, seed)),
      receive('Snapshot/Manifest.plist', 600, seed),
      receive('Snapshot/Manifest.db', 9000, seed),
      receive('Info.plist', 700, seed),
      receive('Status.plist', 187, seed + 1),
      ...moved.map((path) => ({ do: 'move' as const, from: `Snapshot/${path}`, to: path })),
      ...removed.map((file) => ({ do: 'remove' as const, path: idOf(file) })),
      { do: 'remove', path: 'Snapshot' },
      receive('Status.plist', 189, seed + 2),
    ],
  };
}

/** What idevicebackup2 leaves when it is cut while it uploads: an old state, and a Snapshot beside it. */
function cutElsewhere(): Contents {
  const contents = new Map<string, Buffer | 'folder'>();
  for (const name of ['0a', '7f', 'ff']) contents.set(name, 'folder').set(`Snapshot/${name}`, 'folder');
  contents.set('Snapshot', 'folder');
  for (const file of [0, 1, 2, 3]) contents.set(idOf(file), Buffer.from(`old ${file}`));
  for (const file of [2, 3, 5]) contents.set(`Snapshot/${idOf(file)}`, Buffer.from(`new ${file}`));
  for (const name of ['Manifest.db', 'Manifest.plist', 'Info.plist'])
    contents.set(name, Buffer.from(`old ${name}`));
  return contents.set('Status.plist', Buffer.from('uploading'));
}

/** The phone goes on where the other program was cut. */
function continued(): RunTask {
  const task = phoneRun(500, [6]);
  const moves = [2, 3, 5].map((file) => ({
    do: 'move' as const,
    from: `Snapshot/${idOf(file)}`,
    to: idOf(file),
  }));
  const at = task.operations.findIndex((operation) => operation.do === 'move');
  return { do: 'run', operations: [...task.operations.slice(0, at), ...moves, ...task.operations.slice(at)] };
}

const first = phoneRun(100, [0, 1, 2, 3, 4]);
const second = phoneRun(200, [1, 4, 6], [2]);
const third = phoneRun(300, [0, 7], [1]);

export const SCENARIOS = {
  'a first backup': { earlier: [], task: first },
  'an incremental backup': { earlier: [first], task: second },
  'a backup another program began': { begun: cutElsewhere(), earlier: [], task: continued() },
  'a restore of an earlier generation': { earlier: [first, second], task: { do: 'restore', generation: 1 } },
  'a prune': { earlier: [first, second, third], task: { do: 'prune', keep: 1 } },
} as const satisfies Record<string, Scenario>;
