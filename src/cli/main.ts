import { setFlagsFromString } from 'node:v8';
import { run } from './program.ts';

// A backup is gigabytes of short-lived pieces beside a heap of some megabytes. Marking in the background starts over and
// over because of them, and takes a sixth of the whole run's processor time on two cores; a pause now and then does not.
setFlagsFromString('--no-incremental-marking');
setFlagsFromString('--no-concurrent-marking');
// Growing, the nursery would take up to a hundred megabytes and save no time.
setFlagsFromString('--semi-space-growth-factor=1');

process.exitCode = await run(process.argv.slice(2));
