import { backup } from '../../../app/backup.ts';
import { withIcloudVerdict } from '../../../app/with-icloud-verdict.ts';
import type { RunEvent } from '../../../kit/run-event.ts';
import type { LiveRun } from '../live-run.ts';
import type { Work } from './work.ts';

export const backupWork: Work<'backup'> = async (request, { run, place, destination, historyKept }) => {
  const { udid, full = false, encrypt, password } = request;
  const wanted = {
    run: run.run,
    udid,
    destination: destination ?? '',
    full,
    encrypt,
    password,
    keep: historyKept ?? undefined,
    usbmuxd: place.usbmuxd,
  };
  const events = backup(wanted, place.clock, run.signal);
  await tellAll(run, withIcloudVerdict(events, password, run.signal));
};

/** A use case's own events; its failure is thrown only after `run.finished` has told of it. */
export async function tellAll(run: LiveRun, events: AsyncIterable<RunEvent>): Promise<void> {
  let told = false;
  try {
    for await (const event of events) {
      told ||= event.type === 'run.finished';
      run.append(event);
    }
  } catch (thrown) {
    if (!told) throw thrown;
  }
}
