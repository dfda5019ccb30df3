/**
 * The steps of an iCloud backup in their order, as the daemon names them when one is done, with the share of its own
 * progress bar that each takes (percent; names and figures out of its published binary). Space in iCloud is asked for
 * before anything is sent.
 */
export const stages = [
  { name: 'Setup', from: 0, to: 1, phase: 'preparing' },
  { name: 'RefreshCache', from: 2, to: 3, phase: 'preparing' },
  { name: 'SynchronizeFileLists', from: 3, to: 5, phase: 'preparing' },
  { name: 'CreateVolumeSnapshots', from: 5, to: 5, phase: 'preparing' },
  { name: 'FindChanges', from: 5, to: 25, phase: 'preparing' },
  { name: 'ReserveQuota', from: 25, to: 25, phase: 'preparing' },
  { name: 'PrepareToUploadFiles', from: 25, to: 25, phase: 'sending' },
  { name: 'UploadFiles', from: 25, to: 90, phase: 'sending' },
  { name: 'UploadDomainRecords', from: 90, to: 95, phase: 'finishing' },
  { name: 'Commit', from: 95, to: 100, phase: 'finishing' },
] as const satisfies readonly {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly phase: 'preparing' | 'sending' | 'finishing';
}[];

export type Stage = (typeof stages)[number];
export type StageName = Stage['name'];

export function stageNamed(name: string): Stage | undefined {
  return stages.find((stage) => stage.name === name);
}

/** The one that begins when this one is done; undefined after the last. */
export function stageAfter(stage: Stage): Stage | undefined {
  return stages[stages.indexOf(stage) + 1];
}
