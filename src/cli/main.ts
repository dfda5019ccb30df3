import { setFlagsFromString } from 'node:v8';
import { endAtOnce } from './interrupt.ts';
import { watchReader } from './lines.ts';
import { run } from './program.ts';

const CANCELLED = 130;
/** On a busy machine what was let go may take a moment to be gone. */
const LET_GO_MS = 1000;

// A second thread that marks costs processor time and saves none. Marking in steps must stay: without it, what outlives
// the nursery is moved to the old heap with no look at any limit, which then grows to a hundred megabytes of garbage.
setFlagsFromString('--no-concurrent-marking');
setFlagsFromString('--heap-growing-percent=100');
// Growing, the nursery would take up to a hundred megabytes and save no time.
setFlagsFromString('--semi-space-growth-factor=1');

// `thaw … | head` ends what is printed, not what is done.
watchReader();
process.exitCode = await run(process.argv.slice(2));

// Everything is released. What nothing can stop, a password that is being stretched or a disk that hangs, would still keep
// the process; nobody waits for it.
if (process.exitCode === CANCELLED) AbortSignal.timeout(LET_GO_MS).addEventListener('abort', endAtOnce);
