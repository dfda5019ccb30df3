import { setFlagsFromString } from 'node:v8';
import { endAtOnce } from './interrupt.ts';
import { watchReader } from './lines.ts';
import { run } from './program.ts';

const CANCELLED = 130;
/** On a busy machine what was let go may take a moment to be gone. */
const LET_GO_MS = 1000;

// A backup is gigabytes of short-lived pieces beside a heap of some megabytes. Marking in the background starts over and
// over because of them, and what comes meanwhile outlives it: a pause now and then costs less of time and memory.
setFlagsFromString('--no-incremental-marking');
setFlagsFromString('--no-concurrent-marking');
// Growing, the nursery would take up to a hundred megabytes and save no time.
setFlagsFromString('--semi-space-growth-factor=1');

// `thaw … | head` ends what is printed, not what is done.
watchReader();
process.exitCode = await run(process.argv.slice(2));

// Everything is released. What nothing can stop, a password that is being stretched or a disk that hangs, would still keep
// the process; nobody waits for it.
if (process.exitCode === CANCELLED) AbortSignal.timeout(LET_GO_MS).addEventListener('abort', endAtOnce);
