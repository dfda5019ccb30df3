import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { backup } from '../../../src/app/backup.ts';
import { systemClock } from '../../../src/kit/clock.ts';
import type { RunEvent } from '../../../src/kit/run-event.ts';
import type { RunningVirtual } from '../../../src/virtual/start.ts';
import { run } from './program.ts';

export type Program = 'thaw' | 'idevicebackup2';

/** One backup of the virtual phone by one of the two programs; throws when it does not end well. */
export async function backUpWith(
  program: Program,
  virtual: RunningVirtual,
  destination: string,
  options: { full?: boolean; password?: string } = {},
): Promise<string> {
  await mkdir(destination, { recursive: true });
  if (program === 'thaw') await backUpWithThaw(virtual, destination, options);
  else {
    const args = ['backup', ...(options.full ? ['--full'] : []), destination];
    const { status, stdout, stderr } = await run(program, args, {
      address: virtual.address,
      limitSeconds: 60,
    });
    if (status !== 0) throw new Error(`idevicebackup2 ended with ${status}: ${stdout}${stderr}`);
  }
  return join(destination, virtual.phone.udid);
}

async function backUpWithThaw(
  virtual: RunningVirtual,
  destination: string,
  options: { full?: boolean; password?: string } = {},
): Promise<RunEvent[]> {
  const request = {
    destination,
    usbmuxd: virtual.address,
    udid: virtual.phone.udid,
    full: options.full ?? false,
    ...(options.password !== undefined && { password: options.password }),
  };
  const events: RunEvent[] = [];
  for await (const event of backup(request, systemClock, AbortSignal.timeout(60_000))) events.push(event);
  return events;
}
