import { watch } from '../../../app/watch.ts';
import { tellAll } from './backup-work.ts';
import type { Work } from './work.ts';

/** Follows the phone's own backup to iCloud; nothing on it is changed. */
export const watchWork: Work<'watch'> = async ({ udid }, { run, place }) => {
  const { usbmuxd, clock } = place;
  await tellAll(run, watch({ run: run.run, udid, usbmuxd }, clock, run.signal));
};
