import assert from 'node:assert/strict';
import { backUp } from './back-up.ts';
import type { Disturbance } from './bench.ts';

/** Whole `thaw backup` processes are killed with SIGKILL; the moments are the changes they make to the disk. */
export const kill: Disturbance = {
  measure: async (virtual, destination) => {
    const { status, stderr } = await backUp(virtual, destination);
    assert.equal(status, 0, stderr);
    return Number(/changes (\d+)/.exec(stderr)?.[1]);
  },
  strike: async (virtual, destination, moment) => {
    const { status, stderr } = await backUp(virtual, destination, moment);
    // The order of threads differs a little from run to run: near the end a run may make fewer changes.
    if (status === 0) return false;
    assert.equal(status, 'SIGKILL', `to be killed at change ${moment}: ${stderr}`);
    return true;
  },
};
