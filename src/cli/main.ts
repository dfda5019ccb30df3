import { setFlagsFromString } from 'node:v8';
import { watchReader } from './lines.ts';
import { run } from './program.ts';

const CANCELLED = 130;

// A backup is gigabytes of short-lived pieces beside a heap of some megabytes. Marking in the background starts over and
// over because of them, and takes a sixth of the whole run's processor time on two cores; a pause now and then does not.
setFlagsFromString('--no-incremental-marking');
setFlagsFromString('--no-concurrent-marking');
// Growing, the nursery would take up to a hundred megabytes and save no time.
setFlagsFromString('--semi-space-growth-factor=1');

// `thaw … | head` ends what is printed, not what is done.
watchReader();
process.exitCode = await run(process.argv.slice(2));

// Everything is released. Only a password that is being stretched cannot be stopped, and would keep the process for
// seconds: what ends it then is what was asked for, the signal, which a shell tells as 130 too.
if (process.exitCode === CANCELLED) {
  const { isStretching } = await import('../app/backup-password.ts');
  if (isStretching()) process.kill(process.pid, 'SIGINT');
}
