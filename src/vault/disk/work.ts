import type { Facts } from '../../kit/errors.ts';
import { type Commit, prepareCommit } from '../commit/prepare.ts';
import { rollForward } from '../commit/roll-forward.ts';
import type { VaultCode } from '../errors.ts';
import type { Layout } from '../layout.ts';
import { type Listing, listFolder, measureAll } from './listing.ts';
import { copyFiles, removeFiles, type SmallFiles, type StoreFailure, storeFiles, writeAt } from './store.ts';

/** What the disk thread can be asked for, one thing after the other. */
export interface DiskWork {
  store: { task: SmallFiles; result: { failures: StoreFailure[]; data: ArrayBuffer } };
  writeAt: { task: { path: string; at: number; bytes: Uint8Array }; result: undefined };
  copy: { task: readonly (readonly [from: string, to: string])[]; result: Float64Array<ArrayBuffer> };
  remove: { task: readonly string[]; result: undefined };
  list: { task: string; result: Listing };
  measure: { task: readonly string[]; result: Float64Array<ArrayBuffer> };
  commit: { task: Commit; result: undefined };
  rollForward: { task: Layout; result: undefined };
}

export type DiskVerb = keyof DiskWork;

export type DiskRequest = { [V in DiskVerb]: { verb: V; task: DiskWork[V]['task'] } }[DiskVerb];

export type DiskReply =
  | { [V in DiskVerb]: { verb: V; result: DiskWork[V]['result'] } }[DiskVerb]
  | { verb: 'failed'; code: string; message: string }
  | { verb: 'refused'; code: VaultCode; message: string; facts: Facts };

export const diskWork: { [V in DiskVerb]: (task: DiskWork[V]['task']) => DiskWork[V]['result'] } = {
  store: (task) => ({ failures: storeFiles(task), data: task.data }),
  writeAt: ({ path, at, bytes }) => {
    writeAt(path, at, bytes);
    return undefined;
  },
  copy: copyFiles,
  remove: (paths) => {
    removeFiles(paths);
    return undefined;
  },
  list: listFolder,
  measure: measureAll,
  commit: (commit) => {
    prepareCommit(commit);
    rollForward(commit.layout);
    return undefined;
  },
  rollForward: (layout) => {
    rollForward(layout);
    return undefined;
  },
};
